/** RESOURCE_INVALID: less than no memory. */
import { task } from "@flytekit-ts/workflow";

export const crunch = task({ name: "crunch", resources: { memory: "-1Gi" } }, () => {}); // here
