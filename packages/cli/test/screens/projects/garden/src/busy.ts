import { existsSync, watch } from "node:fs";
import { sleep, t, task, workflow } from "@flytekit-ts/workflow";

export const count = task({ name: "garden.count", output: t.int(), cache: { version: "1" } }, () => 3);

/** Works at the second attempt. */
export const prune = task(
  { name: "garden.prune", inputs: { beds: t.int() }, output: t.int(), retries: 1 },
  ({ beds }, { attempt }) => {
    if (attempt === 0) throw new Error("the shears are blunt");
    return beds;
  },
);

/** Works once there is a file `ripe`. */
export const pick = task({ name: "garden.pick", inputs: { beds: t.int() } }, ({ beds }) => {
  if (!existsSync("ripe")) throw new Error(`nothing is ripe in ${beds} beds`);
});

export const harvest = workflow({ name: "garden.harvest" }, () => {
  pick({ beds: count() });
});

/** Is done when there is a file `water`. */
export const soak = task({ name: "garden.soak" }, async (_inputs, { signal }) => {
  const watcher = watch(".", { signal });
  await new Promise<void>((resolve, reject) => {
    watcher.on("change", () => existsSync("water") && resolve());
    signal.addEventListener("abort", () => reject(new Error("ended", { cause: signal.reason })));
  });
});

/** A run with something of everything: from the cache, after a retry, failed, under way and waiting. */
export const busy = workflow({ name: "busy", failurePolicy: "fail-after-executable-nodes-complete" }, () => {
  soak();
  sleep("1 day");
  pick({ beds: prune({ beds: count() }) });
});
