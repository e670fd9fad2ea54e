import { isDate } from "node:util/types";
import { setOwn } from "../../words/plain-object.js";
import { isFlytekitError } from "../../errors/flytekit-error.js";
import { refusal } from "../forms/reading.js";
import { MARK, refusedMark } from "../standard/marks.js";

/** The keyword of a copy under which the refinements of TypeBox stand: functions, which JSON Schema does not have. */
export const REFINEMENTS = "~refinements";

/** One schema inside the given one, and how much may still be copied. */
interface Copying {
  readonly at: string;
  readonly depth: number;
  readonly budget: { left: number };
}

const DEEPEST = 200;
const MOST_VALUES = 100_000;

/**
 * A copy of a JSON Schema that somebody gave: plain data, of bounded size. What the values of TypeBox say by symbols and
 * hidden keys becomes marks.
 *
 * @throws `SCHEMA_NOT_REPRESENTABLE`
 */
export function copySchema(given: unknown, at: string): unknown {
  try {
    return copy(given, { at, depth: 0, budget: { left: MOST_VALUES } });
  } catch (error) {
    // A getter or a proxy may throw anything.
    throw isFlytekitError(error) ? error : refusal({ at }, "", "something that cannot be read");
  }
}

function copy(value: unknown, copying: Copying): unknown {
  const { at, depth, budget } = copying;
  budget.left -= 1;
  if (budget.left < 0) throw refusal({ at }, "", "more than 100,000 values", "Make the schema smaller.");
  if (depth > DEEPEST)
    throw refusal({ at }, "", "a schema that is nested too deep or contains itself", RECURSION);
  if (typeof value === "function" || typeof value === "symbol")
    throw refusal({ at }, "", `a ${typeof value} in its JSON Schema`);
  if (typeof value !== "object" || value === null) return value;
  if (isDate(value)) return value;
  const inside = { ...copying, depth: depth + 1 };
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => copy(item, inside));
  const copied: Record<string, unknown> = {};
  // Hidden keys, and what begins with `~`, are no keywords.
  for (const key of Object.keys(value)) {
    if (!key.startsWith("~")) setOwn(copied, key, copy(Reflect.get(value, key), inside));
  }
  return Object.assign(copied, marksOf(value, copied["type"]));
}

const RECURSION = 'A schema refers to a part of itself by `$ref: "#/$defs/Name"`.';

function marksOf(value: object, type: unknown): object {
  if (hasKey(value, "~codec", "TypeBox.Transform"))
    return refusedMark(
      "a codec of TypeBox",
      "Use the type that it takes, and `deriveType` for the conversion.",
    );
  const refinements: unknown = Reflect.get(value, "~refine");
  return {
    ...(typeof type === "string" ? MARKS[type] : undefined),
    ...(Array.isArray(refinements) ? { [REFINEMENTS]: [...refinements] } : {}),
  };
}

// The names that TypeBox gives to JavaScript's types.
const MARKS: { readonly [type: string]: object } = {
  Date: { [MARK]: { is: "datetime" } },
  Uint8Array: { [MARK]: { is: "binary" } },
  bigint: { [MARK]: { is: "bigint" } },
  undefined: { [MARK]: { is: "undefined" } },
  void: { [MARK]: { is: "undefined" } },
};

/** Whether TypeBox says that a value may be left out. */
export function isOptionalSchema(value: object): boolean {
  return hasKey(value, "~optional", "TypeBox.Optional");
}

// Version 1 has hidden keys, and the version before it symbols of its own.
function hasKey(value: object, hidden: string, symbol: string): boolean {
  return (
    Object.hasOwn(value, hidden) ||
    Object.getOwnPropertySymbols(value).some(({ description }) => description === symbol)
  );
}
