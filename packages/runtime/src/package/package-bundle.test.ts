import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { TaskSpec } from "@flytekit-ts/models/admin";
import { unpackTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { makeProject, taskModule } from "../../test/support/project.js";
import { bundle } from "../bundle/bundle.js";
import { loadBundle } from "../bundle/load-bundle.js";
import { writeBundle } from "../bundle/write-bundle.js";
import { packageEntities } from "./package-entities.js";

describe("a package of a bundle", () => {
  it("holds the bundle as its code, from which containers load tasks", async () => {
    const project = makeProject({
      "src/twice.ts": taskModule("twice", {
        body: "twiceOf(x)",
        more: 'import { twiceOf } from "outside";',
      }),
      "node_modules/outside/package.json": { name: "outside", version: "1.0.0", main: "lib/index.js" },
      "node_modules/outside/lib/index.js": "exports.twiceOf = (x) => 2 * x;",
    });
    const options = { entry: "src/twice.ts", root: project, external: ["outside"] };
    const made = await bundle(options);
    const { root, tasks } = await loadBundle(writeBundle(made, join(project, "out")));
    const settings = { image: "ghcr.io/acme/tasks:v1", root, code: { bundle: made } };
    const { code, members, version } = await packageEntities(tasks, settings);
    expect(code?.files.map(({ path }) => path)).toEqual([
      ...["bundle.mjs", "bundle.mjs.map"],
      ...["node_modules/outside/lib/index.js", "node_modules/outside/package.json"],
    ]);
    const target = TaskSpec.decode(members[0]?.bytes ?? new Uint8Array()).template?.target;
    expect(target?.$case === "container" ? target.value.args.slice(-4) : []).toEqual([
      ...["task-module", "bundle.mjs", "task-name", "twice"],
    ]);
    const again = await bundle(options);
    expect((await packageEntities(tasks, { ...settings, code: { bundle: again } })).version).toBe(version);
    await expect(
      packageEntities(tasks, { ...settings, code: { bundle: made, files: [] } }),
    ).rejects.toMatchObject({ code: "OPTION_INVALID", params: { option: "code.files" } });
  });

  it("can be unpacked as it is", async () => {
    const project = makeProject({ "src/twice.ts": taskModule("twice") });
    const made = await bundle({ entry: "src/twice.ts", root: project });
    const { root, tasks } = await loadBundle(writeBundle(made, join(project, "out")));
    const { bytes } = await packageEntities(tasks, { image: "a:1", root, code: { bundle: made } });
    const outer = await unpackTar(gunzipSync(bytes), { strict: true });
    const inner = await unpackTar(gunzipSync(outer.at(-1)?.data ?? new Uint8Array()), { strict: true });
    expect(Buffer.from(inner[0]?.data ?? []).toString()).toBe(made.code);
  });
});
