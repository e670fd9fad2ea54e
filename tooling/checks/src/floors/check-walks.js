/**
 * Check that the walks on a page go through files that exist: what they name like `trace/trace-body`.
 *
 * @param {string} text The page; its walks are the sections that open with `### Walk`.
 * @param {readonly string[]} files Relative to the root.
 * @returns {string[]} One line per problem.
 */
export function checkWalks(text, files) {
  const walks = [...text.matchAll(/^### Walk .*?(?=^##|$(?![\s\S]))/gms)].map(([walk]) => walk);
  const named = walks.flatMap((walk) =>
    [...walk.matchAll(/`([a-z-]+(?:\/[a-z-]+)+)`/g)].map(([, path = ""]) => path),
  );
  if (walks.length < 2 || named.length === 0) return ["The page has no two walks that name files."];
  const exists = (/** @type {string} */ path) =>
    files.some((file) => /^packages\/[^/]+\/src\//.test(file) && file.endsWith(`/src/${path}.ts`));
  return named
    .filter((path) => !exists(path))
    .map((path) => `A walk goes through ${path}, which is no file.`);
}
