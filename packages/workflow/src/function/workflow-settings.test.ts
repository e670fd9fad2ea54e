import { describe, expect, it } from "vitest";
import { toWorkflowSettings } from "./workflow-settings.js";

type Options = Parameters<typeof toWorkflowSettings>[0];

describe("toWorkflowSettings", () => {
  it("fills in what is not said", () => {
    const settings = toWorkflowSettings({ name: "wf" });
    expect(settings).toEqual({ failurePolicy: "fail-immediately", interruptible: false, docs: undefined });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it("keeps what is said", () => {
    const said = {
      failurePolicy: "fail-after-executable-nodes-complete",
      interruptible: true,
      docs: { short: "s" },
    } as const;
    expect(toWorkflowSettings({ name: "wf", ...said })).toEqual(said);
  });

  it("keeps labels and annotations of the default launch plan", () => {
    const defaultOptions = { labels: { team: "data" }, annotations: { why: "test" } };
    expect(toWorkflowSettings({ name: "wf", defaultOptions })).toMatchObject({ defaultOptions });
  });

  it.each([
    [null, "OPTIONS_NOT_AN_OBJECT"],
    ["team=data", "OPTIONS_NOT_AN_OBJECT"],
    [{ label: {} }, "OPTION_UNKNOWN"],
    [{ labels: ["data"] }, "OPTION_INVALID"],
    [{ annotations: { why: null } }, "OPTION_INVALID"],
  ])("refuses %o for default options", (defaultOptions, code) => {
    expect(() => toWorkflowSettings({ name: "wf", defaultOptions } as unknown as Options)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("takes undefined as not said", () => {
    expect(
      toWorkflowSettings({ name: "wf", failurePolicy: undefined, interruptible: undefined }),
    ).toMatchObject({
      interruptible: false,
    });
  });

  it.each([
    ['"never"', "never"],
    ["the number 1", 1],
    ["null", null],
    ["the bigint 10", 10n],
    ["an object", {}],
  ])("refuses %s for the failure policy", (words, failurePolicy) => {
    expect(() => toWorkflowSettings({ name: "wf", failurePolicy } as unknown as Options)).toThrow(
      expect.objectContaining({
        code: "FAILURE_POLICY_UNKNOWN",
        text: expect.stringContaining(`but was ${words}.`) as unknown,
      }),
    );
  });

  it.each(["true", 1, null, Symbol("yes")])("refuses %o for interruptible", (interruptible) => {
    expect(() => toWorkflowSettings({ name: "wf", interruptible } as unknown as Options)).toThrow(
      expect.objectContaining({
        code: "INTERRUPTIBLE_NOT_BOOLEAN",
        params: { workflow: "wf", given: interruptible },
      }),
    );
  });
});
