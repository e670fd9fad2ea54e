import { sourceErrors } from "../../errors/source-errors.js";
import type { SyntaxFault } from "./syntax-fault.js";

/** The error for what is wrong in a file. */
export function faultError(fault: SyntaxFault): Error {
  const { file, line, column } = fault;
  const error = sourceErrors.SOURCE_UNLOADABLE(describeFault(fault), { location: { file, line, column } });
  // Of an error that comes from another thread, such properties are all that is left.
  return Object.assign(error, { fault });
}

/** What is wrong in a file, in words. */
export function describeFault({ file, problem, advice }: SyntaxFault): {
  readonly file: string;
  readonly problem: string;
  readonly advice: string;
} {
  if (advice !== undefined) return { file, problem, advice };
  return {
    file,
    problem: `it has a syntax error: ${problem.replace(/\.$/, "")}`,
    advice: "Correct the line.",
  };
}

/** What was wrong in a file, if an error from the thread of the hooks says so. */
export function faultOf(error: object): SyntaxFault | undefined {
  return "fault" in error ? (error.fault as SyntaxFault) : undefined;
}
