/** RESOURCE_INVALID: more is asked for than may be used. */
import { serialize, task } from "@flytekit-ts/workflow";

const resources = { cpu: { request: "600m", limit: "500m" } };
export const crunch = task({ name: "crunch", resources }, () => {}); // here

serialize(crunch, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
