import { readFileSync } from "node:fs";
import type { SourceLocation } from "@flytekit-ts/core/graph";
import { parseAst } from "rolldown/parseAst";

type Syntax = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

/** The places of settings in the text of a configuration, as far as they are written out there. */
export function locateSettings(
  file: string,
  paths: readonly (readonly string[])[],
): readonly (SourceLocation | undefined)[] {
  try {
    const source = readFileSync(file, "utf8");
    const program = parseAst(source, { lang: /\.m?ts$/.test(file) ? "ts" : "js" }) as unknown as Syntax;
    const exported = defaultOf(program);
    return paths.map((keys) => {
      const at = exported === undefined ? undefined : startOf(exported, keys, program);
      return at === undefined ? undefined : { file, ...lineAndColumn(source, at) };
    });
  } catch {
    // The place is a help; what is wrong is said all the same.
    return paths.map(() => undefined);
  }
}

function defaultOf(program: Syntax): Syntax | undefined {
  const body = program["body"] as readonly Syntax[];
  const found = body.find(({ type }) => type === "ExportDefaultDeclaration");
  return found === undefined ? undefined : (found["declaration"] as Syntax);
}

// The place of the deepest key that is written: of a missing one, that of what it is missing in.
function startOf(value: Syntax, keys: readonly string[], program: Syntax): number {
  let at = value.start;
  let inner: Syntax | undefined = value;
  for (const key of keys) {
    const object: Syntax | undefined = inner === undefined ? undefined : literalOf(inner, program);
    const member: Syntax | undefined = object === undefined ? undefined : memberOf(object, key);
    if (member === undefined) return at;
    at = member.start;
    inner = member["value"] as Syntax | undefined;
  }
  return at;
}

// What `defineConfig(x)`, `x as Config`, `x satisfies Config` and a constant stand for.
function literalOf(value: Syntax, program: Syntax, depth = 0): Syntax | undefined {
  if (depth > 20) return undefined;
  const next = (inner: unknown): Syntax | undefined =>
    inner === undefined ? undefined : literalOf(inner as Syntax, program, depth + 1);
  switch (value.type) {
    case "ObjectExpression":
    case "ArrayExpression":
      return value;
    case "CallExpression":
      return next((value["arguments"] as readonly Syntax[])[0]);
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "ParenthesizedExpression":
      return next(value["expression"]);
    case "Identifier":
      return next(constantOf(String(value["name"]), program));
    default:
      return undefined;
  }
}

function constantOf(name: string, program: Syntax): Syntax | undefined {
  const statements = (program["body"] as readonly Syntax[]).map((each) =>
    each.type === "ExportNamedDeclaration" ? ((each["declaration"] ?? each) as Syntax) : each,
  );
  const declared = statements
    .filter(({ type }) => type === "VariableDeclaration")
    .flatMap((each) => each["declarations"] as readonly Syntax[]);
  const found = declared.find((each) => (each["id"] as Syntax)["name"] === name);
  return (found?.["init"] ?? undefined) as Syntax | undefined;
}

function memberOf(object: Syntax, key: string): Syntax | undefined {
  if (object.type === "ArrayExpression") {
    const element = (object["elements"] as readonly (Syntax | null)[])[Number(key)];
    return element === null || element === undefined ? undefined : { ...element, value: element };
  }
  return (object["properties"] as readonly Syntax[]).findLast((each) => {
    if (each.type !== "Property" || each["computed"] === true) return false;
    const { name, value } = each["key"] as { readonly name?: unknown; readonly value?: unknown };
    return String(name ?? value) === key;
  });
}

function lineAndColumn(source: string, at: number): { readonly line: number; readonly column: number } {
  const before = source.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
