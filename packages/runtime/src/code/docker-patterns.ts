/**
 * Whether paths are ignored by the patterns of a `.dockerignore`, as Docker reads them.
 *
 * A pattern starts at the root of the folder: `*.txt` means text files of that folder alone, and files of all folders
 * are `**` + `/*.txt`. What is below a match is ignored too. `!` brings back, and the last pattern that matches decides.
 * Python's flytekit always keeps the `.dockerignore` itself, and so does this.
 */
export function dockerPatterns(text: string): (path: string) => boolean {
  const patterns = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => !line.startsWith("#"))
    .map(toPattern)
    .filter((pattern) => pattern !== undefined);
  if (patterns.length === 0) return () => false;
  return (path) => {
    if (path === ".dockerignore") return false;
    const paths = withParents(path);
    let isIgnored = false;
    for (const { isException, regExp } of patterns) {
      if (isException === isIgnored && paths.some((each) => regExp.test(each))) isIgnored = !isException;
    }
    return isIgnored;
  };
}

interface Pattern {
  readonly isException: boolean;
  readonly regExp: RegExp;
}

function toPattern(line: string): Pattern | undefined {
  const text = line.trim();
  const isException = text.startsWith("!");
  const steps = cleanSteps(isException ? text.slice(1).trim() : text);
  if (steps.length === 0) return undefined;
  return { isException, regExp: toRegExp(steps.join("/")) };
}

function toRegExp(pattern: string): RegExp {
  try {
    return new RegExp(`^${toSource(pattern)}$`, "su");
  } catch {
    // A class of no sense, such as `[z-a]`, stands for its own text.
    return new RegExp(`^${literal(pattern)}$`, "su");
  }
}

/** The steps of a path without `.`, and with `..` worked out. */
function cleanSteps(path: string): readonly string[] {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps;
}

// Alternatives in the order in which they are tried: `**` before `*`, a class before its bracket alone.
const TOKEN = /(?:\*\*\/)+|\*\*+|\*|\?|\[[!^]?\]?[^\]]*\]|\\.|[^]/gu;

function toSource(pattern: string): string {
  return pattern.replace(TOKEN, (token) => {
    if (token.startsWith("**/")) return "(?:.*/)?";
    if (token.startsWith("**")) return ".*";
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (token.length > 1 && token.startsWith("[")) return toClass(token);
    return literal(token.length > 1 && token.startsWith("\\") ? token.slice(1) : token);
  });
}

function toClass(token: string): string {
  const body = token.slice(1, -1);
  const isNegative = /^[!^]/.test(body);
  const members = (isNegative ? body.slice(1) : body).replace(/[\\[\]^]/g, "\\$&");
  return `[${isNegative ? "^/" : ""}${members}]`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function withParents(path: string): readonly string[] {
  const steps = path.split("/");
  return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}
