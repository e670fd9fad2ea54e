import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isFlytekitError } from "@flytekit-ts/core";
import { textOf } from "@flytekit-ts/core/errors";
import { placeOfStack } from "@flytekit-ts/core/graph";
import { moduleResolver } from "@flytekit-ts/workflow/serialize";
import { describe, expect, it } from "vitest";
import { faultOf, type Files, makeProject, taskModule } from "../../test/support/project.js";
import { bundle } from "./bundle.js";
import { explain } from "./explain.js";
import { loadBundle } from "./load-bundle.js";
import { writeBundle } from "./write-bundle.js";

const FLOW = [
  'import { t, task, workflow } from "@flytekit-ts/workflow";',
  'import { twice } from "./tasks.js";',
  "",
  "interface Order {",
  "  readonly size: number;",
  "}",
  "",
  "export class OrderError extends Error {}",
  "",
  'export const check = task({ name: "check", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {',
  "  const order: Order = { size: x };",
  "  if (order.size > 9)",
  "    throw new OrderError(`too large: ${order.size}`);",
  "  return order.size;",
  "});",
  "",
  'export const flow = workflow({ name: "flow", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>',
  "  check({ x: twice({ x }) }),",
  ");",
].join("\n");
const project: Files = { "src/flow.ts": FLOW, "src/tasks.ts": taskModule("twice", { body: "x * 2" }) };

const load = async (root: string, entry = "src/flow.ts") =>
  loadBundle(writeBundle(await bundle({ entry, root }), join(root, "out")));

