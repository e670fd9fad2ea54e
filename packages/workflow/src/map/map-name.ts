import { byCodePoint, shortName } from "@flytekit-ts/core/graph";

/** What the name of a map depends on, beside its target. */
export interface MapNameParts {
  readonly bound: readonly string[];
  readonly concurrency: number | undefined;
  readonly minSuccesses: number | undefined;
  readonly minSuccessRatio: number | undefined;
}

/**
 * The name of a map over a task, as flytekit gives it: `<module>.map_<task>_<md5>-arraynode`.
 *
 * The digest is over the options as Python writes them, so that equal maps of one task are one registered
 * task, and others are not.
 */
export function mapName(target: string, parts: MapNameParts): string {
  const { bound, concurrency, minSuccesses, minSuccessRatio } = parts;
  const names = bound.toSorted(byCodePoint).join(",");
  const text = names + integer(concurrency) + integer(minSuccesses) + float(minSuccessRatio);
  // Loaded when it is needed, for every program that imports a workflow would pay.
  const digest = process.getBuiltinModule("node:crypto").createHash("md5").update(text).digest("hex");
  const short = shortName(target);
  return `${target.slice(0, target.length - short.length)}map_${short}_${digest}-arraynode`;
}

function integer(value: number | undefined): string {
  return value === undefined ? "None" : String(value);
}

// Python's floats always have a point or an exponent; it is in two digits at least, and comes earlier than ours.
function float(value: number | undefined): string {
  if (value === undefined) return "None";
  if (Number.isInteger(value)) return `${value}.0`;
  const text = value < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e-(\d)$/, "e-0$1");
}
