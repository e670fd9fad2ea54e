import { withPackedTexts } from "./packed.js";

/** A decoded message with each of its strings changed, at any depth, also in MessagePack; keys of maps stay. */
export function withTexts<T>(message: T, change: (text: string) => string): T {
  return changed(message, change) as T;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each) => changed(each, change));
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (value instanceof Map)
    return new Map([...(value as Map<unknown, unknown>)].map(([key, each]) => [key, changed(each, change)]));
  if (isBinary(value)) return { value: withPackedTexts(value.value, change), tag: change(value.tag) };
  const entries = Object.entries(value).map(([key, member]) => [
    key,
    key === "$case" ? member : changed(member, change),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** Whether a part of a message is a `Binary`: the only one with bytes and a tag. */
export function isBinary(value: object): value is { readonly value: Uint8Array; readonly tag: string } {
  return "tag" in value && "value" in value && value.value instanceof Uint8Array;
}
