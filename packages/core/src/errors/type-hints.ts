/** The hint for a value that is no type. `maker` is the member of `t` that was not called. */
export function typeHint(maker: string | undefined): string {
  if (maker === undefined)
    return "Use `t.int()`, `t.list(...)`, `t.struct(...)` and so on, or a type made with `createType`.";
  return `Call it: \`t.${maker}(${TAKES_MORE.has(maker) ? "..." : ""})\`.`;
}

const TAKES_MORE: ReadonlySet<string> = new Set([
  "enum",
  "list",
  "literal",
  "map",
  "optional",
  "schema",
  "struct",
  "union",
]);
