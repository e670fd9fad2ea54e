import { expect, it } from "vitest";
import { phaseText } from "../../cluster/phase-text.js";
import { painted } from "../../terminal/text/colours.js";
import { stateText } from "./state-text.js";

it("colours states of runs and phases of executions alike", () => {
  const out = { paint: painted };
  expect(stateText("succeeded", out)).toBe(painted("green", "succeeded"));
  expect(stateText("failed", out)).toBe(painted("red", "failed"));
  expect(stateText("else", out)).toBe("else");
  expect(phaseText("SUCCEEDED", out)).toBe(painted("green", "SUCCEEDED"));
  expect(phaseText("FAILED", out)).toBe(painted("red", "FAILED"));
  expect(phaseText("SUCCEEDING", out)).toBe(painted("cyan", "SUCCEEDING"));
  expect(phaseText("WAITING_FOR_RESOURCES", out)).toBe(painted("dim", "WAITING_FOR_RESOURCES"));
  expect(phaseText("UNKNOWN_99", out)).toBe("UNKNOWN_99");
  expect(phaseText("constructor", out)).toBe("constructor");
});
