import { chmodSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import type { Manifest } from "../repo/workspace.js";
import { withTempRepo, type TempRepo } from "../testing/temp-repo.js";
import { countInterop, countParts, countTests, type TestReport } from "./count-results.js";
import { parts } from "./parts.js";
import { runParts } from "./run-parts.js";

const bin = (name: string) => fileURLToPath(new URL(`../../bin/${name}.js`, import.meta.url));

describe("the parts of the check", () => {
  it("are scripts of the root", () => {
    const { scripts = {} } = JSON.parse(readText(repoRoot, "package.json")) as Manifest;
    expect(parts.filter((part) => !(part.script in scripts))).toEqual([]);
  });
});

describe("runParts", () => {
  const three = ["a", "b", "c"].map((name) => ({ name, script: `${name}:x` }));

  it("runs all parts in order", () => {
    const ran: string[] = [];
    const run = (script: string) => {
      ran.push(script);
      return 0;
    };
    const outcome = runParts(three, run, () => {});
    expect(ran).toEqual(["a:x", "b:x", "c:x"]);
    expect(outcome).toEqual({ passed: ["a", "b", "c"], failed: undefined });
  });

  it("stops at the first part that fails and says which it was", () => {
    const said: string[] = [];
    const outcome = runParts(
      three,
      (script) => (script === "b:x" ? 3 : 0),
      (line) => said.push(line),
    );
    expect(outcome).toEqual({ passed: ["a"], failed: "b" });
    expect(said.at(-1)).toBe("check FAILED at b (exit code 3). Run it alone: npx --yes pnpm@12.21.0 b:x");
  });
});

describe("pnpm check", () => {
  /** Run the command with a `pnpm` that fails on one script. */
  const checkWhere = (failing: string) =>
    withTempRepo((repo) => {
      writeProgram(repo, "bin/pnpm", `[ "$3" != "${failing}" ]`);
      const env = { PATH: `${join(repo.root, "bin")}:/usr/bin:/bin`, FLYTEKIT_CHECK_REPORT: "" };
      return repo.run(process.execPath, [bin("check")], env);
    });

  it.each(parts.filter((_, i) => i === 0 || i === parts.length - 1))(
    "fails when $name fails",
    async ({ name, script }) => {
      const { status, output } = await checkWhere(script);
      expect(output).toContain(`check FAILED at ${name} (`);
      expect(status).toBe(1);
    },
  );

  it("passes when nothing fails", async () => {
    const { status, output } = await checkWhere("nothing");
    expect(output).toContain("check passed: format, generate, lint");
    expect(status).toBe(0);
  });
});

describe("counting", () => {
  const report = (passed: number, failed: number, broken = 0): TestReport => ({
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: Array.from({ length: broken }, () => ({ status: "failed", assertionResults: [] })),
  });

  it.each<[string, TestReport[], boolean, string]>([
    ["adds packages up", [report(3, 0), report(4, 0)], true, "7/0"],
    ["counts failures", [report(3, 2), report(4, 0)], false, "7/2"],
    ["counts a file that broke before its first test", [report(3, 0, 1)], false, "3/1"],
    ["counts a command that failed without a failed test", [report(3, 0)], false, "3/1"],
    ["does not take silence for success", [], true, "0/1"],
  ])("%s", (_, reports, succeeded, expected) => {
    const { passed, failed } = countTests(reports, succeeded);
    expect(`${passed}/${failed}`).toBe(expected);
  });

  it("counts each part of the check as one", () => {
    expect(countParts({ passed: ["a", "b"] }, true)).toEqual({ passed: 2, failed: 0 });
    expect(countParts({ passed: ["a"], failed: "b" }, false)).toEqual({ passed: 1, failed: 1 });
    expect(countParts(undefined, false)).toEqual({ passed: 0, failed: 1 });
  });

  it("counts interop as one, and as a failure when nothing was exchanged", () => {
    expect(countInterop({ passed: 4000, failed: 0 }, true)).toEqual({ passed: 1, failed: 0 });
    expect(countInterop({ passed: 3999, failed: 1 }, false)).toEqual({ passed: 0, failed: 1 });
    expect(countInterop({ passed: 0, failed: 0 }, true)).toEqual({ passed: 0, failed: 1 });
    expect(countInterop(undefined, true)).toEqual({ passed: 0, failed: 1 });
  });
});

describe(".ci/run", () => {
  const report = JSON.stringify({ numPassedTests: 5, numFailedTests: 0, testResults: [] });
  const failing = JSON.stringify({ numPassedTests: 4, numFailedTests: 1, testResults: [] });
  const good = JSON.stringify({ passed: ["format", "lint"] });
  const bad = JSON.stringify({ passed: ["format"], failed: "lint" });
  const tests = (json: string) =>
    `mkdir -p "$FLYTEKIT_TEST_REPORTS" && echo '${json}' > "$FLYTEKIT_TEST_REPORTS/a.json"`;
  const check = (json: string) => `echo '${json}' > "$FLYTEKIT_CHECK_REPORT"`;
  const exchange = `echo '{"passed":4000,"failed":0}' > "$FLYTEKIT_INTEROP_REPORT"`;

  /** Run the script with an `npx` whose commands do as told; return its exit code and lines. */
  const runWith = (onTest: string, onCheck: string, onInterop = exchange) =>
    withTempRepo((repo) => {
      const counting = ["bin/count-results.js", "src/run/count-results.js", "package.json"];
      repo.copy(repoRoot, [".ci/run", ...counting.map((file) => `tooling/checks/${file}`)]);
      writeProgram(
        repo,
        "bin/npx",
        `case "$3" in test) ${onTest} ;; check) ${onCheck} ;; interop) ${onInterop} ;; esac`,
      );
      const path = [join(repo.root, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(":");
      const { status, output } = repo.run("bash", [".ci/run"], { PATH: path });
      return { status, lines: output.trimEnd().split("\n") };
    });

  it("ends with the count of tests and parts", async () => {
    const { status, lines } = await runWith(tests(report), check(good));
    expect(lines.at(-1)).toBe("8 passed, 0 failed");
    expect(status).toBe(0);
  });

  it("goes on to the checks when a test fails", async () => {
    const { status, lines } = await runWith(`${tests(failing)}; exit 1`, check(good));
    expect(lines.at(-1)).toBe("7 passed, 1 failed");
    expect(status).toBe(1);
  });

  it("fails when a part of the check fails", async () => {
    const { status, lines } = await runWith(tests(report), `${check(bad)}; exit 1`);
    expect(lines.at(-1)).toBe("7 passed, 1 failed");
    expect(status).toBe(1);
  });

  it("fails when a value does not come back from Python, or nothing was sent", async () => {
    for (const onInterop of ["exit 1", "true"]) {
      const { status, lines } = await runWith(tests(report), check(good), onInterop);
      expect(lines.at(-1)).toBe("7 passed, 1 failed");
      expect(status).toBe(1);
    }
  });

  it.each([
    ["nothing could be installed", ["exit 1", "exit 1", "exit 1"], "0 passed, 3 failed"],
    ["a command says yes and ran nothing", ["true", "true", "true"], "0 passed, 2 failed"],
    ["a report cannot be read", [tests("{"), check(good), exchange], "0 passed, 1 failed"],
  ])("still ends with a count when %s", async (_, [onTest = "", onCheck = "", onInterop], last) => {
    const { status, lines } = await runWith(onTest, onCheck, onInterop);
    expect(lines.at(-1)).toBe(last);
    expect(status).toBe(1);
  });
});

function writeProgram(repo: TempRepo, file: string, script: string): void {
  repo.write({ [file]: `#!/bin/sh\n${script}\n` });
  chmodSync(join(repo.root, file), 0o755);
}
