import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const PAGE = readFileSync(join(ROOT, "docs/guide/command-line-json.md"), "utf8");
const RUNS = readFileSync(join(ROOT, "docs/guide/command-line-runs.md"), "utf8");

it("has each kind of object that a command prints", () => {
  const sources = ["cluster", "commands", "progress"].flatMap((folder) =>
    readdirSync(join(ROOT, "packages/cli/src", folder), { recursive: true, encoding: "utf8" }).map((file) =>
      join("packages/cli/src", folder, file),
    ),
  );
  const kinds = sources
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(ROOT, file), "utf8"))
    .flatMap((text) => [...text.matchAll(/\.object\(\{\s*(?:\.\.\.\{ )?kind: ([^,]+),/g)])
    .flatMap(([, kind = ""]) => [...kind.matchAll(/"([a-z-]+)"/g)])
    .map(([, kind = ""]) => kind);
  expect(kinds.length).toBeGreaterThan(25);
  expect(kinds.filter((kind) => !`${PAGE}${RUNS}`.includes(`\`${kind}\``))).toEqual([]);
});
