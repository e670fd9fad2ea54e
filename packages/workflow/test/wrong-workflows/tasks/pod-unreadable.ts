/** POD_INVALID: a pod that is none in Kubernetes' terms. */
import { serialize, task } from "@flytekit-ts/workflow";

const podTemplate = { podSpec: { containers: [{ name: "main", ports: "8080" }] } };
export const load = task({ name: "load", podTemplate }, () => {}); // here

serialize(load, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
