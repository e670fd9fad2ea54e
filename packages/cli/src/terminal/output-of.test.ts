import { fileURLToPath } from "node:url";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { GlobalValues } from "../command/global-values.js";
import type { Host } from "../command/host.js";
import { errors } from "../errors.js";
import { outputOf } from "./output-of.js";

interface Given extends Partial<GlobalValues> {
  readonly env?: Host["env"];
  readonly stdoutIsTTY?: boolean;
  readonly stderrIsTTY?: boolean;
  readonly columns?: number;
  readonly cwd?: string;
}

function speaking({
  env = {},
  stdoutIsTTY = false,
  stderrIsTTY = false,
  columns,
  cwd = "/work",
  ...globals
}: Given = {}) {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written, isTTY: boolean) => ({
    isTTY,
    columns,
    write: (text: string) => void (written[name] += text),
  });
  const host = {
    env,
    cwd,
    stdin: { isTTY: stderrIsTTY, async *[Symbol.asyncIterator]() {} },
    stdout: stream("stdout", stdoutIsTTY),
    stderr: stream("stderr", stderrIsTTY),
    signal: new AbortController().signal,
  };
  return { out: outputOf(globals, host), written };
}

const RED = "\u001b[31mhot\u001b[39m";

describe("colours", () => {
  it.each<[Given, boolean]>([
    [{}, false],
    [{ stdoutIsTTY: true }, true],
    [{ stdoutIsTTY: true, env: { NO_COLOR: "1" } }, false],
    [{ stdoutIsTTY: true, env: { NO_COLOR: "" } }, true],
    [{ stdoutIsTTY: true, env: { TERM: "dumb" } }, false],
    [{ env: { FORCE_COLOR: "1", NO_COLOR: "1" } }, true],
    [{ stdoutIsTTY: true, env: { FORCE_COLOR: "0" } }, false],
    [{ stdoutIsTTY: true, color: false, env: { FORCE_COLOR: "1" } }, false],
    [{ color: true, env: { NO_COLOR: "1" } }, true],
  ])("%j: %s", (given, isColoured) => {
    const { out, written } = speaking(given);
    out.print(out.paint("red", "hot"));
    expect(written.stdout).toBe(isColoured ? `${RED}\n` : "hot\n");
  });

  it("are decided for each stream", () => {
    const { out, written } = speaking({ stderrIsTTY: true });
    out.print(out.paint("red", "hot"));
    out.note(out.paint("red", "hot"));
    expect(written).toEqual({ stdout: "hot\n", stderr: `${RED}\n` });
  });
});

describe("what is said where", () => {
  const all = (given: Given) => {
    const { out, written } = speaking(given);
    out.print("result");
    out.write("document");
    out.object({ kind: "result" });
    out.note("note");
    out.warn("warning");
    return written;
  };

  it("is text for people", () => {
    expect(all({})).toEqual({ stdout: "result\ndocument", stderr: "note\nwarning\n" });
    expect(all({ quiet: true })).toEqual({ stdout: "result\ndocument", stderr: "warning\n" });
  });

  it("is objects for programs", () => {
    expect(all({ json: true })).toEqual({ stdout: '{"kind":"result"}\n', stderr: "warning\n" });
  });

  it.each<[Given, boolean]>([
    [{ stderrIsTTY: true }, true],
    [{ stderrIsTTY: true, json: true }, false],
    [{ stderrIsTTY: true, env: { CI: "true" } }, false],
    [{ stderrIsTTY: true, env: { TERM: "dumb" } }, false],
    [{}, false],
  ])("%j may be asked: %s", (given, can) => {
    expect(speaking(given).out.canAsk).toBe(can);
  });

  it.each<[Given, number]>([
    [{}, 80],
    [{ stdoutIsTTY: true, columns: 61 }, 61],
    [{ stdoutIsTTY: true, columns: 61, env: { COLUMNS: "99" } }, 99],
    [{ env: { COLUMNS: "-3" } }, 80],
  ])("%j has %i columns", (given, width) => {
    expect(speaking(given).out.width).toBe(width);
  });
});

describe("lines that are wider than the terminal", () => {
  const line =
    "failed  node    this is not a version of Node that it runs on https://example.com/a/very/long/address";

  it("go on below their last column, and no word is cut", () => {
    const { out, written } = speaking({ stdoutIsTTY: true, columns: 40, color: false });
    out.print(line);
    expect(written.stdout.split("\n")).toEqual([
      "failed  node    this is not a version of",
      "                Node that it runs on",
      "                https://example.com/a/very/long/address",
      "",
    ]);
  });

  it("stay as they are in files", () => {
    const { out, written } = speaking();
    out.print(line);
    expect(written.stdout).toBe(`${line}\n`);
  });
});

