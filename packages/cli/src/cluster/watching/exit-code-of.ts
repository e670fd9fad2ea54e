import { ExitCode } from "../../command/exit-code.js";

/** How a command ends that has waited for an execution, by the phase in which that ended. */
export function exitCodeOfPhase(phase: string): ExitCode {
  switch (phase) {
    case "SUCCEEDED":
      return ExitCode.Success;
    case "ABORTED":
      return ExitCode.Aborted;
    case "TIMED_OUT":
      return ExitCode.TimedOut;
    default:
      return ExitCode.Failure;
  }
}
