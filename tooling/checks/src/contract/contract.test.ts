import { describe, expect, it } from "vitest";

import { readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { withTempRepo } from "../testing/temp-repo.js";
import {
  checkContract,
  findContractFaults,
  parseRecord,
  readContract,
  recordFile,
  recordOf,
  writeContract,
} from "./contract-record.js";
import { crossing } from "./read-forms.js";

describe("what crosses copies", () => {
  it("is as recorded for its contract number", () => {
    expect(checkContract(repoRoot)).toEqual([]);
  });

  it("includes what it refers to", () => {
    const { forms } = readContract(repoRoot);
    expect([...forms.keys()]).toEqual(
      expect.arrayContaining([
        ...crossing,
        "TypeTransformer",
        "NodeKey",
        "TaskSettings",
        "BindingData",
        "Place",
      ]),
    );
  });

  it("is read from the record as it was written", () => {
    const contract = readContract(repoRoot);
    expect(parseRecord(recordOf(contract))).toEqual(contract);
  });
});

describe("planted changes", () => {
  const recorded = readContract(repoRoot);
  const changed = (name: string, from: string, to: string, number = recorded.number) => {
    const text = recorded.forms.get(name) ?? "";
    expect(text).toContain(from);
    const forms = new Map(recorded.forms).set(name, text.replace(from, to));
    return findContractFaults(recorded, { number, forms });
  };

  it.each([
    ["a property that is gone", "Entity", "    readonly kind: EntityKind;\n", ""],
    ["another type", "NodeKey", "readonly index: number;", "readonly index: bigint;"],
    ["a new property that readers need", "TaskSettings", "\n}", "\n    readonly priority: number;\n}"],
    ["one that is undefined, and not absent", "Node", "\n}", "\n    readonly note: string | undefined;\n}"],
    ["one that may be absent now", "Entity", "readonly name:", "readonly name?:"],
    ["a new kind", "EntityKind", '"task"', '"task" | "agent"'],
    [
      "a new kind of binding",
      "BindingData",
      '} | {\n    readonly kind: "map"',
      '} | {\n    readonly kind: "set";\n} | {\n    readonly kind: "map"',
    ],
  ])("need a new number: %s", (_what, name, from, to) => {
    const faults = changed(name, from, to);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatch(new RegExp(`^${name}: [-+] `));
    expect(changed(name, from, to, recorded.number + 1)).toEqual([]);
  });

  it("need none where a property may be absent", () => {
    expect(
      changed("Entity", "\n}", '\n    readonly icon?: "a" | undefined;\n    ready?(): boolean;\n}'),
    ).toEqual([]);
  });

  it("never lower the number", () => {
    expect(findContractFaults(recorded, { ...recorded, number: recorded.number - 1 })).toHaveLength(1);
  });

  it("are told with what to do, and recorded with a new number alone, or before a release", async () => {
    const entity = (body: string) =>
      crossing.map((name) => `export interface ${name} {\n${name === "Entity" ? body : ""}}\n`).join("\n");
    const report = (body: string) => ({
      "packages/core/api/graph.md": `\`\`\`ts\n\n${entity(body)}\`\`\`\n`,
    });
    const number = (n: number) => ({
      "packages/core/src/brands/contract.ts": `export const CONTRACT = ${n};\n`,
    });
    await withTempRepo((repo) => {
      const told = () => checkContract(repo.root);
      repo.write({ ...report("    readonly a: string;\n"), ...number(1), [recordFile]: "contract 1\n" });
      expect(writeContract(repo.root, false)).toEqual([]);
      expect(told()).toEqual([]);

      repo.write(report("    readonly a: number;\n"));
      expect(told()).toEqual([
        "Entity: - readonly a: string;",
        "Entity: + readonly a: number;",
        expect.stringMatching(/^Another copy could not read this\. Keep the form .* or raise CONTRACT in /),
      ]);
      expect(writeContract(repo.root, false)).toEqual(told());

      repo.write(number(2));
      expect(told()).toEqual([expect.stringContaining("has a new number")]);
      expect(writeContract(repo.root, false)).toEqual([]);
      expect(readText(repo.root, recordFile)).toMatch(/^contract 2\n/);

      repo.write(report("    readonly a: bigint;\n"));
      expect(writeContract(repo.root, true)).toEqual([]);
      expect(told()).toEqual([]);
    });
  });
});
