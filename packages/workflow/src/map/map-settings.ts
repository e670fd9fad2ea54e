import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { isOptional } from "@flytekit-ts/core/types";
import type { MapTarget, SuccessCriteria } from "./map-entity.js";
import type { MapNameParts } from "./map-name.js";
import { successRatio } from "./success-ratio.js";

/** How a map goes over its items. */
export interface MapOptions<
  K extends string = string,
  S extends number | undefined = number | undefined,
  R extends number | undefined = number | undefined,
> {
  /** Inputs that become lists; all required ones by default. */
  readonly over?: readonly K[] | undefined;
  /** How many items run at a time; 0 means all of them. The cluster decides by default. */
  readonly concurrency?: number | undefined;
  /** How many items have to succeed; all by default. Takes precedence over `minSuccessRatio`. */
  readonly minSuccesses?: S;
  /** Which share of the items has to succeed, from 0 to 1; 1 by default. */
  readonly minSuccessRatio?: R;
}

/** Checked options of a map. */
export interface MapSettings {
  readonly over: ReadonlySet<string>;
  readonly concurrency: number | undefined;
  readonly success: SuccessCriteria;
  readonly parts: Omit<MapNameParts, "bound">;
}

const KNOWN = new Set(["over", "concurrency", "minSuccesses", "minSuccessRatio"]);

const ADVICE = {
  concurrency: "Give how many items run at a time, such as `concurrency: 4`; 0 means all of them.",
  minSuccesses: "Give how many items have to succeed, such as `minSuccesses: 3`.",
  minSuccessRatio: "Give the share of items that have to succeed, such as `minSuccessRatio: 0.9`.",
};

/** Check the options of a map. @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function toMapSettings(target: MapTarget, options: MapOptions): MapSettings {
  const at = `the map over ${target.name}`;
  assertOptions(options, KNOWN, at);
  const { concurrency, minSuccesses } = options;
  const wrong = (option: keyof MapOptions, wanted: string, given: unknown): Error => {
    const advice =
      option === "over" ? overAdvice(target.name, [...target.interface.inputs.keys()]) : ADVICE[option];
    return coreErrors.OPTION_INVALID({ at, option, wanted, given, advice });
  };
  for (const [option, given, least] of [
    ["concurrency", concurrency, 0],
    ["minSuccesses", minSuccesses, 1],
  ] as const) {
    if (given !== undefined && !isCount(given, least))
      throw wrong(option, `a whole number from ${least} to 2^32 - 1`, given);
  }
  const { minSuccessRatio = minSuccesses === undefined ? 1 : undefined } = options;
  if (minSuccessRatio !== undefined && !isShare(minSuccessRatio))
    throw wrong("minSuccessRatio", "a number from 0 to 1", minSuccessRatio);
  return {
    over: overOf(target, options.over, wrong),
    concurrency,
    success:
      minSuccesses === undefined
        ? { $case: "minSuccessRatio", value: successRatio(minSuccessRatio ?? 1) }
        : { $case: "minSuccesses", value: minSuccesses },
    parts: { concurrency, minSuccesses, minSuccessRatio },
  };
}

function isCount(given: unknown, least: number): boolean {
  return Number.isInteger(given) && Number(given) >= least && Number(given) <= 0xffffffff;
}

function isShare(given: unknown): boolean {
  return typeof given === "number" && given >= 0 && given <= 1;
}

function overAdvice(target: string, known: readonly string[]): string {
  const [first] = known;
  if (first === undefined) return `Give ${target} an input: a map runs it once for each item of a list.`;
  return `Give a list of inputs that ${target} has (${known.join(", ")}), such as \`over: [${JSON.stringify(first)}]\`. By default these are the required ones.`;
}

function overOf(
  { interface: { inputs } }: MapTarget,
  over: readonly string[] | undefined,
  wrong: (option: "over", wanted: string, given: unknown) => Error,
): ReadonlySet<string> {
  if (over !== undefined) {
    if (!Array.isArray(over)) throw wrong("over", "a list of inputs", over);
    for (const name of over) if (!inputs.has(name)) throw wrong("over", "names of inputs", name);
    return new Set(over);
  }
  const required = [...inputs].flatMap(([name, { default: fallback, transformer }]) =>
    fallback === undefined && !isOptional(transformer) ? [name] : [],
  );
  // The engine runs a map without lists once. Whoever means that says so with an empty \`over\`.
  if (required.length === 0) throw wrong("over", "the names of the inputs that become lists", over);
  return new Set(required);
}
