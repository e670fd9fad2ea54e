import { boundNames, childrenOf, isTreeNode, printOf, rootOf, type TreeNode } from "./syntax-tree.js";

/** A statement at the top of a module. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly print: string;
  readonly declares: readonly string[];
  /** The names that it mentions, of whatever is around it. */
  readonly uses: ReadonlySet<string>;
  /** Modules that it asks for when it runs. */
  readonly asksFor: readonly string[];
  /** Whether it does anything but declare: then it counts for all that the module declares. */
  readonly hasEffects: boolean;
  readonly isVariable: boolean;
}

/** What functions of ours declare has no effects on anything else. */
export function isOurs(specifier: string): boolean {
  return specifier.startsWith("@flytekit-ts/");
}

/** The parts of a module. `pure` are the names whose calls only declare something. */
export function partsOf(body: readonly unknown[], pure: ReadonlySet<string>): readonly Part[] {
  return body.filter(isTreeNode).flatMap((node) => {
    if (/^(?:TSInterface|TSTypeAlias|ImportDeclaration)/.test(node.type)) return [];
    const inner = isTreeNode(node["declaration"]) ? node["declaration"] : node;
    const found: Found = { uses: new Set(), asksFor: [] };
    collect(inner, found);
    if (node.type.startsWith("Export") && Array.isArray(node["specifiers"]) && !isTreeNode(node["source"]))
      for (const each of node["specifiers"]) if (isTreeNode(each)) collect(each, found);
    return {
      ...{ start: Number(node["start"]), end: Number(node["end"]), print: printOf(node), ...found },
      declares: boundNames(inner),
      hasEffects: !isDeclaration(node, inner) || hasEffects(inner, pure),
      isVariable: inner.type === "VariableDeclaration",
    };
  });
}

interface Found {
  readonly uses: Set<string>;
  readonly asksFor: string[];
}

function collect(node: TreeNode, found: Found): void {
  if (node.type === "Identifier" || node.type === "JSXIdentifier") found.uses.add(String(node["name"]));
  const isRequire = node.type === "CallExpression" && rootOf(node["callee"]) === "require";
  const asked = isRequire
    ? (node["arguments"] as readonly unknown[])[0]
    : node.type === "ImportExpression"
      ? node["source"]
      : undefined;
  if (isTreeNode(asked) && typeof asked["value"] === "string") found.asksFor.push(asked["value"]);
  for (const child of childrenOf(node)) collect(child, found);
}

function isDeclaration(node: TreeNode, inner: TreeNode): boolean {
  return (
    /^(?:Variable|Function|Class|TSEnum|TSModule|TSDeclare|TSImportEquals)/.test(inner.type) ||
    node.type.startsWith("Export")
  );
}

const EFFECTS = /^(?:Await|Assignment|Update)Expression$|^(?:TSModuleBlock|StaticBlock|Decorator)$/;

// What is inside of a function happens when it is called.
function hasEffects(node: TreeNode, pure: ReadonlySet<string>): boolean {
  if (EFFECTS.test(node.type)) return true;
  if (/Function/.test(node.type) || node.type === "MethodDefinition") return false;
  if (/^(?:Call|New|TaggedTemplate)Expression$/.test(node.type)) {
    const root = rootOf(node["callee"] ?? node["tag"]);
    if (root === undefined || !pure.has(root)) return true;
  }
  return childrenOf(node).some((child) => hasEffects(child, pure));
}
