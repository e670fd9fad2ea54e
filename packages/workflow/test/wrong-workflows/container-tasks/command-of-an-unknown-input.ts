/** COMMAND_INPUT_INVALID: a command with an input that the task does not have. */
import { containerTask, serialize, t } from "@flytekit-ts/workflow";

const declared = { name: "area", image: "example/area:1", inputs: { r: t.float() } };
const area = containerTask({ ...declared, command: ["./area.sh", "{{.inputs.radius}}"] }); // here

serialize(area, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
