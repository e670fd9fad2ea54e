import { type Lines, readLines } from "../../lines/read-lines.js";
import { isRecord, isText, isTextMap, type Test } from "../../lines/tests.js";
import type { ContainerRow } from "./container-row.js";

/** The rows of a file, or why there are none. */
export type ContainerRows = Lines<ContainerRow>;

/** Read a file of processes, one a line, and look whether each has the parts that a row has. */
export function readContainerRows(path: string): ContainerRows {
  return readLines(path, "rows", partProblem);
}

const isTexts: Test = (value) => Array.isArray(value) && value.every(isText);
const maybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);

const ROW: Readonly<Record<string, Test>> = {
  id: isText,
  kind: isText,
  task: (value) => isText(value) && (value as string).includes("."),
  taskTemplate: (value) => isRecord(value) && isRecord(Reflect.get(value as object, "json")),
  argv: (value) => isTexts(value) && (value as unknown[]).length > 0,
  env: isTextMap,
  inputs: (value) => value === null || isRecord(value),
  files: maybe(isTextMap),
  literalFiles: maybe(isRecord),
  prevCheckpoint: maybe(isTextMap),
  archive: maybe((value) => isRecord(value) && isTextMap(Reflect.get(value as object, "members"))),
  signal: maybe(isRecord),
  exitCode: (value) => typeof value === "number",
  out: (value) => value === null || isRecord(value),
  raw: (value) => Array.isArray(value) && value.every(isRecord),
  checkpoint: isTextMap,
  stdout: maybe(isText),
};

function partProblem(row: unknown): string | undefined {
  const part = wrongPart(row);
  return part === undefined ? undefined : `has a wrong \`${part}\`, or none`;
}

function wrongPart(row: unknown): string | undefined {
  if (!isRecord(row)) return "row";
  return Object.entries(ROW).find(([part, test]) => !test(Reflect.get(row as object, part)))?.[0];
}
