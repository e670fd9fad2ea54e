import { expect, it } from "vitest";

import { listFiles, readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { findMachineData } from "./find-machine-data.js";

it("finds nothing of the kind in this repository", () => {
  const problems = listFiles(repoRoot).flatMap((file) => findMachineData(file, readText(repoRoot, file)));
  expect(problems).toEqual([]);
});

/** Put together here, so that this file does not hold what it looks for. */
const path = (...parts: string[]) => ["", ...parts].join("/");

it.each([
  path("work", "main", "x.ts"),
  path("root", ".npm"),
  path("home", "ada", "x"),
  path("Users", "ada", "x"),
  `file://${path("work", "x")}`,
  ["C:", "Users", "ada"].join("\\"),
])("reports %s", (trace) => {
  expect(findMachineData("a.md", `one\nsee "${trace}"\n`)).toHaveLength(1);
  expect(findMachineData("a.md", `one\nsee "${trace}"\n`)[0]).toMatch(/^a\.md:2 tells /);
});

it.each([
  "./work/x",
  "https://example.com/home/ada",
  "packages/root/x",
  "/workspace/x",
  "/rooted/x",
  "@x/root/y",
])("leaves %s alone", (text) => {
  expect(findMachineData("a.md", text)).toEqual([]);
});

it.each([
  ["pnpm-lock.yaml", "    resolution: {integrity: sha512-x, tarball: https://example.com/x.tgz}"],
  [".npmrc", "registry=https://example.com/"],
  ["packages/core/.npmrc", "//example.com/:_authToken=x"],
  ["pnpm-workspace.yaml", "registries: { default: https://example.com }"],
])("reports a host in %s", (file, line) => {
  expect(findMachineData(file, `a: 1\n${line}\n`)).toEqual([
    `${file}:2 tells where packages came from: ${line.trim()}`,
  ]);
});

it("lets other files speak of registries", () => {
  expect(findMachineData("docs/a.md", "registry: any")).toEqual([]);
});
