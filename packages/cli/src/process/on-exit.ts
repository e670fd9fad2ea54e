import { ExitCode } from "../command/exit-code.js";

/** Call back if this process ends by what is not ours, and let it fail then. Gives what ends that. */
export function onExit(told: (code: number) => void, isOurs: () => boolean): () => void {
  const listener = (code: number): void => {
    if (isOurs()) return;
    told(code);
    // Not the author's number: those of commands have meanings.
    process.exitCode = ExitCode.Failure;
  };
  process.once("exit", listener);
  return () => void process.off("exit", listener);
}
