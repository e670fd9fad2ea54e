/**
 * What ts-proto has no option for, done on its output: rewrites, each counted, and one import.
 *
 * @typedef {object} Rewrite
 * @property {string} name the function of src/codec that the new code calls
 * @property {string} module where it is
 * @property {RegExp} site what every place looks like, however the code around it is written
 * @property {RegExp} from the code to rewrite
 * @property {string} to
 */

/** @type {readonly Rewrite[]} */
const rewrites = [
  {
    // Maps are written in key order, so that equal messages have equal bytes.
    name: "inKeyOrder",
    module: "key-order",
    from: /message\.(\w+)\.forEach\(\(value, key\) => \{/g,
    to: "inKeyOrder(message.$1).forEach((value, key) => {",
    site: /\bmessage\b[\w.?]*\.forEach\(/g,
  },
  {
    // A field that runs past the end of its message is an error, not the start of the next message.
    name: "assertMessageEnd",
    module: "message-bounds",
    from: /( +)return message;\n( +\} finally \{)/g,
    to: "$1assertMessageEnd(reader, end);\n$1return message;\n$2",
    site: /const previousRecursionDepth = /g,
  },
  {
    // Field number 0 and a stray end-group tag are errors, not the end of the message.
    name: "illegalTag",
    module: "message-bounds",
    from: /if \(\(tag & 7\) === 4 \|\| tag === 0\) \{\s+break;\s+\}\s+reader\.skip\(tag & 7\);/g,
    to: "if ((tag & 7) === 4 || tag < 8) throw illegalTag(reader, tag);\n        reader.skip(tag & 7, tag >>> 3);",
    site: /const previousRecursionDepth = /g,
  },
  {
    // A tag or length beyond 32 bits is an error, not its lower 32 bits.
    name: "StrictReader",
    module: "strict-reader",
    from: /input instanceof BinaryReader \? input : new BinaryReader\(input\)/g,
    to: "input instanceof BinaryReader ? input : new StrictReader(input)",
    site: /new BinaryReader\(/g,
  },
  {
    // A oneof with an unknown case is an error, not an absent field.
    name: "assertNoCase",
    module: "known-case",
    from: /^( +)(switch \(message\.(\w+)\?\.\$case\) \{\n[^]*?\n)\1\}\n/gm,
    to: '$1$2$1  default:\n$1    assertNoCase(message.$3, "$3");\n$1}\n',
    site: /switch \(message\.\w+\?\.\$case\) \{/g,
  },
];

// The messages of which a workflow's conditionals, arrays and conditions are made. flyteadmin takes them far deeper than
// 100 messages and gives them back, so their decoders count apart from all others, up to 500.
const GRAPH = "Node BranchNode IfElseBlock IfBlock ArrayNode BooleanExpression ConjunctionExpression".split(
  " ",
);
const COUNTER = /__tsProtoDecodeDepth/g;
const LIMIT = /previousRecursionDepth >= 100\b/;

/**
 * Let the decoders of graph messages count their depth apart.
 *
 * @param {string} source
 * @throws Error when a decoder does not count as expected: a new ts-proto writes other code
 */
function countGraphApart(source) {
  let result = source;
  for (const name of GRAPH) {
    const start = result.indexOf(`$type: "flyteidl.core.${name}" as const,\n\n  encode(`);
    if (start < 0) continue;
    const end = result.indexOf("\n  create(", start);
    const codec = result.slice(start, end);
    if (codec.match(COUNTER)?.length !== 3 || !LIMIT.test(codec))
      throw new Error(`${name}: its decoder counts in another way; read ts-proto's output`);
    const apart = codec
      .replace(COUNTER, "__graphDecodeDepth")
      .replace(LIMIT, "previousRecursionDepth >= 500");
    result = result.slice(0, start) + apart + result.slice(end);
  }
  return result;
}

/** Generated code takes its reader and writer from src/codec/wire.ts, whose types name no other package. */
const WIRE = /from "@bufbuild\/protobuf\/wire";/;

const HEADER = "/* eslint-disable */\n";

/**
 * Rewrite one generated file.
 *
 * @param {string} source
 * @param {string} codecFolder path from the file to src/codec, in import form
 * @throws Error when a rewrite does not reach every place it is for: a new ts-proto writes other code
 */
export function harden(source, codecFolder) {
  let hardened = countGraphApart(source.replace(WIRE, () => `from "${codecFolder}/wire.js";`));
  let imports = "";
  for (const { name, module, from, to, site } of rewrites) {
    const wanted = source.match(site)?.length ?? 0;
    const found = hardened.match(from)?.length ?? 0;
    if (found !== wanted)
      throw new Error(`${name}: ${wanted} places expected, ${found} found; read ts-proto's output`);
    if (found === 0) continue;
    hardened = hardened.replace(from, to);
    imports += `import { ${name} } from "${codecFolder}/${module}.js";\n`;
  }
  if (hardened.includes("@bufbuild/"))
    throw new Error("another import of the runtime; read ts-proto's output");
  if (imports === "") return hardened;
  if (!source.includes(HEADER)) throw new Error("no place for imports; read ts-proto's output");
  return hardened.replace(HEADER, () => HEADER + imports);
}
