import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultOf, makeProject, taskModule } from "../../test/support/project.js";
import { bundle } from "./bundle.js";
import { loadBundle } from "./load-bundle.js";
import { writeBundle } from "./write-bundle.js";

const hello = (more = "", type = "t.string()"): string =>
  [
    'import { t, task, workflow } from "@flytekit-ts/workflow";',
    more,
    `export const hello = task({ name: "hello", inputs: { name: ${type} }, output: t.string() }, ({ name }) => \`hello \${name}\`);`,
    `export const flow = workflow({ name: "flow", inputs: { name: ${type} }, output: t.string() }, ({ name }) => hello({ name }));`,
  ].join("\n");
const LIMIT = 100_000;
const make = (code: string, options: object = {}) =>
  bundle({ entry: "flow.ts", root: makeProject({ "flow.ts": code }), ...options });

describe("a bundle of a task and a workflow", () => {
  it("has at most 100 kB, and compiles", async () => {
    const root = makeProject({ "flow.ts": hello() });
    const made = await bundle({ entry: "flow.ts", root });
    expect(made.code.length).toBeLessThanOrEqual(LIMIT);
    const { tasks } = await loadBundle(writeBundle(made, join(root, "out")));
    expect(tasks.map(({ name }) => name)).toEqual(["hello"]);
  });

  it.each([
    ["a type that is made of others is used", hello("", "t.list(t.string())"), {}],
    ["a schema may be used", hello('export const schema = { "~standard": { version: 1 } };'), {}],
    ["the options say so", hello(), { keep: ["schemas", "composites"] }],
    ["nothing is made shorter", hello(), { minify: false }],
  ])("has more if %s", async (_why, code, options) => {
    expect((await make(code, options)).code.length).toBeGreaterThan(LIMIT);
  });

  it.each([
    ["records", 't.struct("Person", { age: t.int() })'],
    ["optional values", "t.optional(t.string())"],
    ["lists", "t.list(t.string())"],
    ["files", "t.file()"],
  ])("binds and compares %s", async (_what, type) => {
    const root = makeProject({ "flow.ts": hello("", type) });
    const { tasks } = await loadBundle(
      writeBundle(await bundle({ entry: "flow.ts", root }), join(root, "out")),
    );
    expect(tasks.map(({ name }) => name)).toEqual(["hello"]);
  });

  it("says which part was left out that is needed after all", async () => {
    // A key that is only known when the module runs.
    const code = taskModule("sum", {
      more: 'const key = "~" + ["stan", "dard"].join(""); const schema = { [key]: { version: 1, vendor: "v", validate: () => ({ value: 1 }) } };',
    }).replace("x: t.int()", "x: schema as never");
    const root = makeProject({ "flow.ts": code });
    const load = async (keep: readonly ("schemas" | "composites")[]) =>
      loadBundle(
        writeBundle(await bundle({ entry: "flow.ts", root, keep }), join(root, `out-${keep.length}`)),
      );
    expect(await faultOf(load([]))).toMatchObject({ code: "PART_LEFT_OUT" });
    expect(await faultOf(load(["schemas", "composites"]))).toMatchObject({ code: "SCHEMA_NOT_DESCRIBED" });
  });
});
