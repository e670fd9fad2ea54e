const LONGEST = 200;
const TOKEN = /\b(?:Bearer|SharedKey|SharedAccessSignature)\s+\S+|\bya29\.[\w.~+/=-]+|\beyJ[\w.~+/=-]{20,}/gi;
const PARAMETER =
  /([?&;\s](?:sig|signature|upload_id|access_token|client_secret|accountkey|key|x-(?:amz|goog)-[a-z-]+)=)[^&;\s"']+/gi;

/** A text of a server or a library, for a message of ours: one line, not long, and without what may be a key. */
export function plainWords(text: string): string {
  const line = text
    .replace(/\s+/g, " ")
    .replace(TOKEN, "***")
    .replace(PARAMETER, "$1***")
    .trim()
    .replace(/\.$/, "");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line;
}
