/** OPTION_INVALID: a container that runs nothing. */
import { containerTask, t } from "@flytekit-ts/workflow";

// @ts-expect-error a command is needed
export const area = containerTask({ name: "area", image: "example/area:1", inputs: { r: t.float() } }); // here
