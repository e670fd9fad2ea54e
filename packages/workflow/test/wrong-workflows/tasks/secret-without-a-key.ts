/** OPTION_INVALID: a secret that says neither its group nor its key. */
import { task } from "@flytekit-ts/workflow";

export const load = task({ name: "load", secrets: [{ mount: "env" }] }, () => {}); // here
