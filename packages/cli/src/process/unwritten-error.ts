import { systemWords } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";

/** The error for what a command printed, and nobody got. */
export function unwrittenError(problem: NodeJS.ErrnoException): Error {
  return errors.OUTPUT_NOT_WRITTEN({ problem: systemWords(problem, "writing") }, { cause: problem });
}