describe("bundle", () => {
  it.each([[["src/flow.ts", "src/old.cjs"]], [["src/old.cjs"]]])(
    "has what CommonJS exports: %j",
    async (entries) => {
      const old =
        'const { t, task } = require("@flytekit-ts/workflow"); exports.old = task({ name: "old", output: t.int() }, () => 4);';
      const root = makeProject({ ...project, "src/old.cjs": old });
      const { entities } = await loadBundle(writeBundle(await bundle({ entries, root }), join(root, "out")));
      const names = [...entities.values()].map(({ name }) => name);
      expect(names.toSorted()).toEqual(entries.length === 1 ? ["old"] : ["check", "flow", "old"]);
    },
  );

  it.each([
    ["./tasks", "tasks.mts"],
    ["./tasks", "tasks.mjs"],
    ["./tasks", "tasks/index.ts"],
    ["./tasks.js", "tasks.tsx"],
    ["./tasks.js", "tasks.jsx"],
    ["./tasks.jsx", "tasks.tsx"],
    ["./tasks.mjs", "tasks.mts"],
  ])("finds %s in %s, as the command line does", async (written, file) => {
    const flow = FLOW.replace("./tasks.js", written);
    const root = makeProject({
      "src/flow.ts": flow,
      [`src/${file}`]: taskModule("twice", { body: "x * 2" }),
    });
    expect((await load(root)).tasks.map(({ name }) => name)).toContain("twice");
  });

  it("makes a module in which a container finds each task, also those of modules that export nothing of it", async () => {
    const { root, entities, tasks } = await load(makeProject(project));
    expect([...entities.keys()]).toEqual(["check", "flow"]);
    const resolver = moduleResolver(root);
    const args = tasks.map((task) => resolver.loaderArgs(task, root));
    expect(args.map((each) => each.join(" ")).toSorted()).toEqual([
      "task-module bundle.mjs task-name check",
      "task-module bundle.mjs task-name twice",
    ]);
    for (const [index, each] of args.entries()) expect(await resolver.loadTask(each)).toBe(tasks[index]);
  });

  it.each(["gone.ts", "x".repeat(2000), "src/flow.ts/inside.ts"])(
    "refuses an entry that is no file: %s",
    async (entry) => {
      const root = makeProject(project);
      const error = await faultOf(bundle({ entry, root }));
      expect(error).toMatchObject({
        code: "BUNDLE_ENTRY_INVALID",
        params: { problem: "is no file in the root" },
      });
      expect(await faultOf(bundle({ entry: "src/flow.ts", root: join(root, entry) }))).toMatchObject({
        code: "BUNDLE_ENTRY_INVALID",
        params: { problem: "is no folder" },
      });
    },
  );

  it("ends when its signal fires, before and while it works", async () => {
    const root = makeProject(project);
    const reason = new Error("enough");
    const over = AbortSignal.abort(reason);
    expect(await faultOf(bundle({ entry: "src/flow.ts", root, signal: over }))).toBe(reason);
    const ending = new AbortController();
    const working = bundle({ entry: "src/flow.ts", root, signal: ending.signal });
    setImmediate(() => ending.abort(reason));
    expect(await faultOf(working)).toBe(reason);
    const { signal } = new AbortController();
    expect((await bundle({ entry: "src/flow.ts", root, signal })).exports).toEqual([
      "OrderError",
      "check",
      "flow",
    ]);
    const wrong = { entry: "src/flow.ts", root, signal: 5 as never };
    expect(await faultOf(bundle(wrong))).toMatchObject({ code: "OPTION_INVALID" });
  });

  it("points at the author's line and column of what a task throws, whose class keeps its name", async () => {
    const { tasks } = await load(makeProject(project));
    const check = tasks.find(({ name }) => name === "check") as unknown as { fn(inputs: object): unknown };
    const error = await faultOf(Promise.resolve().then(() => check.fn({ x: 10 })));
    expect(error.constructor.name).toBe("OrderError");
    const place = placeOfStack(error.stack ?? "");
    expect(place).toMatchObject({ line: 13, column: 11 });
    expect(place?.file).toMatch(/[\\/]src[\\/]flow\.ts$/);
  });

  it("says at which lines of the sources entities are declared", async () => {
    const { entities } = await load(makeProject(project));
    expect(entities.get("flow")?.definedAt.location).toMatchObject({ line: 17, column: 21 });
  });

  it("is equal, with its map and hash, whatever the folder and the working directory", async () => {
    const [one, other] = [makeProject(project), makeProject(project, "a b/some (other) place")];
    const first = await bundle({ entry: "src/flow.ts", root: one });
    const second = await bundle({ entry: join(other, "src/flow.ts"), root: other });
    expect(second.code).toBe(first.code);
    expect(second.map).toBe(first.map);
    expect(second.hash).toBe(first.hash);
    for (const text of [first.code, first.map]) expect(text).not.toContain(basename(dirname(one)));
    const changed = await bundle({
      entry: "src/flow.ts",
      root: makeProject({ ...project, "src/tasks.ts": taskModule("twice") }),
    });
    expect(changed.hash).not.toBe(first.hash);
  });

  it("joins entries whose exports have one name", async () => {
    const root = makeProject({
      "a.ts": `${taskModule("one")} export const same = one; export default one;`,
      "b.ts": `${taskModule("two")} export const same = two;`,
    });
    const both = await bundle({ entries: ["b.ts", "a.ts"], root });
    expect(both.hash).toBe((await bundle({ entries: ["a.ts", "b.ts"], root })).hash);
    const { tasks } = await loadBundle(writeBundle(both, join(root, "out")));
    expect(tasks.map(({ name }) => name).toSorted()).toEqual(["one", "two"]);
  });

  it("refuses two tasks of one name when it is loaded", async () => {
    const root = makeProject({
      "a.ts": taskModule("one"),
      "b.ts": taskModule("one").replace("const one", "const other"),
      "both.ts": 'export { one } from "./a.js"; export { other } from "./b.js";',
    });
    const error = await faultOf(load(root, "both.ts"));
    expect(error).toMatchObject({ code: "BUNDLE_TASK_TWICE" });
    expect(error.message).toMatch(/a\.ts:3:20 and .*b\.ts:3:22/);
  });

  it("waits at the top of modules, reads JSON, and imports what is loaded later", async () => {
    const root = makeProject({
      "flow.ts": [
        'import data from "./data.json" with { type: "json" };',
        "export const later = (await import('./later.js')).later;",
        taskModule("sum", { body: "x + data.by + later" }),
      ].join("\n"),
      "later.ts": "export const later = await Promise.resolve(2);",
      "data.json": { by: 40 },
    });
    const { tasks } = await load(root, "flow.ts");
    expect(await (tasks[0] as unknown as { fn(inputs: object): unknown }).fn({ x: 0 })).toBe(42);
  });

  it("takes files along that modules name by their place", async () => {
    const root = makeProject({
      "src/flow.ts": taskModule("read", {
        more: 'import { readFileSync } from "node:fs"; const file = new URL("../data/a b.txt", import.meta.url);',
        body: "x + Number(readFileSync(file, 'utf8'))",
      }),
      "data/a b.txt": "41",
    });
    const result = await bundle({ entry: "src/flow.ts", root });
    expect([...result.assets.keys()]).toEqual(["data/a b.txt"]);
    expect(result.builtins).toContain("node:fs");
    const { tasks } = await loadBundle(writeBundle(result, join(root, "out")));
    expect((tasks[0] as unknown as { fn(inputs: object): unknown }).fn({ x: 1 })).toBe(42);
  });

  it("leaves out what nothing uses", async () => {
    const root = makeProject({
      "flow.ts": `import { a } from "./lib.js"; ${taskModule("sum", { body: "a(x)" })}`,
      "lib.ts": 'export const a = (x: number) => x; export const b = () => "nobody calls this";',
    });
    const { code, files } = await bundle({ entry: "flow.ts", root });
    expect(code).not.toContain("nobody calls this");
    expect(files.some(({ path }) => path === "flow.ts")).toBe(true);
  });
});

