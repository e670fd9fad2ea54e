import { describe, expect, it } from "vitest";
import { errors } from "../errors.js";
import { examine } from "./examine.js";
import { ok } from "./finding.js";
import type { Check, Patient } from "./patient.js";

const unread = errors.PROJECT_NOT_MADE({ folder: "x", problem: "planted", advice: "Mend it." });
const patient = (signal = new AbortController().signal): Patient => ({
  ...{ folder: "/", env: {}, signal },
  project: () => Promise.reject(unread),
  cluster: async () => undefined,
});
const check = (name: string, act: Check["examine"], needs?: "project"): Check => ({
  name,
  needs,
  examine: act,
});

describe("examine", () => {
  it("does all checks though some throw, and skips what needs a project that cannot be read", async () => {
    const found = await examine(
      [
        check("good", async () => [ok("one"), ok("two")]),
        check("coded", () => Promise.reject(unread)),
        check("plain", () => Promise.reject(new Error("boom"))),
        check("needy", async () => ok("never"), "project"),
      ],
      patient(),
    );
    expect(found).toEqual([
      { name: "good", status: "ok", says: "one" },
      { name: "good", status: "ok", says: "two" },
      { name: "coded", status: "problem", says: "No project was made in x: planted", advice: "Mend it." },
      { name: "plain", status: "problem", says: "boom", advice: undefined },
      { name: "needy", status: "skipped", says: "the configuration cannot be read" },
    ]);
  });

  it("says that the time was over, and not what a check made of it", async () => {
    const [found] = await examine([check("cut", () => Promise.reject(unread))], patient(AbortSignal.abort()));
    expect(found?.says).toBe("it has not ended in time");
  });

  it("ends though a check does not", async () => {
    const found = await examine([check("slow", () => new Promise(() => {}))], patient(AbortSignal.abort()));
    expect(found).toMatchObject([{ name: "slow", status: "problem", says: "it has not ended in time" }]);
  });
});
