import { Visitor } from "oxc-parser";

import { declaredNames } from "../structure/exported-names.js";

/**
 * The declarations of a name as the compiler wrote them, without comments, and without the files in which the
 * types they name lie: neither is a promise to users.
 *
 * @param {import("../source/parse-source.js").ParsedSource} source A declaration file.
 * @param {string} local
 * @returns {string}
 */
export function declarationText(source, local) {
  const cuts = [...source.comments, ...importPaths(source)].toSorted((a, b) => a.start - b.start);
  return declarationsOf(source, local)
    .map(({ start, end }) => {
      const inside = cuts.filter((cut) => cut.start >= start && cut.end <= end);
      const ends = [start, ...inside.map((cut) => cut.end)];
      const text = ends.map((from, i) => source.text.slice(from, inside[i]?.start ?? end)).join("");
      return text.replaceAll(/^[^\S\n]*\n/gm, "");
    })
    .join("\n");
}

/**
 * The statements that declare a name: several for overloads, and for a type with a value.
 *
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @param {string} local
 * @returns {import("oxc-parser").Program["body"]}
 */
export function declarationsOf(source, local) {
  const starts = declaredNames(source)
    .filter((each) => each.local === local)
    .map((each) => each.start);
  return source.program.body.filter((node) => starts.includes(node.start));
}

/**
 * What stands before the name in `import("./x.js").Name`.
 *
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @returns {{ start: number, end: number }[]}
 */
function importPaths({ program }) {
  /** @type {{ start: number, end: number }[]} */
  const found = [];
  new Visitor({
    TSImportType: ({ start, source, qualifier }) => {
      if (source.value.startsWith(".") && qualifier !== null) found.push({ start, end: qualifier.start });
    },
  }).visit(program);
  return found;
}
