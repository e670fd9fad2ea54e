/** COMMAND_INPUT_INVALID: a command with an input that Flyte cannot write there. */
import { containerTask, serialize, t } from "@flytekit-ts/workflow";

const declared = { name: "area", image: "example/area:1", inputs: { r: t.optional(t.float()) } };
const area = containerTask({ ...declared, command: ["./area.sh", "{{.inputs.r}}"] }); // here

serialize(area, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
