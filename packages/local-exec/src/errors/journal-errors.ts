import { defineErrors } from "@flytekit-ts/core/errors";
import { listed } from "./listed.js";

/** The errors of journals: runs that are kept on disk, resumed and run again. */
export const journalErrors = defineErrors({
  JOURNAL_CORRUPT: {
    origin: "user",
    message: (p: { file: string; offset: number; problem: string }) =>
      `The journal ${p.file} is damaged at byte ${p.offset}: ${p.problem}.`,
    hint: ({ offset }) =>
      offset === 0
        ? "Nothing of this run can be read. Start it anew, or restore the file."
        : `Everything before that byte is whole: \`readRun\` shows it. To go on from there, pass \`cutAt: ${offset}\` to \`resumeLocal\`; what comes after it is moved to a file beside the journal, and its nodes run again.`,
  },
  JOURNAL_CONTENT_LOST: {
    origin: "user",
    message: (p: { run: string; digest: string; problem: string }) =>
      `A large value of the run is not in the journal's folder \`content\` any more (sha256 ${p.digest}): ${p.problem}.`,
    hint: "Restore the folder `content` beside the run's folder, or start the run anew.",
  },
  JOURNAL_NOT_WRITTEN: {
    origin: "user",
    message: (p: { journal: string; problem: string }) =>
      `The journal ${p.journal} cannot be written, so the run has ended: ${p.problem}.`,
    hint: "Everything before is in the journal and can be read. Make room or mend the folder, and then resume the run with `resumeLocal`.",
  },
  JOURNAL_TOO_NEW: {
    origin: "user",
    message: (p: { file: string; version: number; known: number }) =>
      `The journal ${p.file} has records of version ${p.version}, and this release reads up to ${p.known}.`,
    hint: "Read it with the release of @flytekit-ts/local-exec that wrote it, or a later one.",
  },
  RERUN_INVALID: {
    origin: "user",
    message: (p: { entity: string; problems: readonly string[] }) =>
      `The run of ${p.entity} cannot be run again like this:\n${listed(p.problems)}`,
    hint: "Give `from` the path of a node as it is in the events of the run, and in `set` inputs or outputs of that node by name.",
  },
  RUN_CHANGED: {
    origin: "user",
    message: (p: { entity: string; changes: readonly string[] }) =>
      `The run of ${p.entity} cannot be resumed, because it has changed since:\n${listed(p.changes)}`,
    hint: 'Pass `onChange: "rerun"` to keep the results of what is unchanged and run the rest again, or resume with the code that the run began with.',
  },
  RUN_LOCKED: {
    origin: "user",
    message: (p: { run: string; pid: number; host: string; since: string; isHere: boolean }) =>
      `The run ${p.run} is being written by process ${p.pid} on ${p.host}, since ${p.since}.`,
    hint: ({ isHere }) =>
      isHere
        ? "Wait for that process, or end it. When it is gone, also by a kill, the run can be resumed."
        : "From here it cannot be seen whether that process is still alive. If it is not, delete the `writer-*.json` file in the run's folder.",
  },
  RUN_NOT_FOUND: {
    origin: "user",
    message: (p: { run: string; journal: string; problem: string }) =>
      `There is no run ${p.run} to read in the journal ${p.journal}: ${p.problem}.`,
    hint: "Pass the `id` of a run that was started with this folder as its `journal`; `listRuns` lists them.",
  },
});
