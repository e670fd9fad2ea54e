import { type Expression, isConjunction } from "@flytekit-ts/core/graph";

// As many joined conditions keep the form in which they were written, which is also that of flytekit's messages.
const AS_WRITTEN = 16;
// A condition this deep leaves little of the 100 nested messages at which most decoders stop. Each level takes two.
const DEEP = 30;

/**
 * An equal condition that nests less: many conditions that are joined by the same operator become a balanced tree.
 *
 * `a.or(b).or(c)` nests one level for each condition, and messages with many levels cannot be read back. Flyte
 * evaluates both sides of every join, so only the order of the conditions counts, and it stays.
 *
 * Beyond `deepest` levels the result is `undefined`. Only conditions that alternate between `and` and `or` get there.
 */
export function balanced(expression: Expression, deepest: number): Expression | undefined {
  const likeWritten = balance(expression, { asWritten: AS_WRITTEN, deepest });
  if (likeWritten !== undefined && likeWritten.depth <= DEEP) return likeWritten.expression;
  return balance(expression, { asWritten: 2, deepest })?.expression;
}

interface Balanced {
  readonly expression: Expression;
  /** How many levels of joins it nests. */
  readonly depth: number;
}

interface Limits {
  readonly asWritten: number;
  readonly deepest: number;
}

function balance(expression: Expression, { asWritten, deepest }: Limits): Balanced | undefined {
  if (!isConjunction(expression)) return { expression, depth: 0 };
  // Each level inside starts at the other operator, so the levels bound the recursion.
  if (deepest === 0) return undefined;
  const { operator } = expression;
  const parts: Balanced[] = [];
  const known = new Map<Expression, Balanced>();
  for (const each of joinedBy(operator, expression)) {
    const part = balance(each, { asWritten, deepest: deepest - 1 });
    if (part === undefined) return undefined;
    parts.push(part);
    known.set(each, part);
  }
  const join = (left: Balanced, right: Balanced): Balanced => ({
    expression: { left: left.expression, operator, right: right.expression },
    depth: Math.max(left.depth, right.depth) + 1,
  });
  const written = (each: Expression): Balanced =>
    known.get(each) ??
    (isConjunction(each) ? join(written(each.left), written(each.right)) : { expression: each, depth: 0 });
  const halved = (some: readonly Balanced[]): Balanced => {
    const [only, ...others] = some;
    if (only !== undefined && others.length === 0) return only;
    const middle = Math.ceil(some.length / 2);
    return join(halved(some.slice(0, middle)), halved(some.slice(middle)));
  };
  const result = parts.length <= asWritten ? written(expression) : halved(parts);
  return result.depth <= deepest ? result : undefined;
}

/** The conditions that an operator joins, in their order. Without recursion, since a loop may join thousands. */
function joinedBy(operator: "and" | "or", expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  const open = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isConjunction(next) && next.operator === operator) open.push(next.right, next.left);
    else parts.push(next);
  }
  return parts;
}
