import { describe, expect, it } from "vitest";
import { settingHint } from "./setting-hint.js";

describe("settingHint", () => {
  it.each([
    ["project", "second argument"],
    ["version", 'version: "v1"'],
    ["image", "registry/name:1"],
    ["environment", 'MODE: "fast"'],
    ["root", "folder"],
    ["cacheVersion", "cacheVersionOf"],
    ["another", "in the settings"],
  ])("says what to do about %s", (setting, advice) => {
    expect(settingHint(setting)).toContain(advice);
  });
});
