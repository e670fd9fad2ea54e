import type * as idl from "@flytekit-ts/models/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";

type Bound = ReadonlySet<string>;

/**
 * The number of items of a map: the length of its lists. A map whose inputs are all bound has one item.
 *
 * @throws `MAP_INPUTS_INVALID`
 */
export function sizeOf(inputs: Literals, bound: Bound, map: string): number {
  const sizes = [...inputs].flatMap(([name, literal]) => {
    const list = bound.has(name) ? undefined : listIn(literal);
    return list === undefined ? [] : [{ name, size: list.length }];
  });
  const [first, ...others] = sizes;
  if (first !== undefined) {
    const other = others.find(({ size }) => size !== first.size);
    if (other === undefined) return first.size;
    const lengths = [first, other].map(({ name, size }) => `${name} has ${size}`).join(" and ");
    throw errors.MAP_INPUTS_INVALID({ map, problem: `its lists differ in length: ${lengths}` });
  }
  if ([...inputs.keys()].every((name) => bound.has(name))) return 1;
  throw errors.MAP_INPUTS_INVALID({ map, problem: "none of its inputs is a list" });
}

/** The inputs of one item: its element of each list, and the whole value of inputs that are bound or not lists. */
export function itemInputs(inputs: Literals, bound: Bound, index: number): Literals {
  const own = new Map<string, idl.Literal>();
  for (const [name, literal] of inputs) {
    own.set(name, (bound.has(name) ? undefined : listIn(literal)?.[index]) ?? literal);
  }
  return own;
}

function listIn({ value }: idl.Literal): readonly idl.Literal[] | undefined {
  return value?.$case === "collection" ? value.value.literals : undefined;
}
