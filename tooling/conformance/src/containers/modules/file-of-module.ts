/** Where our module of a Python module is, below the root of modules: `a.b` is `a/b.mjs`. */
export function fileOfModule(module: string): string {
  return `${module.replaceAll(".", "/")}.mjs`;
}
