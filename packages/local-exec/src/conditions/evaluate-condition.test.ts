import { resolveAttributePath } from "@flytekit-ts/core/literals";
import { readFileSync } from "node:fs";
import * as idl from "@flytekit-ts/models/core";
import { MsgpackReader } from "@flytekit-ts/core/types";
import { describe, expect, it } from "vitest";
import { evaluateCondition } from "./evaluate-condition.js";

// What the engine of Flyte 1.16 makes of conditions and of paths, right and wrong ones.
interface Condition {
  readonly kind: "condition";
  readonly expression: string;
  readonly inputs: string;
  readonly value?: boolean;
  readonly error?: string;
}
interface Path {
  readonly kind: "path";
  readonly from: string;
  readonly path: readonly (string | number)[];
  readonly literal?: string;
  readonly error?: string;
}

const file = readFileSync(new URL("../../test/data/runtime-vectors.jsonl", import.meta.url), "utf8");
const rows = file
  .trim()
  .split("\n")
  .map((line, index) => ({ ...(JSON.parse(line) as Condition | Path), index }));
const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

const conditions = rows.filter((row) => row.kind === "condition");
const paths = rows.filter((row) => row.kind === "path");

function evaluate({ expression, inputs }: Condition): boolean {
  return evaluateCondition(
    idl.BooleanExpression.decode(bytes(expression)),
    idl.LiteralMap.decode(bytes(inputs)).literals,
  );
}

describe("evaluateCondition", () => {
  it("has all that was recorded", () => {
    expect(conditions).toHaveLength(250);
  });

  it.each(conditions.filter(({ value }) => value !== undefined))(
    "decides what the engine decides: $index $value",
    (row) => {
      expect(evaluate(row)).toBe(row.value);
    },
  );

  it.each(conditions.filter(({ error }) => error !== undefined))(
    "refuses what the engine refuses: $index",
    (row) => {
      expect(() => evaluate(row)).toThrow("[CONDITION_MALFORMED]");
    },
  );

  it("says which part cannot be evaluated, and why", () => {
    const integer = (value: bigint): idl.Operand => ({
      val: { $case: "primitive", value: { value: { $case: "integer", value } } },
    });
    const compare = (leftValue: idl.Operand, rightValue: idl.Operand): idl.BooleanExpression => ({
      expr: { $case: "comparison", value: { operator: 0, leftValue, rightValue } },
    });
    const expression: idl.BooleanExpression = {
      expr: {
        $case: "conjunction",
        value: {
          operator: 1,
          leftExpression: compare(integer(1n), integer(1n)),
          rightExpression: compare(integer(1n), { val: { $case: "var", value: ".x" } }),
        },
      },
    };
    expect(() => evaluateCondition(expression, new Map())).toThrow(
      'The part `right right` of a condition cannot be evaluated: there is no value for the variable ".x".',
    );
    expect(() => evaluateCondition({ expr: undefined }, new Map())).toThrow(
      "A condition cannot be evaluated: it is neither a comparison nor two joined conditions.",
    );
  });

  it.each([
    { $case: "integer", value: 1n },
    { $case: "boolean", value: true },
  ] as const)("takes an operator that does not exist for malformed, also between values like %o", (value) => {
    const operand: idl.Operand = { val: { $case: "primitive", value: { value } } };
    const comparison = { operator: 9 as never, leftValue: operand, rightValue: operand };
    expect(() => evaluateCondition({ expr: { $case: "comparison", value: comparison } }, new Map())).toThrow(
      "the operator 9",
    );
  });
});

// The engine writes MessagePack anew and in another order of keys; what it says counts.
function unpack(reader: MsgpackReader): unknown {
  const token = reader.peek();
  if (token.kind === "list") {
    reader.next();
    return Array.from({ length: token.size }, () => unpack(reader));
  }
  if (token.kind !== "map") return reader.next();
  reader.next();
  return new Map(
    Array.from({ length: token.size }, () => [JSON.stringify(unpackKey(reader)), unpack(reader)]),
  );
}

function unpackKey(reader: MsgpackReader): string {
  return JSON.stringify(reader.next(), (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

function said(value: unknown): unknown {
  if (value instanceof Uint8Array) return unpack(new MsgpackReader(value));
  if (Array.isArray(value)) return value.map(said);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, said(item)]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, said(item)]));
}

describe("resolveAttributePath", () => {
  const literal = (base64: string): idl.Literal => idl.Literal.decode(bytes(base64));

  it("has all that was recorded", () => {
    expect(paths).toHaveLength(350);
  });

  it.each(paths.filter((row) => row.literal !== undefined))(
    "gives what the engine gives: $index $path",
    ({ from, path, literal: wanted = "" }) => {
      expect(said(resolveAttributePath(literal(from), path))).toEqual(said(literal(wanted)));
    },
  );

  it.each(paths.filter((row) => row.error !== undefined))(
    "refuses what the engine refuses: $index $path",
    ({ from, path }) => {
      expect(() => resolveAttributePath(literal(from), path)).toThrow(
        /\[(ATTRIBUTE_NOT_FOUND|VALUE_TYPE_MISMATCH|MSGPACK_MALFORMED)\]/,
      );
    },
  );
});
