// For runs that are kept on disk: going on with them, running them again in part, reading them.
export { resumeLocal } from "../run/resume-local.js";
export type { ResumeOptions } from "../run/resume-local.js";
export { listRuns } from "../journal/read/list-runs.js";
export type { ListedRun, RunFilter } from "../journal/read/list-runs.js";
export { readRun } from "../journal/read/read-run.js";
export type { KeptRun } from "../journal/read/kept-run.js";
export type { KeptAttempt, KeptNode, KeptState } from "../journal/read/kept-node.js";
export { pruneRuns } from "../journal/prune-runs.js";
export type { Pruned, PruneOptions } from "../journal/prune-runs.js";
export type { Durability } from "../journal/write/journal-file.js";
export type {
  HeaderRecord,
  RecordedEntity,
  RecordedGraph,
  RecordedGraphs,
  RecordedNode,
  RecordedPlace,
  ResumedRecord,
  Writer,
} from "../journal/format/records.js";
export { diffRuns } from "../journal/diff/diff-runs.js";
export type { RunDifference } from "../journal/diff/diff-runs.js";
export { typesAt } from "../run/types-at.js";
export type { NodeTypes } from "../run/types-at.js";
export { rerunLocal } from "../run/rerun-local.js";
export type { RerunOptions } from "../run/rerun-local.js";
export type { SetValues } from "../journal/rerun/given-values.js";
export { recordRun } from "../outside/record-run.js";
export type { RecordOptions } from "../outside/record-run.js";
export type {
  OutsideError,
  OutsideNode,
  OutsideRun,
  OutsideState,
  RecordedRun,
  RecordingNote,
} from "../outside/outside-run.js";
