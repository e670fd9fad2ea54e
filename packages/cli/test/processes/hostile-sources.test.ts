import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aProject } from "../support/a-project.js";
import { runProgram } from "../support/run-program.js";

const GOOD = `import { t, task } from "@flytekit-ts/workflow";
export const one = task({ name: "one", output: t.int() }, () => 1);
`;

const nested = (open: string, close: string, depth = 100_000): string =>
  `${GOOD}export const deep: unknown = ${open.repeat(depth)}1${close.repeat(depth)};\n`;

let cwd = "";
beforeAll(() => {
  cwd = aProject(
    {
      "deep-lists.ts": nested("[", "]"),
      "deep-parentheses.ts": nested("(", ")"),
      "bom.ts": `\uFEFF${GOOD.replaceAll("\n", "\r\n")}`,
      "empty.ts": "",
      "a:b % # ? 'c' 🦆.ts": GOOD,
      "__proto__.ts": GOOD,
      "back\\slash.ts": GOOD,
      "file/../parent.ts": GOOD,
      "imports-broken.ts": `import "broken";\n${GOOD}`,
      "node_modules/broken/package.json": '{ "name": "broken", "type": "module", "main": "index.js" }',
      "node_modules/broken/index.js": "export const = 5;\n",
      "imports-unreadable.ts": `import "unreadable";\n${GOOD}`,
      "node_modules/unreadable/package.json": "[1,",
    },
    { name: "feindliche Quellen", keep: true },
  );
  writeFileSync(join(cwd, "utf-16.ts"), Buffer.from(`\uFEFF${GOOD}`, "utf16le"));
  writeFileSync(
    join(cwd, "binary.ts"),
    Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 37) % 256)),
  );
  mkdirSync(join(cwd, "folder.ts"));
  symlinkSync("nothing.ts", join(cwd, "dangling.ts"));
  symlinkSync("loop.ts", join(cwd, "loop.ts"));
  execFileSync("mkfifo", [join(cwd, "pipe.ts")]);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

it.each(["bom.ts", "empty.ts", "a:b % # ? 'c' 🦆.ts", "__proto__.ts"])("loads %s", async (file) => {
  expect(await runProgram(["list", `./${file}`], { cwd })).toMatchObject({ code: 0, stderr: "" });
});

it.each([
  ["deep-lists.ts", "its brackets are nested more than 4000 levels deep"],
  ["deep-parentheses.ts", "its brackets are nested more than 4000 levels deep"],
  ["utf-16.ts", "it has a syntax error: File appears to be binary"],
  ["binary.ts", "it has a syntax error"],
  ["folder.ts", "it is a folder"],
  ["dangling.ts", "a symbolic link in its path leads nowhere"],
  ["loop.ts", "its symbolic links lead in a circle"],
  ["pipe.ts", "it is a device, a pipe or a socket"],
  ["empty.ts/x.ts", "a part of its path is a file"],
  [`${"n".repeat(300)}.ts`, "a name in the path is too long"],
  ["back\\slash.ts", "its path has a backslash, which Node does not load"],
  ["imports-broken.ts", "a package that it imports has a syntax error: Unexpected token '='"],
  ["imports-unreadable.ts", "unreadable/package.json cannot be loaded: Node cannot use it"],
])("refuses %s: %s", async (file, problem) => {
  const { code, stdout, stderr } = await runProgram(["list", `./${file}`], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^\[SOURCE_UNLOADABLE\] /);
  expect(stderr).toContain(problem);
  // No hint names what was given, and no line of ours is shown.
  expect(stderr).not.toMatch(/Did you mean (?:dangling|loop)\.ts|\/packages\//);
});

it.each(["globalThis.process = undefined", "globalThis.process = {}"])(
  "goes on without a module that says: %s",
  async (text) => {
    const project = aProject({
      "flow.js": `${GOOD}${text};\n`,
      "flyte.config.js": `${text};\nexport default {};\n`,
    });
    const ran = await runProgram(["list", "flow.js", "--config", "flyte.config.js"], { cwd: project });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(
      /^\[PROJECT_CONFIG_INVALID\] .*it, or what it imports, replaces `globalThis\.process`/s,
    );
    rmSync(join(project, "flyte.config.js"));
    const { code, stderr } = await runProgram(["list", "flow.js"], { cwd: project });
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^\[SOURCE_UNLOADABLE\] flow\.js .*`globalThis\.process`/),
    ]);
    for (const said of [ran.stderr, stderr]) expect(said).not.toMatch(/\/packages\/|^ {4}at /m);
  },
);

