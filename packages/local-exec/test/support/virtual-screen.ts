const ESCAPE = "\u{1B}";
const CODE = new RegExp(`^${ESCAPE}\\[(\\d*)([a-zA-Z])`);

/**
 * A terminal for tests: it does what the text that is written to it says, and shows what a person would see. It knows line
 * feeds, returns, moving up, and erasing below; an escape code that it does not know is an error. Colours are ignored.
 */
export class VirtualScreen {
  readonly isTTY = true;
  columns: number;
  rows: number;
  /** Everything that was written. */
  readonly written: string[] = [];
  readonly #lines: string[][] = [[]];
  #row = 0;
  #column = 0;

  constructor(columns = 60, rows = 12) {
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string): boolean {
    this.written.push(text);
    let rest = text;
    while (rest !== "") {
      const [code, count, what] = CODE.exec(rest) ?? [];
      if (code !== undefined) this.#obey(what ?? "", count === "" ? 1 : Number(count));
      else this.#put(rest.slice(0, 1));
      rest = rest.slice(code?.length ?? 1);
    }
    return true;
  }

  /** The lines on the screen and those that have scrolled away, without empty ones at the end. */
  get lines(): readonly string[] {
    return this.#lines
      .map((line) => line.join("").trimEnd())
      .join("\n")
      .trimEnd()
      .split("\n");
  }

  #obey(what: string, count: number): void {
    if (what === "m") return;
    if (what === "A") {
      // The cursor stops at the top of the screen.
      const top = Math.max(0, this.#lines.length - this.rows);
      this.#row = Math.max(top, this.#row - count);
    } else if (what === "J") {
      this.#lines.splice(this.#row + 1);
      this.#lines[this.#row]?.splice(this.#column);
    } else throw new Error(`The screen does not know the code ${count}${what}`);
  }

  #put(character: string): void {
    if (character === "\n") return this.#feed();
    if (character === "\r") this.#column = 0;
    else if (/\p{Cc}/u.test(character)) throw new Error(`A control character: ${character.codePointAt(0)}`);
    else {
      if (this.#column >= this.columns) this.#feed();
      const line = this.#lines[this.#row];
      if (line !== undefined) line[this.#column] = character;
      this.#column += 1;
    }
  }

  #feed(): void {
    this.#row += 1;
    this.#column = 0;
    if (this.#lines[this.#row] === undefined) this.#lines.push([]);
  }
}
