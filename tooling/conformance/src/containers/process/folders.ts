import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";

const TOKENS = {
  "{IN}": "in",
  "{OUT}": "out",
  "{RAW}": "raw/zz/attempt",
  "{CKPT}": "ckpt",
  "{PREV}": "prev",
  "{DEST}": "dest",
  "{CWD}": "cwd",
  "{TMP}": "tmp",
  "{HOME}": "home",
} as const;

/** What a token of a row stands for. */
export type Token = keyof typeof TOKENS;

/** Made before a run; a process makes the others. */
const MADE: readonly Token[] = ["{IN}", "{PREV}", "{DEST}", "{CWD}", "{TMP}", "{HOME}"];

/** The folders of one run, fresh, and the tokens that stand for them in a row. */
export class Folders {
  readonly #base = realpathSync(mkdtempSync(join(tmpdir(), "containers-")));

  constructor() {
    for (const token of MADE) mkdirSync(this.at(token));
  }

  /** The path that a token stands for. */
  at(token: Token): string {
    return join(this.#base, TOKENS[token]);
  }

  /** A text of a row, with paths for its tokens. */
  real(text: string): string {
    return tokens().reduce((all, token) => all.replaceAll(token, this.at(token)), text);
  }

  /** A text of ours, with tokens for its paths. */
  token(text: string): string {
    const longest = tokens().toSorted((a, b) => this.at(b).length - this.at(a).length);
    return longest.reduce((all, token) => all.replaceAll(this.at(token), token), text);
  }

  /** The files in a folder, at any depth: paths by names with `/`. */
  files(token: Token): ReadonlyMap<string, string> {
    const root = this.at(token);
    return new Map(filesIn(root).map((path) => [relative(root, path).split(sep).join("/"), path]));
  }

  remove(): void {
    rmSync(this.#base, { recursive: true, force: true });
  }
}

function tokens(): readonly Token[] {
  return Object.keys(TOKENS) as Token[];
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .toSorted();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
