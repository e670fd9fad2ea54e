import { describe, expect, it } from "vitest";
import { conditional } from "../conditional/conditional.js";
import { t } from "@flytekit-ts/core";
import { workflow } from "../function/workflow.js";
import { sleep, waitForInput } from "../gate/gates.js";
import { graphOf } from "../graph/graph.js";
import { sleepProblems } from "./check-sleeps.js";

/** Code, severity and node of each problem of a body. */
function found(body: () => void): unknown[] {
  const wf = workflow({ name: "sleepy" }, body);
  return sleepProblems(graphOf(wf)).map(({ code, severity, nodeId }) => [code, severity, nodeId]);
}

describe("sleepProblems", () => {
  it("finds nothing in sleeps that their timeouts allow, nor in other gates", () => {
    expect(
      found(() => {
        sleep("1 hour");
        sleep("3 days", { timeout: "3 days" });
        sleep("3 days", { timeout: 0 });
        waitForInput("n", t.int(), { timeout: 1 });
      }),
    ).toEqual([]);
  });

  it("warns of those that are longer", () => {
    expect(
      found(() => {
        sleep("61 min");
        sleep("3 days", { timeout: "2 days" });
        sleep(2, { timeout: 1 });
      }),
    ).toEqual(["n0", "n1", "n2"].map((id) => ["SLEEP_TIMES_OUT", "warning", id]));
  });

  it("warns of those in arms", () => {
    const wf = workflow({ name: "arms", inputs: { x: t.int() } }, ({ x }) => {
      conditional("c")
        .if(x.gt(1), () => sleep("2 hours"))
        .else(() => sleep("1 min"));
    });
    const problems = sleepProblems(graphOf(wf));
    expect(problems.map(({ message }) => message)).toEqual([
      '`sleep("2 hours")` is longer than the timeout of its node, which is 3600000 ms: Flyte fails it when that time is over.',
    ]);
  });
});
