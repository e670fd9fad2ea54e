import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * A throwaway git repository in which a test plants a violation.
 *
 * @typedef {object} TempRepo
 * @property {string} root
 * @property {(files: Readonly<Record<string, string>>) => void} write
 * @property {(from: string, files: readonly string[]) => void} copy
 * @property {(...args: readonly string[]) => string} git
 * @property {(program: string, args: readonly string[], env?: Readonly<Record<string, string>>) => { status: number | null, output: string }} run
 */

/** Nobody's name and no hooks: the tests must not depend on the settings of who runs them. */
const gitEnvironment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "test",
  GIT_AUTHOR_EMAIL: "test@example.com",
  GIT_COMMITTER_NAME: "test",
  GIT_COMMITTER_EMAIL: "test@example.com",
  TURBO_TELEMETRY_DISABLED: "1",
};

/**
 * Make an empty repository, hand it to `use`, and remove it.
 *
 * @template T
 * @param {(repo: TempRepo) => T | Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withTempRepo(use) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "flytekit-checks-")));
  try {
    const repo = tempRepo(root);
    repo.git("init", "--quiet", "--initial-branch=main");
    return await use(repo);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @returns {TempRepo}
 */
function tempRepo(root) {
  return {
    root,
    write: (files) => {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), text);
      }
    },
    copy: (from, files) => {
      for (const file of files) cpSync(join(from, file), join(root, file));
    },
    git: (...args) =>
      execFileSync("git", args, {
        cwd: root,
        encoding: "utf8",
        env: gitEnvironment,
        stdio: ["ignore", "pipe", "pipe"],
      }),
    run: (program, args, env) => {
      const options = /** @type {const} */ ({
        cwd: root,
        encoding: "utf8",
        env: { ...gitEnvironment, ...env },
      });
      const { status, stdout, stderr } = spawnSync(program, args, options);
      return { status, output: `${stdout}${stderr}` };
    },
  };
}
