import { describe, expect, it } from "vitest";
import { amountFaults } from "./amount-faults.js";

function faults(request: string | undefined, limit?: string, isGpu = false): readonly string[] {
  const listed = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);
  return amountFaults({ requests: listed(request), limits: listed(limit) }, isGpu).map(
    ({ problem }) => problem,
  );
}

describe("amountFaults", () => {
  it.each([
    ["1", undefined],
    [undefined, "1"],
    [undefined, undefined],
    ["1", "1"],
    ["500m", "1"],
    ["500m", "0.5"],
    ["1Gi", "1100M"],
    ["0", "0"],
    ["1e-400", "1n"],
  ])("finds nothing in %s up to %s", (request, limit) => {
    expect(faults(request, limit)).toEqual([]);
  });

  it("reads both ends, and tells whether they can be read", () => {
    expect(amountFaults({ requests: ["1core"], limits: [""] }, false)).toEqual([
      { problem: 'has the request "1core", which Kubernetes cannot read', unreadable: true },
      { problem: 'has the limit "", which Kubernetes cannot read', unreadable: true },
    ]);
    expect(amountFaults({ requests: ["-1"], limits: ["-1n"] }, false)).toEqual([
      { problem: 'has the request "-1", which is below zero', unreadable: false },
      { problem: 'has the limit "-1n", which is below zero', unreadable: false },
    ]);
  });

  it.each([
    ["2", "1"],
    ["600m", "500m"],
    ["1Gi", "1G"],
    ["1", "0"],
    ["1.000000001", "1"],
  ])("compares exactly: %s is above %s", (request, limit) => {
    expect(faults(request, limit)).toEqual([`has the request "${request}" above its limit "${limit}"`]);
  });

  it("compares only what can be read", () => {
    expect(faults("x", "1")).toHaveLength(1);
    expect(faults("2", "-1")).toEqual(['has the limit "-1", which is below zero']);
  });

  it("agrees with the options of tasks on quantities without digits", () => {
    expect(faults("Gi")).toEqual(['has the request "Gi", which has no digits and counts as 0']);
    expect(faults(undefined, "m")).toEqual(['has the limit "m", which has no digits and counts as 0']);
  });

  it("refuses an exponent that would occupy flyteadmin", () => {
    for (const text of ["1e-99999999", "1e2147483648", "1E1000001"])
      expect(faults(text)).toEqual([
        `has the request "${text}", whose exponent is so large that Flyte would need minutes to read it`,
      ]);
    expect(faults("1e-1000000")).toEqual([]);
  });

  it("cuts off a long quantity", () => {
    expect(faults("x".repeat(500))).toEqual([
      `has the request "${"x".repeat(80)}...", which Kubernetes cannot read`,
    ]);
  });

  it.each([
    ["1", undefined],
    [undefined, "2"],
    ["2", "2"],
    ["2", "2.0"],
    ["1k", "1000"],
    ["0.9999", "1"],
  ])("takes GPUs in whole pieces: %s up to %s", (request, limit) => {
    expect(faults(request, limit, true)).toEqual([]);
  });

  it.each(["0.5", "500m", "1.001", "1n", "1.0000001"])("takes no part of a GPU: %s", (text) => {
    expect(faults(text, undefined, true)).toEqual([`has the request "${text}", but must be a whole number`]);
    expect(faults(undefined, text, true)).toEqual([`has the limit "${text}", but must be a whole number`]);
    expect(faults(text)).toEqual([]);
  });

  it.each([
    ["1", "2"],
    ["2", "1"],
    ["0", "1"],
  ])("wants as many GPUs as are the limit: %s is not %s", (request, limit) => {
    expect(faults(request, limit, true)).toEqual([
      `has the request "${request}" and the limit "${limit}", which have to be equal`,
    ]);
  });
});