describe("explain", () => {
  it("gives the size of each file and the imports that lead to it, the largest first", async () => {
    const root = makeProject({
      "flow.ts": `import "./a.js"; ${taskModule("sum")}`,
      "a.ts": 'import "./deep/b.js";',
      "deep/b.ts": 'console.log("a long text that stays");',
    });
    const result = await bundle({ entry: "flow.ts", root });
    const lines = explain(result).split("\n");
    expect(lines[0]).toBe(`${result.code.length}  in all`);
    expect(lines).toContainEqual(expect.stringMatching(/^ *\d+ {2}deep\/b\.ts {2}<- a\.ts <- flow\.ts$/));
    const sizes = result.files.map(({ size }) => size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    const total = sizes.reduce((sum, each) => sum + each, 0);
    expect(total / result.code.length).toBeGreaterThan(0.95);
    expect(total).toBeLessThanOrEqual(result.code.length);
  });
});

describe("a project that cannot be bundled", () => {
  const refused = async (files: Files, options: object = { entry: "flow.ts" }) =>
    faultOf(bundle({ root: makeProject(files), ...options }));

  it.each<[string, Files, string, RegExp]>([
    [
      "has a syntax error",
      { "flow.ts": "export const a = 1;\nexport const b = {;\n" },
      "BUNDLE_SYNTAX_INVALID",
      /flow\.ts:2:19/,
    ],
    [
      "imports no module",
      { "flow.ts": '\nimport "./nope.js";\nexport const a = 1;' },
      "BUNDLE_IMPORT_UNRESOLVED",
      /"\.\/nope\.js" .*\n.*\n? *at flow\.ts:2:8/,
    ],
    [
      "imports no package",
      { "flow.ts": 'export { a } from "not-there";' },
      "BUNDLE_IMPORT_UNRESOLVED",
      /"not-there" .* not installed[^]* at flow\.ts:1:19/,
    ],
    [
      "imports what is not exported",
      { "flow.ts": 'import { b } from "./a.js";\nexport const c = b;', "a.ts": "export const a = 1;" },
      "BUNDLE_IMPORT_UNRESOLVED",
      /"b" is not exported by "a\.ts"[^]* at flow\.ts:1:10/,
    ],
    [
      "imports a file of text",
      { "flow.ts": 'import a from "./a.txt";\nexport const c = a;', "a.txt": "a" },
      "BUNDLE_FILE_UNSUPPORTED",
      /\.txt is no module[^]* at flow\.ts:1:15/,
    ],
    [
      "imports a binary",
      { "flow.ts": 'import a from "./a.wasm";\nexport const c = a;', "a.wasm": "a" },
      "BUNDLE_FILE_UNSUPPORTED",
      /\.wasm is no module/,
    ],
    [
      "names a file that is not there",
      { "flow.ts": 'export const a = new URL("./a.txt", import.meta.url);' },
      "BUNDLE_IMPORT_UNRESOLVED",
      /does not exist[^]* at flow\.ts:1:26/,
    ],
    [
      "names a module as a file",
      { "flow.ts": 'export const a = new URL("./b.ts", import.meta.url);', "b.ts": "" },
      "BUNDLE_IMPORT_UNRESOLVED",
      /names a module/,
    ],
    ["exports nothing", { "flow.ts": "console.log(1);" }, "BUNDLE_ENTRY_INVALID", /flow\.ts exports nothing/],
  ])("because it %s", async (_why, files, code, message) => {
    const error = await refused(files);
    expect(error).toMatchObject({ code });
    expect(error.message).toMatch(message);
    expect(error.message).toContain("hint: ");
    expect(error.message).not.toContain("/project/");
    // Nor is a message of the bundler, which is drawn in colours.
    expect(textOf(error.cause ?? "")).not.toContain(String.fromCharCode(27));
  });

  it.each([
    ["no entry", {}, "BUNDLE_ENTRY_INVALID"],
    ["two kinds of entry", { entry: "flow.ts", entries: ["flow.ts"] }, "BUNDLE_ENTRY_INVALID"],
    ["no entries", { entries: [] }, "OPTION_INVALID"],
    ["an entry that is not there", { entry: "nope.ts" }, "BUNDLE_ENTRY_INVALID"],
    ["a folder as entry", { entry: "." }, "BUNDLE_ENTRY_INVALID"],
    [
      "an entry outside of the root",
      { entry: "flow.ts", root: join(import.meta.dirname, "native") },
      "BUNDLE_ENTRY_INVALID",
    ],
    ["a root that is not there", { entry: "flow.ts", root: "/not/there" }, "BUNDLE_ENTRY_INVALID"],
    ["a platform that is not known", { entry: "flow.ts", platforms: ["linux-mips"] }, "OPTION_INVALID"],
    ["an unknown option", { entry: "flow.ts", format: "cjs" }, "OPTION_UNKNOWN"],
  ])("because it is given %s", async (_what, options, code) => {
    expect(await refused({ "flow.ts": taskModule("a") }, options)).toMatchObject({ code });
  });

  it("exports no entity, which shows when it is loaded", async () => {
    const error = await faultOf(load(makeProject({ "flow.ts": "export const a = 1;" }), "flow.ts"));
    expect(error).toMatchObject({ code: "BUNDLE_ENTRY_INVALID" });
    expect(error.message).toContain("only a");
  });

  it("is warned of imports and paths that will not work, with their lines", async () => {
    const root = makeProject({
      "flow.ts": `${taskModule("a")}export const b = (name: string) => import(name);\nexport const c = import.meta.dirname;\n`,
    });
    const { warnings } = await bundle({ entry: "flow.ts", root });
    expect(warnings.map(({ code, location }) => [code, location?.line, location?.column])).toEqual([
      ["BUNDLE_IMPORT_COMPUTED", 4, 36],
      ["BUNDLE_PATH_MOVED", 5, 18],
    ]);
    expect(warnings.every(isFlytekitError)).toBe(true);
  });
});

it("writes the map where the module names it", async () => {
  const root = makeProject(project);
  const file = writeBundle(await bundle({ entry: "src/flow.ts", root }), join(root, "out"));
  expect(readFileSync(file, "utf8")).toMatch(/\n\/\/# sourceMappingURL=bundle\.mjs\.map\s*$/);
  const { sources } = JSON.parse(readFileSync(`${file}.map`, "utf8")) as { readonly sources: string[] };
  expect(sources).toContain("src/flow.ts");
  expect(sources.filter((each) => each.startsWith("/") || each.startsWith(".."))).toEqual([]);
});
