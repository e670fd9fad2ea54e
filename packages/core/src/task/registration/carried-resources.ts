import type { Quantity, Resource, Resources } from "../../settings/resources.js";
import { isPlainObject } from "../../words/plain-object.js";

/** Resources by our names, and by those of flytekit. */
const NAMES = [
  ["cpu", "cpu"],
  ["memory", "mem"],
  ["gpu", "gpu"],
  ["ephemeralStorage", "ephemeral_storage"],
] as const;

/** Default resources in the form that flytekit gives them. */
export function resourcesJson(resources: Resources | undefined): object | null {
  if (resources === undefined) return null;
  const part = (which: "request" | "limit"): object =>
    Object.fromEntries(NAMES.map(([name, theirs]) => [theirs, amountOf(resources[name], which) ?? null]));
  return { requests: part("request"), limits: part("limit") };
}

function amountOf(given: Resource | undefined, which: "request" | "limit"): Quantity | undefined {
  if (typeof given === "object") return given[which];
  return which === "request" ? given : undefined;
}

/** The default resources of carried settings; undefined if there are none. */
export function resourcesOf(json: unknown): Resources | undefined {
  if (!isPlainObject(json)) return undefined;
  const [requests, limits] = [json["requests"], json["limits"]].map((each) =>
    isPlainObject(each) ? each : {},
  );
  const found = NAMES.flatMap(([name, theirs]) => {
    const [request, limit] = [requests?.[theirs], limits?.[theirs]].map(quantityOf);
    if (request === undefined && limit === undefined) return [];
    const amounts = {
      ...(request === undefined ? {} : { request }),
      ...(limit === undefined ? {} : { limit }),
    };
    return [[name, amounts] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function quantityOf(given: unknown): Quantity | undefined {
  return typeof given === "string" || typeof given === "number" ? given : undefined;
}
