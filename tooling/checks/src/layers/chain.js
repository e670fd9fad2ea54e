/** The one-way chain, lowest first: a package may depend on those before it and on nothing after it. */
export const chain = Object.freeze(["models", "core", "workflow", "local-exec"]);

/** The scope of every package in this repository. */
export const scope = "@flytekit-ts/";

/**
 * The height of a package in the chain, by its name; `undefined` for what is not part of it.
 *
 * @param {string} name
 * @returns {number | undefined}
 */
export function layerOf(name) {
  const layer = name.startsWith(scope) ? chain.indexOf(name.slice(scope.length)) : -1;
  return layer === -1 ? undefined : layer;
}
