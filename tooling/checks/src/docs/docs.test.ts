import { statSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { listFiles, readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { readWorkspace, type Manifest } from "../repo/workspace.js";
import { checkCommands } from "./check-commands.js";
import { checkLinks } from "./check-links.js";
import { anchorsOf } from "./markdown.js";

const files = listFiles(repoRoot);
const pages = files.filter((file) => file.endsWith(".md") && !file.endsWith("CHANGELOG.md"));

describe("this repository", () => {
  const root = JSON.parse(readText(repoRoot, "package.json")) as Manifest & { packageManager: string };
  const scripts = readWorkspace(repoRoot).flatMap((pkg) => Object.keys(pkg.manifest.scripts ?? {}));
  const known = {
    packageManager: root.packageManager,
    rootScripts: Object.keys(root.scripts ?? {}),
    allScripts: scripts,
  };

  it("has the pages that a newcomer looks for", () => {
    const wanted = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"];
    expect(wanted.filter((page) => !files.includes(page))).toEqual([]);
  });

  it.each(["README.md", "CONTRIBUTING.md"])("%s says how to run the tests", (page) => {
    expect(readText(repoRoot, page)).toContain(`npx --yes ${root.packageManager} test`);
  });

  const programs = files.filter((file) =>
    /^\.ci\/run$|^tooling\/checks\/(bin|src\/run)\/[^.]+\.js$/.test(file),
  );

  it.each([...pages, ...programs])("%s names commands that exist", (page) => {
    expect(checkCommands(page, readText(repoRoot, page), known)).toEqual([]);
  });

  it.each(pages)("%s links to what is there", (page) => {
    expect(checkLinks(page, readText(repoRoot, page), load)).toEqual([]);
  });

  it("keeps the pages short that everybody should read", () => {
    const limitOf = (page: string) => (page.startsWith("docs/decisions/") ? 60 : 150);
    const short = files.filter((file) =>
      /^(docs\/decisions\/\d.*|ARCHITECTURE|CONTRIBUTING)\.md$/.test(file),
    );
    const long = short.filter(
      (page) => readText(repoRoot, page).trimEnd().split("\n").length > limitOf(page),
    );
    expect(long).toEqual([]);
  });

  it("numbers its decisions, each once", () => {
    const names = files.filter((file) => file.startsWith("docs/decisions/") && !file.endsWith("README.md"));
    const numbers = names.map(
      (file) => /^docs\/decisions\/(\d{4})-[a-z0-9]+(-[a-z0-9]+)+\.md$/.exec(file)?.[1] ?? file,
    );
    expect(numbers).toEqual([...new Set(numbers)]);
    expect(numbers.filter((number) => !/^\d{4}$/.test(number))).toEqual([]);
  });
});

describe("checkCommands", () => {
  const known = { packageManager: "pnpm@1.2.3", rootScripts: ["test", "demo"], allScripts: ["bench"] };

  it.each([
    "npx --yes pnpm@1.2.3 test",
    "Run `npx --yes pnpm@1.2.3 demo`.",
    "npx --yes pnpm@1.2.3 run test --force",
    "npx --yes pnpm@1.2.3 install",
    "npx --yes pnpm@1.2.3 --filter ./tooling/benchmarks bench",
    "npx --yes pnpm@1.2.3 <script>",
    "npx tsflyte",
  ])("accepts %j", (text) => {
    expect(checkCommands("README.md", text, known)).toEqual([]);
  });

  it.each([
    ["npx --yes pnpm@1.2.3 tset", "README.md:1 runs tset, which is no script"],
    ["npx --yes pnpm@1.2.3 run bench", "README.md:1 runs bench, which is no script"],
    ["\nnpx --yes pnpm@1.2.4 test", "README.md:2 runs pnpm@1.2.4, but the pinned one is pnpm@1.2.3"],
    ["npx pnpm test", "README.md:1 runs pnpm, but the pinned one is pnpm@1.2.3"],
    ["npx --yes pnpm@1.2.3 --filter ./x gone", "README.md:1 runs gone, which is no script"],
  ])("reports %j", (text, problem) => {
    expect(checkCommands("README.md", text, known)).toEqual([problem]);
  });
});

describe("checkLinks", () => {
  const tree: Record<string, string> = {
    "docs/b.md": "# Über `x`: a & b\n\n## A\n\n## A\n",
    docs: "",
    LICENSE: "x",
  };
  const linksIn = (text: string) => checkLinks("docs/a.md", text, (file) => tree[file]);

  it.each([
    "[b](b.md)",
    "[b](./b.md#a-1)",
    "[b](b.md#über-x-a--b)",
    "[docs](../docs/)",
    `[license](../LICENSE "the license")`,
    "[site](https://example.com/gone.md)",
    "[mail](mailto:a@example.com)",
    "`[code](gone.md)`",
    "```md\n[code](gone.md)\n```",
    "[ref]: b.md",
  ])("accepts %j", (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  it.each([
    ["[x](gone.md)", "docs/a.md:1 links to nothing: gone.md"],
    ["a\n[x](b.md#c)", "docs/a.md:2 links to a heading that is not there: b.md#c"],
    ["[x](/docs/b.md)", "docs/a.md:1 links to an absolute path: /docs/b.md"],
    ["[x](../../b.md)", "docs/a.md:1 links outside the repository: ../../b.md"],
    ["![x](gone.png)", "docs/a.md:1 links to nothing: gone.png"],
    ["[ref]: gone.md", "docs/a.md:1 links to nothing: gone.md"],
    [`<img src="gone.png">`, "docs/a.md:1 links to nothing: gone.png"],
    ["```md\n```\n[x](gone.md)", "docs/a.md:3 links to nothing: gone.md"],
  ])("reports %j", (text, problem) => {
    expect(linksIn(text)).toEqual([problem]);
  });

  it("does not take a comment in code for a heading", () => {
    expect([...anchorsOf("# A\n```sh\n# B\n```\n")]).toEqual(["a"]);
  });
});

function load(file: string): string | undefined {
  const stats = statSync(join(repoRoot, file), { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return stats.isFile() ? readText(repoRoot, file) : "";
}
