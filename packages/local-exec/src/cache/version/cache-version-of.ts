import { dirname, extname } from "node:path";
import { coreErrors, textOf } from "@flytekit-ts/core/errors";
import type { CachedTask } from "@flytekit-ts/core/tasks";
import { digestOf } from "../disk/digest-of.js";
import { type Esbuild, loadEsbuild } from "./esbuild.js";
import { packageVersions } from "./package-versions.js";
import { withPureCalls } from "./pure-calls.js";
import { type TaskSource, taskSource } from "./task-source.js";

/**
 * The cache version of a task: the one that it declares, or for `"auto"` a digest of its bundled function.
 *
 * The bundle has what the task uses of its own module and of other files, at any depth. Comments, types and how the code
 * is laid out do not count, nor do other tasks of the module, nor where the files are. Packages count by name and version.
 * The whole module counts for a task that is not a constant at the top of it. It takes esbuild, which you install.
 *
 * @throws `CACHE_VERSION_UNRESOLVED`
 */
export function cacheVersionOf(task: CachedTask): string {
  const declared = task.settings.cache?.version ?? "";
  if (declared !== "auto") return declared;
  const known = versions.get(task);
  if (known !== undefined) return known;
  const version = `auto-${bundleDigest(task).slice(0, 16)}`;
  versions.set(task, version);
  return version;
}

const versions = new WeakMap<CachedTask, string>();

function bundleDigest(task: CachedTask): string {
  const failed = (problem: string, cause?: unknown): Error =>
    coreErrors.CACHE_VERSION_UNRESOLVED(
      { task: task.name, problem },
      { cause, location: task.definedAt.location },
    );
  const source = taskSource(task);
  if (source === undefined) throw failed("its file is not on this machine");
  let esbuild: Esbuild;
  try {
    esbuild = loadEsbuild(source.file);
  } catch (cause) {
    throw failed("esbuild is not installed", cause);
  }
  try {
    const { code, packages } = bundle(source, esbuild);
    return digestOf(JSON.stringify([code, packages]));
  } catch (cause) {
    throw failed(`esbuild cannot bundle it: ${textOf(cause).replace(/\.$/, "")}`, cause);
  }
}

interface Bundle {
  readonly code: string;
  readonly packages: readonly string[];
}

/**
 * Bundled twice: an entry keeps all that it exports. So the first bundle, which has all files in one, is imported by the
 * second, which exports nothing but the task.
 */
function bundle({ file, text, name }: TaskSource, { buildSync }: Esbuild): Bundle {
  const options = {
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    // Names of files in the bundle are relative to it.
    absWorkingDir: dirname(file),
    legalComments: "none",
    treeShaking: true,
    logLevel: "silent",
  };
  const exported = name === undefined ? "" : `\nexport { ${name} as ${TARGET} };\n`;
  const { outputFiles, metafile } = buildSync({
    ...options,
    stdin: {
      contents: text + exported,
      resolveDir: dirname(file),
      sourcefile: "task",
      loader: loaderOf(file),
    },
  });
  const whole = outputFiles[0]?.text ?? "";
  const external = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const only = (code: string): string => {
    const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
    const contents = name === undefined ? code : `export { ${TARGET} } from "${url}";`;
    const { outputFiles: used } = buildSync({
      ...options,
      external,
      minifyWhitespace: true,
      minifySyntax: true,
      stdin: { contents, resolveDir: dirname(file), sourcefile: "entry", loader: "js" },
    });
    return used[0]?.text ?? "";
  };
  return { code: onlyWhatIsUsed(whole, only), packages: packageVersions(external, file) };
}

function onlyWhatIsUsed(whole: string, only: (code: string) => string): string {
  try {
    return only(withPureCalls(whole));
  } catch {
    // A call that cannot be marked, such as one that awaits something: then all tasks of the module count.
    return only(whole);
  }
}

const TARGET = "__flytekit_task";

function loaderOf(file: string): string {
  const extension = extname(file).replace(/^\.[cm]/, ".");
  return ["ts", "tsx", "jsx"].find((loader) => extension === `.${loader}`) ?? "js";
}
