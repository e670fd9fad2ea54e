/**
 * A promise is no value yet: using it as one is an error where TypeScript can see it.
 *
 * What it cannot see (`if (p)`, templates, `-p`, `&&` between conditions) is refused when the body runs.
 */
import { t, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { square } from "../support/entities.js";

const user = t.struct("User", { name: t.string(), age: t.int() });
const ada = task({ name: "ada", output: user }, () => ({ name: "Ada", age: 36 }));
const inputs = { n: t.int(), s: t.string(), xs: t.list(t.int()), m: t.map(t.int()) };

export const traps = workflow({ name: "traps", inputs }, ({ n, s, xs, m }) => {
  square({ x: n });
  // @ts-expect-error arithmetic
  square({ x: n + 1 });
  // @ts-expect-error arithmetic, whatever the operator
  square({ x: n * n });
  // @ts-expect-error comparing as JavaScript does
  void (n > 3);
  // @ts-expect-error equal to a value it never is
  void (n === 3);
  // @ts-expect-error a promise is no number
  n.toFixed();
  // @ts-expect-error nor a string
  s.slice(1);
  // @ts-expect-error whose length is unknown
  square({ x: s.length });
  // @ts-expect-error a promise is always true
  if (b) square({ x: 1 });
  // @ts-expect-error so is the promise of a number
  square({ x: n ? 1 : 2 });
  // @ts-expect-error or of a string
  void (s && square({ x: 1 }));
  // @ts-expect-error nor a list to loop over
  for (const x of xs) square({ x });
  // @ts-expect-error nor to spread
  void [...xs];
  // @ts-expect-error nor to map
  xs.map((x: never) => square({ x }));
  // @ts-expect-error how long it will be is unknown
  void xs.length;
  // @ts-expect-error a map is indexed with at
  void m.a;
  // @ts-expect-error nor have its keys been decided
  Object.keys(m).forEach((key) => square({ x: m[key] }));
  // @ts-expect-error it is not JavaScript's promise
  n.then((x: number) => x);
  // @ts-expect-error a library function wants the value
  Math.sqrt(n);
  // @ts-expect-error so does a task's own function
  void square.fn({ x: n }, {});
  // @ts-expect-error a field is no value either
  ada().name.trim();
  // @ts-expect-error what it will be cannot be set
  ada().age = 37;

  // The names that JavaScript calls by itself are not promised to exist.
  expectTypeOf(ada()).not.toHaveProperty("then");
  expectTypeOf(n).not.toHaveProperty("toJSON");
});
