// What ends lines, cannot be seen, or turns text around: a reader of the module should see what the compiler sees.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text as a string literal of TypeScript, in which every character is seen. */
export function quoted(text: string): string {
  return escaped(JSON.stringify(text));
}

/** JSON on one line, which is data of a comment too. */
export function jsonLine(value: unknown): string {
  return escaped(JSON.stringify(value));
}

function escaped(json: string): string {
  return json.replace(UNSEEN, (character) =>
    // In units of UTF-16, as JSON has it.
    character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** A text inside a comment, in lines: nothing in it ends the comment, or is hidden. */
export function commentLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
    .map((line) => line.replace(UNSEEN, " ").replace(/\*\//g, "*\\/").trimEnd());
}

/** A comment of JSDoc; nothing for a text that says nothing. */
export function docComment(text: string): string {
  const lines = commentLines(text.trim());
  if (lines.every((line) => line.trim() === "")) return "";
  if (lines.length === 1) return `/** ${lines[0]?.trim() ?? ""} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

/** Each text as a comment of its own. */
export function lineComments(texts: readonly string[]): string {
  return texts
    .flatMap(commentLines)
    .map((line) => `// ${line}\n`)
    .join("");
}
