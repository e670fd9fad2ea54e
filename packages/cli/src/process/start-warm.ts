import { fileURLToPath } from "node:url";
import { ExitCode } from "../command/exit-code.js";
import type { Earlier, RanOnce, WarmRun } from "../command/warm-run.js";

/** Start a process that loads what a run needs, and waits for the word. */
export function startWarm(argv: readonly string[]): WarmRun {
  // Further ones are values, or inputs of that name.
  const asks = argv.findIndex((word) => word === "--watch" || word === "-w");
  const words = argv.filter((_, index) => index !== asks);
  // Loaded only here: it takes longer than all that prints a page of help.
  const { fork } = process.getBuiltinModule("node:child_process");
  // Built, all code is in `dist`, one folder deep.
  const child = fork(fileURLToPath(new URL("../bins/warm.js", import.meta.url)), words);
  let earlier: Earlier | undefined;
  child.on("message", (told) => (earlier = told as Earlier));
  const ended = new Promise<RanOnce>((resolve) => {
    child.once("error", () => resolve({ code: ExitCode.Failure, earlier: undefined }));
    child.once("exit", (code) => resolve({ code: code ?? ExitCode.Interrupted, earlier }));
  });
  return {
    async go(before) {
      child.send({ earlier: before });
      return await ended;
    },
    end() {
      child.kill("SIGINT");
    },
  };
}
