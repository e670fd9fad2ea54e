import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caught, rejection } from "../../../../test/support/caught.js";
import { t, testContext } from "../../../entries/index.js";
import { shellTask, type ShellTaskDeclaration } from "./shell-task.js";

const folder = (): string => mkdtempSync(join(tmpdir(), "shell-task-"));
const context = testContext({ attempt: 2, executionId: "exec" });
const read = (path: unknown): string => readFileSync(String(path), "utf8");
const declare = (declaration: object) => caught(() => shellTask(declaration as never));

describe("a shell task", () => {
  it("gets values as shell variables, and leaves files", async () => {
    const join2 = shellTask({
      name: "join",
      inputs: { a: t.string(), n: t.int(), on: t.boolean(), xs: t.list(t.int()), when: t.datetime() },
      output: t.file(),
      script: `printf '%s|%s|%s|%s|%s|%s' "{inputs.a}" {inputs.n} "\${inputs.on}" "{inputs.xs}" "{inputs.when}" {ctx.attempt} > "{outputs.o0}"`,
    });
    const when = new Date("2024-02-29T12:00:00Z");
    const path = await join2.fn({ a: "two words", n: 3, on: true, xs: [1, 2], when }, context);
    expect(read(path)).toBe("two words|3|true|[1,2]|2024-02-29T12:00:00.000Z|2");
  });

  it("never reads a value as code", async () => {
    const say = shellTask({
      name: "say",
      inputs: { x: t.string() },
      outputs: { out: t.file() },
      script: 'printf %s "{inputs.x}" > "{outputs.out}"',
    });
    for (const x of ['$(echo no) `echo no` "; exit 9 #', "a'b\n\\ é漢"]) {
      const { out } = await say.fn({ x }, context);
      expect(read(out)).toBe(x);
    }
  });

  it("reads its script from a file, and leaves outputs where it says", async () => {
    const file = join(folder(), "make.sh");
    writeFileSync(file, 'mkdir made && echo 1 > made/one && echo "{inputs.name}" > "{inputs.name}.txt"');
    const make = shellTask({
      name: "make",
      inputs: { name: t.string() },
      outputs: { made: t.directory(), named: t.file() },
      scriptFile: file,
      locations: { made: "made", named: "{inputs.name}.txt" },
    });
    const workingDirectory = folder();
    const made = await make.fn({ name: "x y" }, testContext({ workingDirectory }));
    expect(made).toEqual({ made: join(workingDirectory, "made"), named: join(workingDirectory, "x y.txt") });
    expect(read(made.named)).toBe("x y\n");
  });

  it("fails with what the script said", async () => {
    const fails = shellTask({ name: "fails", script: "echo hidden; echo told >&2; exit 3" });
    expect(await rejection(Promise.resolve(fails.fn({}, context)))).toMatchObject({
      code: "SHELL_SCRIPT_FAILED",
      params: { task: "fails", problem: "it exited with code 3 and said:\ntold" },
    });
    const killed = shellTask({ name: "killed", script: "kill -9 $$" });
    expect(await rejection(Promise.resolve(killed.fn({}, context)))).toMatchObject({
      params: { problem: "it was ended by SIGKILL." },
    });
    const absent = shellTask({ name: "absent", script: "true", shell: "/bin/nothing" });
    expect(await rejection(Promise.resolve(absent.fn({}, context)))).toMatchObject({
      code: "SHELL_SCRIPT_FAILED",
    });
    const noFile = shellTask({ name: "noFile", scriptFile: "/nowhere/x.sh" });
    expect(await rejection(Promise.resolve(noFile.fn({}, context)))).toMatchObject({
      code: "STORAGE_NOT_FOUND",
    });
    const left = shellTask({ name: "left", output: t.file(), script: "true" });
    expect(await rejection(Promise.resolve(left.fn({}, context)))).toMatchObject({
      code: "SHELL_OUTPUT_MISSING",
      params: { output: "o0" },
    });
  });

  it("ends with all that it has started when it is told to stop", async () => {
    const stop = new AbortController();
    const file = join(folder(), "pid");
    const waits = shellTask({ name: "waits", script: `sleep 100 & echo $! > ${file}; wait` });
    const failing = rejection(Promise.resolve(waits.fn({}, testContext({ signal: stop.signal }))));
    await expect.poll(() => caughtText(file), { timeout: 5000 }).toMatch(/^\d+\n$/);
    stop.abort(new Error("enough"));
    expect(await failing).toMatchObject({ params: { problem: "it was ended by SIGTERM." } });
    const pid = Number(read(file));
    await expect.poll(() => isGone(pid), { timeout: 5000 }).toBe(true);
  });

  it.each<[string, Partial<ShellTaskDeclaration<object, undefined>> | object, string]>([
    ["no script", {}, "`script`"],
    ["two scripts", { script: "a", scriptFile: "b" }, "both"],
    ["an empty script", { script: " " }, "`script`"],
    ["an unknown input", { script: "echo {inputs.y}", inputs: { x: t.int() } }, "`{inputs.y}`"],
    ["an unknown output", { script: "echo {outputs.o1}", output: t.file() }, "Did you mean `{outputs.o0}`"],
    ["an unknown part", { script: "echo {ctx.user}" }, "`{ctx.user}`"],
    ["single quotes", { script: "echo '{inputs.x}'", inputs: { x: t.int() } }, "double quotes"],
    ["a location of nothing", { script: "true", locations: { out: "x" } }, "`out`"],
    ["another output", { script: "true", output: t.int() }, "a file or a directory"],
    ["another shell", { script: "true", shell: 3 }, "`shell`"],
    ["another option", { script: "true", shel: "sh" }, "shell"],
  ])("is refused with %s", (_, declaration, text) => {
    const refused = declare({ name: "wrong", ...declaration });
    expect(refused.code).toMatch(/^OPTION_(INVALID|UNKNOWN)$/);
    expect([refused.text, refused.hint].join(" ")).toContain(text);
  });
});

function caughtText(file: string): string {
  try {
    return read(file);
  } catch {
    return "";
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended and that nobody has waited for is still listed.
    return readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return true;
  }
}
