/** OPTION_INVALID: a container of no image. */
import { containerTask } from "@flytekit-ts/workflow";

// @ts-expect-error an image is needed
export const area = containerTask({ name: "area", command: ["./area.sh"] }); // here
