import type { Bundler } from "../bundler/load-bundler.js";

/** A text in a module, and where it stands. */
interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a bundle has to know of a module beside its imports. */
export interface Inspected {
  /** Files that it names by `new URL("./file", import.meta.url)`. */
  readonly assets: readonly Found[];
  /** Dynamic imports and calls of `require` whose path is known only when they run. */
  readonly computed: readonly Found[];
  /** Where it asks for the path of its own file: `import.meta.dirname`, `import.meta.filename`. */
  readonly paths: readonly Found[];
}

type Tree = { readonly [key: string]: unknown } & {
  readonly type: string;
  readonly start: number;
  readonly end: number;
};

const NOTHING: Inspected = { assets: [], computed: [], paths: [] };
const CANDIDATE = /\bimport\s*\.\s*meta\b|\bimport\s*\(/;

/** Looks through the code of a module. Code that cannot be parsed has nothing: the bundler says what is wrong with it. */
export function inspectModule(code: string, file: string, parse: Bundler["parseAst"]): Inspected {
  if (!CANDIDATE.test(code)) return NOTHING;
  const lang = /\.[cm]?ts$/.test(file) ? "ts" : file.endsWith(".tsx") ? "tsx" : "jsx";
  let program: unknown;
  try {
    program = parse(code, { lang }, file);
  } catch {
    return NOTHING;
  }
  const found = { assets: [] as Found[], computed: [] as Found[], paths: [] as Found[] };
  visit(program, (node) => {
    const { start, end } = node;
    const asset = assetOf(node);
    if (asset !== undefined) found.assets.push(asset);
    if (node.type === "ImportExpression" && textOf(node["source"]) === undefined)
      found.computed.push({ text: code.slice(start, end), start, end });
    if (isMeta(node, "dirname") || isMeta(node, "filename"))
      found.paths.push({ text: code.slice(start, end), start, end });
  });
  return found;
}

function visit(value: unknown, see: (node: Tree) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, see);
  if (!isTree(value)) return;
  see(value);
  for (const each of Object.values(value)) if (typeof each === "object") visit(each, see);
}

/** The file of `new URL("./file", import.meta.url)`. */
function assetOf(node: Tree): Found | undefined {
  const { callee, arguments: given } = node;
  if (node.type !== "NewExpression" || !isTree(callee) || callee["name"] !== "URL") return undefined;
  const [path, base]: readonly unknown[] = Array.isArray(given) ? given : [];
  const text = textOf(path);
  if (text === undefined || !isTree(path) || !isMeta(base, "url") || !/^\.{1,2}\//.test(text))
    return undefined;
  return { text, start: path.start, end: path.end };
}

function isMeta(node: unknown, name: string): boolean {
  if (!isTree(node) || node.type !== "MemberExpression") return false;
  const { object, property } = node;
  return isTree(object) && object.type === "MetaProperty" && isTree(property) && property["name"] === name;
}

/** The text of a literal, or of a template without expressions. */
function textOf(node: unknown): string | undefined {
  if (!isTree(node)) return undefined;
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  const { quasis } = node;
  const [only, ...more]: readonly unknown[] = Array.isArray(quasis) ? quasis : [];
  if (node.type !== "TemplateLiteral" || !isTree(only) || more.length > 0) return undefined;
  const { value } = only;
  const cooked: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, "cooked") : undefined;
  return typeof cooked === "string" ? cooked : undefined;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "type") === "string";
}
