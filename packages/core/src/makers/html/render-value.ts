import { isDate, isMap, isUint8Array } from "node:util/types";
import type { TypeTransformer } from "../../types/transformer.js";
import { mismatch } from "../../types/mismatch.js";
import { describeValue } from "../../words/describe-value.js";
import { escapeHtml } from "./escape-html.js";

/** The longest text that a preview shows whole, in characters. */
const LONGEST_TEXT = 1_000;
/** How many items of a list, or entries of a record or map, a preview shows. */
const MOST_ITEMS = 100;
/** How many lists and records inside each other a preview shows. */
const DEEPEST = 6;
/** How many values a preview shows in all. */
const MOST_VALUES = 2_000;

/** A value as HTML, cut where it is large. */
export function renderValue(value: unknown, type: TypeTransformer | undefined): string {
  return render(value, type, { depth: 0, shown: { count: 0 } });
}

interface Room {
  readonly depth: number;
  readonly shown: { count: number };
}

function render(value: unknown, declared: TypeTransformer | undefined, room: Room): string {
  const type = someOf(declared);
  room.shown.count += 1;
  if (room.shown.count > MOST_VALUES) return "<i>...</i>";
  if (type?.toHtml !== undefined) return ownHtml(type, value);
  switch (typeof value) {
    case "string":
      return textOf(value);
    case "number":
    case "bigint":
    case "boolean":
      return `<code>${cut(String(value))}</code>`;
    case "object":
      return value === null ? "<i>none</i>" : renderObject(value, type, room);
    default:
      return value === undefined ? "<i>none</i>" : words(value);
  }
}

function ownHtml(type: TypeTransformer, value: unknown): string {
  if (value === undefined) return "<i>none</i>";
  const html: unknown = type.toHtml?.(value);
  if (typeof html === "string") return html;
  throw mismatch(`HTML (a string, from the \`toHtml\` of ${type.words})`, describeValue(html));
}

// The type inside an optional. Of a union, nothing says which variant a value is.
function someOf(type: TypeTransformer | undefined): TypeTransformer | undefined {
  if (type?.members?.kind !== "variants" || type.toHtml !== undefined) return type;
  const [only, ...others] = type.members.variants.filter(({ tag }) => tag !== "none");
  return others.length === 0 ? only : undefined;
}

function renderObject(value: object, type: TypeTransformer | undefined, room: Room): string {
  if (isDate(value))
    return `<code>${escapeHtml(Number.isNaN(value.getTime()) ? "invalid" : value.toISOString())}</code>`;
  if (isUint8Array(value)) return `<i>${value.length} bytes</i>`;
  if (room.depth >= DEEPEST) return "<i>...</i>";
  const inner: Room = { ...room, depth: room.depth + 1 };
  const part = (key: unknown): TypeTransformer | undefined => partOf(type, key);
  if (Array.isArray(value))
    return table([...value.slice(0, MOST_ITEMS).entries()], value.length, { part, inner });
  if (isMap(value)) return table(firstOf(value), value.size, { part, inner });
  if ("uri" in value && typeof value.uri === "string") return `<code>${cut(value.uri)}</code>`;
  const keys = Object.keys(value);
  if (keys.length === 0 && !isPlain(value)) return words(value);
  const entries = keys.slice(0, MOST_ITEMS).map((key): [string, unknown] => [key, Reflect.get(value, key)]);
  return table(entries, keys.length, { part, inner });
}

interface Parts {
  part(key: unknown): TypeTransformer | undefined;
  readonly inner: Room;
}

function table(
  entries: readonly (readonly [unknown, unknown])[],
  size: number,
  { part, inner }: Parts,
): string {
  if (size === 0) return "<i>empty</i>";
  const rows = entries.map(
    ([key, item]) =>
      `<tr><th>${render(key, undefined, inner)}</th><td>${render(item, part(key), inner)}</td></tr>`,
  );
  const rest = size - entries.length;
  const more = rest > 0 ? `<tr><td colspan="2"><i>and ${rest} more</i></td></tr>` : "";
  return `<table>${rows.join("")}${more}</table>`;
}

function partOf(type: TypeTransformer | undefined, key: unknown): TypeTransformer | undefined {
  const members = type?.members;
  switch (members?.kind) {
    case "record":
      return members.fields.get(String(key));
    case "list":
      return members.element;
    case "map":
      return members.value;
    default:
      return undefined;
  }
}

function firstOf(map: ReadonlyMap<unknown, unknown>): (readonly [unknown, unknown])[] {
  const entries: (readonly [unknown, unknown])[] = [];
  for (const entry of map) {
    if (entries.length === MOST_ITEMS) break;
    entries.push(entry);
  }
  return entries;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function textOf(text: string): string {
  return `<span style="white-space: pre-wrap">${cut(text)}</span>`;
}

function words(value: unknown): string {
  return `<i>${escapeHtml(describeValue(value))}</i>`;
}

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return escapeHtml(text);
  // Not in the middle of a surrogate pair.
  const kept = text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, "");
  return `${escapeHtml(kept)}<i>... (${text.length} characters)</i>`;
}
