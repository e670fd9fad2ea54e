/** OPTION_INVALID: a command as it stands in a shell. */
import { containerTask } from "@flytekit-ts/workflow";

// @ts-expect-error a command is a list of words
export const area = containerTask({ name: "area", image: "example/area:1", command: "./area.sh 3" }); // here
