/** OPTION_INVALID: the specification of a pod where a template is wanted. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error the specification is part of the template
export const load = task({ name: "load", podTemplate: { containers: [] } }, () => {}); // here
