import * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";

/** A Kubernetes quantity: `"500m"`, `"2Gi"`; whole numbers may be numbers, for cpu fractions too. */
export type Quantity = string | number;

/** One resource: what is asked for, or that and the most that may be used. A single value sets the request only. */
export type Resource = Quantity | { readonly request?: Quantity; readonly limit?: Quantity };

/** Resources of a task or of one call. */
export interface Resources {
  readonly cpu?: Resource | undefined;
  readonly memory?: Resource | undefined;
  readonly gpu?: Resource | undefined;
  readonly ephemeralStorage?: Resource | undefined;
}

// flytekit's order.
const NAMES = [
  ["cpu", idl.Resources_ResourceName.CPU],
  ["memory", idl.Resources_ResourceName.MEMORY],
  ["gpu", idl.Resources_ResourceName.GPU],
  ["ephemeralStorage", idl.Resources_ResourceName.EPHEMERAL_STORAGE],
] as const;
const KNOWN: ReadonlySet<string> = new Set(NAMES.map(([name]) => name));
// What Kubernetes parses, without a sign: nothing can use less than nothing.
const QUANTITY = /^(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;

/**
 * Resources as IDL.
 *
 * @throws `RESOURCE_INVALID` for names and quantities that the cluster would refuse.
 */
export function toIdlResources(resources: Resources, at: string): idl.Resources {
  const unknown = Object.keys(resources).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) throw errors.RESOURCE_INVALID({ at, resource: unknown, problem: "is no resource" });
  return { requests: entries(resources, "request", at), limits: entries(resources, "limit", at) };
}

function entries(resources: Resources, part: "request" | "limit", at: string): idl.Resources_ResourceEntry[] {
  return NAMES.flatMap(([resource, name]) => {
    const given = resources[resource];
    const quantity = typeof given === "object" ? given[part] : part === "request" ? given : undefined;
    return quantity === undefined ? [] : [{ name, value: quantityOf(quantity, resource, at) }];
  });
}

function quantityOf(quantity: unknown, resource: string, at: string): string {
  const text = typeof quantity === "number" ? String(quantity) : quantity;
  if (typeof text === "string" && QUANTITY.test(text)) return text;
  const problem = `has the quantity ${JSON.stringify(quantity)}, which Kubernetes cannot read`;
  throw errors.RESOURCE_INVALID({ at, resource, problem });
}
