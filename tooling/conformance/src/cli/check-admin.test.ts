import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startAdmin } from "@flytekit-ts/admin";
import { afterAll, describe, expect, it } from "vitest";
import { runCommand } from "./run-command.js";

const directory = mkdtempSync(join(tmpdir(), "conformance-admin-"));
afterAll(() => rmSync(directory, { recursive: true }));

const recorded = new URL("../../data/admin/transcripts.jsonl", import.meta.url);
const lines = readFileSync(recorded, "utf8").trim().split("\n").slice(0, 60);

describe("conformance --admin", () => {
  it("exits with 0 where a server answers as recorded", async () => {
    const { code, output } = await run("--admin", file("right.jsonl", lines));
    expect([code, output.at(-1)]).toEqual([0, "calls: 60 equal, 0 different"]);
  });

  it("exits with 1 and names the place where one answer is another", async () => {
    const wrong = lines.map((line) =>
      line.replace('"project [nowhere] not found"', '"no project [nowhere]"'),
    );
    const { code, output } = await run("--admin", file("wrong.jsonl", wrong));
    expect(code).toBe(1);
    expect(output).toEqual([
      "8 GetProject (unknown project): different",
      '  message: expected "no project [nowhere]", got "project [nowhere] not found"',
      "29 UpdateProject (update of an unknown project): different",
      '  message: expected "no project [nowhere]", got "project [nowhere] not found"',
      "calls: 58 equal, 2 different",
    ]);
  });

  it("asks another server, with other names and in another order", async () => {
    const server = await startAdmin();
    const options = [
      "--address",
      server.endpoint,
      "--rename",
      "garden=forest,orchard=meadow",
      "--shuffle",
      "7",
    ];
    const { code, output } = await run("--admin", file("right.jsonl", lines), ...options);
    await server.close();
    expect([code, output.at(-1)]).toEqual([0, "calls: 60 equal, 0 different"]);
  });

  it.each([
    [["--admin", "absent.jsonl"], "absent.jsonl cannot be read (ENOENT)"],
    [["--rename", "a=b"], "say more of --admin: it needs a file"],
    [
      ["--admin", "right.jsonl", "--rename", "garden"],
      "--rename takes pairs like garden=forest,bed=plot, and not garden",
    ],
    [
      ["--admin", "right.jsonl", "--rename", "bed=bedding"],
      "--rename cannot give the name bedding: it holds one that is renamed",
    ],
    [["--admin", "right.jsonl", "--shuffle", "much"], "--shuffle takes a whole number"],
    [["--admin", "odd.jsonl"], "line 1 of"],
  ])("says what is wrong with %j", async (args, problem) => {
    file("right.jsonl", lines);
    file("odd.jsonl", ['{"seq":1}']);
    const { code, complaints } = await run(...args);
    expect([code, complaints.join("\n")]).toEqual([1, expect.stringContaining(problem)]);
  });
});

function file(name: string, content: readonly string[]): string {
  writeFileSync(join(directory, name), content.join("\n"));
  return name;
}

async function run(...args: readonly string[]) {
  const output: string[] = [];
  const complaints: string[] = [];
  const code = await runCommand(args, {
    directory,
    print: (line) => output.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, output, complaints };
}
