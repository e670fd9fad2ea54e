import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isEntity } from "@flytekit-ts/core/graph";
import { runLocal } from "@flytekit-ts/local-exec";
import { errors } from "../../src/errors.js";
import type { readInputs } from "../../src/inputs/read-inputs.js";
import * as flow from "./flow.js";
import { FILES, nameOf, type Row, rowsOf } from "./rows.js";
import type { At } from "./same-value.js";

/** A folder with the files that the rows name. It is not the only one in its own, which a row names as `..`. */
export function prepare(): At {
  const folder = join(mkdtempSync(join(tmpdir(), "inputs-")), "here");
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, now: new Date("2026-11-30T11:33:08.595Z") };
}

/** Removes what `prepare` made. */
export function remove({ folder }: At): void {
  rmSync(dirname(folder), { recursive: true });
}

const entities: Readonly<Record<string, unknown>> = flow;

/** What a task received that is given what flytekit's was given. */
export async function replay(
  { task, args, stdin = "" }: Row,
  at: At,
  read: typeof readInputs,
): Promise<unknown> {
  const entity = entities[task];
  if (!isEntity(entity))
    throw errors.ENTITY_NOT_IN_FILE({ file: "flow.ts", name: task, has: Object.keys(flow) });
  const { values } = await read(entity.interface, args, {
    command: `tsflyte run flow.ts ${task}`,
    stdin: stdinOf(stdin),
    cwd: at.folder,
    now: at.now,
  });
  const result: unknown = await runLocal(entity as typeof flow.t_int, values as { x: bigint });
  return typeof result === "string" ? JSON.parse(result) : result;
}

async function* stdinOf(text: string): AsyncGenerator<string> {
  if (text !== "") yield text;
}

/** All rows by their names. Pages of help are no inputs. */
export const rows: ReadonlyMap<string, Row> = new Map(
  [...rowsOf("cli-more.jsonl"), ...rowsOf("cli-values.jsonl")]
    .filter(({ args }) => !args.includes("--help"))
    .map((row) => [nameOf(row), row]),
);

/** Whether flytekit took a row. */
export const isTaken = ({ exit, refused }: Row): boolean => refused !== true && (exit ?? 0) === 0;
