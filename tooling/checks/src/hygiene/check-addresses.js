/**
 * What package.json files say about where a package comes from.
 *
 * @typedef {object} Addresses
 * @property {unknown} [repository]
 * @property {unknown} [homepage]
 * @property {unknown} [bugs]
 * @property {unknown} [keywords]
 * @property {unknown} [files]
 * @property {unknown} [engines]
 */

/** The address of the repository: the root's package.json is the one place that has it. */
const wholeAddress = /^git\+(https:\/\/github\.com\/[\w-]+\/[\w-]+)\.git$/;

/** Before these, `require` of ES modules needs a flag. */
const engines = "^20.19.0 || >=22.12.0";

/**
 * Check that a published package says where it comes from, as the root does, and which Node it needs.
 *
 * Without `repository`, npm refuses to publish with provenance. Without the others, nobody finds the package, its
 * pages or a place for a report.
 *
 * @param {string} dir
 * @param {Addresses} manifest
 * @param {Addresses} root
 * @returns {string[]} One line per problem.
 */
export function checkAddresses(dir, manifest, root) {
  const url = urlOf(root.repository);
  const address = wholeAddress.exec(url)?.[1];
  if (address === undefined) return ["package.json does not say the address of the repository."];
  const { keywords, files } = manifest;
  /** @type {[boolean, string][]} */
  const rules = [
    [
      equal(manifest.repository, { type: "git", url, directory: dir }),
      "does not say its folder of the repository",
    ],
    [manifest.homepage === `${address}/tree/main/${dir}#readme`, "does not say its page"],
    [manifest.bugs === `${address}/issues`, "does not say where to report"],
    [Array.isArray(keywords) && keywords.includes("flyte") && keywords.length > 2, "has no keywords"],
    [Array.isArray(files) && files.includes("CHANGELOG.md"), "does not ship its CHANGELOG.md"],
    [equal(manifest.engines, { node: engines }), `does not need Node ${engines}`],
  ];
  return rules.filter(([holds]) => !holds).map(([, problem]) => `${dir} ${problem}.`);
}

/**
 * Find addresses of this repository in a page that are not the root's.
 *
 * @param {string} file
 * @param {string} text
 * @param {Addresses} root
 * @returns {string[]} One line per problem.
 */
export function findOtherAddresses(file, text, root) {
  const address = wholeAddress.exec(urlOf(root.repository))?.[1] ?? "";
  const found = [...text.matchAll(/https:\/\/github\.com\/[\w-]+\/flytekit-ts\b/g)].map(([url]) => url);
  return found.filter((url) => url !== address).map((url) => `${file} gives another address: ${url}`);
}

/**
 * @param {unknown} repository
 * @returns {string}
 */
function urlOf(repository) {
  const isObject = typeof repository === "object" && repository !== null && "url" in repository;
  return isObject && typeof repository.url === "string" ? repository.url : "";
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function equal(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
