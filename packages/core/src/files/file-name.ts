// What most file systems take, in bytes of UTF-8; and so many characters are never more.
const LONGEST = 255;
const SAFE = 60;

/** A file name from a URI: its last part, in a form that file systems take. `otherwise` if it has none. */
export function fileNameOf(uri: string, otherwise: string): string {
  const path = /^https?:/i.test(uri) ? uri.replace(/[?#].*$/s, "") : uri;
  const last = path
    .replace(/\/+$/, "")
    .replace(/^.*\//s, "")
    .replace(/[\0\ud800-\udfff]/gu, "");
  // The end of a name says what kind of file it is.
  const name = Buffer.byteLength(last) <= LONGEST ? last : Array.from(last).slice(-SAFE).join("");
  return ["", ".", ".."].includes(name) ? otherwise : name;
}
