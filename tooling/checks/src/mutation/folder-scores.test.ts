import { describe, expect, it } from "vitest";

import { describeScores, folderScores, lowScores } from "./folder-scores.js";

const mutants = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });

describe("folderScores", () => {
  it("counts by folder what was killed or ran out of time, of all that could run", () => {
    const files = {
      "src/b/x.ts": mutants("Killed", "Timeout", "Survived", "NoCoverage"),
      "src/a/y.ts": mutants("Killed", "RuntimeError", "Ignored"),
      "src/b/z.ts": mutants("Killed"),
    };
    expect(folderScores({ files })).toEqual([
      { folder: "src/a", mutants: 1, found: 1 },
      { folder: "src/b", mutants: 5, found: 3 },
    ]);
  });
});

describe("lowScores", () => {
  it("names each folder below the aim, however good the others are", () => {
    const scores = [
      { folder: "a", mutants: 1000, found: 1000 },
      { folder: "b", mutants: 20, found: 17 },
      { folder: "c", mutants: 100, found: 84 },
    ];
    expect(lowScores(scores, 85)).toEqual(["c: 84.0 % of the mutants are found, not 85 %."]);
  });

  it("takes nothing for a proof of nothing", () => {
    expect(lowScores([], 85)).toHaveLength(1);
    expect(lowScores([{ folder: "a", mutants: 0, found: 0 }], 85)).toHaveLength(1);
  });
});

describe("describeScores", () => {
  it("is a line for each folder", () => {
    const scores = [
      { folder: "src/a", mutants: 1, found: 1 },
      { folder: "src/longer", mutants: 3, found: 2 },
    ];
    expect(describeScores(scores)).toBe("src/a       100.0 %  1 of 1\nsrc/longer   66.7 %  2 of 3");
  });
});
