import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Bundle, bundle, type LoadedBundle, loadBundle } from "@flytekit-ts/runtime/bundle";
import { type Signal, systemWords, undoAtExit, untilAborted } from "@flytekit-ts/core/storage";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { runtimeErrors } from "@flytekit-ts/runtime/package";
import { loadingError } from "../../sources/faults/loading-error.js";
import { shownPath } from "../../sources/faults/shown-path.js";
import { withGlobals } from "../../sources/loading/with-globals.js";
import type { Project } from "../../config/project.js";

/** A bundle of modules of a project, and what it exports, while it lies in a folder of its own. */
export interface BundledProject {
  readonly bundle: Bundle;
  readonly loaded: LoadedBundle;
}

/** What is bundled, until a signal fires. */
export interface ToBundle {
  readonly modules: readonly string[];
  readonly signal: Signal;
}

/**
 * Bundle modules of a project, load the bundle as a container does, and do something with what it exports.
 *
 * @throws what `bundle` and `loadBundle` throw; the reason of the signal when it fires
 */
export async function withBundle<T>(
  { settings, root }: Project,
  { modules, signal }: ToBundle,
  use: (bundled: BundledProject) => Promise<T>,
): Promise<T> {
  const made = await bundle({ ...settings.bundle, root, entries: modules, signal });
  const folder = written(tmpdir(), () => mkdtempSync(join(realpathSync(tmpdir()), "tsflyte-bundle-")));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const done = undoAtExit(remove);
  try {
    const file = written(folder, () => writeForThisMachine(made, { folder, root }));
    // What authors' modules and plugins wait for may never come. The folder goes all the same.
    const used = loaded(file, modules).then((each) => use({ bundle: made, loaded: each }));
    return await untilAborted(used, signal);
  } finally {
    remove();
    done();
  }
}

function written<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    throw runtimeErrors.PACKAGE_NOT_WRITTEN({ path, problem: systemWords(cause, "writing") }, { cause });
  }
}

async function loaded(file: string, modules: readonly string[]): Promise<LoadedBundle> {
  const entry = modules[0] ?? file;
  try {
    // All of the modules are in it, and which of them does what is not known. What is imported once is not imported again.
    await withGlobals(shownPath(entry), () => import(pathToFileURL(file).href));
    return await loadBundle(file);
  } catch (cause) {
    // What an author's module throws at its top is none of ours.
    throw isFlytekitError(cause) ? cause : await loadingError(cause, entry);
  }
}

// The packages beside a bundle are those of the cluster's machines. This machine has its own: links lead to them. And the
// map leads to the sources, so that messages show their lines.
function writeForThisMachine(
  { fileName, code, map, assets, externals }: Bundle,
  { folder, root }: { readonly folder: string; readonly root: string },
): string {
  const file = join(folder, fileName);
  writeFileSync(file, code);
  writeFileSync(`${file}.map`, withSources(map, root));
  for (const [path, from] of assets) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(from, join(folder, path));
  }
  for (const { name, folder: from } of externals) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(from, link, "junction");
  }
  return file;
}

function withSources(map: string, root: string): string {
  const parsed = JSON.parse(map) as { readonly sources: readonly string[] };
  return JSON.stringify({ ...parsed, sources: parsed.sources.map((each) => join(root, each)) });
}
