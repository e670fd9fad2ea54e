/** OPTION_UNKNOWN: a container task with an option of its own. */
import { containerTask } from "@flytekit-ts/workflow";

const declaration = { name: "area", image: "example/area:1", command: ["./area.sh"] };

// @ts-expect-error the command has the arguments
export const area = containerTask({ ...declaration, arguments: ["3"] }); // here
