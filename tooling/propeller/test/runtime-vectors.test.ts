import { readFileSync } from "node:fs";
import {
  BooleanExpression,
  ComparisonExpression_Operator,
  Literal,
  LiteralMap,
} from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { followPath, type Step } from "../src/values/attribute-path.js";
import { holds, holdsOfOrder, type OrderTest } from "../src/values/condition.js";
import { NodeFailure } from "../src/values/failure.js";
import { scalarOf } from "../src/values/literals.js";
import { type Packed, unpack } from "../src/values/msgpack.js";

interface ConditionRow {
  readonly kind: "condition";
  readonly expression: string;
  readonly inputs: string;
  readonly value?: boolean;
}
interface PathRow {
  readonly kind: "path";
  readonly from: string;
  readonly path: readonly Step[];
  readonly literal?: string;
}

const rows = readFileSync(new URL("data/runtime-vectors.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as ConditionRow | PathRow);
const conditions = rows.filter((row) => row.kind === "condition");
const paths = rows.filter((row) => row.kind === "path");

function bytes(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}

/** What it gives, or `undefined` where it fails as a node does. */
async function orFailure<T>(make: () => T): Promise<Awaited<T> | undefined> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof NodeFailure) return undefined;
    throw error;
  }
}

/** A literal whose MessagePack is compared by what it says: Go writes it anew, with the keys in order. */
function bySaying(literal: Literal | undefined): unknown {
  const scalar = scalarOf(literal);
  return scalar?.$case === "binary" ? saidIn(unpack(scalar.value.value)) : literal;
}

function saidIn({ value, bytes }: Packed): unknown {
  if (value.kind === "list") return value.items.map(saidIn);
  if (value.kind !== "map") return value.kind === "other" ? [...bytes] : value;
  return new Map(value.entries.map(([key, item]) => [JSON.stringify(saidIn(key), text), saidIn(item)]));
}

function text(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}

describe("what Flyte's engine said", () => {
  it.each(conditions.map((row, index) => [index, row] as const))("of condition %i", async (_, row) => {
    const { literals } = LiteralMap.decode(bytes(row.inputs));
    const said = await orFailure(() => holds(BooleanExpression.decode(bytes(row.expression)), literals));
    expect(said).toBe(row.value);
  });

  it.each(paths.map((row, index) => [index, row] as const))("of path %i", async (_, row) => {
    const said = await orFailure(() =>
      followPath(Literal.decode(bytes(row.from)), row.path, () =>
        Promise.reject(new Error("nothing is kept elsewhere")),
      ),
    );
    expect(bySaying(said)).toEqual(
      row.literal === undefined ? undefined : bySaying(Literal.decode(bytes(row.literal))),
    );
  });

  it("tells that a NaN is less than anything", async () => {
    // As one would write it: what has no order is not less.
    const plain: OrderTest = (operator, order) =>
      operator >= ComparisonExpression_Operator.LT
        ? order === -1 || (operator === ComparisonExpression_Operator.LTE && order === 0)
        : holdsOfOrder(operator, order);
    const said = await Promise.all(
      conditions.map(async ({ expression, inputs, value }) => {
        const { literals } = LiteralMap.decode(bytes(inputs));
        const ours = await orFailure(() =>
          holds(BooleanExpression.decode(bytes(expression)), literals, plain),
        );
        return ours === value;
      }),
    );
    expect(said.filter((isRight) => !isRight).length).toBeGreaterThan(0);
  });

  it("is all there", () => {
    expect([conditions.length, paths.length]).toEqual([250, 350]);
  });
});
