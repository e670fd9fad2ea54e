import { t, task, workflow } from "@flytekit-ts/workflow";

export const work = task(
  {
    name: "c06_overrides.work",
    inputs: { x: t.int() },
    output: t.int(),
    retries: 1,
    timeout: "60 s",
    interruptible: true,
  },
  ({ x }) => x,
);

const overridden = workflow(
  { name: "c06_overrides.overridden", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => {
    const a = work({ x }, { id: "My_First", retries: 5, timeout: "2 hours", interruptible: false });
    const resources = {
      cpu: { request: "500m", limit: "1" },
      memory: { request: "1Gi", limit: "2Gi" },
      gpu: { limit: "1" },
    };
    const b = work({ x: a }, { resources, displayName: "pretty name" });
    const c = work({ x: b }, { cache: { version: "v7", serialize: true }, image: "other/image:1" });
    return work(
      { x: c },
      { accelerator: "nvidia-tesla-t4", sharedMemory: "2Gi", aliases: { o0: "renamed" } },
    );
  },
);

/** Every per-node override that reaches the node message. */
export const entities = [overridden];
