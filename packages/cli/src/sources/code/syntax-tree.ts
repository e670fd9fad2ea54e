/** A node of a syntax tree, as parsers of ESTree give it. */
export interface TreeNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Whether a value in a tree is a node of it. */
export function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "type") === "string";
}

// Types are gone when the code runs.
const TYPES: ReadonlySet<string> = new Set(
  "typeAnnotation returnType typeParameters typeArguments superTypeArguments implements".split(" "),
);

/** The nodes inside a node, without types, and without names that are no references. */
export function childrenOf(node: TreeNode): readonly TreeNode[] {
  const isNamed = node["computed"] !== true;
  return Object.entries(node).flatMap(([key, value]) => {
    if (TYPES.has(key)) return [];
    if (isNamed && (key === "property" || key === "key")) return [];
    return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isTreeNode);
  });
}

/** A node as a text that does not depend on where and how it is written. */
export function printOf(node: TreeNode): string {
  return JSON.stringify(node, (key, value: unknown) =>
    key === "start" || key === "end" || key === "loc" || key === "range" || key === "raw" || TYPES.has(key)
      ? undefined
      : typeof value === "bigint"
        ? `${value}n`
        : value,
  );
}

/** The identifier that a callee begins with: `t` of `t.int` and of `t.int().default`. */
export function rootOf(callee: unknown): string | undefined {
  if (!isTreeNode(callee)) return undefined;
  if (callee.type === "Identifier") return String(callee["name"]);
  if (callee.type === "CallExpression") return rootOf(callee["callee"]);
  return callee.type === "MemberExpression" ? rootOf(callee["object"]) : undefined;
}

/** The names that a pattern or a declaration binds. */
export function boundNames(node: unknown): readonly string[] {
  if (!isTreeNode(node)) return [];
  if (node.type === "Identifier") return [String(node["name"])];
  if (node.type === "Property") return boundNames(node["value"]);
  if (node.type === "AssignmentPattern") return boundNames(node["left"]);
  const inner = ["id", "declarations", "properties", "elements", "argument", "declaration"];
  const parts = /^(?:Variable|Function|Class|Export|TSEnum|TSModule|TSImport|Object|Array|Rest)/.test(
    node.type,
  )
    ? inner
    : [];
  return parts.flatMap((key) => {
    const value = node[key];
    return Array.isArray(value) ? value.flatMap(boundNames) : boundNames(value);
  });
}
