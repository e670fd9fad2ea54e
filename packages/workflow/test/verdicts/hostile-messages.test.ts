import { checkLaunchPlan, checkTask, type Problem } from "@flytekit-ts/workflow/checks";
import { describe, expect, it } from "vitest";
import { mutate, partsOf } from "../support/mutate-message.js";
import { random } from "../support/random.js";
import { adminRows, planOf, taskOf } from "./admin-vectors.js";

const COUNT = 10_000;

const tasks = adminRows.filter(({ call }) => call === "CreateTask").map(taskOf);
const plans = adminRows.filter(({ call }) => call === "CreateLaunchPlan").map(planOf);
const pool = [...partsOf(structuredClone([tasks, plans]))];

/** Check so many changed messages; gives how many problems of each code there were, and how many without end. */
function provoke<T extends object>(
  messages: readonly T[],
  check: (message: T) => readonly Problem[],
): { readonly counts: ReadonlyMap<string, number>; readonly endless: number } {
  const next = random(20_000);
  const counts = new Map<string, number>();
  let endless = 0;
  for (let i = 0; i < COUNT; i += 1) {
    const message = structuredClone(messages[i % messages.length]) as T;
    mutate(message, pool, next);
    const start = performance.now();
    const problems = check(message);
    // Each of them takes a fraction of it, on any machine.
    expect(performance.now() - start).toBeLessThan(10_000);
    for (const { code, severity, message: words, ...extra } of problems) {
      expect(words.length).toBeLessThan(3000);
      expect(["error", "warning"]).toContain(severity);
      expect(Object.values(extra).every((part) => typeof part === "string")).toBe(true);
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if (words.includes("has more than 5000000 parts")) endless += 1;
    }
  }
  return { counts, endless };
}

describe("messages that nobody would make", () => {
  it("are tasks to be refused, not to fall over", () => {
    const { counts } = provoke(tasks, checkTask);
    expect([...counts.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      "CACHE_VERSION_MISSING",
      "CACHE_WITHOUT_OUTPUTS",
      "IDENTIFIER_INVALID",
      "NAME_INVALID",
      "OPTION_INVALID",
      "PART_MISSING",
      "POD_INVALID",
      "REQUEST_TOO_LARGE",
      "RESOURCE_INVALID",
      "VARIABLE_NAME_INVALID",
    ]);
  });

  it("are launch plans to be refused, not to fall over", () => {
    const { counts, endless } = provoke(plans, checkLaunchPlan);
    expect([...counts.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      "ANNOTATION_INVALID",
      "BINDING_TYPE_MISMATCH",
      "CRON_INVALID",
      "FIELD_UNSUPPORTED",
      "IDENTIFIER_INVALID",
      "INPUT_FIXED_AND_DEFAULTED",
      "INPUT_UNKNOWN",
      "KICKOFF_INPUT_INVALID",
      "LABEL_INVALID",
      "MESSAGE_UNREADABLE",
      "NAME_INVALID",
      "NOTIFICATION_INVALID",
      "OPTION_INVALID",
      "PART_MISSING",
      "SCHEDULE_INPUT_UNBOUND",
      "SCHEDULE_NEVER_FIRES",
      "VALUE_TYPE_MISMATCH",
      "VARIABLE_NAME_INVALID",
    ]);
    expect(endless).toBeGreaterThan(10);
  });

  it.each([undefined, null, 0, "", "text", [], {}, new Map(), Symbol("odd"), () => 1])(
    "are nothing at all: %#",
    (nothing) => {
      const odd = nothing as never;
      expect(checkTask(odd).length).toBeGreaterThan(0);
      expect(checkLaunchPlan(odd).length).toBeGreaterThan(0);
      expect(checkLaunchPlan({ launchPlan: odd, workflow: odd }).length).toBeGreaterThan(0);
      expect(
        checkLaunchPlan({ launchPlan: { id: odd, spec: {}, closure: odd } as never, workflow: odd }).length,
      ).toBeGreaterThan(0);
    },
  );
});
