import type { JsonValue } from "@flytekit-ts/models/json";
import { carriedSettings } from "./carried-settings.js";
import { isObject, type JsonObject, memberOf } from "./json.js";

/**
 * A spec in JSON without what differs by nature between flytekit and us, and with the sets and maps that are
 * written as lists turned into objects: their order says nothing.
 *
 * What runs a function differs: image, arguments and command of its container, its type and the runtime in
 * its metadata. A container of the author's own is compared whole. A description without a text says nothing.
 */
export function toComparable(spec: JsonValue): JsonValue {
  if (!isObject(spec)) return spec;
  const { template, description, ...rest } = spec;
  return {
    ...(isObject(template) ? { template: unordered(withoutProgram(template)) } : {}),
    ...(holdsText(description) ? { description } : {}),
    ...(unordered(rest) as JsonObject),
  };
}

function holdsText(description: JsonValue | undefined): description is JsonValue {
  const texts = [
    memberOf(description, "short_description"),
    memberOf(memberOf(description, "long_description"), "value"),
  ];
  return texts.some((text) => text !== undefined && text !== "");
}

// The template of a workflow has neither type nor container, and its metadata no runtime.
function withoutProgram(template: JsonObject): JsonObject {
  const { type, metadata, container, ...rest } = template;
  const kept = isObject(metadata) ? { metadata: without(metadata, ["runtime"]) } : {};
  if (type === "raw-container") return { ...template, ...kept };
  const own = isObject(container) ? { container: without(container, ["image", "args", "command"]) } : {};
  return { ...rest, ...kept, ...own };
}

function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

function unordered(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(unordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, unorderedMember(key, member)]),
  );
}

function unorderedMember(key: string, member: JsonValue): JsonValue {
  if (!Array.isArray(member)) return unordered(member);
  switch (key) {
    case "upstream_node_ids":
      return asSet(member.map(text));
    case "requests":
    case "limits":
      return asSet(member.map((each) => `${text(memberOf(each, "name"))}=${text(memberOf(each, "value"))}`));
    case "env":
      return asMap(member, "key", variableOf);
    case "sub_workflows":
      return asMap(member, "name", unordered);
    default:
      return unordered(member);
  }
}

/** The value of an environment variable. The settings that a dynamic carries are compared as what they hold. */
function variableOf(item: JsonValue): JsonValue | undefined {
  const value = memberOf(item, "value");
  return memberOf(item, "key") === "_F_SS_C" && typeof value === "string" ? carriedSettings(value) : value;
}

function asSet(items: readonly string[]): JsonValue {
  return Object.fromEntries(items.map((item) => [item, true]));
}

function asMap(
  items: readonly JsonValue[],
  key: string,
  valueOf: (item: JsonValue) => JsonValue | undefined,
): JsonValue {
  const entries = items.map((item) => {
    const name = memberOf(key === "name" ? memberOf(item, "id") : item, key);
    return [text(name), valueOf(item) ?? null] as const;
  });
  return Object.fromEntries(entries);
}

// What is at its default is not in the JSON: the first resource has the name UNKNOWN.
function text(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}
