/** Mapping makes lists of the inputs it goes over and of the output; the other inputs stay as they are. */
import { mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { half, split, square, total } from "../support/entities.js";

const scale = task(
  { name: "scale", inputs: { x: t.int(), by: t.int() }, output: t.int() },
  ({ x, by }) => x * by,
);
const labelled = task(
  { name: "labelled", inputs: { x: t.int(), label: t.optional(t.string()) }, output: t.int() },
  ({ x }) => x,
);
const repeat = task({ name: "repeat", inputs: { x: t.int() }, output: t.list(t.int()) }, ({ x }) => [x, x]);
const log = task({ name: "log", inputs: { x: t.int() } }, () => {});
const nested = workflow({ name: "nested", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  square({ x }),
);
const lists = { inputs: { xs: t.list(t.int()), n: t.int() }, output: t.list(t.int()) } as const;

export const mapped = workflow({ name: "mapped", ...lists }, ({ xs, n }) => {
  const squares = mapTask(square)({ x: xs });
  total({ xs: mapTask(square)({ x: squares }) });
  square({ x: squares.at(0) });
  mapTask(square)({ x: [n, 1, 2] });
  // @ts-expect-error a list is wanted
  mapTask(square)({ x: n });
  // @ts-expect-error one element is no list
  mapTask(square)({ x: xs.at(0) });
  // @ts-expect-error a list of ints is none of floats
  mapTask(half)({ x: xs });

  const scaled = mapTask(scale, { over: ["x"], concurrency: 3 })({ x: xs, by: n });
  mapTask(scale)({ x: xs, by: [1, 2] });
  // @ts-expect-error by is not mapped over
  mapTask(scale, { over: ["x"] })({ x: xs, by: xs });
  // @ts-expect-error and still required
  mapTask(scale, { over: ["x"] })({ x: xs });
  // @ts-expect-error no such input
  mapTask(scale, { over: ["z"] });

  mapTask(labelled, { over: ["x"] })({ x: xs });
  mapTask(labelled, { over: ["x"] })({ x: xs, label: "a" });
  // What may be left out is gone over only if it is named.
  mapTask(labelled)({ x: xs, label: "a" });
  // @ts-expect-error so it is no list
  mapTask(labelled)({ x: xs, label: ["a"] });
  mapTask(labelled, { over: ["x", "label"] })({ x: xs, label: ["a", undefined] });
  // @ts-expect-error unless it is named
  mapTask(labelled, { over: ["x", "label"] })({ x: xs, label: "a" });

  total({ xs: mapTask(total)({ xs: mapTask(repeat)({ x: xs }) }) });
  // @ts-expect-error lists of lists
  total({ xs: mapTask(repeat)({ x: xs }) });
  total({ xs: mapTask(nested)({ x: xs }) });
  mapTask(log)({ x: xs });
  // @ts-expect-error no output, so no list of them
  total({ xs: mapTask(log)({ x: xs }) });
  // @ts-expect-error two outputs cannot be mapped
  mapTask(split);
  return scaled;
});

export const partly = workflow({ name: "partly", ...lists }, ({ xs }) => {
  const some = mapTask(square, { minSuccessRatio: 0.5 })({ x: xs });
  const all = mapTask(square, { minSuccessRatio: 1 })({ x: xs });
  expectTypeOf(some["~value"]).toEqualTypeOf<(number | undefined)[]>();
  total({ xs: all });
  // @ts-expect-error some of them may be none
  total({ xs: some });
  return all;
});

export const counted = workflow({ name: "counted", inputs: lists.inputs }, ({ xs }) => {
  const two = mapTask(square, { minSuccesses: 2 })({ x: xs });
  expectTypeOf(two["~value"]).toEqualTypeOf<(number | undefined)[]>();
  // @ts-expect-error all but two may be none
  total({ xs: two });
  // @ts-expect-error a count is no text
  mapTask(square, { minSuccesses: "2" });
  // @ts-expect-error no such option
  mapTask(square, { parallelism: 2 });
});

export const partlyOut = workflow(
  { name: "partlyOut", inputs: { xs: t.list(t.int()) }, output: t.list(t.optional(t.int())) },
  ({ xs }) => mapTask(square, { minSuccessRatio: 0.5 })({ x: xs }, { id: "some", retries: 5 }),
);
