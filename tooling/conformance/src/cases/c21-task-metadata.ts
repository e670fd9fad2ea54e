import { t, task, workflow } from "@flytekit-ts/workflow";

export const heavy = task(
  {
    name: "c21_task_metadata.heavy",
    inputs: { a: t.int().describe("the first"), b: t.int().describe("the second") },
    output: t.int(),
    docs: { short: "Add two numbers.", long: "Long text about the task.", format: "rst" },
    retries: 3,
    timeout: "10 minutes",
    interruptible: true,
    cache: { version: "1.0", serialize: true, ignoredInputs: ["b"] },
    deprecated: "use other",
    resources: {
      cpu: { request: "500m", limit: "1" },
      memory: { request: "500Mi", limit: "1Gi" },
      gpu: { limit: "1" },
      ephemeralStorage: { request: "1Gi" },
    },
    environment: { A: "1", B: "2" },
    secrets: [
      { group: "grp", key: "token" },
      { group: "grp", key: "only", mount: "file" },
    ],
    image: "custom/image:3",
    deck: true,
  },
  ({ a, b }) => a + b,
);

const settings = workflow(
  {
    name: "c21_task_metadata.settings",
    inputs: { a: t.int() },
    output: t.int(),
    docs: { short: "Short line.", long: "Long text about the workflow.", format: "rst" },
  },
  ({ a }) => heavy({ a, b: 1 }),
);

/** Every setting that lands in a task's template. */
export const entities = [settings];
