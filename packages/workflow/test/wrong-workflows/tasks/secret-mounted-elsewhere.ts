/** OPTION_INVALID: a secret that is mounted in a way that Flyte does not have. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error as a variable or as a file
export const load = task({ name: "load", secrets: [{ key: "db", mount: "volume" }] }, () => {}); // here
