import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { withTempRepo, type TempRepo } from "../testing/temp-repo.js";
import { changesetStatus, type ChangesetStatus } from "./changeset-status.js";

const program = fileURLToPath(new URL("../../bin/changeset-status.js", import.meta.url));

/** A repository with two published packages, a private one, and everything described and committed on main. */
function start(repo: TempRepo): void {
  const manifest = (name: string, rest: object = {}) =>
    JSON.stringify({ name: `@flytekit-ts/${name}`, version: "0.1.0", ...rest });
  repo.write({
    "package.json": `{ "name": "root", "private": true }`,
    "pnpm-workspace.yaml": "packages:\n  - packages/*\n  - tooling/*\n",
    "pnpm-lock.yaml": "",
    ".changeset/config.json": readText(repoRoot, ".changeset/config.json"),
    "packages/core/package.json": manifest("core"),
    "packages/core/CHANGELOG.md": "# core\n",
    "packages/core/src/a.ts": "1;\n",
    "packages/workflow/package.json": manifest("workflow", {
      dependencies: { "@flytekit-ts/core": "workspace:^" },
    }),
    "packages/workflow/CHANGELOG.md": "# workflow\n",
    "packages/workflow/src/a.ts": "1;\n",
    "tooling/kit/package.json": manifest("kit", {
      private: true,
      dependencies: { "@flytekit-ts/core": "workspace:^" },
    }),
  });
  commit(repo);
}

function commit(repo: TempRepo): void {
  repo.git("add", "--all");
  repo.git("commit", "--quiet", "--message=x");
}

const change = { "packages/core/src/a.ts": "2;\n" };
const describeCore = { ".changeset/brave-core.md": `---\n"@flytekit-ts/core": patch\n---\n\nFix it.\n` };

/** The status of a repository that `steps` has changed. */
function statusAfter(steps: (repo: TempRepo) => void, base?: string): Promise<ChangesetStatus> {
  return withTempRepo((repo) => {
    start(repo);
    steps(repo);
    return changesetStatus(repo.root, base);
  });
}

const ofBranch =
  /^@flytekit-ts\/core changed since \w{10}, where this branch left main, and no changeset names it\.$/;
const sinceRelease = "@flytekit-ts/core changed since its last release, and no changeset names it.";

