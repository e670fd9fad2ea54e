import type { Earlier } from "../command/warm-run.js";
import { runProgram } from "../process/run-program.js";
import { registerLoader } from "../sources/loading/register-loader.js";

// A process that `run --watch` starts beforehand. Only the author's modules are not loaded yet.
const isOver = new AbortController();
process.once("SIGINT", () => isOver.abort());
await Promise.all([
  registerLoader(),
  import("../commands/run/run.js"),
  import("@flytekit-ts/local-exec"),
  import("rolldown/utils"),
]);
if (isOver.signal.aborted) process.exit();
process.removeAllListeners("SIGINT");
process.once("disconnect", () => process.exit());
process.once("message", (told) => {
  const { earlier } = told as { readonly earlier?: Earlier };
  const ran = (next: Earlier): void => void process.send?.(next);
  void runProgram(process.argv.slice(2), { earlier, ran });
});
