import { isPlainObject } from "../../words/plain-object.js";
import { type Node, refusal, resolvePointer } from "../forms/reading.js";
import { all, type Check } from "./check.js";
import { REFINEMENTS } from "./copy-schema.js";
import type { Compiling, Keyword, KeywordRule } from "./compiling.js";
import { isLimit, limitCheck } from "./limits.js";
import { PARTS } from "./parts.js";
import { SCALARS } from "./scalars.js";

/**
 * The check that a JSON Schema describes. All its keywords count: one that is not known is refused, and not left out.
 *
 * @throws `SCHEMA_NOT_REPRESENTABLE` with the path
 */
export function compileCheck(root: Node, at: string): Check {
  const compiling: Compiling = {
    root,
    known: new Map(),
    compile: (schema, path) => compilePart(schema, path, compiling),
    refuse: (path, what, instead) => refusal({ at }, path, what, instead),
  };
  return compiling.compile(root, "");
}

function compilePart(schema: unknown, path: string, compiling: Compiling): Check {
  if (schema === true) return () => undefined;
  if (!isPlainObject(schema)) throw compiling.refuse(path, "something that is no JSON Schema");
  const known = compiling.known.get(schema);
  if (known !== undefined) return known;
  // A schema inside itself is compiled by then, when a value is checked.
  let check: Check = () => undefined;
  compiling.known.set(schema, (value) => check(value));
  const checks = Object.entries(schema).flatMap(([keyword, given]) => {
    const compiled = compileKeyword(keyword, { node: schema, given, path }, compiling);
    return compiled === undefined ? [] : [compiled];
  });
  assertApart(schema, path, compiling);
  check = all(checks);
  return check;
}

function compileKeyword(keyword: string, where: Keyword, compiling: Compiling): Check | undefined {
  if (NOTES.has(keyword) || keyword.startsWith("x-") || keyword === "~flyte") return undefined;
  const rule = Object.hasOwn(RULES, keyword) ? RULES[keyword] : undefined;
  if (rule === undefined && !isLimit(keyword))
    throw compiling.refuse(
      where.path,
      `the keyword \`${keyword.slice(0, 60)}\``,
      "Leave the keyword out, or check the value in the task.",
    );
  const check = rule === undefined ? limitCheck(keyword, where.given) : rule(where, compiling);
  if (check === undefined)
    throw compiling.refuse(
      where.path,
      `a wrong value of the keyword \`${keyword}\``,
      "Check it against JSON Schema's own rules.",
    );
  return check;
}

// What such a schema means in all is more than one type, and `readForm` reads one of them only.
function assertApart(node: Node, path: string, compiling: Compiling): void {
  const whole = ["$ref", "const", "enum"].filter((keyword) => node[keyword] !== undefined);
  const others = ["anyOf", "oneOf", "allOf", "properties", "items"].filter(
    (keyword) => node[keyword] !== undefined,
  );
  if (whole.length > 0 && whole.length + others.length > 1)
    throw compiling.refuse(
      path,
      `\`${whole[0]}\` beside \`${[...whole.slice(1), ...others][0]}\``,
      "Use one of them.",
    );
}

const reference: KeywordRule = ({ given, path }, compiling) => {
  const target = resolvePointer(compiling.root, given);
  return target === undefined ? undefined : compiling.compile(target, path);
};

const refinements: KeywordRule = ({ given, path }, { refuse }) => {
  const checks = Array.isArray(given)
    ? given.map((each: unknown) => (isPlainObject(each) ? (each["check"] ?? each["refine"]) : each))
    : [];
  const functions = checks.filter(
    (check): check is (value: unknown) => unknown => typeof check === "function",
  );
  if (functions.length !== checks.length) throw refuse(path, "a refinement of TypeBox that is no function");
  return (value) =>
    functions.every((holds) => holds(value) === true)
      ? undefined
      : { message: "is refused by a refinement", path: [] };
};

const RULES: { readonly [keyword: string]: KeywordRule } = {
  ...SCALARS,
  ...PARTS,
  $ref: reference,
  [REFINEMENTS]: refinements,
};

// They say something about a schema, or where it is, but not which values it takes. A `format` is a note too, as JSON
// Schema has it.
const NOTES: ReadonlySet<string> = new Set([
  "$anchor",
  "$comment",
  "$defs",
  "$id",
  "$schema",
  "contentEncoding",
  "contentMediaType",
  "default",
  "definitions",
  "deprecated",
  "description",
  "examples",
  "format",
  "id",
  "nullable",
  "readOnly",
  "title",
  "writeOnly",
]);
