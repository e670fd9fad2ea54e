/** A body wires nodes together, now: it is not async, gives promises or constants, and gives all of them. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import { announce, half, square } from "../support/entities.js";

const int = { inputs: { n: t.int() }, output: t.int() } as const;

// A task may be async: it runs when the workflow does.
export const later = task({ name: "later", ...int }, async ({ n }) => n);
export const laterVoid = task({ name: "laterVoid" }, async () => {});
// @ts-expect-error what it resolves to is what it declares
export const laterText = task({ name: "laterText", ...int }, async ({ n }) => String(n));

export const plain = workflow({ name: "plain", ...int }, ({ n }) => later({ n }));
// @ts-expect-error a body is not async: bare output
export const asyncBare = workflow({ name: "asyncBare", ...int }, async ({ n }) => later({ n }));

export const plainVoid = workflow({ name: "plainVoid" }, () => {
  announce();
});
// @ts-expect-error no output
export const asyncVoid = workflow({ name: "asyncVoid" }, async () => {
  announce();
});

const named = { inputs: { n: t.int() }, outputs: { a: t.int() } } as const;
export const plainNamed = workflow({ name: "plainNamed", ...named }, ({ n }) => ({ a: square({ x: n }) }));
// @ts-expect-error named outputs
export const asyncNamed = workflow({ name: "asyncNamed", ...named }, async ({ n }) => ({ a: n }));

export const constant = workflow({ name: "constant", ...int }, () => 3);
export const input = workflow({ name: "input", ...int }, ({ n }) => n);
// @ts-expect-error the result of the last call has to be returned
export const forgotten = workflow({ name: "forgotten", ...int }, ({ n }) => {
  square({ x: n });
});
// @ts-expect-error an entity that was not called
export const uncalled = workflow({ name: "uncalled", ...int }, () => square);
// @ts-expect-error a void promise is no output
export const nothing = workflow({ name: "nothing", ...int }, () => announce());
// @ts-expect-error a float is no int
export const float = workflow({ name: "float", ...int }, () => half({ x: 1 }));
// @ts-expect-error a constant of another type
export const text = workflow({ name: "text", ...int }, () => "3");
// @ts-expect-error a generator gives an iterator
export const generator = workflow({ name: "generator", ...int }, function* ({ n }) {
  yield n;
});

export const either = workflow({ name: "either", ...int }, ({ n }) =>
  Math.random() > 2 ? n : square({ x: n }),
);

// @ts-expect-error an input that is not declared
export const undeclared = workflow({ name: "undeclared", ...int }, ({ m }) => m);
