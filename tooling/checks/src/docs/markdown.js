/**
 * Blank out code, fenced and inline, keeping every line where it is.
 *
 * @param {string} text
 * @returns {string}
 */
export function withoutCode(text) {
  const blank = (/** @type {string} */ code) => code.replaceAll(/[^\n]/g, " ");
  return text
    .replaceAll(/^(\s*)(```+|~~~+)[^\n]*\n[\s\S]*?^\s*\2[^\n]*$/gm, blank)
    .replaceAll(/`[^`\n]+`/g, blank);
}

/**
 * The anchors that a page offers, made from its headings as code hosts make them.
 *
 * @param {string} text
 * @returns {Set<string>}
 */
export function anchorsOf(text) {
  const fences = /^(\s*)(```+|~~~+)[^\n]*\n[\s\S]*?^\s*\2[^\n]*$/gm;
  const headings = [...text.replaceAll(fences, "").matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)];
  /** @type {Map<string, number>} */
  const seen = new Map();
  const anchors = headings.map(([, heading = ""]) => {
    const anchor = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
  return new Set(anchors);
}
