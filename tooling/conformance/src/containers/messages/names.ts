/** A name that a process made up: `{R1}`, `{R2}`, ... in a row. */
const NAME = /(\{R\d+\})/;

/**
 * Which made-up name of ours stands for which of a row.
 *
 * One name stands for one name, in all that a process left. Any part of a path may be one.
 */
export class Names {
  readonly #ours = new Map<string, string>();
  readonly #theirs = new Map<string, string>();

  /** Whether our text may be the recorded one but for such names. */
  fits(recorded: string, ours: string): boolean {
    return this.#pairs(recorded, ours) !== undefined;
  }

  /** Whether our text is the recorded one but for such names; which they are is remembered if it is. */
  same(recorded: string, ours: string): boolean {
    const pairs = this.#pairs(recorded, ours);
    if (pairs === undefined) return false;
    for (const [name, text] of pairs) {
      this.#ours.set(name, text);
      this.#theirs.set(text, name);
    }
    return true;
  }

  #pairs(recorded: string, ours: string): ReadonlyMap<string, string> | undefined {
    const parts = recorded.split(NAME);
    const names = parts.filter((_, index) => index % 2 === 1);
    const pattern = parts.map((part, index) => (index % 2 === 1 ? "([^/]+?)" : escaped(part))).join("");
    const match = new RegExp(`^${pattern}$`, "s").exec(ours);
    if (match === null) return undefined;
    const pairs = new Map<string, string>();
    const taken = new Map<string, string>();
    for (const [index, name] of names.entries()) {
      const text = match[index + 1] ?? "";
      const known = pairs.get(name) ?? this.#ours.get(name) ?? text;
      const back = taken.get(text) ?? this.#theirs.get(text) ?? name;
      if (known !== text || back !== name) return undefined;
      pairs.set(name, text);
      taken.set(text, name);
    }
    return pairs;
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
