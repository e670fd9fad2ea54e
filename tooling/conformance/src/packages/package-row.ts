import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ReferenceKind } from "../messages/reference.js";

/** One `pyflyte package` of a small project: what it was given, and the archive or the refusal that it left. */
export interface PackageRow {
  readonly id: string;
  readonly note: string;
  readonly project: { readonly [path: string]: ProjectFile };
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly exitCode: number;
  readonly package?: readonly RecordedMember[];
  readonly flytectlOrder?: readonly string[];
}

/** A file by its text, with its permissions, a link, or an empty folder. */
export type ProjectFile =
  | string
  | { readonly text: string; readonly mode?: string }
  | { readonly link: string }
  | null;

/** A member of a recorded archive: a message, or the code archive. */
export interface RecordedMember {
  readonly name: string;
  readonly message?: string;
  readonly pb?: string;
  readonly settings?: { readonly [name: string]: unknown };
  readonly flytectl?: { readonly ids: readonly Id[]; readonly args?: readonly string[] };
  readonly members?: readonly RecordedFile[];
  readonly gzipTime?: number;
  readonly digestInName?: string;
}

/** Where an id is, its type, then project, domain, name and version. */
export type Id = readonly [string, string, string, string, string, string];

/** A member of a code archive. */
export interface RecordedFile {
  readonly name: string;
  readonly type: string;
  readonly mode: string;
  readonly size?: number;
  readonly sha256?: string;
  readonly link?: string;
  readonly mtime: number;
  readonly uid: number;
  readonly gid: number;
  readonly uname: string;
  readonly gname: string;
}

/** The rows that are kept here. */
export const RECORDED_PACKAGES = fileURLToPath(new URL("../../data/python/packages.json", import.meta.url));

export const MESSAGES: { readonly [message: string]: ReferenceKind } = {
  "flyteidl.admin.TaskSpec": "task",
  "flyteidl.admin.WorkflowSpec": "workflow",
  "flyteidl.admin.LaunchPlan": "launch_plan",
};

/** The rows of a file, or why it has none. */
export function readPackageRows(
  path: string,
): { readonly rows: readonly PackageRow[] } | { readonly problem: string } {
  try {
    const rows: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (Array.isArray(rows) && rows.length > 0 && rows.every(isRow)) return { rows };
    return { problem: `${path} is no list of packaged projects` };
  } catch (error) {
    return { problem: `${path} cannot be read: ${String(error)}` };
  }
}

function isRow(row: unknown): row is PackageRow {
  if (typeof row !== "object" || row === null) return false;
  const { id, project, argv, exitCode } = row as Partial<Record<keyof PackageRow, unknown>>;
  return (
    typeof id === "string" &&
    typeof project === "object" &&
    Array.isArray(argv) &&
    typeof exitCode === "number"
  );
}
