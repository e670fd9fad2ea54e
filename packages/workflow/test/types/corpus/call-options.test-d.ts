/** The second argument of a call is about its node alone; every option is checked, and none is made up. */
import { t, workflow } from "@flytekit-ts/workflow";
import type { CallOptions } from "@flytekit-ts/workflow";
import { announce, split, square } from "../support/entities.js";

const x = 1;

export const every = workflow({ name: "every", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const first = split({ s: "abc", at: 1 });
  const all: CallOptions = {
    id: "mine",
    displayName: "My square",
    after: [first, first.head, announce()],
    retries: 3,
    timeout: "10 minutes",
    interruptible: false,
    cache: { version: "v1", serialize: true },
    resources: {
      cpu: "500m",
      memory: { request: "1Gi", limit: "2Gi" },
      gpu: 1,
      ephemeralStorage: { limit: "1Gi" },
    },
    image: "example/image:1",
    accelerator: { device: "nvidia-a100", partition: "1g.5gb" },
    sharedMemory: "2Gi",
    podTemplate: { podSpec: { nodeSelector: { disk: "ssd" } }, primaryContainer: "main", labels: { a: "b" } },
    aliases: { o0: "squared" },
  };
  square({ x }, { timeout: 60_000, cache: false, accelerator: "nvidia-tesla-t4", sharedMemory: true });
  square({ x }, { retries: undefined, after: undefined, image: undefined });
  announce({}, { id: "shout" });
  return square({ x: n }, all);
});

export const refused = workflow({ name: "refused", inputs: { n: t.int() } }, ({ n }) => {
  square({ x }, {});
  // @ts-expect-error an id is a text
  square({ x }, { id: 3 });
  // @ts-expect-error a name is a text
  square({ x }, { displayName: n });
  // @ts-expect-error after takes a list
  square({ x }, { after: announce() });
  // @ts-expect-error of results, not of entities
  square({ x }, { after: [announce] });
  // @ts-expect-error nor of ids
  square({ x }, { after: ["n0"] });
  // @ts-expect-error retries are a number
  square({ x }, { retries: "3" });
  // @ts-expect-error a promise is known too late
  square({ x }, { retries: n });
  // @ts-expect-error a timeout is a number or a text
  square({ x }, { timeout: { minutes: 10 } });
  // @ts-expect-error yes or no
  square({ x }, { interruptible: "yes" });
  // @ts-expect-error a cache has a version
  square({ x }, { cache: { serialize: true } });
  // @ts-expect-error a version is a text
  square({ x }, { cache: { version: 1 } });
  // @ts-expect-error ignored inputs belong to the task
  square({ x }, { cache: { version: "v1", ignoredInputs: ["x"] } });
  // @ts-expect-error there is no such resource
  square({ x }, { resources: { disk: "1Gi" } });
  // @ts-expect-error a resource has no maximum, but a limit
  square({ x }, { resources: { cpu: { maximum: 1 } } });
  // @ts-expect-error an image is a text
  square({ x }, { image: { name: "example/image" } });
  // @ts-expect-error a device is needed
  square({ x }, { accelerator: { partition: "1g.5gb" } });
  // @ts-expect-error a size or all there is
  square({ x }, { sharedMemory: false });
  // @ts-expect-error a pod has a specification
  square({ x }, { podTemplate: { primaryContainer: "main" } });
  // @ts-expect-error an alias is a text
  square({ x }, { aliases: { o0: 1 } });
  // @ts-expect-error the environment belongs to the task
  square({ x }, { environment: { A: "b" } });
  // @ts-expect-error flytekit's name for it is not ours
  square({ x }, { nodeName: "mine" });
  // @ts-expect-error options come second, after the arguments
  announce({ after: [square({ x })] });
  // @ts-expect-error and there is no third
  square({ x }, {}, {});
});
