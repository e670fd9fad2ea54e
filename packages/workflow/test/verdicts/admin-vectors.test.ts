import { checkLaunchPlan, checkTask, type Problem } from "@flytekit-ts/workflow/checks";
import { describe, expect, it } from "vitest";
import { adminRows, type AdminRow, planOf, taskOf } from "./admin-vectors.js";

function problemsOf(row: AdminRow): readonly Problem[] {
  return row.call === "CreateTask" ? checkTask(taskOf(row)) : checkLaunchPlan(planOf(row));
}

// A cron expression that never fires is taken, with a warning.
const NEVER_FIRES = "cron '0 6 31 2 *'";

function wantedOf({ name, code, junk }: AdminRow): "taken" | "warned" | "refused" {
  if (name === NEVER_FIRES) return "warned";
  return code === "OK" && junk !== true ? "taken" : "refused";
}

function givenBy(problems: readonly Problem[]): "taken" | "warned" | "refused" {
  if (problems.length === 0) return "taken";
  return problems.some(({ severity }) => severity === "error") ? "refused" : "warned";
}

describe("what flyteadmin says", () => {
  const rows = adminRows.filter(({ server }) => server !== true);

  it("is what the checks say, row by row", () => {
    const verdicts = rows.map((row) => {
      const problems = problemsOf(row);
      return {
        name: row.name,
        wanted: wantedOf(row),
        given: givenBy(problems),
        details: row.details,
        problems,
      };
    });
    expect(verdicts).toHaveLength(130);
    expect(verdicts.filter(({ wanted, given }) => wanted !== given)).toEqual([]);
  });

  it("is one problem a row, for each has one fault; but for the one whose inputs all lack a value", () => {
    const several = rows.filter((row) => problemsOf(row).length > 1).map(({ name }) => name);
    expect(several).toEqual(["schedule with required inputs unbound"]);
  });

  it("has the compiler's name exactly where the task compiler refuses", () => {
    const coded = (row: AdminRow) => /Code: (\w+)/.exec(row.details)?.[1];
    const differing = rows
      .filter((row) => coded(row) !== undefined)
      .filter((row) => problemsOf(row)[0]?.backendCode !== coded(row));
    expect(differing.map(({ name }) => name)).toEqual([]);
  });

  it("holds rows of each kind", () => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(wantedOf(row), (counts.get(wantedOf(row)) ?? 0) + 1);
    expect([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ["refused", 68],
      ["taken", 61],
      ["warned", 1],
    ]);
  });
});
