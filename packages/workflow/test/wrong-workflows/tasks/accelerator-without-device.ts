/** OPTION_INVALID: a part of a device, and not which one. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error a device is needed
export const crunch = task({ name: "crunch", accelerator: { partition: "1g.5gb" } }, () => {}); // here
