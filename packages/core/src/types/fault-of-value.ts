import { ENTITY } from "../brands/entity-brand.js";
import type { TypeFault } from "../errors/type-fault.js";
import { hasOutputs, isPromiseLike, isPromiseRecord } from "../words/promise-like.js";

/** The mistake behind a value that no type accepts, such as a promise or a function. */
export function faultOfValue(value: unknown): TypeFault | undefined {
  try {
    return faultOf(value);
  } catch {
    // A proxy that was revoked, or that does not let itself be read.
    return undefined;
  }
}

function faultOf(value: unknown): TypeFault | undefined {
  if (value === undefined || value === null) return "missing";
  if (typeof value === "function") return Reflect.get(value, ENTITY) !== undefined ? "uncalled" : undefined;
  if (typeof value !== "object") return undefined;
  if (isPromiseLike(value)) return "promise";
  if (isPromiseRecord(value)) return "outputs";
  if (Object.hasOwn(value, "~as")) return "chosen";
  if (Object.hasOwn(value, "~condition")) return "condition";
  if (Object.hasOwn(value, "~unfinished")) return "unfinished";
  return Object.hasOwn(value, "~void") && hasOutputs(value) ? "node" : undefined;
}
