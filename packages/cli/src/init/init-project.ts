import { existsSync, rmSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { systemCode, systemWords, undoAtExit } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import { lockfileAbove } from "../project/lockfiles.js";
import type { InitOptions, InitResult, PackageManager } from "./init-options.js";
import { packageManagers } from "./package-managers.js";
import { isPackageName, packageNameOf } from "./package-names.js";
import { projectFiles } from "./project-files.js";
import { runQuietly } from "./run-quietly.js";
import { writeAll } from "./write-all.js";

/**
 * Make a project that runs, tests, type-checks and packages at once. It is what `tsflyte init` and `npm create` do.
 *
 * Nothing that is there is written over, and if a file cannot be written, none stays.
 *
 * @throws `PROJECT_NOT_MADE`, `PACKAGES_NOT_INSTALLED`
 */
export async function initProject(options: InitOptions): Promise<InitResult> {
  const { packageManager = "npm", signal, onStep } = options;
  const folder = resolve(options.folder);
  const name = nameOf(folder, options.name);
  await assertEmpty(folder);
  const version = packageManager === "yarn" ? await yarnVersion(signal) : undefined;
  const files = projectFiles(name, packageManager, version);
  await write(folder, files, signal);
  const isRepository = options.git !== false && (await makeRepository(folder, signal));
  if (options.install !== false) {
    onStep?.(`Installing packages with ${packageManager}`);
    await install(folder, packageManager, signal);
  }
  return {
    folder,
    name,
    packageManager,
    files: files.map(({ path }) => path),
    isInstalled: options.install !== false,
    workspaceLockfile: options.install === false ? undefined : lockfileAbove(folder),
    isRepository,
  };
}

/** The version of yarn that somebody has, which decides what its projects say. */
async function yarnVersion(signal: InitOptions["signal"]): Promise<string | undefined> {
  const started = /^yarn\/(\S+)/.exec(process.env["npm_config_user_agent"] ?? "")?.[1];
  if (started !== undefined) return started;
  // Outside of projects, which may name another one.
  const { code, said } = await runQuietly("yarn", ["--version"], { cwd: tmpdir(), signal });
  return code === 0 ? said.split("\n").at(-1) : undefined;
}

function nameOf(folder: string, given: string | undefined): string {
  if (given === undefined) return packageNameOf(basename(folder));
  if (isPackageName(given)) return given;
  const problem = `npm takes no package called ${JSON.stringify(given)}`;
  const advice = `Use lower-case letters, digits, dots and dashes, such as \`${packageNameOf(given)}\`.`;
  throw errors.PROJECT_NOT_MADE({ folder, problem, advice });
}

// What may be there before: a repository that was made first.
const ALLOWED: ReadonlySet<string> = new Set([".git"]);
const LISTED = 5;

async function assertEmpty(folder: string): Promise<void> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    if (systemCode(cause) === "ENOENT") return;
    const problem = systemWords(cause, "listing");
    throw errors.PROJECT_NOT_MADE({ folder, problem }, { cause });
  }
  const here = names.filter((each) => !ALLOWED.has(each)).toSorted();
  if (here.length === 0) return;
  const more = here.length > LISTED ? ` and ${here.length - LISTED} more` : "";
  throw errors.PROJECT_NOT_MADE({
    folder,
    problem: `it is not empty, but has ${here.slice(0, LISTED).join(", ")}${more}`,
  });
}

async function write(
  folder: string,
  files: ReturnType<typeof projectFiles>,
  signal: InitOptions["signal"],
): Promise<void> {
  try {
    await writeAll(folder, files, signal);
  } catch (cause) {
    const problem = signal?.aborted === true ? "it was aborted" : systemWords(cause, "writing");
    const advice = adviceFor(systemCode(cause));
    throw errors.PROJECT_NOT_MADE({ folder, problem, advice }, { cause });
  }
}

function adviceFor(code: string): string | undefined {
  if (code === "ENOSPC" || code === "EDQUOT")
    return "Make room on the disk, and try again: nothing was left there.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return "Choose a folder in which you may write.";
  return undefined;
}

/** Make a repository, unless the folder is in one. Without git there is none. */
async function makeRepository(folder: string, signal: InitOptions["signal"]): Promise<boolean> {
  for (let each = folder; ; each = dirname(each)) {
    if (existsSync(join(each, ".git"))) return false;
    if (dirname(each) === each) break;
  }
  // Half a repository would be taken for a whole one, by git too.
  const git = join(folder, ".git");
  const removed = { recursive: true, force: true };
  const done = undoAtExit(() => rmSync(git, removed));
  const { code } = await runQuietly("git", ["-c", "init.defaultBranch=main", "init", "--quiet"], {
    cwd: folder,
    signal,
  });
  done();
  if (code !== 0) await rm(git, removed).catch(() => undefined);
  return code === 0;
}

async function install(
  folder: string,
  packageManager: PackageManager,
  signal: InitOptions["signal"],
): Promise<void> {
  const command = packageManagers[packageManager].install;
  const [program = packageManager, ...args] = command.split(" ");
  const { npm_config_registry: registry, ...rest } = process.env;
  // Yarn 1 says this to what it starts when the registry is set in a file, and would itself believe it.
  const env = registry?.startsWith("https://registry.yarnpkg.com") === true ? rest : process.env;
  const { code, said } = await runQuietly(program, args, { cwd: folder, env, signal });
  if (code === 0) return;
  const problem = signal?.aborted === true ? "it was stopped." : withoutStacks(said);
  throw errors.PACKAGES_NOT_INSTALLED({ folder, command, problem });
}

/** What a package manager said, without the stacks of its own code. */
function withoutStacks(said: string): string {
  return said
    .split("\n")
    .filter((line) => !/^(?:npm error)?\s+at .*:\d+:\d+\)?( \{)?$/.test(line))
    .join("\n");
}
