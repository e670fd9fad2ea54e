/**
 * A bundle in which the calls that declare entities have a mark: that they have no effects. So a bundler leaves out the
 * tasks that the one in question does not use.
 *
 * The bundle is as esbuild prints it: each statement of a module begins in the first column. Marked are calls of
 * functions that come from packages of ours, whole, with what is inside their parentheses.
 */
export function withPureCalls(bundle: string): string {
  const names = importedNames(bundle);
  if (names.size === 0) return bundle;
  return statementsOf(bundle)
    .map((statement) => pure(statement, names))
    .join("\n");
}

function pure(statement: string, names: ReadonlySet<string>): string {
  const {
    declared,
    call,
    callee,
    rest = "",
  } = /^(?<declared>var [\w$]+ = )(?<call>(?<callee>[\w$]+)[(.].*\));(?<rest>\s*)$/s.exec(statement)
    ?.groups ?? {};
  if (declared === undefined || call === undefined || callee === undefined || !names.has(callee))
    return statement;
  return `${declared}/* @__PURE__ */ (() => ${call})();${rest}`;
}

function importedNames(bundle: string): ReadonlySet<string> {
  const imports = bundle.matchAll(/^import \{([^}]*)\} from "@flytekit-ts\/[^"]+";$/gm);
  const names = [...imports].flatMap(([, list = ""]) =>
    list.split(",").map((each) => /([\w$]+)\s*$/.exec(each)?.[1] ?? ""),
  );
  return new Set(names.filter((name) => name !== ""));
}

// Lines inside a statement are indented, or close a bracket. A text with line breaks may have others: then the pieces are
// no statements, and what is made of them is no program.
function statementsOf(bundle: string): string[] {
  const statements: string[] = [];
  for (const line of bundle.split("\n")) {
    const before = statements.at(-1);
    if (before === undefined || /^[\w$"'/]/.test(line)) statements.push(line);
    else statements[statements.length - 1] = `${before}\n${line}`;
  }
  return statements;
}
