/**
 * Let Node keep what it compiles in the user's cache folder, where it can: from 22.1 on. Half of what a run of a small
 * workflow takes is the engine's reading of code that has not changed since the last run.
 *
 * It imports nothing: what is loaded before is not kept. `NODE_COMPILE_CACHE` is another place for it, and `NODE_DISABLE_COMPILE_CACHE=1` keeps nothing.
 */
export function keepCompiled(): void {
  // To ask the module whether it can takes a millisecond.
  if (Number.parseInt(process.versions.node) < 22) return;
  const { env } = process;
  const module = process.getBuiltinModule("node:module") as {
    readonly enableCompileCache?: (folder?: string) => unknown;
  };
  const home = env["XDG_CACHE_HOME"] || (env["HOME"] && `${env["HOME"]}/.cache`);
  // Without a folder, Node takes what NODE_COMPILE_CACHE says, or one for temporary files. It does not fail: it keeps nothing.
  module.enableCompileCache?.(env["NODE_COMPILE_CACHE"] || !home ? undefined : `${home}/tsflyte`);
}
