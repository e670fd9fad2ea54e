/**
 * Whether a file is made from the protos: its names are Flyte's, and a pinned package decides on them.
 *
 * @param {string} file
 * @returns {boolean}
 */
export function isGenerated(file) {
  return /(^|\/)gen\//.test(file);
}
