import { type Lines, readLines } from "../lines/read-lines.js";
import { isRecord, isText, isTextMap, type Test } from "../lines/tests.js";
import type { ReferenceMessage } from "../messages/reference.js";
import type { CountedRunJson } from "../runs/recorded-run.js";
import type { WorkflowDescription } from "./description.js";

/** A described workflow, what flytekit serializes for it, and its runs by Flyte's engine. */
export interface RandomRow {
  readonly name: string;
  /** Children first. */
  readonly workflows: readonly WorkflowDescription[];
  readonly messages: readonly ReferenceMessage[];
  readonly runs: readonly CountedRunJson[];
}

/** The rows of a file, or why there are none. */
export type Rows = Lines<RandomRow>;

/** Read a file of rows, one a line, and look whether each has the parts that a row has. */
export function readRows(path: string): Rows {
  return readLines(path, "workflows", problemOf);
}

const isList: Test = (value) => Array.isArray(value);

const ROW: Tests = { name: isText, workflows: isList, messages: isList, runs: isList };
const WORKFLOW: Tests = {
  name: isText,
  inputs: isTextMap,
  nodes: (value) => isList(value) && (value as unknown[]).every(isRecord),
  outputs: isRecord,
  outputTypes: isTextMap,
};
const MESSAGE: Tests = {
  kind: (value) => value === "task" || value === "workflow" || value === "launch_plan",
  name: isText,
  pb: isText,
};
const RUN: Tests = {
  inputs: isRecord,
  phase: (value) => value === "Succeeded" || value === "Failed",
  nodes: isTextMap,
  taskRuns: (value) => typeof value === "number",
};

interface Tests {
  readonly [part: string]: Test;
}

/** What is wrong with the shape of a row. */
function problemOf(row: unknown): string | undefined {
  const problem = wrongPart(row, ROW, "");
  if (problem !== undefined) return problem;
  const { workflows, messages, runs } = row as Record<"workflows" | "messages" | "runs", unknown[]>;
  if (workflows.length === 0) return "has no workflow";
  const lists = [
    ...workflows.map((each, index) => wrongPart(each, WORKFLOW, `workflows[${index}]`)),
    ...messages.map((each, index) => wrongPart(each, MESSAGE, `messages[${index}]`)),
    ...runs.map((each, index) => wrongPart(each, RUN, `runs[${index}]`)),
  ];
  return lists.find((each) => each !== undefined);
}

function wrongPart(value: unknown, tests: Tests, at: string): string | undefined {
  if (!isRecord(value)) return `has no object${at === "" ? "" : ` as ${at}`}`;
  const wrong = Object.entries(tests).find(([part, test]) => !test(Reflect.get(value as object, part)));
  if (wrong === undefined) return undefined;
  const path = at === "" ? wrong[0] : `${at}.${wrong[0]}`;
  return `has a wrong \`${path}\`, or none`;
}
