/** PART_MISSING: a command without words, for a task that has inputs. */
import { containerTask, serialize, t } from "@flytekit-ts/workflow";

export const area = containerTask({
  // here
  name: "area",
  image: "example/area:1",
  inputs: { r: t.float() },
  command: [],
});

serialize(area, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
