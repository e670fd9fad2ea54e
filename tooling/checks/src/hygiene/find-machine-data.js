/**
 * What a text may say only by accident: where somebody's disk or registry is.
 *
 * A path counts when nothing of a longer path or URL stands before it.
 */
const traces = [
  { what: "a path of one machine", pattern: /(?<![\w.@-])\/(?:work|root)\/[\w.][\w./-]*/g },
  { what: "a home directory", pattern: /(?<![\w.@-])\/(?:home|Users)\/[\w.][\w./-]*/g },
  { what: "a home directory", pattern: /\b[A-Z]:\\+Users\\+\w+/g },
];

/** Files in which a package manager may leave where packages came from. */
const packageManagerFiles = /(^|\/)(pnpm-lock\.yaml|pnpm-workspace\.yaml|\.npmrc)$/;

/** Keys that carry a host or a secret. */
const hostPattern = /^.*(?:\b(?:tarball|resolved|registry|registries)\s*[:=]|:_auth|_authToken).*$/gim;

/**
 * Find what ties a file to one machine or one registry.
 *
 * @param {string} file
 * @param {string} text
 * @returns {string[]} One line per problem, with the place.
 */
export function findMachineData(file, text) {
  const found = traces.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ what, at: match.index, words: match[0] })),
  );
  if (packageManagerFiles.test(file)) {
    for (const match of text.matchAll(hostPattern)) {
      found.push({ what: "where packages came from", at: match.index, words: match[0].trim() });
    }
  }
  return found.map(({ what, at, words }) => `${file}:${lineAt(text, at)} tells ${what}: ${words}`);
}

/**
 * @param {string} text
 * @param {number} offset
 * @returns {number}
 */
function lineAt(text, offset) {
  return text.slice(0, offset).split("\n").length;
}
