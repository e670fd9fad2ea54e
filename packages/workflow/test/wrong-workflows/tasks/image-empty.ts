/** OPTION_INVALID: no image at all. */
import { task } from "@flytekit-ts/workflow";

export const crunch = task({ name: "crunch", image: "" }, () => {}); // here
