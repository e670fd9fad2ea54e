import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { runCommand } from "./run-command.js";

const DEFAULT_RESOLVER = "flytekit.core.python_auto_container.default_task_resolver";
const data = fileURLToPath(new URL("../../data/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "conformance-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Output {
  readonly code: number;
  readonly lines: readonly string[];
  readonly complaints: readonly string[];
}

async function run(args: readonly string[], directory: string = folder): Promise<Output> {
  const [lines, complaints]: [string[], string[]] = [[], []];
  const code = await runCommand(args, {
    directory,
    print: (line) => void lines.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { code, lines, complaints };
}

describe("conformance --containers", () => {
  const recorded = readFileSync(join(data, "python/container-runs.jsonl"), "utf8").trimEnd().split("\n");
  const rowsNamed = (...ids: string[]) =>
    ids.map((id) => recorded.map((line) => JSON.parse(line) as { id: string }).find((row) => row.id === id));
  const runContainers = (given: readonly unknown[], ...args: string[]): Promise<Output> => {
    writeFileSync(join(folder, "runs.jsonl"), given.map((row) => `${JSON.stringify(row)}\n`).join(""));
    return run(["--containers", "runs.jsonl", ...args]);
  };
  // The one that no export leads to is found among the twins themselves.
  const twins = `
    import { t, task } from "@flytekit-ts/workflow";
    const shape = { inputs: { x: t.int() }, output: t.int() };
    const hidden = task({ name: "hidden", ...shape }, ({ x }) => x * 2);
    export const twins = {
      "mine.hidden": hidden,
      "mine.inner.shown": task({ name: "shown", ...shape }, ({ x }) => x + 1),
    };
  `;
  const mine = (task: string) => {
    const [row] = rowsNamed("resolver-own");
    const text = JSON.stringify(row).replaceAll("s10_resolver.table", DEFAULT_RESOLVER);
    const [module, name] = [task.slice(0, task.lastIndexOf(".")), task.slice(task.lastIndexOf(".") + 1)];
    const words = JSON.stringify(["task-module", module, "task-name", name]).slice(1, -1);
    return { ...(JSON.parse(text.replaceAll(/"row", ?"1"/g, words)) as object), task };
  };

  it("names what is different, what is skipped and what is intended, and ends with a count", async () => {
    const [plain, wrong, intended, skipped] = rowsNamed("int-max", "int-min", "file-uri", "return-bad-key");
    const { code, lines } = await runContainers([plain, { ...wrong, exitCode: 4 }, intended, skipped]);
    expect(lines).toEqual([
      "int-min: different",
      "  exit code: ours 0, flytekit's 4",
      "return-bad-key: skipped, Python only: keys of objects are strings in TypeScript",
      expect.stringMatching(/^intended: file URIs \(1\): .*: file-uri$/),
      "containers: 1 equal, 1 differ as intended, 1 skipped, 1 different",
    ]);
    expect(code).toBe(1);
  });

  it("runs other twins, wherever they are", async () => {
    writeFileSync(join(folder, "twins.ts"), twins);
    const eight = { pb: "CgwKAm8wEgYKBAoCCAQ=" };
    const doubled = { ...mine("mine.hidden"), out: { "outputs.pb": eight } };
    const { lines, complaints } = await runContainers(
      [doubled, mine("mine.inner.shown"), mine("mine.absent")],
      "--twins",
      "twins.ts",
    );
    expect(complaints).toEqual([]);
    expect(lines).toEqual([
      "resolver-own: different",
      '  outputs.pb: literals.o0.scalar.primitive.integer: ours "3", flytekit\'s "8"',
      "resolver-own: different",
      "  there is no twin of mine.absent",
      "containers: 1 equal, 0 differ as intended, 0 skipped, 2 different",
    ]);
  });

  it.each<[readonly string[], string]>([
    [["--containers", "missing.jsonl"], "cannot be read (ENOENT)"],
    [["--twins", "twins.ts"], "it needs a file"],
    [["--containers", "runs.jsonl", "--twins", "missing.ts"], "missing.ts cannot be read (ENOENT)"],
    [["--containers", "runs.jsonl", "--twins", "no-twins.ts"], "has no export `twins`"],
    [["--containers", "odd.jsonl"], "line 1 of"],
  ])("complains of %j", async (args, problem) => {
    writeFileSync(join(folder, "runs.jsonl"), `${recorded[0]}\n`);
    writeFileSync(join(folder, "odd.jsonl"), `{"id": 1}\n`);
    writeFileSync(join(folder, "no-twins.ts"), "export const other = 1;");
    const { code, lines, complaints } = await run(args);
    expect([code, lines]).toEqual([1, []]);
    expect(complaints.join("\n")).toContain(problem);
  });
});
