import { describe, expect, it } from "vitest";

import { suggestedRequest, usageLine, usageOf, usageTab } from "./usage.js";

const MIB = 1024 * 1024;
const usage = { memory: 83.2 * MIB, cpu: 420, time: 1000, limit: 512 * MIB };

describe("what a process has used", () => {
  it("is told in the log, with a request that would do", () => {
    expect(usageLine(usage)).toBe(
      'Used: peak memory 84 MiB of 512 MiB, CPU 0.42 s in 1.00 s. Suggested: resources: { cpu: { request: "500m" }, memory: { request: "128Mi" } }',
    );
    expect(usageLine({ ...usage, limit: undefined })).toContain("84 MiB, CPU");
  });

  it("is a tab of the deck", () => {
    expect(usageTab(usage)).toContain("<tr><th>Peak memory</th><td>84 MiB</td></tr>");
    expect(usageTab({ ...usage, limit: undefined })).toContain("<td>none</td>");
  });

  it.each([
    [0, 0, { cpu: "100m", memory: "0Mi" }],
    [52 * MIB, 2600, { cpu: "2600m", memory: "128Mi" }],
    [4000 * MIB, 1, { cpu: "100m", memory: "5056Mi" }],
  ])("%d bytes and %d ms", (memory, cpu, expected) => {
    expect(suggestedRequest({ memory, cpu, time: 1000, limit: undefined })).toEqual(expected);
  });

  it("is measured of this process", () => {
    const { memory, cpu, time } = usageOf(undefined);
    expect(memory).toBeGreaterThan(20 * MIB);
    expect(cpu).toBeGreaterThan(0);
    expect(time).toBeGreaterThan(0);
  });
});
