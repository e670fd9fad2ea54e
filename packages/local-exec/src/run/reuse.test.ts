import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startLocal } from "./start-local.js";

let journal = "";
beforeEach(() => void (journal = mkdtempSync(join(tmpdir(), "reuse-"))));
afterEach(() => rmSync(journal, { recursive: true, force: true }));

const ran: string[] = [];
const step = (name: string) =>
  task({ name, inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
    ran.push(`${name} ${x}`);
    return x + 1;
  });
const [a, b, c] = [step("a"), step("b"), step("c")];
const chain = workflow({ name: "chain", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  c({ x: b({ x: a({ x }) }) }),
);
const longer = workflow({ name: "longer", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  b({ x: 100 });
  return c({ x: b({ x: a({ x }) }) });
});

async function run(entity: typeof chain, x: number, reuse?: { run: string; changed?: readonly string[] }) {
  ran.length = 0;
  const isSame = ({ name }: { readonly name: string }): boolean => reuse?.changed?.includes(name) !== true;
  const more = reuse === undefined ? {} : { reuse: { run: reuse.run, isSame } };
  const started = startLocal(entity, { x }, { journal, ...more });
  return { result: await started.result, id: started.id, ran: [...ran] };
}

describe("a run that reuses another", () => {
  it("runs nothing that is the same", async () => {
    const first = await run(chain, 1);
    expect(await run(chain, 1, { run: first.id })).toMatchObject({ result: 4, ran: [] });
  });

  it("runs a task that has changed, and what gets something else", async () => {
    const first = await run(chain, 1);
    expect((await run(chain, 1, { run: first.id, changed: ["b"] })).ran).toEqual(["b 2"]);
    expect((await run(chain, 2, { run: first.id })).ran).toEqual(["a 2", "b 3", "c 4"]);
  });

  it("finds tasks whose nodes have other ids, and takes each outcome once", async () => {
    const first = await run(chain, 1);
    const second = await run(longer, 1, { run: first.id });
    expect(second).toMatchObject({ result: 4, ran: ["b 100"] });
    expect((await run(longer, 1, { run: second.id })).ran).toEqual([]);
  });

  it.each([
    [{ run: "x" }, "OPTION_INVALID"],
    [{ run: "x", isSame: () => true }, "RUN_NOT_FOUND"],
  ])("refuses %j", (reuse, code) => {
    expect(() => startLocal(chain, { x: 1 }, { journal, reuse: reuse as never })).toThrow(code);
  });
});
