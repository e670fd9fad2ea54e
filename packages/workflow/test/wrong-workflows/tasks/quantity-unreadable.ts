/** RESOURCE_INVALID: a quantity that Kubernetes cannot read. */
import { task } from "@flytekit-ts/workflow";

export const crunch = task({ name: "crunch", resources: { cpu: "1core" } }, () => {}); // here
