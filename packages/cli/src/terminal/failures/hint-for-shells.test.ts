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
