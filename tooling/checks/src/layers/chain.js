/** The one-way chain, lowest first: a package may depend on those before it and on nothing after it. */
export const chain = Object.freeze(["models", "core", "workflow", "local-exec"]);

/**
 * What stands on top of a part of the chain, each with the highest package that it may depend on. Nothing of the chain
 * depends on one of these, and of what is beside it only what names it here.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const onTop = Object.freeze({
  datasets: "core",
  "storage-s3": "core",
  "storage-gcs": "core",
  "storage-azure": "core",
  protobuf: "core",
  arrow: "datasets",
  runtime: "workflow",
  remote: "workflow",
  cli: "local-exec",
  create: "cli",
});

/**
 * What a package on top brings along besides its ground and what is below: others on top, which it puts together.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const brings = Object.freeze({ cli: ["remote", "runtime"] });

/**
 * What a package may find beside it: optional peers, which its users install for those of its entries that need them.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const besides = Object.freeze({ remote: ["local-exec", "runtime"] });

/** The scope of every package in this repository. */
export const scope = "@flytekit-ts/";

/**
 * The height of a package: its place in the chain, or just above the package that it stands on. `undefined` for what is
 * no part of it.
 *
 * @param {string} name
 * @returns {number | undefined}
 */
export function layerOf(name) {
  if (!name.startsWith(scope)) return undefined;
  const own = name.slice(scope.length);
  const ground = Object.hasOwn(onTop, own) ? onTop[own] : undefined;
  if (ground !== undefined) return (layerOf(`${scope}${ground}`) ?? 0) + 0.25;
  const layer = chain.indexOf(own);
  return layer === -1 ? undefined : layer;
}

/**
 * Whether a package may find another beside it, but must not bring it along.
 *
 * @param {string} name
 * @param {string} other
 */
export function isBeside(name, other) {
  return (besides[name.slice(scope.length)] ?? []).some((each) => `${scope}${each}` === other);
}

/**
 * Whether a package on top brings another one on top along.
 *
 * @param {string} name
 * @param {string} other
 */
function isBrought(name, other) {
  return (brings[name.slice(scope.length)] ?? []).some((each) => `${scope}${each}` === other);
}

/**
 * Whether a package of the chain, or on top of it, may depend on another: one that is lower and is not on top itself, or one that it may
 * find beside it.
 *
 * @param {string} name
 * @param {string} other
 */
export function mayDependOn(name, other) {
  if (isBeside(name, other) || isBrought(name, other)) return true;
  const [own, height] = [layerOf(name), layerOf(other)];
  if (own === undefined || height === undefined || height >= own) return false;
  return Number.isInteger(height) || `${scope}${onTop[name.slice(scope.length)]}` === other;
}
