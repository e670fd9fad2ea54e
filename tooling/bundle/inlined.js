/**
 * Puts some packages into the bundle, where all others stay outside: what a command line needs before it knows what it is asked
 * for. Each package is a few files to find and read, which takes longer than what they do.
 *
 * @param {readonly string[]} names of entries of packages
 * @returns {import("esbuild").Plugin}
 */
export function inlined(names) {
  return {
    name: "inlined",
    setup({ onResolve }) {
      onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) => {
        // Ours come from their files of code.
        if (/^@flytekit-ts\/(core|workflow|local-exec)(\/|$)/.test(path)) return undefined;
        // With the packages that a package inside needs.
        if (names.includes(path) || importer.includes("/node_modules/")) return undefined;
        return { path, external: true };
      });
    },
  };
}

/** Modules that Node loads in milliseconds, and that most programs need late or never: their functions load them when called. */
const SLOW = ["child_process", "crypto", "fs/promises", "readline", "v8", "worker_threads", "zlib"].map(
  (name) => `node:${name}`,
);

/**
 * Takes of Node's modules what is used, when it is used. An import reads every export of such a module, and some load
 * more then: half of a worker's code for `node:util`, streams and a reader of lines for `node:fs`. That took a tenth of the time
 * of a task that says hello.
 *
 * @returns {import("esbuild").Plugin[]}
 */
export function lazyBuiltins() {
  return [requiredBuiltins(), importedBuiltins()];
}

/**
 * Node's modules that packages inside ask for by `require`, which modules have not.
 *
 * @returns {import("esbuild").Plugin}
 */
export function requiredBuiltins() {
  return {
    name: "required-builtins",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:/ }, ({ path, kind }) =>
        kind === "require-call" ? { path, namespace: "required", sideEffects: false } : undefined,
      );
      onLoad({ filter: /./, namespace: "required" }, ({ path }) => ({
        contents: `module.exports = new Proxy({}, { get: (_, name) => process.getBuiltinModule(${JSON.stringify(path)})[name] });`,
      }));
    },
  };
}

/**
 * Node's modules that are imported. Where code is bundled twice this belongs into the second time: a chunk that many
 * share would have what any of them needs, and would take all of it from Node.
 *
 * @returns {import("esbuild").Plugin}
 */
export function importedBuiltins() {
  return {
    name: "imported-builtins",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:/ }, ({ path, kind }) =>
        kind === "import-statement" ? { path, namespace: "imported", sideEffects: false } : undefined,
      );
      onLoad({ filter: /./, namespace: "imported" }, ({ path }) => {
        const from = process.getBuiltinModule(path) ?? {};
        const names = Object.keys(from).filter((each) => /^[A-Za-z]\w*$/.test(each));
        const taken = `process.getBuiltinModule(${JSON.stringify(path)})`;
        /** @type {(name: string) => string} */
        const valueOf = (name) =>
          SLOW.includes(path) && /^[a-z]/.test(name) && typeof Reflect.get(from, name) === "function"
            ? `(...given) => ${taken}.${name}(...given)`
            : `/* @__PURE__ */ (() => ${taken}.${name})()`;
        const exported = names.map((each) => `export const ${each} = ${valueOf(each)};`);
        return { contents: `${exported.join("\n")}\nexport default /* @__PURE__ */ (() => ${taken})();` };
      });
    },
  };
}
