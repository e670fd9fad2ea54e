/**
 * JSON with exact numbers: integers that a number cannot hold are bigints, so none is rounded.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  // A mark that stands nowhere in the text, so that no string can be taken for a marked integer.
  let mark = "#";
  while (text.includes(mark)) mark += "#";
  const marked = text.replaceAll(STRING_OR_NUMBER, (token) => {
    return INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token;
  });
  return JSON.parse(marked, (_, value: unknown) => {
    return typeof value === "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value;
  });
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const INTEGER = /^-?[1-9]\d*$/;
