import { describe, expect, it } from "vitest";
import { programsOf } from "../support/program.js";

/** The time is that of the processor, to the end of the process. */
const ended = programsOf<{ readonly outcome: string; readonly milliseconds: number }>("ends.ts");

describe("the process", () => {
  it.each([
    ["a map that fails at its first item", "MAP_FAILED", "a map"],
    ["a map that fails at half of its items", "MAP_FAILED", "a map of which half fails"],
    ["a map that is cancelled", "RUN_ABORTED", "a map"],
    ["a fan that fails at its first node", "TASK_FAILED", "a fan"],
    ["a fan that is cancelled", "RUN_ABORTED", "a fan"],
  ])("of %s ends within three times the time of success", async (name, outcome, successful) => {
    const [failing, success] = await Promise.all([ended(name), ended(successful)]);
    expect([failing.outcome, success.outcome]).toEqual([outcome, "succeeded"]);
    expect(failing.milliseconds).toBeLessThan(success.milliseconds * 3);
  });

  it("of gates that wait ends with their runs, not with their timeouts", async () => {
    const { outcome } = await ended("gates that are answered, refused and cancelled, and a sleep that is");
    expect(outcome).toBe("succeeded GATE_REJECTED RUN_ABORTED RUN_ABORTED");
  });

  it("of timed tasks ends with their runs, not an hour later", async () => {
    const { outcome } = await ended("timed tasks whose runs end early");
    expect(outcome).toBe("TASK_FAILED MAP_FAILED RUN_ABORTED RUN_ABORTED RUN_ABORTED");
  });
});
