import { coreErrors, type FlytekitError } from "@flytekit-ts/core/errors";
import { localExecErrors } from "@flytekit-ts/local-exec";
import { describe, expect, it } from "vitest";
import { COUNTERPARTS, errorText, failuresOf, isErrorOf, isSameError } from "./failures.js";
import type { RecordedRun } from "./recorded-run.js";
import type { LocalNode, LocalOutcome } from "./run-locally.js";

const failed = coreErrors.TASK_FAILED({ task: "odd", node: "n0", message: "even: 2" });
const ended = localExecErrors.BRANCH_FAILED({ conditional: "size", node: "n1", message: "too small" });
const mapped = localExecErrors.MAP_FAILED({ map: "m", node: "n2", size: 2, wanted: 2, failures: [] });
const refused = localExecErrors.GATE_REJECTED({ gate: "ok", node: "n3" });

function isOf(error: FlytekitError, text: string, code?: string): boolean {
  return isErrorOf({ path: "n0", error }, { error: text, code } as RecordedRun);
}

describe("isErrorOf", () => {
  it("knows our code for each of the backend's", () => {
    const ours = { ...coreErrors, ...localExecErrors };
    expect([...COUNTERPARTS.values()].filter((code) => !Object.hasOwn(ours, code))).toEqual([]);
  });

  it.each([
    [failed, "even: 2", undefined, true],
    [failed, "even: 2", "USER:RuntimeError", true],
    [failed, "even: 2", "RetriesExhausted|USER:Recoverable", true],
    [failed, "even: 4", undefined, false],
    [failed, "even: 4", "RetriesExhausted|USER:Recoverable", false],
    [failed, "even: 2", "UserProvidedError", false],
    [failed, "[0]: even: 2", undefined, false],
    [ended, "[UserProvidedError] too small", "UserProvidedError", true],
    [ended, "[UserProvidedError] too small", undefined, true],
    [ended, "[UserProvidedError] too big", "UserProvidedError", false],
    [ended, "too small", undefined, false],
    [refused, "received a reject signal", "ReceivedRejectSignal", true],
    [refused, "received a reject signal", undefined, false],
    [mapped, "[0-1]: even: 2", undefined, true],
    [mapped, "Unknown reason", "ArrayNodeFailing", true],
    [mapped, "even: 2", undefined, false],
    [mapped, "[UserProvidedError] too small", "UserProvidedError", false],
  ])("%#: %s is %j (%s): %s", (error, text, code, is) => {
    expect(isOf(error, text, code)).toBe(is);
  });
});

describe("isSameError", () => {
  const failure = (index: number) => ({ index, message: `even: ${index}` });
  const map = (node: string, ...indexes: readonly number[]) =>
    localExecErrors.MAP_FAILED({ map: "m", node, size: 9, wanted: 9, failures: indexes.map(failure) });

  it("knows a map by its node, whichever items had failed", () => {
    expect(map("n2", 1).text).not.toBe(map("n2", 3).text);
    expect(isSameError(map("n2", 1), map("n2", 3))).toBe(true);
    expect(isSameError(map("n2", 1), map("n3", 1))).toBe(false);
    expect(isSameError(map("n2", 1), failed)).toBe(false);
    expect(isSameError(failed, map("n2", 1))).toBe(false);
  });

  it("compares what all other errors say", () => {
    const other = coreErrors.TASK_FAILED({ task: "odd", node: "n0", message: "even: 4" });
    expect(isSameError(failed, other)).toBe(false);
    expect(isSameError(failed, failed)).toBe(true);
  });
});

describe("failuresOf", () => {
  it("gives the innermost nodes, and maps rather than their items", () => {
    const node = (error: FlytekitError, isItem = false): LocalNode => {
      return { id: "", phase: "FAILED", started: true, isItem, error };
    };
    const nodes = new Map([
      ["n0", node(failed)],
      ["n0/n0", node(failed)],
      ["n1", node(failed)],
      ["n1>n2", node(ended)],
      ["n10", node(ended)],
      ["n2", node(mapped)],
      ["n2/n0", node(failed, true)],
    ]);
    const paths = failuresOf({ nodes } as unknown as LocalOutcome).map(({ path }) => path);
    expect(paths).toEqual(["n0/n0", "n1>n2", "n10", "n2"]);
  });
});

describe("errorText", () => {
  it("is what the engine would say", () => {
    expect([failed, ended, new Error("x"), refused].map(errorText)).toEqual([
      "even: 2",
      "[UserProvidedError] too small",
      "Error: x",
      refused.text,
    ]);
  });
});
