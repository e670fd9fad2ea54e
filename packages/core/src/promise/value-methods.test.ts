import { expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { traced } from "../../test/support/workflows.js";
import { t } from "../makers/t.js";

// Promises stay what they are when their body is over; what JavaScript allows, TypeScript does not.
const inputs: any = traced(
  {
    names: t.list(t.string()),
    s: t.string(),
    color: t.enum(["red"]),
    n: t.int(),
    f: t.float(),
    day: t.datetime(),
    b: t.boolean(),
    m: t.map(t.int()),
    p: t.struct("P", { map: t.int(), filter: t.string() }),
    maybe: t.optional(t.list(t.int())),
  },
  (promises) => promises,
);

it.each([
  ["names", "map"],
  ["names", "filter"],
  ["s", "toUpperCase"],
  ["s", "at"],
  ["color", "trim"],
  ["n", "toFixed"],
  ["f", "toPrecision"],
  ["day", "getTime"],
])("a promise says that its value is not there yet: %s.%s", (name, method) => {
  expect(refusal(() => inputs[name][method]())).toBe(
    `PROMISE_USED_AS_VALUE: inputs.${name} was used with the method ${method}, but it is a promise: it has no value until the workflow runs.`,
  );
});

it("a promise says so at the author's line, and for a list what to do instead", () => {
  const error = caught(() => inputs.names.map(String)); // method
  expect(error.location).toEqual(here(import.meta.url, "method", "map(String)"));
  expect(error.hint).toContain("mapTask");
  expect(caught(() => inputs.s.trim()).hint).not.toContain("mapTask");
});

it("a promise has no other names", () => {
  const probes = [
    "length",
    "size",
    "inspect",
    "nodeType",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "constructor",
  ];
  for (const promise of Object.values(inputs)) {
    for (const probe of probes)
      expect([probe, Reflect.get(promise as object, probe)]).toEqual([probe, undefined]);
  }
  expect([inputs.b.map, inputs.m.map, inputs.maybe.map, inputs.n.map, inputs.p.slice]).toEqual([
    ...[undefined, undefined, undefined, undefined, undefined],
  ]);
  expect(inputs.p.map["~promise"].path).toEqual(["map"]);
});
