/** MAP_TARGET_INVALID: a map over a task that is a program in a container. */
import { containerTask, mapTask, t } from "@flytekit-ts/workflow";

const area = containerTask({
  name: "area",
  image: "example/area:1",
  inputs: { r: t.float() },
  command: ["./area.sh", "{{.inputs.r}}"],
});

// @ts-expect-error a container task has no function
export const areas = mapTask(area); // here
