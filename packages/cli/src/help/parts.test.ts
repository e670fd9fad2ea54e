import { describe, expect, it } from "vitest";
import { shellLines } from "./parts.js";

const style = { columns: 60, paint: (_how: string, text: string) => text };

describe("shellLines", () => {
  it("keeps a short line whole", () => {
    expect(shellLines("tsflyte list --json", "    ", style)).toEqual(["    tsflyte list --json"]);
  });

  it("breaks neither between quotes nor between an option and its value", () => {
    const line = "tsflyte backfill garden.daily --to now --window '7 days' --dry-run";
    expect(shellLines(line, "    ", style)).toEqual([
      "    tsflyte backfill garden.daily --to now \\",
      "      --window '7 days' --dry-run",
    ]);
  });

  it("keeps the file of a redirection beside its mark", () => {
    const line = "tsflyte completion fish --verbose > ~/.config/fish/completions/tsflyte.fish";
    expect(shellLines(line, "    ", style)).toEqual([
      "    tsflyte completion fish --verbose \\",
      "      > ~/.config/fish/completions/tsflyte.fish",
    ]);
  });
});
