import { isPlainObject, segmentOf } from "../../words/plain-object.js";
import { all, type Check, inside, issue } from "./check.js";
import type { Compiling, KeywordRule } from "./compiling.js";

const properties: KeywordRule = ({ given, path }, { compile }) => {
  if (!isPlainObject(given)) return undefined;
  const fields = Object.entries(given).map(([key, schema]): [string, Check] => [
    key,
    compile(schema, `${path}${segmentOf(key)}`),
  ]);
  return all(
    fields.map(
      ([key, check]): Check =>
        (value) =>
          isPlainObject(value) && Object.hasOwn(value, key) && value[key] !== undefined
            ? inside(key, check(value[key]))
            : undefined,
    ),
  );
};

const required: KeywordRule = ({ given }) => {
  if (!Array.isArray(given) || !given.every((key) => typeof key === "string")) return undefined;
  const keys = given as readonly string[];
  return (value) => {
    const missing = isPlainObject(value) ? keys.find((key) => value[key] === undefined) : undefined;
    return missing === undefined ? undefined : inside(missing, issue("is required"));
  };
};

const additionalProperties: KeywordRule = ({ node, given, path }, { compile }) => {
  const named = new Set(Object.keys(isPlainObject(node["properties"]) ? node["properties"] : {}));
  const check: Check = given === false ? () => issue("is not declared") : compile(given, `${path}[]`);
  // A pattern takes all keys, or the schema is refused.
  if (node["patternProperties"] !== undefined) return () => undefined;
  return eachValue((key) => !named.has(key), check);
};

const patternProperties: KeywordRule = ({ given, path }, { compile }) => {
  if (!isPlainObject(given)) return undefined;
  return all(Object.values(given).map((schema) => eachValue(() => true, compile(schema, `${path}[]`))));
};

function eachValue(applies: (key: string) => boolean, check: Check): Check {
  return (value) => {
    if (!isPlainObject(value)) return undefined;
    for (const [key, item] of Object.entries(value)) {
      const found = applies(key) && item !== undefined ? inside(key, check(item)) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

const propertyNames: KeywordRule = ({ given, path }, { compile }) => {
  const check = compile(given, `${path}[]`);
  return (value) => {
    const odd = isPlainObject(value) ? Object.keys(value).find((key) => check(key) !== undefined) : undefined;
    return odd === undefined ? undefined : inside(odd, issue("is no key that it takes"));
  };
};

const items: KeywordRule = ({ given, path }, { compile }) => {
  const check: Check = given === false ? () => issue("must not be there") : compile(given, `${path}[]`);
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    for (const [i, item] of value.entries()) {
      const found = inside(i, check(item));
      if (found !== undefined) return found;
    }
    return undefined;
  };
};

const uniqueItems: KeywordRule = ({ given }) => {
  if (typeof given !== "boolean") return undefined;
  if (!given) return () => undefined;
  return (value) =>
    Array.isArray(value) && new Set(value.map(canonical)).size < value.length
      ? issue("must have no item twice")
      : undefined;
};

// Equal values have equal texts, in whatever order their keys are.
function canonical(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isPlainObject(value)) return `${typeof value}${JSON.stringify(value)}`;
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

const anyOf: KeywordRule = (where, compiling) => {
  const checks = compileAll(where.given, where.path, compiling);
  return (
    checks &&
    ((value) =>
      checks.some((check) => check(value) === undefined) ? undefined : issue("fits none of the variants"))
  );
};

const oneOf: KeywordRule = (where, compiling) => {
  const checks = compileAll(where.given, where.path, compiling);
  return (
    checks &&
    ((value) => {
      const fitting = checks.filter((check) => check(value) === undefined).length;
      return fitting === 1 ? undefined : issue(`fits ${fitting} of the variants, and should fit one`);
    })
  );
};

const allOf: KeywordRule = (where, compiling) => {
  const checks = compileAll(where.given, where.path, compiling);
  return checks && all(checks);
};

function compileAll(given: unknown, path: string, { compile }: Compiling): readonly Check[] | undefined {
  return Array.isArray(given) ? given.map((schema: unknown) => compile(schema, path)) : undefined;
}

/** The keywords that look at the parts of a value, or at the value with other schemas. */
export const PARTS: { readonly [keyword: string]: KeywordRule } = {
  additionalProperties,
  allOf,
  anyOf,
  items,
  oneOf,
  patternProperties,
  properties,
  propertyNames,
  required,
  uniqueItems,
};
