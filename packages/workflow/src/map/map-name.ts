import { byCodePoint, shortName } from "@flytekit-ts/core/graph";

/** The options of a map that are part of its name. */
export interface MapNameParts {
  readonly bound: readonly string[];
  readonly concurrency: number | undefined;
  readonly minSuccesses: number | undefined;
  readonly minSuccessRatio: number | undefined;
}

/**
 * The name of a map over a task, as flytekit gives it: `<module>.map_<task>_<md5>-arraynode`.
 *
 * The digest is over the options as Python prints them. So equal maps over one task are one registered task, and
 * different maps are different tasks.
 */
export function mapName(target: string, parts: MapNameParts): string {
  const { bound, concurrency, minSuccesses, minSuccessRatio } = parts;
  const names = bound.toSorted(byCodePoint).join(",");
  const text = names + integer(concurrency) + integer(minSuccesses) + float(minSuccessRatio);
  // Loaded only here: an import at the top would slow down every program.
  const digest = process.getBuiltinModule("node:crypto").createHash("md5").update(text).digest("hex");
  const short = shortName(target);
  return `${target.slice(0, target.length - short.length)}map_${short}_${digest}-arraynode`;
}

function integer(value: number | undefined): string {
  return value === undefined ? "None" : String(value);
}

// Python prints floats with a point or an exponent. The exponent has at least two digits and is used below 1e-4; in
// JavaScript it is used below 1e-6.
function float(value: number | undefined): string {
  if (value === undefined) return "None";
  if (Number.isInteger(value)) return `${value}.0`;
  const text = value < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e-(\d)$/, "e-0$1");
}
