import { expect, it } from "vitest";
import { runLocal } from "../../src/entries/index.js";
import { mixed } from "./mixed-workflow.js";

const RUNS = 2000;

it("runs 2,000 runs at once, each to its own end", async () => {
  const xs = Array.from({ length: RUNS }, (_, i) => i % 10);
  // Every fifth is refused by its gate, and every seventh is aborted on its way.
  const isRefused = (i: number): boolean => i % 5 === 0;
  const isAborted = (i: number): boolean => i % 7 === 0;
  const outcomes = await Promise.all(
    xs.map((x, i) => {
      const controller = new AbortController();
      if (isAborted(i)) setImmediate(() => controller.abort("enough"));
      const options = { gates: { ok: !isRefused(i) }, signal: controller.signal, concurrency: 4 };
      return runLocal(mixed, { x }, options).then(
        ({ size, items }) => ({ size, items }),
        (error: unknown) => (error as { readonly code: string }).code,
      );
    }),
  );
  for (const [i, outcome] of outcomes.entries()) {
    const x = xs[i] ?? 0;
    const agreed = x + 1;
    const size = agreed > 3 ? (agreed + 1) * 2 : (agreed + 2) * 2;
    if (isAborted(i)) expect(["RUN_ABORTED", "GATE_REJECTED"]).toContain(outcome);
    else if (isRefused(i)) expect(outcome).toBe("GATE_REJECTED");
    else expect(outcome).toEqual({ size, items: [0, 4, 8] });
  }
});
