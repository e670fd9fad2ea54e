import { readFileSync } from "node:fs";
import type { ContainerRow } from "./container-row.js";

/** The rows of a file, or why there are none. */
export type ContainerRows = { readonly rows: readonly ContainerRow[] } | { readonly problem: string };

/** Read a file of processes, one a line, and look whether each has the parts that a row has. */
export function readContainerRows(path: string): ContainerRows {
  const text = readText(path);
  if (typeof text !== "string") return text;
  const rows: ContainerRow[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const at = `line ${index + 1} of ${path}`;
    const row = parse(line);
    if (row === undefined) return { problem: `${at} is not JSON` };
    const part = wrongPart(row);
    if (part !== undefined) return { problem: `${at} has a wrong \`${part}\`, or none` };
    rows.push(row as ContainerRow);
  }
  return rows.length === 0 ? { problem: `${path} holds no rows` } : { rows };
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
const isTexts: Test = (value) => Array.isArray(value) && value.every(isText);
const isTextMap: Test = (value) => isRecord(value) && Object.values(value as object).every(isText);
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

function wrongPart(row: unknown): string | undefined {
  if (!isRecord(row)) return "row";
  return Object.entries(ROW).find(([part, test]) => !test(Reflect.get(row as object, part)))?.[0];
}
