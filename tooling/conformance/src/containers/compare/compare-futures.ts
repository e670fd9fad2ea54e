import { decodeMessage } from "@flytekit-ts/core/literals";
import { DynamicJobSpec } from "@flytekit-ts/models/core";
import { type JsonValue, toJson } from "@flytekit-ts/models/json";
import { carriedSettings } from "../../messages/carried-settings.js";
import { isObject, type JsonObject, memberOf } from "../../messages/json.js";
import { toComparable } from "../../messages/to-comparable.js";
import { messageDifferences } from "../messages/differences.js";
import { packedValue } from "../messages/packed.js";
import { withTexts } from "../messages/with-texts.js";
import type { LeftFile } from "./left.js";

/**
 * Each difference between our futures.pb and the recorded one: nodes by their ids, tasks and sub-workflows as sets by
 * theirs, each as messages of a registration are compared.
 */
export function compareFutures({ entry, bytes, left, names }: LeftFile): readonly string[] {
  const ours = decodeMessage("flyteidl.core.DynamicJobSpec", DynamicJobSpec, bytes);
  const recorded = DynamicJobSpec.decode(Uint8Array.from(Buffer.from(entry.pb ?? "", "base64")));
  const tokens = withTexts(ours, (text) => left.folders.token(text));
  return messageDifferences(comparable(recorded), comparable(tokens), names);
}

function comparable(spec: DynamicJobSpec): JsonValue {
  const json = toJson(DynamicJobSpec, spec, { useProtoFieldName: true }) as JsonObject;
  const { tasks, subworkflows, nodes, ...rest } = json;
  return byValue({
    ...(toComparable(rest) as JsonObject),
    nodes: keyed(listOf(nodes).map((node) => [textAt(node, "id"), memberOf(toComparable({ node }), "node")])),
    tasks: templates(tasks),
    subworkflows: templates(subworkflows),
  });
}

function templates(list: JsonValue | undefined): JsonObject {
  return keyed(
    listOf(list).map((template) => [
      JSON.stringify(memberOf(template, "id")),
      memberOf(toComparable({ template }), "template"),
    ]),
  );
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function textAt(value: JsonValue, key: string): string {
  const member = memberOf(value, key);
  return typeof member === "string" ? member : "";
}

function keyed(entries: readonly (readonly [string, JsonValue | undefined])[]): JsonObject {
  return Object.fromEntries(entries.map(([key, value]) => [key, value ?? null]));
}

/** JSON in which MessagePack, and the settings that travel in a variable, are shown by their values. */
function byValue(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(byValue);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (key === "binary" && isObject(member)) return [key, { ...member, value: packed(member["value"]) }];
      if (key === SETTINGS && typeof member === "string") return [key, carriedSettings(member)];
      return [key, byValue(member)];
    }),
  );
}

function packed(value: JsonValue | undefined): JsonValue {
  const bytes = Uint8Array.from(Buffer.from(typeof value === "string" ? value : "", "base64"));
  return (packedValue(bytes) as JsonValue | undefined) ?? value ?? null;
}

/** The variable in which a dynamic is told with which settings it was registered. */
const SETTINGS = "_F_SS_C";