it.each([
  ["delete globalThis.Map", "removes `globalThis.Map`"],
  ["Promise = undefined", "replaces `globalThis.Promise`"],
  // It went well as long as nothing had to be waited for, which is a matter of time.
  ["globalThis.Promise = class extends Promise {}", "replaces `globalThis.Promise`"],
  ["globalThis.Object = {}", "replaces `globalThis.Object`"],
  ["JSON = { parse: JSON.parse }", "replaces `globalThis.JSON`"],
  ["Array.prototype.map = undefined", "replaces `Array.prototype.map`"],
  ["delete Array.prototype[Symbol.iterator]", "removes `Array.prototype[Symbol.iterator]`"],
  ["delete Promise.prototype.then", "removes `Promise.prototype.then`"],
  ["delete Object.keys", "removes `Object.keys`"],
])("says what a module breaks: %s", async (text, problem) => {
  const cwd = aProject({
    "flow.js": GOOD,
    "breaks.js": `${text};
`,
    "bad.js": `${GOOD}import "./breaks.js";
`,
  });
  for (const argv of [
    ["list", "bad.js"],
    ["run", "bad.js", "one", "--no-journal"],
    ["package", "bad.js", "--image", "a/b:v1"],
  ]) {
    const { code, stdout, stderr } = await runProgram(argv, { cwd });
    expect([argv[0], code, stdout]).toEqual([argv[0], 2, ""]);
    expect(stderr).toMatch(/^\[SOURCE_UNLOADABLE\] bad\.js cannot be loaded: /);
    expect(stderr).toContain(`it, or what it imports, ${problem}, without which nothing here works.\n`);
    expect(stderr).not.toMatch(/\/packages\/|^ {4}at /m);
  }
});

it.each([
  "Array.prototype.map = new Proxy(Array.prototype.map, {})",
  "Object.prototype.added = 1",
  "Array.prototype.added = function () {}",
  "globalThis.fetch = undefined",
  "delete Object.prototype.__proto__",
])("leaves what a module does besides: %s", async (text) => {
  const cwd = aProject({
    "flow.js": `${GOOD}${text};
`,
  });
  const { code, stderr } = await runProgram(["run", "flow.js", "one", "--no-journal"], { cwd });
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.not.stringContaining("[") as unknown });
});

it.each(["process.exit = undefined"])("ends in spite of %s", async (text) => {
  const project = aProject({ "flow.js": `${GOOD}${text};\n` });
  const { code, stdout, stderr } = await runProgram(["list", "flow.js"], { cwd: project });
  expect([code, stdout, stderr]).toEqual([0, expect.stringContaining("one"), ""]);
});

it.each([
  ['{ "extends": "./tsconfig.json" }', "it cannot be read: Circularity detected"],
  ['{ "extends": "./none.json" }', "it cannot be read: File './none.json' not found"],
  ['{ "extends": 5 }', "a setting in it, or in what it extends or refers to, has a value of the wrong kind"],
  ['{ "compilerOptions": { "paths": 5, "baseUrl": 7 } }', "has a value of the wrong kind"],
  ['{ "compilerOptions": { "target": {} } }', "has a value of the wrong kind"],
  ['{ "files": [], "references": 5 }', "has a value of the wrong kind"],
  ['{ "files": [], "references": [{ "path": "./none" }] }', "it cannot be read"],
  ["5", "it cannot be read: Failed to parse tsconfig"],
])("names the tsconfig.json that is wrong: %s", async (text, problem) => {
  const project = aProject({ "flow.ts": GOOD, "tsconfig.json": text });
  const { code, stderr } = await runProgram(["list", "flow.ts"], { cwd: project });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^\[SOURCE_UNLOADABLE\] tsconfig\.json cannot be loaded: /);
  expect(stderr).toContain(problem);
  expect(stderr).toContain("npx tsc --showConfig");
});

it.each(["{", "", "null", '"text"'])(
  "names the package.json that is wrong, or does without: %s",
  async (text) => {
    const project = aProject({ "flow.ts": GOOD, "package.json": text });
    const { code, stderr } = await runProgram(["list", "flow.ts"], { cwd: project });
    expect([code, stderr]).toEqual(
      text.startsWith('"') ? [0, ""] : [2, expect.stringMatching(/^\[SOURCE_UNLOADABLE\] /)],
    );
    expect(stderr).not.toContain("/packages/");
  },
);
