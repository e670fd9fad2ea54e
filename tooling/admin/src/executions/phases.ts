import {
  NodeExecution_Phase as Node,
  TaskExecution_Phase as Task,
  WorkflowExecution_Phase as Workflow,
} from "@flytekit-ts/models/core";
import { nameOf } from "../texts/enum-names.js";

const ENDS = {
  workflow: new Set<number>([Workflow.SUCCEEDED, Workflow.FAILED, Workflow.TIMED_OUT, Workflow.ABORTED]),
  node: new Set<number>([
    Node.SUCCEEDED,
    Node.FAILED,
    Node.SKIPPED,
    Node.TIMED_OUT,
    Node.ABORTED,
    Node.RECOVERED,
  ]),
  task: new Set<number>([Task.SUCCEEDED, Task.FAILED, Task.ABORTED]),
} as const;

/** Phases of executions, of nodes and of tasks: their names, and which of them are the last. */
export const phases = {
  workflow: {
    name: (phase: number) => nameOf(Workflow, phase),
    isEnd: (phase: number) => ENDS.workflow.has(phase),
  },
  node: { name: (phase: number) => nameOf(Node, phase), isEnd: (phase: number) => ENDS.node.has(phase) },
  task: { name: (phase: number) => nameOf(Task, phase), isEnd: (phase: number) => ENDS.task.has(phase) },
} as const;
