import type { Resources } from "@flytekit-ts/core";
import { closest } from "@flytekit-ts/core/graph";
import { errors } from "../../errors.js";

type Part = "request" | "limit";
type Name = keyof Resources;

/** The names of resources here, and those of flytekit for the same. */
const NAMES: ReadonlyMap<string, Name> = new Map<string, Name>([
  ["cpu", "cpu"],
  ["memory", "memory"],
  ["mem", "memory"],
  ["gpu", "gpu"],
  ["ephemeral-storage", "ephemeralStorage"],
  ["ephemeral_storage", "ephemeralStorage"],
]);

/** Resources as they are typed, `cpu=1,memory=2Gi`, requests and limits. @throws `USAGE_INVALID` */
export function resourcesGiven(
  requests: string | undefined,
  limits: string | undefined,
): Resources | undefined {
  const parts: readonly (readonly [Part, string | undefined, string])[] = [
    ["request", requests, "--resource-requests"],
    ["limit", limits, "--resource-limits"],
  ];
  const found = new Map<Name, { readonly [P in Part]?: string }>();
  for (const [part, text, option] of parts)
    for (const [name, quantity] of text === undefined ? [] : amountsIn(text, option))
      found.set(name, { ...found.get(name), [part]: quantity });
  return found.size === 0 ? undefined : Object.fromEntries(found);
}

function amountsIn(text: string, option: string): readonly (readonly [Name, string])[] {
  return text.split(",").map((pair) => {
    const [, key = "", quantity = ""] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
    const name = NAMES.get(key);
    if (name !== undefined && quantity !== "") return [name, quantity] as const;
    const near = closest(key, [...NAMES.keys()]);
    const hint = key !== "" && name === undefined && near !== undefined ? `Did you mean ${near}? ` : "";
    throw errors.USAGE_INVALID({
      command: "tsflyte",
      problem: `${option} does not take ${JSON.stringify(pair)}`,
      advice: `${hint}Write names and quantities, such as \`${option} cpu=1,memory=2Gi\`; the names are cpu, memory, gpu and ephemeral-storage.`,
    });
  });
}
