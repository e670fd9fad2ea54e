/** RESOURCE_INVALID: GPUs that may be fewer than those that are asked for. */
import { serialize, task } from "@flytekit-ts/workflow";

const resources = { gpu: { request: 1, limit: 2 } };
export const crunch = task({ name: "crunch", resources }, () => {}); // here

serialize(crunch, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
