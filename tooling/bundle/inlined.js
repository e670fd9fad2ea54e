import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Puts some packages into the bundle, where all others stay outside: what a command line needs before it knows what it is asked
 * for. Each package is a few files to find and read, which takes longer than what they do.
 *
 * Of `@flytekit-ts/core/errors` it takes the sources, and of those what is used: the whole of core is loaded by commands that
 * need more of it. Errors are told by a brand, so there may be two copies.
 *
 * @param {string} folder of the package
 * @param {readonly string[]} names of entries of packages
 * @returns {import("esbuild").Plugin}
 */
export function inlined(folder, names) {
  const core = createRequire(join(folder, "package.json")).resolve("@flytekit-ts/core/package.json");
  return {
    name: "inlined",
    setup({ onResolve }) {
      onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) => {
        if (path === "@flytekit-ts/core/errors" && names.includes(path))
          return { path: join(dirname(core), "src/entries/errors.ts"), sideEffects: false };
        if (path.startsWith("@flytekit-ts/core/")) return undefined;
        // With the packages that a package inside needs.
        if (names.includes(path) || importer.includes("/node_modules/")) return undefined;
        return { path, external: true };
      });
    },
  };
}

/**
 * Takes of Node's modules what is used, when it is used. An import reads every export of such a module, and some load
 * more then.
 *
 * @returns {import("esbuild").Plugin}
 */
export function lazyBuiltins() {
  return {
    name: "lazy-builtins",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:/ }, ({ path, kind }) =>
        kind === "dynamic-import"
          ? undefined
          : { path, namespace: kind === "require-call" ? "required" : "imported", sideEffects: false },
      );
      onLoad({ filter: /./, namespace: "required" }, ({ path }) => ({
        contents: `module.exports = new Proxy({}, { get: (_, name) => process.getBuiltinModule(${JSON.stringify(path)})[name] });`,
      }));
      onLoad({ filter: /./, namespace: "imported" }, ({ path }) => {
        const names = Object.keys(process.getBuiltinModule(path) ?? {}).filter((each) =>
          /^[A-Za-z]\w*$/.test(each),
        );
        return {
          contents: [
            `const from = process.getBuiltinModule(${JSON.stringify(path)});`,
            ...names.map((each) => `export const ${each} = /* @__PURE__ */ (() => from.${each})();`),
            "export default from;",
          ].join("\n"),
        };
      });
    },
  };
}
