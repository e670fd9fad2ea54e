import { expect, it } from "vitest";

import { entrySizes } from "../api/entry-sizes.js";
import { readWorkspace } from "../repo/workspace.js";
import { withTempRepo } from "../testing/temp-repo.js";
import { checkDoorSizes } from "./door-sizes.js";

/** The problems of a core whose doors offer so many values, and a type each. */
function problemsWith(values: Record<string, number>): Promise<string[]> {
  return withTempRepo((repo) => {
    const exports = Object.keys(values).map((door) => [
      `./${door}`,
      { "@flytekit-ts/source": `./src/${door}.ts` },
    ]);
    repo.write({
      "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
      "packages/core/package.json": JSON.stringify({
        name: "@flytekit-ts/core",
        exports: Object.fromEntries(exports),
      }),
    });
    for (const [door, count] of Object.entries(values)) {
      const lines = Array.from({ length: count }, (_, i) => `export const ${door}${i} = ${i};\n`);
      repo.write({ [`packages/core/src/${door}.ts`]: `${lines.join("")}export interface A {}\n` });
    }
    return checkDoorSizes(readWorkspace(repo.root).flatMap((pkg) => entrySizes(repo.root, pkg)));
  });
}

it("accepts 60 values, however many types and other doors there are", async () => {
  expect(await problemsWith({ types: 20, tasks: 30, errors: 10, graph: 40 })).toEqual([]);
});

it("reports 61 values", async () => {
  expect(await problemsWith({ types: 20, tasks: 30, errors: 11 })).toEqual([
    "packages/core offers 61 values by ./types, ./tasks, ./errors; 60 are the limit.",
  ]);
});

it("reports a door that is not there", async () => {
  expect(await problemsWith({ types: 1, errors: 1 })).toEqual(["packages/core has no entry ./tasks."]);
});