describe("errors", () => {
  const usage = errors.USAGE_INVALID({ command: "tsflyte x", problem: "so \u001b[2J bad" });

  it("say code, hint and page, and nothing to the terminal", () => {
    const { out, written } = speaking();
    out.error(usage);
    expect(written).toEqual({
      stdout: "",
      stderr:
        String.raw`[USAGE_INVALID] tsflyte x: so \x1b[2J bad.` +
        "\n  hint: `tsflyte x --help` shows its arguments and options.\n" +
        "  see: https://github.com/flytekit-ts/flytekit-ts/blob/main/docs/errors/USAGE_INVALID.md\n",
    });
  });

  it("show the author's line, relative to the folder", () => {
    const cwd = mkdtempSync(join(tmpdir(), "out-"));
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    const file = join(cwd, "wf.ts");
    writeFileSync(file, "one\n  two();\nthree\n");
    const { out, written } = speaking({ cwd });
    out.error(
      errors.USAGE_INVALID({ command: "tsflyte", problem: "no" }, { location: { file, line: 2, column: 3 } }),
    );
    expect(written.stderr).toContain(
      "  at wf.ts:2:3\n    1 │ one\n  > 2 │   two();\n      │   ^\n    3 │ three\n",
    );
  });

  it("are a fault of ours where they are nobody's, without a stack", () => {
    const { out, written } = speaking();
    out.error(new TypeError("x is not a function"));
    expect(written.stderr).toContain(
      "[UNEXPECTED_FAILURE] tsflyte failed in a way that it does not know: x is not",
    );
    expect(written.stderr).not.toContain("    at ");
    const verbose = speaking({ verbose: true });
    verbose.out.error(new TypeError("x is not a function"));
    expect(verbose.written.stderr).toContain("TypeError: x is not a function\n    at ");
  });

  it("say what led to them", () => {
    const { out, written } = speaking();
    const cause = new Error("socket closed", { cause: new Error("EOF") });
    out.error(errors.USAGE_INVALID({ command: "tsflyte", problem: "no" }, { cause }));
    expect(written.stderr).toContain("  because: socket closed\n  because: EOF\n");
  });

  it("show no line of the program itself", () => {
    const { out, written } = speaking();
    const at = (file: string): void =>
      out.error(
        errors.USAGE_INVALID(
          { command: "tsflyte", problem: "no" },
          { location: { file: fileURLToPath(new URL(file, import.meta.url)), line: 1, column: 1 } },
        ),
      );
    at("output-of.ts");
    expect(written.stderr).not.toContain("  at ");
    at("../../test/fixtures/hello.ts");
    expect(written.stderr).toContain("test/fixtures/hello.ts:1:1");
  });

  it("leave the answers of a cluster in its own words to --verbose", () => {
    const cause = new Error("here does not have what AdminService.GetTask asked for: missing", {
      cause: new Error("5 NOT_FOUND: missing entity"),
    });
    const error = errors.USAGE_INVALID({ command: "tsflyte", problem: "no" }, { cause });
    const plain = speaking();
    plain.out.error(error);
    expect(plain.written.stderr).not.toContain("because: ");
    const verbose = speaking({ verbose: true });
    verbose.out.error(error);
    expect(verbose.written.stderr).toContain("because: here does not have what");
    expect(verbose.written.stderr).toContain("because: 5 NOT_FOUND: missing entity");
  });

  it("are objects for programs", () => {
    const { out, written } = speaking({ json: true });
    out.error(usage);
    expect(JSON.parse(written.stdout)).toMatchObject({ kind: "error", code: "USAGE_INVALID" });
    expect(written.stderr).toBe("");
  });

  it("list the faults that they stand for", () => {
    const { out, written } = speaking({ stderrIsTTY: true, columns: 60, color: false });
    out.error(new AggregateError([usage, usage]));
    expect(written.stderr.match(/\[USAGE_INVALID\]/g)).toHaveLength(2);
    for (const line of written.stderr.split("\n").filter((each) => !each.includes("https:")))
      expect(line.length).toBeLessThanOrEqual(60);
  });
});
