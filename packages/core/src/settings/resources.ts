import type * as idl from "@flytekit-ts/models/core";

import * as errors from "../errors.js";
import { ResourceName } from "../literals/idl-enums.js";
import { closest } from "../words/closest.js";
import { describeValue, quoteValue } from "../words/describe-value.js";
import { isPlainObject } from "../words/plain-object.js";
import { isCostly, parseQuantity } from "./quantity.js";

/** A Kubernetes quantity, such as `"500m"` or `"2Gi"`. An amount without a suffix may be a number. */
export type Quantity = string | number;

/** The amount of one resource: a request, or a request and a limit. A single quantity sets the request only. */
export type Resource = Quantity | { readonly request?: Quantity; readonly limit?: Quantity };

/** Resources of a task or of one call. */
export interface Resources {
  readonly cpu?: Resource | undefined;
  readonly memory?: Resource | undefined;
  readonly gpu?: Resource | undefined;
  readonly ephemeralStorage?: Resource | undefined;
}

// In the order of flytekit's overrides.
const NAMES = [
  ["cpu", ResourceName.CPU],
  ["memory", ResourceName.MEMORY],
  ["gpu", ResourceName.GPU],
  ["ephemeralStorage", ResourceName.EPHEMERAL_STORAGE],
] as const;
const KNOWN: ReadonlySet<string> = new Set(NAMES.map(([name]) => name));

/**
 * Resources as IDL.
 *
 * @throws `RESOURCE_INVALID` for names and quantities that the cluster would refuse.
 */
export function toIdlResources(resources: Resources, at: string): idl.Resources {
  if (!isPlainObject(resources)) {
    const advice = 'Name each of them: `resources: { cpu: "500m", memory: "2Gi" }`.';
    throw errors.OPTION_INVALID({
      at,
      option: "resources",
      wanted: "resources by name",
      given: resources,
      advice,
    });
  }
  const unknown = Object.keys(resources).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) {
    const meant = closest(unknown, [...KNOWN]);
    const all = "the resources cpu, memory, gpu and ephemeralStorage.";
    const advice = meant === undefined ? `Use ${all}` : `Did you mean \`${meant}\`? There are ${all}`;
    throw errors.RESOURCE_INVALID({ at, resource: unknown, problem: "is not a resource", advice });
  }
  const entries = NAMES.map(([name, idlName]) => ({ idlName, ...amountsOf(resources[name], name, at) }));
  return { requests: toEntries(entries, "request"), limits: toEntries(entries, "limit") };
}

type Amounts = { readonly [part in "request" | "limit"]?: string };

function amountsOf(given: unknown, resource: string, at: string): Amounts {
  if (given === undefined) return {};
  if (typeof given !== "object") return { request: quantityOf(given, resource, at) };
  const keys = isPlainObject(given) ? Object.keys(given) : [];
  const unknown = keys.find((part) => part !== "request" && part !== "limit");
  if (!isPlainObject(given) || unknown !== undefined) {
    const problem = `takes a quantity or { request, limit }, but was given ${unknown ?? describeValue(given)}`;
    throw errors.RESOURCE_INVALID({ at, resource, problem });
  }
  const parts = Object.entries(given).filter(([, quantity]) => quantity !== undefined);
  return Object.fromEntries(parts.map(([part, quantity]) => [part, quantityOf(quantity, resource, at)]));
}

function toEntries(
  entries: readonly (Amounts & { readonly idlName: idl.Resources_ResourceName })[],
  part: "request" | "limit",
): idl.Resources_ResourceEntry[] {
  return entries.flatMap(({ idlName: name, [part]: value }) =>
    value === undefined ? [] : [{ name, value }],
  );
}

function quantityOf(quantity: unknown, resource: string, at: string): string {
  const text = typeof quantity === "number" ? String(quantity) : quantity;
  const amount = typeof text === "string" ? amountOf(text) : undefined;
  const isHuge = typeof text === "string" && amount !== undefined && isCostly(text);
  if (typeof text === "string" && !isHuge && amount !== undefined && amount >= 0n) return text;
  const why = isHuge ? COSTLY : amount === undefined ? "which Kubernetes cannot read" : "which is negative";
  throw errors.RESOURCE_INVALID({
    at,
    resource,
    problem: `has the quantity ${quoteValue(quantity)}, ${why}`,
  });
}

const COSTLY = "whose exponent is so large that Flyte would need minutes to read it";

// Kubernetes reads a suffix alone, such as `Gi`, as 0. Nobody means that, so it is refused.
function amountOf(text: string): bigint | undefined {
  return /\d/.test(text) ? parseQuantity(text) : undefined;
}
