import { approve, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

export const make = task({ name: "x07_gates.make", output: t.int() }, () => 3);
export const use = task(
  { name: "x07_gates.use", inputs: { x: t.int(), title: t.string() }, output: t.string() },
  ({ x, title }) => `${title}${x}`,
);

const gated = workflow({ name: "x07_gates.gated", output: t.string() }, () => {
  const title = waitForInput("title", t.string(), { timeout: "1 hour" });
  return use({ x: approve(make(), "ok", { timeout: "1 hour" }), title });
});

/** An approval, given and refused, and a typed value. */
export const entities = [gated];
