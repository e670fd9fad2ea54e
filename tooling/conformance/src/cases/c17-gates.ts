import { approve, sleep, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

export const make = task({ name: "c17_gates.make", output: t.int() }, () => 3);
export const use = task(
  { name: "c17_gates.use", inputs: { x: t.int(), title: t.string() }, output: t.string() },
  ({ x, title }) => `${title}${x}`,
);

const gated = workflow({ name: "c17_gates.gated", output: t.string() }, () => {
  const n = make();
  const nap = sleep("30 seconds", { after: [n] });
  const title = waitForInput("title", t.string(), { timeout: "1 hour", after: [nap] });
  return use({ x: approve(n, "is-it-right", { timeout: "2 hours" }), title });
});

/** A nap, a typed input, and an approval. */
export const entities = [gated];
