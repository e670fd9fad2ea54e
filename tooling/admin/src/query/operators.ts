import type { ColumnKind } from "./columns.js";
import { type Comparable, compare, failedQuery, readValue, sqlName } from "./values.js";

/** Whether a value of a column fits. */
export type Test = (value: Comparable) => boolean;

const ORDERED = {
  eq: { sql: "=", fits: (order: number) => order === 0 },
  ne: { sql: "<>", fits: (order: number) => order !== 0 },
  gt: { sql: ">", fits: (order: number) => order > 0 },
  gte: { sql: ">=", fits: (order: number) => order >= 0 },
  lt: { sql: "<", fits: (order: number) => order < 0 },
  lte: { sql: "<=", fits: (order: number) => order <= 0 },
} as const;

/** What a filter may do with a column. */
export type Operator = keyof typeof ORDERED | "contains" | "not_like" | "value_in" | "value_not_in";

const OTHERS: readonly string[] = ["contains", "not_like", "value_in", "value_not_in"];

/** Whether a function of a filter is known. They are written in lower case. */
export function isOperator(name: string): name is Operator {
  return Object.hasOwn(ORDERED, name) || OTHERS.includes(name);
}

/**
 * The test of an operator with its values.
 *
 * @throws Refusal UNKNOWN in the words of PostgreSQL if the column has no such operation, or cannot hold the value.
 */
export function testOf(operator: Operator, kind: ColumnKind, values: readonly string[]): Test {
  if (operator === "contains")
    return like(kind, "~~", `%${values.length === 1 ? values[0] : `[${values.join(" ")}]`}%`);
  if (operator === "value_in" || operator === "value_not_in") {
    const read = values.map((value) => readValue(kind, value));
    const isIn: Test = (value) => read.some((each) => compare(value, each) === 0);
    return operator === "value_in" ? isIn : (value) => !isIn(value);
  }
  const [first = "", ...rest] = values;
  if (operator === "not_like") {
    if (rest.length > 0) throw noOperator(kind, "!~~", "record");
    const isLike = like(kind, "!~~", first);
    return (value) => !isLike(value);
  }
  const { sql, fits } = ORDERED[operator];
  if (rest.length > 0) throw noOperator(kind, sql, "record");
  const read = readValue(kind, first);
  return (value) => fits(compare(value, read));
}

function like(kind: ColumnKind, sql: string, pattern: string): Test {
  if (kind !== "text" && kind !== "bytes") throw noOperator(kind, sql, "unknown");
  const expression = likeExpression(pattern);
  return (value) => expression.test(String(value));
}

/** `%` is any text, `_` any character, and a backslash takes the meaning from what follows it. */
function likeExpression(pattern: string): RegExp {
  const parts = pattern.match(/\\[^]|[^]/gu) ?? [];
  const source = parts.map((part) => {
    if (part === "%") return "[^]*";
    if (part === "_") return "[^]";
    return (part.length > 1 && part.startsWith("\\") ? part.slice(1) : part).replace(
      /[\\^$.*+?()[\]{}|/]/g,
      "\\$&",
    );
  });
  return new RegExp(`^${source.join("")}$`, "u");
}

function noOperator(kind: ColumnKind, sql: string, right: string) {
  return failedQuery(`operator does not exist: ${sqlName(kind)} ${sql} ${right}`);
}
