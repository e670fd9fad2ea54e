/** OPTIONS_NOT_AN_OBJECT: the name of a secret alone. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error a secret has a group and a key
export const load = task({ name: "load", secrets: ["db-password"] }, () => {}); // here
