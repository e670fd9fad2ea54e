import type { Identifier } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { type Identified, identifierProblems } from "./identifier-problems.js";

const sound: Identifier = { resourceType: 1, project: "p", domain: "d", name: "n", version: "v", org: "" };
const task: Identified = { kind: "task", at: "task n" };

function found(change: Partial<Identifier>, of = task): unknown {
  return identifierProblems({ ...sound, ...change }, of).map(({ code, message, expected, got }) =>
    code === "IDENTIFIER_INVALID" ? [message, expected, got] : [code, message],
  );
}

describe("identifierProblems", () => {
  it.each([
    [{}],
    [{ name: "a.b-c_D9" }],
    [{ name: "-" }],
    [{ name: "n".repeat(255) }],
    [{ version: "1.0_a~b-C" }],
    [{ version: "v".repeat(255) }],
    [{ project: "any thing", domain: "/" }],
  ])("finds nothing in a whole one: %j", (change) => {
    expect(found(change)).toEqual([]);
  });

  it.each([
    ["task", 1],
    ["workflow", 2],
    ["launch plan", 3],
  ] as const)("wants the resource type of a %s", (kind, resourceType) => {
    expect(found({ resourceType }, { kind, at: "x" })).toEqual([]);
    const wanted = `that of a ${kind} (${resourceType})`;
    expect(found({ resourceType: 4 }, { kind, at: "x" })).toEqual([
      [`In the id of x, the resource type takes ${wanted}, but was the number 4.`, wanted, "4"],
    ]);
  });

  it("wants a project and a domain", () => {
    expect(found({ project: "", domain: "" })).toEqual([
      [
        'In the id of task n, the project takes a project of the cluster, but was "".',
        "a project of the cluster",
        "",
      ],
      [
        'In the id of task n, the domain takes a domain of the cluster, but was "".',
        "a domain of the cluster",
        "",
      ],
    ]);
  });

  it.each(["", "a/b", "a%zz", "a b", "a?", "é", "a~b", "a\n", "n".repeat(256)])(
    "refuses the name %j",
    (name) => {
      expect(found({ name })).toEqual([
        ["NAME_INVALID", expect.stringContaining("The name of a task must be 1 to 255 letters")],
      ]);
    },
  );

  it.each(["", "v1/1", "a b", "v+1", "é", "v\n", "v".repeat(256)])("refuses the version %j", (version) => {
    expect(found({ version })).toEqual([
      [
        expect.stringContaining("the version takes 1 to 255 letters, digits and . _ ~ -, but was"),
        "1 to 255 letters, digits and . _ ~ -",
        version.length > 255 ? `${"v".repeat(80)}...` : version,
      ],
    ]);
  });

  it.each([".", ".."])("refuses %j as any part, since parts are joined into a path", (step) => {
    const parts = { project: step, domain: step, name: step, version: step };
    expect(identifierProblems({ ...sound, ...parts }, task).map(({ message }) => message)).toEqual([
      `In the id of task n, the project takes a project of the cluster, but was "${step}".`,
      `In the id of task n, the domain takes a domain of the cluster, but was "${step}".`,
      `The name of a task must be other than \`.\` and \`..\`, which are steps of a path, but was "${step}".`,
      `In the id of task n, the version takes a word other than \`.\` and \`..\`, which are steps of a path, but was "${step}".`,
    ]);
  });

  it("cuts off a long name", () => {
    const [[, message]] = found({ name: "n".repeat(10_000) }) as [[string, string]];
    expect(message).toContain(`was "${"n".repeat(80)}...".`);
  });

  it("wants no org", () => {
    expect(found({ org: "acme" })).toEqual([
      ['In the id of task n, the org takes nothing, but was "acme".', "nothing", "acme"],
    ]);
  });

  it("reports a missing id; only for a task the compiler has a code for that", () => {
    const shape = { code: "PART_MISSING", severity: "error", hint: expect.any(String) };
    expect(identifierProblems(undefined, task)).toEqual([
      { ...shape, message: "Task n has no id.", backendCode: "ValueRequired" },
    ]);
    expect(identifierProblems(null as never, { kind: "workflow", at: "the workflow of x" })).toEqual([
      { ...shape, message: "The workflow of x has no id." },
    ]);
  });

  it("treats missing parts as empty", () => {
    expect(identifierProblems({} as Identifier, task).map(({ code }) => code)).toEqual([
      "IDENTIFIER_INVALID",
      "IDENTIFIER_INVALID",
      "IDENTIFIER_INVALID",
      "NAME_INVALID",
      "IDENTIFIER_INVALID",
    ]);
  });
});
