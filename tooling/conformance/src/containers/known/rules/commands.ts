import type { KnownDifference } from "../known-difference.js";
import { crashing, hasError, outputsOf, succeeding } from "../parts/row-messages.js";

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

/** An export that is no resolver, for `--resolver`. */
export const noResolver: KnownDifference = {
  name: "no resolver",
  reason: "a resolver that is none is a wrong command like one that is not there, and no error of the task",
  instead(row) {
    const at = (args: readonly string[]): string | undefined => args[args.lastIndexOf("--resolver") + 1];
    const isOther = at(row.argv) !== at(row.taskTemplate.json.container?.args ?? []);
    return isOther && hasError(row, { code: "USER:RuntimeError" }) ? crashing(row) : undefined;
  },
};
