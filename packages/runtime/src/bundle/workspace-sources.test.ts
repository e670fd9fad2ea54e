import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultOf, type Files, makeProject, taskModule } from "../../test/support/project.js";
import { bundle } from "./bundle.js";
import { loadBundle } from "./load-bundle.js";
import { writeBundle } from "./write-bundle.js";

const app: Files = {
  "packages/app/package.json": {
    name: "@acme/app",
    type: "module",
    dependencies: { "@acme/lib": "workspace:*" },
  },
  "packages/app/src/flow.ts": taskModule("sum", {
    more: 'import { by } from "@acme/lib/parts/by";',
    body: "x + by()",
  }),
  "packages/app/node_modules/@acme/lib": "-> packages/lib",
  "packages/lib/src/parts/by.ts": "export const by = (): number => 41;",
};
const lib = (exports: object, more: Files = {}): Files => ({
  ...app,
  "packages/lib/package.json": { name: "@acme/lib", type: "module", exports },
  ...more,
});
const entry = "packages/app/src/flow.ts";

/** The result of the task, and where the bundle has its parts from. */
async function result(files: Files): Promise<readonly [unknown, readonly string[]]> {
  const root = makeProject(files);
  const made = await bundle({ entry, root });
  const { tasks } = await loadBundle(writeBundle(made, join(root, "out")));
  const sources = made.files.map(({ path }) => path).filter((path) => path.includes("lib/"));
  return [
    await (tasks[0] as unknown as { fn(inputs: object): unknown }).fn({ x: 1 }),
    sources.filter((path) => !path.includes("@flytekit-ts")),
  ];
}

describe("a package of the workspace", () => {
  const source = "packages/lib/src/parts/by.ts";
  const old = { "packages/lib/dist/parts/by.js": "export const by = () => 0; // an old build" };

  it.each<[string, object]>([
    [
      "a condition of any name",
      { "./parts/by": { "@acme/source": "./src/parts/by.ts", default: "./dist/parts/by.js" } },
    ],
    [
      "a pattern",
      { "./parts/*": { development: { import: "./src/parts/*.ts" }, default: "./dist/parts/*.js" } },
    ],
    ["the source alone", { "./*": "./src/*.ts" }],
  ])(
    "is bundled from the source that its exports give by %s, and not from its build",
    async (_how, exports) => {
      expect(await result(lib(exports, old))).toEqual([42, [source]]);
    },
  );

  it("is bundled from its build where the exports give no source", async () => {
    const types = { types: "./src/parts/by.d.ts", default: "./dist/parts/by.js" };
    expect(await result(lib({ "./parts/by": types }, old))).toEqual([1, ["packages/lib/dist/parts/by.js"]]);
  });

  it("that is not built and gives no source is named with the line that imports it", async () => {
    const files = lib({ "./parts/by": "./dist/parts/by.js" });
    const error = await faultOf(bundle({ entry, root: makeProject(files) }));
    expect(error).toMatchObject({ code: "BUNDLE_IMPORT_UNRESOLVED" });
    expect(error.message).toContain("at packages/app/src/flow.ts:2:20");
  });

  it("may lie outside of the root, and is then called by its name", async () => {
    const root = makeProject(lib({ "./parts/*": "./src/parts/*.ts" }));
    const made = await bundle({ entry: "src/flow.ts", root: join(root, "packages/app") });
    expect(made.files.map(({ path }) => path)).toContain("@acme/lib/src/parts/by.ts");
  });
});

it("takes installed packages as they are published, whatever conditions they have", async () => {
  const root = makeProject({
    "flow.ts": taskModule("sum", { more: 'import { by } from "plain";', body: "x + by" }),
    "node_modules/plain/package.json": {
      name: "plain",
      type: "module",
      exports: { source: "./src.ts", default: "./index.js" },
    },
    "node_modules/plain/index.js": "export const by = 41;",
    "node_modules/plain/src.ts": "export const by = 0;",
  });
  const { files } = await bundle({ entry: "flow.ts", root });
  expect(files.map(({ path }) => path)).toContain("flow.ts");
  const { tasks } = await loadBundle(
    writeBundle(await bundle({ entry: "flow.ts", root }), join(root, "out")),
  );
  expect((tasks[0] as unknown as { fn(inputs: object): unknown }).fn({ x: 1 })).toBe(42);
});
