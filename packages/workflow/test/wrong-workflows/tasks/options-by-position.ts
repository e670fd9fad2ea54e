/** OPTIONS_NOT_AN_OBJECT: a name where the declaration is wanted. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error a declaration is one object
export const load = task("load", () => {}); // here
