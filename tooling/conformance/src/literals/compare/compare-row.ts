import type { JsonValue } from "@flytekit-ts/models/json";
import { describe } from "../described/describe.js";
import { readLabel } from "../described/label.js";
import type { LiteralRow } from "../rows/literal-row.js";
import { twinOf } from "../twins/twin-of.js";
import { compareRefused, compareRefusedType } from "./compare-refused.js";
import { compareDecoded, compareLiteral, compareType } from "./compare-messages.js";
import type { MadeRow } from "./made-row.js";
import { recordedLiteral, recordedType } from "./messages-of.js";
import { problemOf } from "./problem-of.js";

/** How a row compares. */
export interface LiteralResult {
  readonly index: number;
  readonly label: string;
  /** What is different; empty if nothing is. */
  readonly problems: readonly string[];
}

/** Makes the type of a row, and compares what it makes of the value with what flytekit made. */
export async function compareLiteralRow(row: LiteralRow): Promise<LiteralResult> {
  const { index, label } = row;
  try {
    return { index, label, problems: await problemsOf(row) };
  } catch (error) {
    return { index, label, problems: [`the row cannot be compared: ${problemOf(error)}`] };
  }
}

async function problemsOf(row: LiteralRow): Promise<readonly string[]> {
  if (row.fails === "type") return compareRefusedType(row, () => makeTwin(row, undefined));
  const type = attempt(() => row.literalType && recordedType(row.literalType), "the recorded literal type");
  if ("problem" in type) return [type.problem];
  const literal = attempt(() => row.literal && recordedLiteral(row.literal), "the recorded literal");
  if ("problem" in literal) return [literal.problem];
  const made = attempt(() => makeTwin(row, type.value?.fromBytes), "the type");
  if ("problem" in made) return [made.problem];
  if (type.value === undefined) return ["the literal type is missing"];
  const recorded = { type: type.value, ...(literal.value === undefined ? {} : { literal: literal.value }) };
  const whole: MadeRow = { row, ...made.value, recorded };
  const ofType = compareType(whole);
  if (row.fails === "literal") return [...ofType, ...(await compareRefused(whole))];
  return [...ofType, ...(await compareLiteral(whole)), ...(await compareDecoded(whole))];
}

function makeTwin(row: LiteralRow, type: JsonValue | undefined): Pick<MadeRow, "described" | "twin"> {
  const described = describe({
    label: readLabel(row.label),
    type,
    values: [row.value],
    isRefused: row.fails === "type",
  });
  // What is refused in Python is given as an author here would give it: as a `Date`, or a number of milliseconds.
  const isExact = row.fails === undefined;
  return { described, twin: twinOf(described, { isExact, twinOf, around: new Map() }) };
}

type Attempted<T> = { readonly value: T } | { readonly problem: string };

function attempt<T>(make: () => T, what: string): Attempted<T> {
  try {
    return { value: make() };
  } catch (error) {
    return { problem: `${what} cannot be made: ${problemOf(error)}` };
  }
}
