import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isEntity } from "@flytekit-ts/core/graph";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { runLocal } from "@flytekit-ts/local-exec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errors } from "../../src/errors.js";
import { readInputs } from "../../src/inputs/read-inputs.js";
import { exceptions } from "./exceptions.js";
import * as flow from "./flow.js";
import { FILES, nameOf, type Row, rowsOf } from "./rows.js";
import { type At, isSame } from "./same-value.js";
import { wordsFor } from "./words-for.js";

let at: At;
beforeAll(() => {
  // Not in the folder itself, which a row names as `..`.
  const folder = join(mkdtempSync(join(tmpdir(), "inputs-")), "here");
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  at = { folder, now: new Date("2026-11-30T11:33:08.595Z") };
});
afterAll(() => {
  rmSync(dirname(at.folder), { recursive: true });
});

const entities: Readonly<Record<string, unknown>> = flow;

/** What a task received, or the error that refused what it was given. */
async function ran({ task, args, stdin = "" }: Row): Promise<unknown> {
  const entity = entities[task];
  if (!isEntity(entity))
    throw errors.ENTITY_NOT_IN_FILE({ file: "flow.ts", name: task, has: Object.keys(flow) });
  const { values } = await readInputs(entity.interface, args, {
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

const names = new Map<string, Row>();
const known = [...rowsOf("cli-values.jsonl"), ...rowsOf("cli-more.jsonl")].filter((row) => {
  const isNew = !names.has(nameOf(row));
  if (isNew) names.set(nameOf(row), row);
  return isNew;
});
const all = known.filter(({ args }) => !args.includes("--help"));
const isTaken = ({ exit, refused }: Row): boolean => refused !== true && (exit ?? 0) === 0;

const usual = (taken: boolean): readonly (readonly [string, Row])[] =>
  all
    .filter((row) => isTaken(row) === taken && !Object.hasOwn(exceptions, nameOf(row)))
    .map((row) => [nameOf(row), row]);

/** The message of the error that a row ends with. */
async function refusal(row: Row): Promise<string> {
  const error: unknown = await ran(row).then(
    (taken) => ({ taken }),
    (reason: unknown) => reason,
  );
  if (isFlytekitError(error)) return `${error.message}\n${error.hint ?? ""}`;
  return `not refused: ${JSON.stringify(error)}`;
}

describe("what flytekit takes", () => {
  it.each(usual(true))("%s", async (_name, row) => {
    const ours = await ran(row);
    if (!("value" in row)) return;
    expect(isSame(ours, row.value, at), `${JSON.stringify(ours)} is not ${JSON.stringify(row.value)}`).toBe(
      true,
    );
  });
});

describe("what flytekit refuses, with what would fit", () => {
  it.each(usual(false))("%s", async (_name, row) => {
    expect(await refusal(row)).toMatch(wordsFor(row));
  });
});

describe("what differs, and why", () => {
  it.each(Object.entries(exceptions))("%s", async (name, { why, becomes }) => {
    const row = names.get(name);
    expect(why).not.toBe("");
    if (row === undefined) return expect.unreachable("there is no such row");
    if (becomes === undefined) {
      expect(isTaken(row)).toBe(true);
      expect(await refusal(row)).toMatch(wordsFor(row));
      return;
    }
    const ours = await ran(row);
    expect(ours).toEqual(becomes);
    expect(isTaken(row) && isSame(ours, row.value, at), "it is no exception any more").toBe(false);
  });
});
