import type { JsonValue } from "@flytekit-ts/models/json";
import { isObject } from "../../messages/json.js";

/**
 * A recorded message as ours is meant to be: without the JSON Schema of records that contain themselves. Flyte's
 * compiler follows a reference without end, so ours have none.
 */
export function meantMessage(json: JsonValue): JsonValue {
  if (Array.isArray(json)) return json.map(meantMessage);
  if (!isObject(json)) return json;
  const members = Object.entries(json).filter(([key, member]) => key !== "metadata" || !hasReference(member));
  return Object.fromEntries(members.map(([key, member]) => [key, meantMessage(member)]));
}

function hasReference(json: JsonValue): boolean {
  if (Array.isArray(json)) return json.some(hasReference);
  return isObject(json) && (typeof json["$ref"] === "string" || Object.values(json).some(hasReference));
}
