/** A body is plain TypeScript: functions, generics, loops and collections of promises have types to say so. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import type { Bindable, Called, FlytePromise } from "@flytekit-ts/workflow";
import { half, shout, square } from "../support/entities.js";

const add = task({ name: "add", inputs: { a: t.int(), b: t.int() }, output: t.int() }, ({ a, b }) => a + b);

type Int = FlytePromise<number, "int">;

const twice = (x: Int): Int => square({ x: square({ x }) });

function chain(x: Int, length: number): Int {
  let last = x;
  for (let i = 0; i < length; i++) last = square({ x: last });
  return last;
}

function addAll([first, second, ...rest]: readonly Int[]): Bindable<number, "int"> {
  if (first === undefined) return 0;
  if (second === undefined) return first;
  return addAll([...rest, add({ a: first, b: second })]);
}

function applyTwice<T, K>(
  entity: (args: { x: FlytePromise<T, K> }) => FlytePromise<T, K>,
  x: FlytePromise<T, K>,
): FlytePromise<T, K> {
  return entity({ x: entity({ x }) });
}

type Squared = Called<NonNullable<typeof square>["~output"]>;
const same = (x: Squared): Int => x;

export const loops = workflow(
  { name: "loops", inputs: { n: t.int(), f: t.float() }, output: t.int() },
  ({ n, f }) => {
    let last = square({ x: n });
    for (let i = 0; i < 3; i++) last = square({ x: last });
    // @ts-expect-error a loop keeps the kind, too
    last = half({ x: f });

    const all = Array.from({ length: 4 }, (_, i) => square({ x: i }));
    const byName = new Map<string, Int>([["last", last]]);
    const found = byName.get("last");
    // @ts-expect-error it may not be there
    square({ x: found });
    if (found !== undefined) square({ x: found });
    // @ts-expect-error a map of ints takes no floats
    byName.set("half", half({ x: f }));

    twice(last);
    chain(n, 3);
    // @ts-expect-error helpers keep kinds apart
    twice(f);

    applyTwice(square, n);
    applyTwice(half, f);
    // @ts-expect-error generic ones too
    applyTwice(half, n);
    // @ts-expect-error and know what an entity takes
    applyTwice(shout, n);

    same(square({ x: n }));
    return addAll(all);
  },
);
