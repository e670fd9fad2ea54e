import { type Expression, isConjunction } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { balanced } from "./balanced.js";

/** A condition on a constant, which its number tells from others. */
function leaf(number: bigint): Expression {
  const operand = { kind: "constant", primitive: { value: { $case: "integer", value: number } } } as const;
  return { left: operand, operator: "eq", right: operand };
}

function chain(count: number, operatorAt: (index: number) => "and" | "or" = () => "or"): Expression {
  let joined = leaf(0n);
  for (let i = 1; i < count; i += 1)
    joined = { left: joined, operator: operatorAt(i), right: leaf(BigInt(i)) };
  return joined;
}

const alternating = (count: number): Expression => chain(count, (index) => (index % 2 === 0 ? "and" : "or"));

function leaves(expression: Expression | undefined): readonly bigint[] {
  if (expression === undefined) return [];
  if (isConjunction(expression)) return [...leaves(expression.left), ...leaves(expression.right)];
  const { left } = expression;
  const value = left.kind === "constant" ? left.primitive.value : undefined;
  return value?.$case === "integer" ? [value.value] : [];
}

function depth(expression: Expression | undefined): number {
  if (expression === undefined || !isConjunction(expression)) return 0;
  return 1 + Math.max(depth(expression.left), depth(expression.right));
}

/** What a condition says if its leaves hold or not. */
function holds(expression: Expression, truths: readonly boolean[]): boolean {
  if (!isConjunction(expression)) return truths[Number(leaves(expression)[0])] === true;
  const [left, right] = [holds(expression.left, truths), holds(expression.right, truths)];
  return expression.operator === "and" ? left && right : left || right;
}

describe("balanced", () => {
  it.each([1, 2, 3, 16])("keeps the form of %d joined conditions, as flytekit sends it", (count) => {
    const written = chain(count);
    expect(balanced(written, 200)).toEqual(written);
  });

  it.each([
    [17, 5],
    [47, 6],
    [150, 8],
    [8000, 13],
  ])("nests %d conditions that one operator joins %d levels deep, in their order", (count, levels) => {
    const tree = balanced(chain(count), 200);
    expect(depth(tree)).toBe(levels);
    expect(leaves(tree)).toEqual(Array.from({ length: count }, (_, index) => BigInt(index)));
  });

  it("balances what joins inside another operator, and what nests to the right", () => {
    let right = leaf(99n);
    for (let i = 98; i >= 0; i -= 1) right = { left: leaf(BigInt(i)), operator: "and", right };
    const mixed: Expression = { left: right, operator: "or", right: chain(100) };
    expect(depth(balanced(right, 200))).toBe(7);
    expect(depth(balanced(mixed, 200))).toBeLessThanOrEqual(14);
  });

  it("says the same, whatever holds", () => {
    const groups = chain(40, (index) => (index % 20 === 0 ? "and" : "or"));
    for (const written of [groups, alternating(40), chain(40)]) {
      const tree = balanced(written, 200);
      for (let round = 0; round < 60; round += 1) {
        const truths = Array.from({ length: 40 }, (_, index) => (index * 7 + round * 3) % 11 < round % 5);
        expect(tree !== undefined && holds(tree, truths)).toBe(holds(written, truths));
      }
    }
  });

  it("keeps what alternates between operators, up to the deepest level", () => {
    expect(balanced(alternating(201), 200)).toEqual(alternating(201));
    expect(balanced(alternating(202), 200)).toBeUndefined();
    expect(balanced(alternating(100_000), 200)).toBeUndefined();
  });
});
