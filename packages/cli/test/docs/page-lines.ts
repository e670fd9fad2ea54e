/** A command line that a page of the documentation shows. */
export interface PageLine {
  /** Counted from 1. */
  readonly line: number;
  /** What is typed, without a comment behind it; lines that end with `\` are joined. */
  readonly text: string;
  /** The exit code that the comment behind it states, as in `# exit code 1`; else 0. */
  readonly exitCode: number;
}

const PROGRAMS =
  /^(?:[A-Z_]+=\S* )*(?:npx|npm|pnpm|yarn|tsflyte|flytectl|docker|git|node|corepack|source|echo|cat|cd) /;

/** The command lines of a page: what stands in indented blocks and in fences of a shell. */
export function linesOfPage(page: string): readonly PageLine[] {
  const found: PageLine[] = [];
  const lines = page.split("\n");
  let fence: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const each = lines[index] ?? "";
    const mark = /^\s*```(\w*)/.exec(each);
    if (mark !== null) {
      fence = fence === undefined ? (mark[1] ?? "") : undefined;
      continue;
    }
    const isShell = fence === undefined ? each.startsWith("    ") : /^(?:sh|bash|shell|console)$/.test(fence);
    const start = index + 1;
    let text = each.trim().replace(/^\$ /, "");
    if (!isShell || !PROGRAMS.test(`${text} `)) continue;
    while (text.endsWith("\\")) text = `${text.slice(0, -1).trimEnd()} ${(lines[(index += 1)] ?? "").trim()}`;
    const [typed = "", comment = ""] = text.split(/\s+# /, 2);
    const code = /exit code (\d+)/.exec(comment)?.[1];
    found.push({ line: start, text: typed.trim(), exitCode: Number(code ?? 0) });
  }
  return found;
}
