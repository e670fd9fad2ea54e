/** OPTION_INVALID: settings for a plugin that JSON cannot hold. */
import { task } from "@flytekit-ts/workflow";

export const crunch = task({ name: "crunch", custom: { onStart: () => {} } }, () => {}); // here
