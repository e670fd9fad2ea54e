/** RESOURCE_INVALID: a resource of another name. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error it is called ephemeralStorage
export const crunch = task({ name: "crunch", resources: { disk: "10Gi" } }, () => {}); // here
