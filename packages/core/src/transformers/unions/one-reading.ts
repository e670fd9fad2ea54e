import * as errors from "../../errors.js";
import { type FlytekitError, isFlytekitError } from "../../errors/flytekit-error.js";
import { mismatch } from "../../types/mismatch.js";
import { errorInside } from "./error-inside.js";
import type { Variant } from "./variant.js";

/** A value that was read, and the variant that read it. */
export interface Reading {
  readonly variant: Variant;
  readonly value: unknown;
}

/** How to read something as one of several variants. */
export interface ReadingTask {
  readonly variants: readonly Variant[];
  readonly words: string;
  /** What is read, in words. */
  given(): string;
  read(variant: Variant): unknown;
  /** Whether this form of a value is that of this variant first of all. */
  isExact(variant: Variant): boolean;
}

/**
 * Reads something that does not say which variant it is: as in flytekit, every variant is tried. That several can
 * read it does no harm if they read the same value.
 *
 * @throws `UNION_AMBIGUOUS` if their values differ; `VALUE_TYPE_MISMATCH` if none can read it.
 */
export function oneReading(task: ReadingTask): Reading {
  const failures: FlytekitError[] = [];
  const readings: Reading[] = [];
  for (const variant of task.variants) {
    try {
      readings.push({ variant, value: task.read(variant) });
    } catch (error) {
      // A variant that can read it in two ways can read it.
      if (!isFlytekitError(error) || errors.UNION_AMBIGUOUS.is(error)) throw error;
      failures.push(error);
    }
  }
  const [first, ...others] = readings;
  if (first === undefined) {
    throw (failures.length === 1 ? failures[0] : errorInside(failures)) ?? mismatch(task.words, task.given());
  }
  if (others.every(({ value }) => isSameValue(value, first.value))) return first;
  const exact = readings.filter(({ variant }) => task.isExact(variant));
  const [best] = exact;
  if (best !== undefined && exact.length === 1) return best;
  const candidates = readings.map(({ variant }) => variant.transformer.words);
  throw errors.UNION_AMBIGUOUS({ path: "", given: task.given(), candidates, form: "read" });
}

function isSameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object") return Object.is(one, other);
  return process.getBuiltinModule("node:util").isDeepStrictEqual(one, other);
}
