import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { t, task } from "@flytekit-ts/core";
import { afterAll, describe, expect, it } from "vitest";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { approve } from "../gate/gates.js";
import { mapTask } from "../map/map-task.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";
import { lengthProblems } from "./check-length.js";

const folder = mkdtempSync(join(tmpdir(), "flytekit-length-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inc = task({ name: "m.inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const kit = { approve, conditional, inc, mapTask, t, workflow };
const CALL = (from: string): string => `inc({ x: ${from} })`;

interface Source {
  readonly calls: number;
  readonly call?: (from: string) => string;
  /** What stands behind the parameters of the body. */
  readonly returns?: string;
  /** What stands behind the name of the variable in the middle. */
  readonly typed?: string;
  readonly file?: string;
  /** What stands behind the workflow. */
  readonly behind?: string;
}

let files = 0;

/** What is said about a workflow whose body is written out in a file of its own. */
async function told({ calls, call = CALL, returns = "", typed = "", file = "ts", behind = "" }: Source) {
  const lines = Array.from({ length: calls }, (_, i) => {
    const type = i === Math.floor(calls / 2) ? typed : "";
    return `  const v${i + 1}${type} = ${call(`v${i}`)};`;
  });
  const text = [
    "export default ({ approve, conditional, inc, mapTask, t, workflow }) =>",
    'workflow({ name: "m.long", inputs: { n: t.int() }, output: t.int() },',
    `({ n })${returns} => {`,
    "  const v0 = n;",
    ...lines,
    `  return v${calls};`,
    "});",
    behind,
  ].join("\n");
  files += 1;
  const path = join(folder, `long${files}.${file}`);
  writeFileSync(path, text);
  const { default: make } = (await import(path)) as { default: (given: typeof kit) => AuthoredWorkflow };
  return lengthProblems([make(kit)]).map(({ code, severity, location }) => [
    code,
    severity,
    location?.file,
    path,
  ]);
}

describe("lengthProblems", () => {
  it.each([
    { kind: "calls", calls: 90, call: CALL },
    {
      kind: "conditionals",
      calls: 50,
      call: (v: string) =>
        `conditional("c${v}").if(n.gt(1), () => inc({ x: ${v} })).else(() => inc({ x: ${v} }))`,
    },
    {
      kind: "conditionals of five arms",
      calls: 25,
      call: (v: string) => {
        const arm = `() => inc({ x: ${v} })`;
        const others = [2, 3, 4, 5].map((i) => `.elseIf(n.gt(${i}), ${arm})`).join("");
        return `conditional("c${v}").if(n.gt(1), ${arm})${others}.else(${arm})`;
      },
    },
    { kind: "maps", calls: 75, call: (v: string) => `mapTask(inc)({ x: [${v}] }).at(0)` },
    { kind: "approvals", calls: 60, call: (v: string) => `approve(${v}, "${v}")` },
  ])("warns of $calls $kind in a chain, and of no fewer", async ({ calls, call }) => {
    const warnings = await told({ calls, call });
    expect(warnings).toEqual([["BODY_LONG_FOR_TSC", "warning", expect.any(String), expect.any(String)]]);
    expect(warnings[0]?.[2]).toBe(warnings[0]?.[3]);
    expect(await told({ calls: calls - 1, call })).toEqual([]);
  });

  it.each([
    { why: "the type of the result is written", calls: 100, returns: ": unknown" },
    { why: "a variable in the middle has a type", calls: 150, typed: ": unknown" },
    { why: "the type of the result is written behind a space", calls: 100, returns: " : unknown" },
    { why: "a variable in the middle has a type behind a space", calls: 150, typed: " : unknown" },
    { why: "TypeScript does not read it", calls: 100, file: "mjs" },
    { why: "TypeScript does not read it, although its name has the letters", calls: 100, file: "ts.mjs" },
  ])("says nothing where $why", async (source) => {
    expect(await told(source)).toEqual([]);
  });

  it("warns in a module of TypeScript, and where only another function has a type", async () => {
    expect(await told({ calls: 90, file: "mts" })).toHaveLength(1);
    expect(await told({ calls: 90, behind: "export const one = (): number => 1;" })).toHaveLength(1);
  });

  it("names the workflow and the number of calls", async () => {
    const path = join(folder, "named.ts");
    const lines = Array.from({ length: 90 }, (_, i) => `  const v${i + 1} = ${CALL(`v${i}`)};`);
    writeFileSync(
      path,
      [
        "export default ({ inc, t, workflow }) =>",
        'workflow({ name: "m.named", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {',
        "  const v0 = n;",
        ...lines,
        "  return v90;",
        "});",
      ].join("\n"),
    );
    const { default: make } = (await import(path)) as { default: (given: typeof kit) => AuthoredWorkflow };
    expect(lengthProblems([make(kit)])).toMatchObject([
      {
        workflow: "m.named",
        message: expect.stringContaining("In the body of m.named, 90 calls") as unknown,
      },
    ]);
  });

  it("counts from a variable with a type on", async () => {
    expect(await told({ calls: 200, typed: ": unknown" })).toHaveLength(1);
  });

  it("says nothing of calls in a loop, of calls side by side, and of a body that gives nothing", () => {
    const inputs = { n: t.int() };
    const loop = workflow({ name: "m.loop", inputs, output: t.int() }, ({ n }) =>
      Array.from({ length: 200 }).reduce((x: typeof n) => inc({ x }), n),
    );
    const beside = workflow({ name: "m.beside", inputs, output: t.list(t.int()) }, ({ n }) =>
      Array.from({ length: 200 }, () => inc({ x: n })),
    );
    const nothing = workflow({ name: "m.nothing", inputs }, ({ n }) => {
      Array.from({ length: 200 }).reduce((x: typeof n) => inc({ x }), n);
    });
    expect(lengthProblems([loop, beside, nothing])).toEqual([]);
  });
});
