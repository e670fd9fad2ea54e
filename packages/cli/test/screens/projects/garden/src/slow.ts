import { existsSync, watch } from "node:fs";
import { approve, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

export const dig = task({ name: "garden.dig", output: t.int() }, () => 3);

/** Is done when there is a file `water`. */
export const wait = task(
  { name: "garden.wait", inputs: { beds: t.int() }, output: t.int() },
  async ({ beds }, { signal }) => {
    const watcher = watch(".", { signal });
    if (existsSync("water")) return beds;
    return await new Promise<number>((resolve, reject) => {
      watcher.on("change", () => existsSync("water") && resolve(beds));
      signal.addEventListener("abort", () => reject(new Error("ended", { cause: signal.reason })));
    });
  },
);

export const slow = workflow({ name: "garden.slow", output: t.int() }, () => wait({ beds: dig() }));

export const asking = workflow({ name: "garden.asking", output: t.int() }, () =>
  approve(waitForInput("litres", t.int()), "enough"),
);
