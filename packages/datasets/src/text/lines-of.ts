import type { Invalid } from "../bytes/invalid.js";

/** A line of a file, with its number, which begins at 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

// Some hundred megabytes; what is longer is no file of lines.
const LONGEST = 1 << 28;

/** The lines of a text, without their ends. Blank ones are left out. */
export async function* linesOf(
  parts: AsyncIterable<string>,
  invalid: Invalid,
): AsyncGenerator<readonly Line[]> {
  let rest = "";
  let number = 0;
  const linesIn = (texts: readonly string[]): Line[] =>
    texts.flatMap((text) => {
      number += 1;
      return /\S/.test(text) ? [{ number, text: text.endsWith("\r") ? text.slice(0, -1) : text }] : [];
    });
  for await (const part of parts) {
    const texts = (rest + part).split("\n");
    rest = texts.pop() ?? "";
    if (rest.length > LONGEST)
      throw invalid(`line ${number + texts.length + 1} is longer than ${LONGEST} characters`);
    yield linesIn(texts);
  }
  yield linesIn(rest === "" ? [] : [rest]);
}
