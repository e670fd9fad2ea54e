// What the end-to-end test executes on a cluster: it is bundled, and comes into the containers of its tasks.
import { approve, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

export const measure = task(
  { name: "meadow.measure", inputs: { map: t.file() }, outputs: { size: t.int(), copy: t.file() } },
  async ({ map }) => {
    const text = await map.text();
    return { size: text.length, copy: new TextEncoder().encode(text.toUpperCase()) };
  },
);

export const sow = task(
  { name: "meadow.sow", inputs: { rows: t.int(), size: t.int() }, output: t.int() },
  ({ rows, size }) => rows * size,
);

/** Fails, unless it is taken up by an execution that is called so. */
export const harvest = task(
  { name: "meadow.harvest", inputs: { seeds: t.int() }, output: t.int() },
  ({ seeds }, { execution }) => {
    if (!execution.name.startsWith("again")) throw new Error("it rained all week");
    return 10 * seeds;
  },
);

export const endless = task({ name: "meadow.endless" }, async () => {
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});

export const season = workflow(
  {
    name: "meadow.season",
    inputs: { map: t.file() },
    outputs: { yield: t.int(), copy: t.file() },
  },
  ({ map }) => {
    const { size, copy } = measure({ map });
    const rows = waitForInput("rows", t.int());
    const seeds = sow({ rows, size: approve(size, "release") });
    return { yield: harvest({ seeds }), copy };
  },
);

export const idle = workflow({ name: "meadow.idle" }, () => {
  endless({});
});
