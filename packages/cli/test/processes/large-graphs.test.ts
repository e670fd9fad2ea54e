import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aProject } from "../support/a-project.js";
import { runProgram } from "../support/run-program.js";

const LARGE = (nodes: number): string => `import { t, task, workflow } from "@flytekit-ts/workflow";
const n = t.int();
const add = task({ name: "add", inputs: { left: n, right: n }, output: n }, ({ left, right }) => left + right);
export const large = workflow({ name: "large", inputs: { x: n }, output: n }, ({ x }) => {
  const made = [x];
  for (let at = 0; at < ${nodes}; at += 1)
    made.push(add({ left: made[(at * 7) % made.length], right: made[(at * 13 + 5) % made.length] }));
  return made.at(-1);
});
`;

describe("graphs of thousands of nodes", () => {
  it("are said to take their time, and end at Ctrl-C without a file", async () => {
    const cwd = aProject({ "src/large.ts": LARGE(4000) });
    let began = 0;
    const { code, stderr } = await runProgram(["graph", "src/large.ts", "-o", "large.html"], {
      cwd,
      onOutput(written, kill) {
        if (began > 0 || !written.includes("Laying out 4,000 nodes")) return;
        began = performance.now();
        kill("SIGINT");
      },
    });
    expect(code).toBe(130);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(stderr).toContain("[COMMAND_ENDED]");
    expect(existsSync(join(cwd, "large.html"))).toBe(false);
  });

  it("are drawn in a thread as they are without one", async () => {
    const cwd = aProject({ "src/large.ts": LARGE(1000) });
    const { code, stdout, stderr } = await runProgram(["graph", "src/large.ts", "--format", "svg"], { cwd });
    expect([code, stderr]).toEqual([0, expect.stringContaining("Laying out 1,000 nodes")]);
    expect(stdout.match(/<svg/g)).toHaveLength(1);
    expect(stdout.trimEnd().endsWith("</svg>")).toBe(true);
  });
});
