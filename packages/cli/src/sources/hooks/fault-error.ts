import { sourceErrors } from "../../errors/source-errors.js";
import type { SyntaxFault } from "./syntax-fault.js";

/** The error for what is wrong in a file. */
export function faultError({ file, line, column, problem }: SyntaxFault): Error {
  return sourceErrors.SOURCE_UNLOADABLE({ file, problem }, { location: { file, line, column } });
}
