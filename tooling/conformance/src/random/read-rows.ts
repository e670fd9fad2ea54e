import { readFileSync } from "node:fs";
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
export type Rows = { readonly rows: readonly RandomRow[] } | { readonly problem: string };

/** Read a file of rows, one a line, and look whether each has the parts that a row has. */
export function readRows(path: string): Rows {
  const text = readText(path);
  if (typeof text !== "string") return text;
  const rows: RandomRow[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const at = `line ${index + 1} of ${path}`;
    const row = parse(line);
    if (row === undefined) return { problem: `${at} is not JSON` };
    const problem = problemOf(row);
    if (problem !== undefined) return { problem: `${at} ${problem}` };
    rows.push(row as RandomRow);
  }
  return rows.length === 0 ? { problem: `${path} holds no workflows` } : { rows };
}

function readText(path: string): string | { readonly problem: string } {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
    return { problem: `${path} cannot be read (${String(reason)})` };
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string";
const isRecord: Test = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isList: Test = (value) => Array.isArray(value);
const isTextMap: Test = (value) => isRecord(value) && Object.values(value as object).every(isText);

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
