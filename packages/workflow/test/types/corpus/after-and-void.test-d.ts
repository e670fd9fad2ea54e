/** `after` takes whatever a call gave; a void promise is good for nothing else. */
import { t, workflow } from "@flytekit-ts/workflow";
import { announce, not, shout, split, square, total } from "../support/entities.js";

const two = workflow({ name: "two", outputs: { a: t.int(), b: t.int() } }, () => ({ a: 1, b: 2 }));

export const order = workflow({ name: "order", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const void1 = announce();
  const bare = square({ x: n }, { after: [void1] });
  const named = split({ s: "a", at: 1 }, { after: [void1, bare] });
  const nested = two({}, { after: [named, named.head] });
  announce({}, { after: [nested, nested.a, announce({}, { after: [] })] });
  // @ts-expect-error a value is no result
  announce({}, { after: [3] });
  // @ts-expect-error an entity is no result
  announce({}, { after: [square] });
  // @ts-expect-error nor is what is not there
  announce({}, { after: [undefined] });
  // @ts-expect-error nor a condition
  announce({}, { after: [bare.gt(1)] });
  // @ts-expect-error nor a JavaScript promise
  announce({}, { after: [Promise.resolve(bare)] });
  // @ts-expect-error results are listed one by one
  announce({}, { after: [[bare]] });
  return bare;
});

export const nothing = workflow({ name: "nothing" }, () => {
  // @ts-expect-error a void promise feeds no int
  square({ x: announce() });
  // @ts-expect-error no boolean
  not({ b: announce() });
  // @ts-expect-error no text
  shout({ s: announce() });
  // @ts-expect-error no list
  total({ xs: [announce()] });
  // @ts-expect-error it compares with nothing
  announce().eq(1);
  // @ts-expect-error it has no fields
  void announce().o0;
  // @ts-expect-error and nothing follows it in JavaScript's time
  announce().then(() => {});
  announce({});
  // @ts-expect-error what takes nothing is given nothing
  announce({ x: 1 });
});
