import type { Json } from "@flytekit-ts/core/types";

/** The deepest that data of a connector may be nested: more than anyone means, less than what readers refuse. */
const DEEPEST = 100;

/** What is wrong with a value that should be JSON, and where. */
export interface JsonFault {
  /** `.jobs[0].started` */
  readonly path: string;
  readonly problem: string;
}

/** What in a value JSON could not give back as it was; undefined if there is nothing. */
export function faultOfJson(value: unknown, path = "", depth = 0): JsonFault | undefined {
  if (depth > DEEPEST) return { path, problem: `nested more than ${DEEPEST} deep` };
  switch (typeof value) {
    case "string":
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : { path, problem: String(value) };
    case "object":
      return value === null ? undefined : faultOfObject(value, path, depth);
    default:
      return { path, problem: `a ${typeof value}` };
  }
}

function faultOfObject(value: object, path: string, depth: number): JsonFault | undefined {
  if (Array.isArray(value)) {
    const faults = value.map((each, index) => faultOfJson(each, `${path}[${index}]`, depth + 1));
    return faults.find((fault) => fault !== undefined);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    const { constructor }: { constructor?: unknown } = value;
    return {
      path,
      problem: `an object of ${typeof constructor === "function" ? constructor.name : "a class"}`,
    };
  }
  for (const [name, each] of Object.entries(value)) {
    if (each === undefined) continue;
    const fault = faultOfJson(each, `${path}.${name}`, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A value that has no fault, as JSON alone: properties that are undefined are left out. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
