import { describe, expect, it } from "vitest";
import type { GrpcRow, Json } from "../rows/admin-row.js";
import { conflict, footprintOf } from "./footprint.js";
import { parseNames, renameRows } from "./rename.js";
import { shuffle } from "./shuffle.js";

const row = (seq: number, method: string, requestJson: Json = {}): GrpcRow => ({
  ...{ seq, method, requestJson, note: "", service: "flyteidl.service.AdminService" },
  ...{ ok: true, code: 0, codeName: "OK" },
});
const event = (name: string): Json => ({
  event: { id: { executionId: { project: "p", domain: "d", name } } },
});
const dependent = (one: GrpcRow, other: GrpcRow) => conflict(footprintOf(one), footprintOf(other));

describe("conflict", () => {
  it.each([
    [row(1, "CreateTask"), row(2, "GetTask"), true],
    [row(1, "CreateTask"), row(2, "CreateTask"), true],
    [row(1, "CreateTask"), row(2, "CreateWorkflow"), true],
    [row(1, "CreateTask"), row(2, "ListLaunchPlans"), false],
    [row(1, "GetTask"), row(2, "ListTasks"), false],
    [row(1, "UpdateProject"), row(2, "CreateLaunchPlan"), true],
    [row(1, "UpdateProjectDomainAttributes"), row(2, "CreateTask"), true],
    [row(1, "GetWorkflowAttributes"), row(2, "CreateTask"), false],
    [row(1, "CreateNodeEvent", event("a")), row(2, "CreateTaskEvent", event("a")), true],
    [row(1, "CreateNodeEvent", event("a")), row(2, "ListNodeExecutions"), true],
    [row(1, "GetVersion"), row(2, "CreateExecution"), false],
    [row(1, "NobodyKnows"), row(2, "ListSignals"), true],
  ])("$0.method before $1.method: $2", (one, other, wanted) => {
    expect([dependent(one, other), dependent(other, one)]).toEqual([wanted, wanted]);
  });
});

describe("shuffle", () => {
  const methods = ["CreateTask", "GetTask", "RegisterProject", "ListProjects", "ListSignals", "GetDomains"];
  const rows = Array.from({ length: 60 }, (_, seq) => row(seq, methods[seq % methods.length] ?? ""));

  it("keeps the order of calls that depend on each other, and no other", () => {
    const shuffled = shuffle(rows, 5);
    const place = new Map(shuffled.map(({ seq }, index) => [seq, index]));
    expect(place.size).toBe(rows.length);
    for (const one of rows)
      for (const other of rows.slice(one.seq + 1))
        if (dependent(one, other)) expect(place.get(one.seq)).toBeLessThan(place.get(other.seq) ?? -1);
    expect(shuffled.map(({ seq }) => seq)).not.toEqual(rows.map(({ seq }) => seq));
  });

  it("is the same for the same seed", () => {
    expect(shuffle(rows, 5)).toEqual(shuffle(rows, 5));
    expect(shuffle(rows, 5)).not.toEqual(shuffle(rows, 6));
  });
});

describe("renameRows", () => {
  it("renames everywhere, keys too, and sends no old bytes", () => {
    const names = parseNames("garden=forest");
    expect(names).not.toHaveProperty("problem");
    if ("problem" in names) return;
    const given = {
      ...row(1, "GetTask", { id: { name: "garden.water" } }),
      request: "AAAA",
      responseJson: { "garden.a": ["see garden"] },
      message: "no garden",
    };
    expect(renameRows([given], names)).toEqual([
      {
        ...given,
        request: undefined,
        requestJson: { id: { name: "forest.water" } },
        responseJson: { "forest.a": ["see forest"] },
        message: "no forest",
      },
    ]);
  });
});
