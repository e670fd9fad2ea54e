import { localExecErrors } from "@flytekit-ts/local-exec";
import { remoteErrors } from "@flytekit-ts/remote";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import { expect, it } from "vitest";
import { hintForShells } from "./hint-for-shells.js";

const of = { execution: "flytesnacks/development/f4a1", consoleUrl: "http://localhost" };

it("names commands where the hint of an error names functions", () => {
  const { EXECUTION_ABORTED, SIGNAL_VALUE_INVALID } = remoteErrors;
  expect(hintForShells(EXECUTION_ABORTED({ ...of, cause: "superseded", by: "" }))).toBe(
    "`tsflyte execution recover f4a1` starts an execution that reuses the nodes that succeeded, `tsflyte execution relaunch f4a1` one that runs all nodes again.",
  );
  expect(hintForShells(SIGNAL_VALUE_INVALID({ signal: "release", problem: "it is a text" }))).toContain(
    "`tsflyte execution signal EXECUTION`",
  );
});

it("names options and commands for the errors of runs", () => {
  const { RUN_CHANGED, RUN_NOT_FOUND, JOURNAL_CORRUPT } = localExecErrors;
  expect(hintForShells(RUN_NOT_FOUND({ run: "x", journal: "runs", problem: "none" }))).toBe(
    "`tsflyte runs list` lists the runs that are kept, the newest first.",
  );
  expect(hintForShells(RUN_CHANGED({ entity: "x", changes: [] }))).toContain("`--rerun-changed`");
  const damaged = { file: "run.journal", problem: "cut off" };
  expect(hintForShells(JOURNAL_CORRUPT({ ...damaged, offset: 120 }))).toContain("--cut-at 120");
  expect(hintForShells(JOURNAL_CORRUPT({ ...damaged, offset: 0 }))).toContain("Start it anew");
});

it("leaves no function of an execution in a hint", () => {
  const made = Object.values<(params: never) => FlytekitError>(remoteErrors).map((make) => {
    try {
      return hintForShells(make({ ...of, problems: [], known: [], differences: [] } as never)) ?? "";
    } catch {
      // It needs other words, and says nothing of executions.
      return "";
    }
  });
  expect(made.filter((hint) => hint.includes("tsflyte execution")).length).toBeGreaterThan(5);
  expect(made.filter((hint) => /`execution\.\w+\(\)`/.test(hint))).toEqual([]);
});

it("names what may be typed where another hint is for code", async () => {
  const { workflowErrors } = await import("@flytekit-ts/workflow/compile");
  const hint = hintForShells(
    workflowErrors.SETTINGS_INVALID({ setting: "project", wanted: "a name", given: "a b" }),
  );
  expect(hint).toContain("`tsflyte info`");
});
