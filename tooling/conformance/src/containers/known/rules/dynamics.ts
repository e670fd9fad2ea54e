import { DynamicJobSpec } from "@flytekit-ts/models/core";
import { withTexts } from "../../messages/with-texts.js";
import type { KnownDifference } from "../known-difference.js";
import { blamingUser, futuresOf, hasError, textOf } from "../parts/row-messages.js";

const OF_DYNAMIC = /^dn(\d+)$/;

/** A sub-workflow that is compiled in a dynamic. */
export const subWorkflowsNumbered: KnownDifference = {
  name: "sub-workflows numbered",
  reason:
    "the nodes of a sub-workflow have the same ids wherever it is compiled, where flytekit calls them dn0 in a dynamic",
  instead(row) {
    const futures = futuresOf(row);
    const hasOwn = futures?.subworkflows.some(({ nodes }) => nodes.some(({ id }) => OF_DYNAMIC.test(id)));
    if (futures === undefined || hasOwn !== true) return undefined;
    const subworkflows = withTexts(futures.subworkflows, (text) => text.replace(OF_DYNAMIC, "n$1"));
    const pb = textOf(DynamicJobSpec, { ...futures, subworkflows });
    return { ...row, out: { ...row.out, "futures.pb": { ...row.out?.["futures.pb"], pb } } };
  },
};

/** A call in a dynamic that lacks an input. */
export const assertionInDynamic: KnownDifference = {
  name: "assertion in a dynamic",
  reason:
    "a wrong call in a dynamic is an error like any other of its author, where flytekit has a code for some",
  instead: (row) =>
    row.kind === "dynamic" && hasError(row, { code: "USER:AssertionError" }) ? blamingUser(row) : undefined,
};
