import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { SourceLocation } from "@flytekit-ts/core/graph";
import { errors } from "../../errors.js";

/** One thing that is wrong with a configuration, in words without a full stop. */
export interface ConfigFault {
  readonly problem: string;
  readonly advice?: string | undefined;
  readonly location?: SourceLocation | undefined;
}

/** The error for all that is wrong with a configuration. */
export function configInvalid(what: string, faults: readonly ConfigFault[], cause?: unknown): FlytekitError {
  const [first, ...others] = faults;
  if (first !== undefined && others.length === 0) {
    const { problem, advice, location } = first;
    return errors.PROJECT_CONFIG_INVALID({ what, problem, advice }, { cause, location });
  }
  const problems = faults.map(({ problem, advice, location: at }) => ({
    ...{ code: "PROJECT_CONFIG_INVALID" as const, message: `${problem}.`, hint: advice, location: at },
  }));
  return errors.PROJECT_CONFIG_INVALID({ what, problem: `${faults.length} things are wrong`, problems });
}
