import type { KnownDifference } from "../known-difference.js";
import { outputsOf, succeeding } from "../parts/row-messages.js";

/** A command line without `--resolver`. */
export const defaultResolver: KnownDifference = {
  name: "default resolver",
  reason: "a command without `--resolver` finds tasks by module and name, where flytekit needs to be told so",
  instead(row) {
    const isLeftOut = !row.argv.some((arg) => /^--resolver(?:=|$)/.test(arg));
    const wasThere = row.taskTemplate.json.container?.args?.includes("--resolver") === true;
    const isCrash = row.exitCode === 1 && outputsOf(row) === undefined;
    return isLeftOut && wasThere && isCrash ? succeeding(row) : undefined;
  },
};
