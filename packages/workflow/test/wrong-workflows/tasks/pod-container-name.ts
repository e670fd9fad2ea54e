/** POD_INVALID: a container with a name that Kubernetes does not take. */
import { serialize, task } from "@flytekit-ts/workflow";

const podTemplate = { podSpec: { containers: [{ name: "Main_X" }] }, primaryContainer: "Main_X" };
export const load = task({ name: "load", podTemplate }, () => {}); // here

serialize(load, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
