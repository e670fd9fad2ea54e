import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../test/support/temporary-folder.js";
import { authorModules } from "./author-modules.js";
import { filesToWatch } from "./files-to-watch.js";

it("reads the modules that can be read, and passes over a folder, a circle of links and what is not there", async () => {
  const folder = realpathSync(
    temporaryFolder({
      "package.json": "{}",
      "flow.ts": 'import "./folder.js"; import "./circle.js"; import "./gone.js"; import "./there.js";',
      "there.ts": "export const there = 1;",
    }),
  );
  mkdirSync(join(folder, "folder.js"));
  symlinkSync("circle.js", join(folder, "circle.js"));
  const flow = join(folder, "flow.ts");
  expect([...(await authorModules(flow)).keys()]).toEqual([flow, join(folder, "there.ts")]);
  for (const name of ["folder.js", "circle.js", "gone.js"])
    expect(await filesToWatch(join(folder, name))).toEqual([]);
});
