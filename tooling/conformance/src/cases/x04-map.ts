import { mapTask, NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

export const odd = task({ name: "x04_map.odd", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  if (x % 2 === 0) throw new NonRecoverableError(`${x} is even`);
  return x * 10;
});
export const thirdTime = task(
  { name: "x04_map.third_time", inputs: { x: t.int() }, output: t.int(), retries: 2 },
  ({ x }, { attempt }) => {
    if (x === 2 && attempt < 2) throw new Error("not yet");
    return x;
  },
);
export const scale = task(
  { name: "x04_map.scale", inputs: { x: t.int(), by: t.int() }, output: t.int() },
  ({ x, by }) => x * by,
);

const inputs = { xs: t.list(t.int()) };
const whole = { inputs, output: t.list(t.int()) };
const partial = { inputs, output: t.list(t.optional(t.int())) };

const strict = workflow({ name: "x04_map.strict", ...whole }, ({ xs }) => mapTask(odd)({ x: xs }));
const half = workflow({ name: "x04_map.half", ...partial }, ({ xs }) =>
  mapTask(odd, { minSuccessRatio: 0.5 })({ x: xs }),
);
const two = workflow({ name: "x04_map.two", ...partial }, ({ xs }) =>
  mapTask(odd, { minSuccesses: 2 })({ x: xs }),
);
const retried = workflow({ name: "x04_map.retried", ...whole }, ({ xs }) => mapTask(thirdTime)({ x: xs }));
const bound = workflow(
  { name: "x04_map.bound", inputs: { ...inputs, by: t.int() }, output: t.list(t.int()) },
  ({ xs, by }) => mapTask(scale, { over: ["x"], concurrency: 2 })({ x: xs, by }),
);

/** Maps whose items fail, with and without partial success, of nothing, and with a bound input. */
export const entities = [strict, half, two, retried, bound];
