import { type Admin, startAdmin } from "@flytekit-ts/admin";
import { isEntity } from "@flytekit-ts/core/graph";
import { decodeLiteral, toLiterals } from "@flytekit-ts/core/literals";
import { connect, type Remote } from "@flytekit-ts/remote";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "../../src/inputs/input-flags.js";
import { flagsOf } from "../../src/inputs/input-flags.js";
import { readInputs } from "../../src/inputs/read-inputs.js";
import { exceptions } from "./exceptions.js";
import * as flow from "./flow.js";
import { isTaken, prepare, remove, rows } from "./replay.js";
import type { Row } from "./rows.js";
import { shown } from "./shown.js";
import type { At } from "./same-value.js";

// Of what is registered only the literal types are known: texts have to become the same literals all the same.

let at: At;
let admin: Admin;
let remote: Remote;
const registered = new Map<string, Asked>();

beforeAll(async () => {
  at = prepare();
  admin = await startAdmin();
  const place = { project: "flytesnacks", domain: "development" };
  remote = await connect({ endpoint: admin.endpoint, insecure: true, ...place });
  const tasks = Object.entries(flow).flatMap(([name, entity]) =>
    isEntity(entity) && entity.kind === "task" ? [[name, entity] as const] : [],
  );
  const settings = { version: "v1", image: "flow:v1", root: import.meta.dirname };
  await remote.register(
    tasks.map(([, entity]) => entity),
    settings,
  );
  for (const [name, entity] of tasks) {
    const found = await remote.interfaceOf({ kind: "task", name: entity.name });
    registered.set(name, found.interface);
  }
});
afterAll(async () => {
  await remote.close();
  await admin.close();
  remove(at);
});

async function* stdinOf(text = ""): AsyncGenerator<string> {
  if (text !== "") yield text;
}

/** What is sent for the inputs that were given, in the form in which a task receives it. */
async function sent({ task, args, stdin }: Row, asked: Asked): Promise<Readonly<Record<string, string>>> {
  const entity: unknown = Reflect.get(flow, task);
  if (!isEntity(entity)) return expect.unreachable(`there is no task ${task}`);
  const options = { command: "tsflyte run", stdin: stdinOf(stdin), cwd: at.folder, now: at.now };
  const { values } = await readInputs(asked, args, options);
  const given = new Map([...asked.inputs].filter(([name]) => Object.hasOwn(values, name)));
  const literals = [...toLiterals(given, values)];
  return Object.fromEntries(
    literals.map(([name, literal]) => {
      const type = entity.interface.inputs.get(name);
      return [name, type === undefined ? "" : shown(decodeLiteral(type.transformer, literal))];
    }),
  );
}

// Defaults are of workflows: a task that is registered has none.
const hasAll = (row: Row): boolean =>
  ["--x", "-"].includes(row.args[0] ?? "") &&
  !/^(?:t_two|t_flags|t_default|wf|plan|t_fail|t_none|t_pair)/.test(row.task);
// What is registered says less: a date is a datetime there, and the schema of a record takes what JSON holds exactly.
const isLess = (name: string): boolean =>
  /^t_date --x (?:now$|.*(?:T|23|25))/.test(name) || /^t_record .*9223372036854775807/.test(name);
const taken = [...rows].filter(
  ([name, row]) =>
    isTaken(row) && "value" in row && hasAll(row) && !isLess(name) && !Object.hasOwn(exceptions, name),
);

describe("texts for what is registered", () => {
  it.each(taken)("%s", async (_name, row) => {
    const [here, there] = [Reflect.get(flow, row.task) as unknown, registered.get(row.task)];
    if (!isEntity(here) || there === undefined) return expect.unreachable(row.task);
    expect(await sent(row, there)).toEqual(await sent(row, here.interface));
  });

  it("has flags in words", () => {
    for (const [name, asked] of registered)
      for (const flag of flagsOf(asked))
        expect(`${name} ${flag.takes}: ${flag.fits}`).not.toMatch(/undefined|\[object/);
  });
});
