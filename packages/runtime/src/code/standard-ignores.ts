/**
 * What never belongs into a code archive: installed packages, caches, and what tools write about their own work.
 *
 * The Python ones are those of flytekit, since a project may hold both languages.
 */
const ANYWHERE: ReadonlySet<string> = new Set([
  // Runs of this machine hold what they were given, and there is another one after each.
  ...[".git", "node_modules", ".flyte"],
  ...["__pycache__", ".turbo", ".nyc_output", ".parcel-cache", ".swc", ".vite", ".vitest"],
  ...[".DS_Store", ".eslintcache", ".stylelintcache"],
]);

const AT_THE_TOP: ReadonlySet<string> = new Set([".cache", ".pnpm-store", "coverage"]);

const FILES = /\.(?:pyc|tsbuildinfo)$/;

/** Whether a file of a folder is left out of every code archive. */
export function isStandardIgnored(path: string): boolean {
  return FILES.test(path) || isIgnoredFolder(path);
}

/** Whether all below a path is left out of every code archive. */
export function isIgnoredFolder(path: string): boolean {
  const steps = path.split("/");
  const [top = ""] = steps;
  return AT_THE_TOP.has(top) || steps.some((step) => ANYWHERE.has(step));
}
