/**
 * What each package offers: a door for authors (`.`), and for those who extend it a door a purpose. models has a door
 * for each proto package, so that nobody loads messages they do not use.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const doors = {
  models: [".", "./json", "./core", "./admin", "./service", "./event", "./plugins", "./datacatalog"],
  core: [
    ...[".", "./types", "./tasks", "./errors", "./literals", "./graph", "./casts", "./context", "./pulled"],
    "./storage",
  ],
  workflow: [".", "./compile", "./checks", "./serialize"],
  "local-exec": [".", "./journal", "./otel", "./reporter", "./testing", "./vitest", "./worker"],
  runtime: [".", "./bundle", "./package"],
  remote: [".", "./connectors", "./eager", "./fetch-run", "./pull"],
  cli: [".", "./graph", "./init", "./inputs", "./loader", "./program"],
  create: [],
  "storage-s3": ["."],
  "storage-gcs": ["."],
  "storage-azure": ["."],
  datasets: ["."],
  protobuf: ["."],
  arrow: ["."],
};

/**
 * Files that are no doors: the code behind all doors, which the builds of the packages above take at once.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, unknown>>>>}
 */
const files = {
  core: { "./code": { module: "./dist/module/code.js", default: "./dist/code/core.js" } },
  workflow: { "./code": { module: "./dist/module/code.js", default: "./dist/code/workflow.js" } },
  "local-exec": { "./code": { default: "./dist/code/local-exec.js" } },
};

/** Packages that give bundlers each module as a file, so that they can leave out more. */
const withModules = new Set(["core", "workflow"]);

/** Proto packages that models may offer besides. */
const moreModelsDoors = ["./cacheservice", "./google", "./plugins/kubeflow"];

/**
 * Check the export map of a package: the agreed doors, each from source here and from `dist` once published.
 *
 * @param {string} name Without the scope.
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {string[]}
 */
export function checkEntries(name, pkg) {
  const { exports = {}, publishConfig = {} } = pkg.manifest;
  const wanted = [...(doors[name] ?? ["."]), ...Object.keys(files[name] ?? {}), "./package.json"];
  const allowed = name === "models" ? [...wanted, ...moreModelsDoors] : wanted;
  const entries = Object.keys(exports);
  const doorsHere = name === "models" ? [] : entries.filter((entry) => files[name]?.[entry] === undefined);
  const misplaced = doorsHere.flatMap((entry) => checkPlace(entry, exports[entry]));
  return [
    ...wanted.filter((entry) => !entries.includes(entry)).map((entry) => `has no entry ${entry}`),
    ...entries
      .filter((entry) => !allowed.includes(entry))
      .map((entry) => `has an entry ${entry} that is not agreed`),
    ...misplaced,
    ...entries.flatMap((entry) => {
      const file = { "./package.json": "./package.json", ...files[name] }[entry];
      if (file === undefined) return checkConditions(entry, exports[entry], pkg.files, withModules.has(name));
      return JSON.stringify(exports[entry]) === JSON.stringify(file) ? [] : [`maps ${entry} elsewhere`];
    }),
    ...comparePublished(exports, publishConfig.exports ?? {}),
  ];
}

/**
 * Check that a door stands where all doors stand: `src/entries`, above all floors. Those of models are the doors of
 * generated code.
 *
 * @param {string} entry
 * @param {unknown} target
 * @returns {string[]}
 */
function checkPlace(entry, target) {
  if (typeof target !== "object" || target === null) return [];
  const wanted = `./src/entries/${entry === "." ? "index" : entry.slice("./".length)}.ts`;
  const source = /** @type {Record<string, unknown>} */ (target)["@flytekit-ts/source"];
  return source === wanted ? [] : [`does not take ${entry} from ${wanted}`];
}

/**
 * @param {string} entry
 * @param {unknown} target
 * @param {readonly string[]} files
 * @param {boolean} hasModules
 * @returns {string[]}
 */
function checkConditions(entry, target, files, hasModules) {
  if (typeof target !== "object" || target === null) return [`does not give conditions for ${entry}`];
  const {
    "@flytekit-ts/source": source,
    types,
    module,
    default: code,
    ...rest
  } = /** @type {Record<string, unknown>} */ (target);
  const problems = Object.keys(rest).map((condition) => `gives the condition ${condition} for ${entry}`);
  if (Object.keys(target).at(-1) !== "default")
    problems.push(`does not end the conditions of ${entry} with default`);
  const path = typeof source === "string" ? /^\.\/src\/(.+)\.ts$/.exec(source)?.[1] : undefined;
  if (path === undefined || !files.includes(`src/${path}.ts`))
    return [...problems, `has no source file for ${entry}`];
  if (types !== `./dist/${path}.d.ts`)
    problems.push(`gives types for ${entry} that are not built from its source`);
  if (module !== (hasModules ? `./dist/module/${path}.js` : undefined))
    problems.push(`gives bundlers modules for ${entry} that are not built from its source, or not at all`);
  if (code !== `./dist/${path}.js`)
    problems.push(`gives code for ${entry} that is not built from its source`);
  return problems;
}

/**
 * @param {Record<string, unknown>} here
 * @param {Record<string, unknown>} published
 * @returns {string[]}
 */
function comparePublished(here, published) {
  const stripped = Object.entries(here).map(([entry, target]) => [entry, withoutSource(target)]);
  const same = JSON.stringify(Object.fromEntries(stripped)) === JSON.stringify(published);
  return same ? [] : ["publishes an export map that is not the one here without the source condition"];
}

/**
 * @param {unknown} target
 * @returns {unknown}
 */
function withoutSource(target) {
  if (typeof target !== "object" || target === null) return target;
  return Object.fromEntries(
    Object.entries(target).filter(([condition]) => condition !== "@flytekit-ts/source"),
  );
}
