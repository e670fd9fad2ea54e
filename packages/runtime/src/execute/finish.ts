import { textOf } from "@flytekit-ts/core/errors";
import type { ExitCode, Outcome } from "../command/host.js";
import { Failure, systemFailure } from "../error-document/failure.js";
import { errorReporting } from "../command/environment.js";
import { type Ended, Ignored, lastStep, Stopped } from "./ended.js";
import type { Progress, Run } from "./run.js";
import { type OutputFile, writeFiles } from "../results/write-results.js";

interface End {
  readonly outcome: Outcome;
  readonly exitCode: ExitCode;
}

/** Write what a task has left: its files, or why there are none, and then its deck. Rejects if neither can be written. */
export async function finish(
  run: Run,
  progress: Progress,
  result: readonly OutputFile[] | Exclude<Ended, Stopped>,
): Promise<End | Stopped> {
  if (result instanceof Ignored) {
    run.attempt.logger.warn(`Nothing is written, as the task asked: ${textOf(result.error)}`);
    return { outcome: { kind: "nothing" }, exitCode: 0 };
  }
  const written = result instanceof Failure ? result : await writeResults(run, result);
  if (written instanceof Stopped) return written;
  const end = written instanceof Failure ? await writeError(run, progress, written) : written;
  await writeDeckOf(run, progress, end);
  return end;
}

async function writeResults(run: Run, files: readonly OutputFile[]): Promise<End | Failure | Stopped> {
  const { host, options, storage } = run;
  const { signal } = host;
  const written = await lastStep(
    signal,
    () => writeFiles(files, options.outputPrefix, { storage, signal }),
    (error) => systemFailure(error, true),
  );
  if (written instanceof Failure || written instanceof Stopped) return written;
  if (signal.aborted)
    run.attempt.logger.warn("The task was interrupted when its outputs were written: they count.");
  const kind = files.at(-1)?.name === "futures.pb" ? "futures" : "outputs";
  return { outcome: { kind }, exitCode: 0 };
}

async function writeError(run: Run, { task }: Progress, failure: Failure): Promise<End> {
  const { attempt, env, host, info, item, options, storage } = run;
  const { fileName: name, isFailing, worker } = errorReporting(env);
  const { errorDocument } = await import("../error-document/error-document.js");
  const failed = task && { name: task.name, attempt: info.attempt, item: item?.index };
  const { bytes, message } = errorDocument(failure, { task: failed, worker, masker: attempt.masker });
  attempt.logger.error(`The task failed (${failure.code}):`);
  for (const line of message.split("\n")) host.logLine(line);
  // Not with the signal of the host: it may be why there is an error to write.
  await writeFiles([{ name, bytes }], options.outputPrefix, { storage });
  const uri = `${options.outputPrefix}/${name}`;
  return { outcome: { kind: "error", error: failure.error, uri }, exitCode: isFailing ? 1 : 0 };
}

/** The deck comes last, so that it cannot fail a task. Items of a map have none. */
async function writeDeckOf(run: Run, { task, inputs, made }: Progress, { outcome }: End): Promise<void> {
  const { attempt, host, item, options, storage } = run;
  if (task?.settings.deck !== true || item !== undefined) return;
  const { writeDeck } = await import("./deck.js");
  const outputs = outcome.kind === "outputs" && made?.kind === "outputs" ? made.literals : undefined;
  const more = host.deckTabs?.() ?? new Map<string, string>();
  await writeDeck(
    { task, attempt, inputs, outputs, spans: attempt.spans, more },
    options.outputPrefix,
    storage,
  );
}
