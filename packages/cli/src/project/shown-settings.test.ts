import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.js";
import { readProject } from "./read-project.js";
import { shownSettings } from "./shown-settings.js";

it("shows each setting and where it is from, and nothing that may be secret", async () => {
  const folder = temporaryFolder({
    "flyte.config.mjs": `export default {
  modules: ["a.ts", "b.ts"],
  image: { repository: "ghcr.io/acme/tasks" },
  images: { gpu: "ghcr.io/acme/gpu:v1" },
  environment: { TOKEN: "hush" },
  cluster: { auth: { clientSecret: () => "hush" } },
  resolver: { location: "@acme/flyte#shelf", loaderArgs() {}, loadTask() {} },
  storage: { read() {}, write() {}, stat() {}, list() {}, delete() {} },
  runs: { keep: 3 },
};`,
  });
  const env = { TSFLYTE_CODE: "files", HOME: folder };
  const shown = shownSettings(await readProject({ globals: {}, host: { cwd: folder, env } }));
  const rows = shown.map(
    ({ name, value, source }) => `${name} = ${value.replaceAll(folder, ".")} (${source})`,
  );
  expect(rows).toEqual([
    "config = ./flyte.config.mjs (the nearest folder with one)",
    "modules = ./a.ts, ./b.ts (flyte.config.mjs)",
    "image = ghcr.io/acme/tasks, made of ./Dockerfile (flyte.config.mjs)",
    "images.gpu = ghcr.io/acme/gpu:v1 (flyte.config.mjs)",
    "environment.TOKEN = (hidden) (flyte.config.mjs)",
    "resolver = @acme/flyte#shelf (flyte.config.mjs)",
    "storage = (an object) (flyte.config.mjs)",
    "runs.keep = 3 (flyte.config.mjs)",
    "code = files (TSFLYTE_CODE)",
    "root = . (the default)",
    "runs.dir = ./.flyte/runs (the default)",
  ]);
});