describe("on a branch", () => {
  const onBranch = (files: Record<string, string>) =>
    statusAfter((repo) => {
      repo.git("switch", "--quiet", "--create", "topic");
      repo.write(files);
      commit(repo);
    });

  it("fails when a source changed and no changeset names its package", async () => {
    const { problems } = await onBranch(change);
    expect(problems).toEqual([expect.stringMatching(ofBranch)]);
  });

  it("fails when the changeset names another package", async () => {
    const other = { ".changeset/x.md": `---\n"@flytekit-ts/workflow": patch\n---\n\nFix it.\n` };
    expect((await onBranch({ ...change, ...other })).problems).toHaveLength(1);
  });

  it("passes with a changeset, and says what it would release", async () => {
    expect(await onBranch({ ...change, ...describeCore })).toEqual({
      problems: [],
      releases: ["@flytekit-ts/core 0.1.0 -> 0.1.1 (patch)"],
    });
  });

  it("passes with an empty changeset, which says that no release is needed", async () => {
    expect((await onBranch({ ...change, ".changeset/x.md": "---\n---\n" })).problems).toEqual([]);
  });

  it.each(["tooling/kit/src/a.ts", "packages/core/src/a.test.ts", "packages/core/README.md", "docs/a.md"])(
    "passes when only %s changed",
    async (file) => {
      expect(await onBranch({ [file]: "x" })).toEqual({ problems: [], releases: [] });
    },
  );

  it("fails when a breaking change would reach users of another package as a patch", async () => {
    const breaking = (text: string) => ({
      ...change,
      ".changeset/x.md": `---\n${text}\n---\n\n**Breaking:** x.\n`,
    });
    const { problems, releases } = await onBranch(breaking(`"@flytekit-ts/core": minor`));
    expect(releases).toContain("@flytekit-ts/workflow 0.1.0 -> 0.1.1 (patch)");
    expect(problems).toEqual([
      "@flytekit-ts/workflow 0.1.1 takes a breaking @flytekit-ts/core 0.2.0: write a changeset that makes it a minor.",
    ]);
    const patch = await onBranch(breaking(`"@flytekit-ts/core": minor\n"@flytekit-ts/workflow": patch`));
    expect(patch.problems).toEqual(problems);

    const both = await onBranch(breaking(`"@flytekit-ts/core": minor\n"@flytekit-ts/workflow": minor`));
    expect(both.problems).toEqual([]);
  });

  it("refuses a changeset for a package that is not there", async () => {
    const gone = { ".changeset/x.md": `---\n"@flytekit-ts/gone": patch\n---\n\nFix it.\n` };
    await expect(onBranch(gone)).rejects.toThrow("@flytekit-ts/gone");
  });

  it("does not take the changeset of an earlier change for this one's", async () => {
    const { problems } = await statusAfter((repo) => {
      repo.write({ ...change, ...describeCore });
      commit(repo);
      repo.git("switch", "--quiet", "--create", "topic");
      repo.write({ "packages/core/src/a.ts": "3;\n" });
      commit(repo);
    });
    expect(problems).toHaveLength(1);
  });

  it("sees work that is not committed, new files too", async () => {
    const dirty = async (files: Record<string, string>) => {
      const { problems } = await statusAfter((repo) => {
        repo.git("switch", "--quiet", "--create", "topic");
        repo.git("commit", "--quiet", "--allow-empty", "--message=x");
        repo.write(files);
      });
      return problems.length;
    };
    expect(await dirty(change)).toBe(1);
    expect(await dirty({ "packages/core/src/b.ts": "1;\n" })).toBe(1);
    expect(await dirty({ ...change, ...describeCore })).toBe(0);
  });

  it("finds main at origin when there is no local one", async () => {
    const { problems } = await statusAfter((repo) => {
      repo.git("update-ref", "refs/remotes/origin/main", "main");
      repo.git("switch", "--quiet", "--create", "topic");
      repo.git("branch", "--quiet", "--delete", "--force", "main");
      repo.write(change);
      commit(repo);
    });
    expect(problems).toEqual([expect.stringMatching(ofBranch)]);
  });
});

describe("on main, or where no main is known", () => {
  const detach = (repo: TempRepo) => {
    repo.git("switch", "--quiet", "--detach");
    repo.git("branch", "--quiet", "--delete", "--force", "main");
  };

  it("passes right after a release", async () => {
    expect((await statusAfter(() => {})).problems).toEqual([]);
    expect((await statusAfter(detach)).problems).toEqual([]);
  });

  it.each([
    ["on main", () => {}],
    ["detached", detach],
  ])("%s, asks for a changeset since the last release", async (_, move) => {
    const after = async (files: Record<string, string>) => {
      const { problems } = await statusAfter((repo) => {
        repo.write(files);
        commit(repo);
        move(repo);
      });
      return problems;
    };
    expect(await after(change)).toEqual([sinceRelease]);
    expect(await after({ ...change, ...describeCore })).toEqual([]);
  });

  it("asks for a changeset for a package that was never released", async () => {
    const { problems } = await statusAfter((repo) => {
      repo.git("rm", "--quiet", "packages/core/CHANGELOG.md");
      repo.git("commit", "--quiet", "--amend", "--message=x");
    });
    expect(problems).toEqual([sinceRelease]);
  });

  it("compares with a named commit, and refuses one it does not have", async () => {
    const changed = (repo: TempRepo) => {
      repo.git("tag", "start");
      repo.write(change);
      commit(repo);
    };
    expect((await statusAfter(changed, "start")).problems).toEqual([expect.stringMatching(ofBranch)]);
    await expect(statusAfter(changed, "gone")).rejects.toThrow("CHANGESET_BASE is gone");
  });
});

describe("the command", () => {
  it.each([
    ["exits with one when a changeset is missing", {}, 1],
    ["exits with zero when none is", describeCore, 0],
  ])("%s", async (_, files, expected) => {
    const { status, output } = await withTempRepo((repo) => {
      start(repo);
      repo.write({ ...change, ...files });
      return repo.run(process.execPath, [program, repo.root], { CHANGESET_BASE: "" });
    });
    expect(output).toContain(expected === 0 ? "@flytekit-ts/core 0.1.0 -> 0.1.1 (patch)" : sinceRelease);
    expect(status).toBe(expected);
  });
});
