import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../test/support/temp-folder.js";
import type { CodeOptions } from "./code-options.js";
import { collectCode } from "./collect-code.js";

const paths = (root: string, options: CodeOptions = {}): readonly string[] =>
  collectCode({ root, ...options }).files.map(({ path }) => path);

const why = (root: string, options: CodeOptions = {}): readonly string[] =>
  collectCode({ root, ...options }).leftOut.map(({ path, why }) => `${path}: ${why}`);

describe("the files of a code archive", () => {
  it("are all of the folder, in the order of their bytes, without what is installed and cached", () => {
    const root = tempFolder({
      "b.ts": "",
      "a/z.ts": "",
      "a.ts": "",
      ".env": "",
      "\uFF5E.ts": "",
      "\u{1F600}.ts": "",
      "node_modules/x/index.js": "",
      "packages/a/node_modules/x.js": "",
      ".git/config": "",
      "sub/.git": "gitdir: elsewhere",
      ".turbo/log": "",
      ".flyte/runs/1/run.journal": "",
      ".cache/x": "",
      "a/.cache/x": "",
      "coverage/x": "",
      "src/coverage/x.ts": "",
      "a.tsbuildinfo": "",
      "__pycache__/a.pyc": "",
      empty: null,
    });
    expect(paths(root)).toEqual([
      ...[".env", "a.ts", "a/.cache/x", "a/z.ts", "b.ts", "src/coverage/x.ts", "\uFF5E.ts", "\u{1F600}.ts"],
    ]);
    expect(why(root)).toEqual([]);
  });

  it("are none that git ignores, in a repository", () => {
    const root = tempFolder({
      ".gitignore": "dist\n*.log\n!keep.log\n",
      "dist/a.js": "",
      "a.log": "",
      "keep.log": "",
      "sub/.gitignore": "!b.log\n",
      "sub/b.log": "",
    });
    expect(paths(root)).toContain("a.log");
    execFileSync("git", ["init", "-q"], { cwd: root });
    expect(paths(root)).toEqual([".gitignore", "keep.log", "sub/.gitignore", "sub/b.log"]);
    expect(collectCode({ root }).whyNot("dist/a.js")).toBe("git ignores it");
  });

  it("are none that .dockerignore or .flyteignore name, which stay themselves", () => {
    const root = tempFolder({
      ".dockerignore": "secret.env\n",
      ".flyteignore": "**/*.log\n!data/keep.log\n",
      "secret.env": "",
      "data/keep.log": "",
      "data/skip.log": "",
    });
    expect(paths(root)).toEqual([".dockerignore", ".flyteignore", "data/keep.log"]);
    expect(collectCode({ root }).whyNot("secret.env")).toBe(".dockerignore ignores it");
    expect(collectCode({ root }).whyNot("gone.ts")).toBe("there is no such file");
  });

  it("are links where there are links, as far as they can be unpacked", () => {
    const root = tempFolder({
      "data/a.csv": "1",
      "a.csv": { link: "data/a.csv" },
      "data/up.csv": { link: "../data/a.csv" },
      "gone.csv": { link: "nowhere.csv" },
      "out.csv": { link: "/etc/hostname" },
      more: { link: "data" },
    });
    const files = collectCode({ root }).files;
    expect(files.map((file) => ("target" in file ? [file.path, file.target] : file.path))).toEqual([
      ...[["a.csv", "data/a.csv"], "data/a.csv", ["data/up.csv", "../data/a.csv"]],
    ]);
    expect(why(root)).toEqual([
      ...["gone.csv: a link to nothing", "more: a link to a folder", "out.csv: a link out of the folder"],
    ]);
  });

  it("are what links lead to if they are followed, without an end", () => {
    const root = tempFolder({
      "data/a.csv": "1",
      "a.csv": { link: "data/a.csv" },
      more: { link: "data" },
      "data/round": { link: ".." },
    });
    expect(paths(root, { followLinks: true })).toEqual(["a.csv", "data/a.csv", "more/a.csv"]);
    expect(collectCode({ root, followLinks: true }).files.every((file) => !("target" in file))).toBe(true);
    expect(why(root, { followLinks: true })).toEqual([
      ...["data/round: a link to a folder that it is in", "more/round: a link to a folder that it is in"],
    ]);
  });

  it("are no sockets and pipes, and that is said", async () => {
    const root = tempFolder({ "a.ts": "" });
    const server = createServer().listen(join(root, "socket"));
    onTestFinished(() => void server.close());
    await new Promise((listening) => server.once("listening", listening));
    execFileSync("mkfifo", [join(root, "pipe")]);
    expect(paths(root)).toEqual(["a.ts"]);
    expect(why(root)).toEqual(["pipe: neither a file nor a folder", "socket: neither a file nor a folder"]);
  });

  it("may be listed, by paths of the folder and from elsewhere, and be in memory", () => {
    const [root, other] = [tempFolder({ "dist/a.js": "", "b.ts": "" }), tempFolder()];
    symlinkSync(root, join(other, "link"));
    const bundle = { path: "bundle.mjs", content: Buffer.from("1") };
    expect(
      paths(root, { files: ["dist/a.js", join(root, "b.ts"), join(other, "link/b.ts"), bundle] }),
    ).toEqual(["b.ts", "bundle.mjs", "dist/a.js"]);
    expect(collectCode({ root, files: ["b.ts"] }).whyNot("x")).toContain("code.files");
  });

  it.each([["../outside.ts"], ["."], ["/etc/hostname"]])("are inside of the folder, unlike %s", (file) => {
    const root = tempFolder({ "a.ts": "" });
    expect(() => paths(root, { files: [file] })).toThrow(expect.objectContaining({ code: "CODE_NOT_READ" }));
  });

  it("are at least one", () => {
    const root = tempFolder({ "node_modules/a.js": "" });
    expect(() => paths(root)).toThrow(expect.objectContaining({ code: "CODE_EMPTY" }));
    expect(() => paths(root, { files: [] })).toThrow(expect.objectContaining({ code: "CODE_EMPTY" }));
  });

  it("are in a folder", () => {
    const root = tempFolder({ "a.ts": "" });
    for (const wrong of ["gone", "a.ts"]) {
      expect(() => paths(join(root, wrong))).toThrow(expect.objectContaining({ code: "CODE_NOT_READ" }));
    }
  });

  it.skipIf(process.getuid?.() === 0)("can be looked for, except where nobody wants them", () => {
    const root = tempFolder({ "a.ts": "", ".flyteignore": "ignored\n" });
    mkdirSync(join(root, "ignored"), { mode: 0 });
    expect(paths(root)).toEqual([".flyteignore", "a.ts"]);
    mkdirSync(join(root, "locked"), { mode: 0 });
    onTestFinished(() => chmodSync(join(root, "locked"), 0o755));
    expect(() => paths(root)).toThrow(expect.objectContaining({ code: "CODE_NOT_READ" }));
  });
});
