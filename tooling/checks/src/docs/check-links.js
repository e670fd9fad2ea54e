import { posix } from "node:path";

import { anchorsOf, withoutCode } from "./markdown.js";

/**
 * Check that what a page links to inside the repository is there, anchors included.
 *
 * Links to other sites are not followed: a check must not fail because of somebody else's server.
 *
 * @param {string} file
 * @param {string} text
 * @param {(file: string) => string | undefined} load The text of a file, "" for a directory, `undefined` for neither.
 * @returns {string[]} One line per problem, with the place.
 */
export function checkLinks(file, text, load) {
  const prose = withoutCode(text);
  const links = [
    ...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g),
    ...prose.matchAll(/^\s*\[[^\]]+\]:\s+<?(\S+?)>?(?:\s+"[^"]*")?\s*$/gm),
    ...prose.matchAll(/<(?:a|img)\s[^>]*?(?:href|src)="([^"]+)"/g),
  ];
  return links.flatMap(({ 1: target = "", index }) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith("//")) return [];
    const problem = checkTarget(file, target, load);
    return problem === undefined
      ? []
      : [`${file}:${prose.slice(0, index).split("\n").length} ${problem}: ${target}`];
  });
}

/**
 * @param {string} file
 * @param {string} target
 * @param {(file: string) => string | undefined} load
 * @returns {string | undefined}
 */
function checkTarget(file, target, load) {
  if (target.startsWith("/")) return "links to an absolute path";
  const [path = "", anchor] = target.split("#");
  const to = path === "" ? file : posix.join(posix.dirname(file), decodeURI(path)).replace(/\/$/, "");
  if (to.startsWith("..")) return "links outside the repository";
  const text = load(to);
  if (text === undefined) return "links to nothing";
  if (anchor === undefined || !to.endsWith(".md")) return undefined;
  return anchorsOf(text).has(anchor) ? undefined : "links to a heading that is not there";
}
