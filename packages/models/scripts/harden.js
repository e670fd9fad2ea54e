/**
 * What ts-proto has no option for, done on its output: three rewrites, each counted.
 *
 * @typedef {{ readonly name: string; readonly from: RegExp; readonly to: string; readonly site: RegExp }} Rewrite
 */

/** @type {readonly Rewrite[]} */
const rewrites = [
  {
    // Maps are written in key order, so that equal messages have equal bytes.
    name: "inKeyOrder",
    from: /message\.(\w+)\.forEach\(\(value, key\) => \{/g,
    to: "inKeyOrder(message.$1).forEach((value, key) => {",
    site: /\bmessage\b[\w.?]*\.forEach\(/g,
  },
  {
    // A field that runs past the end of its message is an error, not the start of the next message.
    name: "assertMessageEnd",
    from: /( +)return message;\n( +\} finally \{)/g,
    to: "$1assertMessageEnd(reader, end);\n$1return message;\n$2",
    site: /const previousRecursionDepth = /g,
  },
  {
    // Field number 0 and a stray end-group tag are errors, not the end of the message.
    name: "illegalTag",
    from: /if \(\(tag & 7\) === 4 \|\| tag === 0\) \{\s+break;\s+\}\s+reader\.skip\(tag & 7\);/g,
    to: "if ((tag & 7) === 4 || tag < 8) {\n          throw illegalTag(reader, tag);\n        }\n        reader.skip(tag & 7, tag >>> 3);",
    site: /const previousRecursionDepth = /g,
  },
];

const modules = { inKeyOrder: "key-order", assertMessageEnd: "message-bounds", illegalTag: "message-bounds" };

/**
 * Rewrite one generated file.
 *
 * @param {string} source
 * @param {string} codecFolder path from the file to src/codec, in import form
 * @throws Error when a rewrite does not reach every place it is for: a new ts-proto writes other code
 */
export function harden(source, codecFolder) {
  let hardened = source;
  const imports = [];
  for (const { name, from, to, site } of rewrites) {
    const wanted = source.match(site)?.length ?? 0;
    const found = hardened.match(from)?.length ?? 0;
    if (found !== wanted) throw new Error(`${name}: ${wanted} places expected, ${found} found; look at ts-proto's output`);
    if (found === 0) continue;
    hardened = hardened.replace(from, to);
    imports.push(`import { ${name} } from "${codecFolder}/${modules[/** @type {keyof typeof modules} */ (name)]}.js";`);
  }
  if (imports.length === 0) return hardened;
  return hardened.replace("/* eslint-disable */\n", (header) => `${header}${imports.join("\n")}\n`);
}
