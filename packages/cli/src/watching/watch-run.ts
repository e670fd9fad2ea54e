import type { Cli } from "../command/cli.js";
import { ExitCode } from "../command/exit-code.js";
import type { Earlier } from "../command/warm-run.js";
import { errors } from "../errors.js";
import { shownPath } from "../project/config-file/shown-path.js";
import { filesToWatch } from "../sources/reading/files-to-watch.js";
import { SourceWatch } from "./source-watch.js";

/**
 * Run a command line again whenever what it loads is saved, until it is interrupted.
 *
 * Each run is a process of its own, so that no module of an earlier one is left. It is started beforehand, and has loaded
 * all but the author's modules when it is needed.
 *
 * @throws `USAGE_INVALID` where no process can be started
 */
export async function watchRun(file: string, { host, out }: Cli): Promise<ExitCode> {
  const { signal, cwd, warmRun } = host;
  if (warmRun === undefined)
    throw errors.USAGE_INVALID({
      command: "tsflyte run",
      problem: "--watch needs the program tsflyte",
      advice: undefined,
    });
  const watch = new SourceWatch();
  const interrupted = new Promise<undefined>((resolve) =>
    signal.addEventListener("abort", () => resolve(undefined), { once: true }),
  );
  let warm = warmRun();
  let earlier: Earlier | undefined;
  let files: ReadonlySet<string> = new Set([file]);
  try {
    for (;;) {
      watch.remember(files);
      const running = warm.go(earlier);
      // What is saved while it runs makes it old.
      const first = await Promise.race([running, watch.changed(), interrupted]);
      if (first === undefined || typeof first === "string") warm.end();
      const ran = await running;
      earlier = ran.earlier ?? earlier;
      if (signal.aborted) return ExitCode.Interrupted;
      warm = warmRun();
      files = new Set([...files, ...(await filesToWatch(file))]);
      watch.takesNew = ran.code !== 0;
      watch.watch(files);
      if (typeof first !== "string")
        out.note(out.paint("dim", `Waiting for changes in ${count(files.size)}; Ctrl-C stops.`));
      const saved = typeof first === "string" ? first : await Promise.race([watch.changed(), interrupted]);
      if (saved === undefined) return ExitCode.Interrupted;
      out.note(out.paint("dim", `${shownPath(saved, cwd)} was saved.`));
    }
  } finally {
    warm.end();
    watch.end();
  }
}

function count(files: number): string {
  return files === 1 ? "1 file" : `${files} files`;
}
