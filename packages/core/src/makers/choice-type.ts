import { atCaller } from "../errors/at-caller.js";
import * as errors from "../errors.js";
import { assertBoolean, assertOptions } from "../options/options.js";
import { type ChoiceKind, choiceTransformer, type Constant, keyOf } from "../transformers/choice.js";
import type { FlyteType } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";
import { describeValue, quoteValue } from "../words/describe-value.js";
import { isWellFormed } from "../words/plain-object.js";

const OPTIONS: ReadonlySet<string> = new Set(["float"]);
const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;

/** Makes `t.literal`. @throws `LITERAL_VALUES_INVALID`, `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function literal(
  values: readonly Constant[],
  options: { readonly float?: boolean } = {},
): FlyteType<unknown, unknown> {
  return atCaller(literal, () => {
    assertOptions(options, OPTIONS, "t.literal");
    assertBoolean(options.float, "float", "t.literal");
    assertList(values);
    const kind = kindOf(values, options.float === true);
    assertDifferent(values, kind);
    return makeType({ transformer: choiceTransformer([...values], kind) });
  });
}

function assertList(values: unknown): void {
  if (!Array.isArray(values)) throw invalid(`was given ${describeValue(values)}`);
  if (values.length === 0) throw invalid("was given an empty list");
  // Not with `find`: it would give undefined for a constant that is not there, and for none found.
  const odd = [...values].findIndex((value) => !isConstant(value));
  if (odd >= 0) throw invalid(`was given ${quoteValue(values[odd])}`);
}

function isConstant(value: unknown): boolean {
  if (typeof value === "string") return isWellFormed(value);
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "bigint") return value >= LOWEST && value <= HIGHEST;
  return typeof value === "boolean";
}

function kindOf(values: readonly Constant[], isFloat: boolean): ChoiceKind {
  const kinds = new Set(values.map((value) => (typeof value === "bigint" ? "number" : typeof value)));
  const [kind] = kinds;
  if (kinds.size > 1) throw invalid(`was given a ${[...kinds].join(" and a ")}`);
  if (kind !== "number") {
    if (isFloat) throw invalid(`was given a ${kind} with \`float: true\``);
    return kind === "string" ? "string" : "boolean";
  }
  if (!isFloat && values.every((value) => typeof value === "bigint" || Number.isInteger(value))) {
    const inexact = values.find((value) => typeof value === "number" && !Number.isSafeInteger(value));
    if (inexact !== undefined)
      throw invalid(`was given ${describeValue(inexact)}`, "Write it as a bigint: `9007199254740993n`.");
    return "int";
  }
  if (values.some((value) => typeof value === "bigint")) throw invalid("was given a bigint and a float");
  return "float";
}

function assertDifferent(values: readonly Constant[], kind: ChoiceKind): void {
  const seen = new Set<unknown>();
  const twice = values.find((value) => seen.size === seen.add(keyOf(value, kind)).size);
  if (twice !== undefined) throw invalid(`was given ${quoteValue(twice)} twice`);
}

function invalid(problem: string, advice?: string): Error {
  return errors.LITERAL_VALUES_INVALID({ problem, advice });
}
