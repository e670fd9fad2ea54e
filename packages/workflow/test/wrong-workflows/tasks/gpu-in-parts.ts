/** RESOURCE_INVALID: a part of a GPU. */
import { serialize, task } from "@flytekit-ts/workflow";

export const crunch = task({ name: "crunch", resources: { gpu: "0.5" } }, () => {}); // here

serialize(crunch, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
