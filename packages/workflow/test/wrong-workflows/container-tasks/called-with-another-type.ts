/** BINDING_TYPE_MISMATCH: a text for the float of a container. */
import { compile, containerTask, t, workflow } from "@flytekit-ts/workflow";

const area = containerTask({
  name: "area",
  image: "example/area:1",
  inputs: { r: t.float() },
  command: ["./area.sh", "{{.inputs.r}}"],
});

const pipeline = workflow({ name: "pipeline", inputs: { r: t.string() } }, ({ r }) => {
  // @ts-expect-error a text is no float
  area({ r }); // here
});

compile(pipeline);
