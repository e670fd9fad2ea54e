/**
 * What the compiler says of author's code: right code passes, wrong code is refused. What it has to accept is listed
 * on the page, each with the code that says before a run what is wrong.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isFlytekitError, task, t } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runLocal } from "../../src/entries/index.js";
import { codesOf } from "./support/codes.js";
import { compilers, runTsc } from "./support/compilers.js";
import { foreignModules, foreignModulesOf } from "./support/imports.js";
import { inc } from "./prelude.js";
import { declare, makeProject } from "./support/project.js";
import { readSnippets, type Snippet } from "./support/snippets.js";

const TIMEOUT = 600_000;
const [right, wrong] = [readSnippets("right"), readSnippets("wrong")];
const accepted = wrong.filter((snippet) => snippet.accepted !== undefined);
// Only a run tells of a call inside a task.
const inRuns = "CALL_OUTSIDE_WORKFLOW";
const project = makeProject({ right, wrong });
beforeAll(() => declare(project), TIMEOUT);
afterAll(() => project.remove());

const ids = (snippets: readonly Snippet[]) => new Set(snippets.map(({ id }) => id));

describe("the pages of snippets", () => {
  it("are read whole, and few are accepted", () => {
    expect([ids(right).size, ids(wrong).size]).toEqual([268, 371]);
    expect(accepted.length).toBeLessThanOrEqual(15);
  });
});

describe.concurrent("the compiler", () => {
  it.each(compilers)(
    "of TypeScript $version accepts what is right, and of what is wrong no more than is listed",
    async ({ version, tsc }) => {
      const diagnostics = await runTsc(tsc, project.folder, ["--project", "."]);
      const refused = new Set(
        diagnostics.map((each) => /^(?:right|wrong)\/(\w+)\.ts\(/.exec(each)?.[1] ?? each),
      );
      const wanted = [
        ...wrong.filter((snippet) => snippet.accepted === undefined),
        ...right.filter(({ refusedBy }) => refusedBy === version),
      ];
      expect(refused).toEqual(ids(wanted));
    },
    TIMEOUT,
  );
});

describe("our declarations", () => {
  const entriesOf = (name: string): readonly string[] =>
    readdirSync(join(project.folder, "declared", name, "entries"))
      .filter((file) => file.endsWith(".d.ts"))
      .map((file) => file.slice(0, -".d.ts".length));

  it.each(["core", "workflow", "local-exec"])("of %s name no module of others", (name) => {
    // Who imports these has installed their optional peer.
    const peers = new Map([
      ["otel", "@opentelemetry/api"],
      ["vitest", "vitest"],
    ]);
    const entries = entriesOf(name);
    expect(entries).toContain("index");
    for (const entry of entries) {
      const foreign = new Set(foreignModules(join(project.folder, "declared", name), entry));
      const peer = name === "local-exec" ? peers.get(entry) : undefined;
      expect({ [entry]: [...foreign] }).toEqual({ [entry]: peer === undefined ? [] : [peer] });
    }
  });

  it("are seen to name one", () => {
    const planted = [
      'import type { z } from "zod";',
      'export type { A } from "./a.js";',
      'export declare const b: import("arktype").Type;',
      '/// <reference types="node" />',
      'import "@flytekit-ts/core";',
    ].join("\n");
    expect(foreignModulesOf(planted)).toEqual(["zod", "arktype", "node"]);
  });
});

describe("what the compiler accepts although it is wrong", () => {
  it.each(accepted.filter((snippet) => snippet.accepted?.code !== inRuns))(
    "is told before a run: $id: $title",
    async (snippet) => {
      const codes = await codesOf(() => import(project.fileOf(snippet, "wrong")));
      expect(codes).toContain(snippet.accepted?.code);
    },
  );

  it("is told in a run where nothing else can tell: a call inside a task", async () => {
    expect(accepted.filter((snippet) => snippet.accepted?.code === inRuns)).toHaveLength(1);
    const outer = task({ name: "outer", inputs: { x: t.int() } }, ({ x }) => void inc({ x }));
    const error: unknown = await runLocal(outer, { x: 1 }).catch((cause: unknown) => cause);
    expect(isFlytekitError(error) && error.cause).toMatchObject({ code: inRuns });
  });
});
