/** An optional takes none and what it may hold; it feeds nothing that is required, at any depth. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { maybe, square, total } from "../support/entities.js";

const point = t.struct("Point", { x: t.int() });
const holes = task({ name: "holes", output: t.list(t.optional(t.int())) }, () => [1, undefined, null]);
const nowhere = task({ name: "nowhere", output: t.optional(point) }, () => null);
const greet = task(
  {
    name: "greet",
    inputs: { times: t.optional(t.int()), at: t.optional(point), tags: t.optional(t.list(t.int())) },
    output: t.string(),
  },
  ({ times, at, tags }) => {
    expectTypeOf(times).toEqualTypeOf<number | undefined>();
    expectTypeOf(tags).toEqualTypeOf<number[] | undefined>();
    // @ts-expect-error it may be none
    at.x.toFixed();
    return "";
  },
);
const full = task({ name: "full", output: t.struct("Full", { nick: t.string() }) }, () => ({ nick: "A" }));
const nickless = task(
  { name: "nickless", output: t.struct("P", { nick: t.optional(t.string()) }) },
  () => ({}),
);
const named = task({ name: "named", inputs: { person: t.struct("P", { nick: t.string() }) } }, () => {});
const place = task({ name: "place", inputs: { at: point } }, () => {});

export const optional = workflow(
  { name: "optional", inputs: { o: t.optional(t.int()), n: t.int() }, output: t.optional(t.int()) },
  ({ o, n }) => {
    greet();
    greet({});
    greet({ times: 3 });
    greet({ times: undefined, at: null });
    greet({ times: o });
    greet({ times: maybe() });
    greet({ times: square({ x: n }) });
    // @ts-expect-error an optional int is still no text
    greet({ times: "three" });

    // @ts-expect-error an optional feeds nothing required: a task's output
    square({ x: maybe() });
    // @ts-expect-error nor a workflow's input
    square({ x: o });
    // @ts-expect-error nor inside a list
    total({ xs: [o] });
    // @ts-expect-error nor a list whose elements may be none
    total({ xs: holes() });
    // @ts-expect-error none is not a value of a required input
    square({ x: undefined });
    // @ts-expect-error nor is null
    square({ x: null });

    n.gt(3);
    // @ts-expect-error the backend compares no optionals
    o.gt(3);
    // @ts-expect-error nor asks whether they are there
    o.isNone();

    greet({ at: nowhere() });
    greet({ at: { x: 1 } });
    // @ts-expect-error a field of what may be none
    square({ x: nowhere().x });
    // @ts-expect-error nor the record itself where one is required
    place({ at: nowhere() });
    // @ts-expect-error a record written out holds values, no promises
    greet({ at: { x: n } });

    named({ person: full() });
    // @ts-expect-error a record whose field may be none, where the field is required
    named({ person: nickless() });

    greet({ tags: [n, 1] });
    // @ts-expect-error the list inside an optional keeps its kind
    greet({ tags: ["a"] });
    return o;
  },
);

export const fromRequired = workflow(
  { name: "fromRequired", inputs: { n: t.int() }, output: t.optional(t.int()) },
  ({ n }) => n,
);

export const toRequired = workflow(
  { name: "toRequired", inputs: { o: t.optional(t.int()) }, output: t.int() },
  // @ts-expect-error an optional is no required output
  ({ o }) => o,
);
