/** The words of a line as bash reads them, without their quotes. The last may be empty: where the line ends in a blank. */
export function wordsOfLine(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? "";
    if (quote === undefined && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word ??= "";
    if (character === quote) quote = undefined;
    else if (quote === undefined && /["']/.test(character)) quote = character;
    else if (character === "\\" && quote !== "'") word += line[(index += 1)] ?? "";
    else word += character;
  }
  return [...words, word ?? ""];
}
