import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

describe("memory", () => {
  it("does not grow with the rows: they are written and read in parts", async () => {
    const script = [join(root, "../../tooling/bundle/run-source.js"), "test/memory/round-trip.ts"];
    const env = { ...process.env, ROWS: "400000" };
    const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: root, env });
    const { rows, rssMb } = JSON.parse(stdout) as { readonly rows: number; readonly rssMb: number };
    expect(rows).toBe(400_000);
    // The rows as objects would take more than this alone.
    expect(rssMb).toBeLessThan(400);
  });
});
