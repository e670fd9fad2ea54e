const LONGEST = 200;

/** The words of the service about an error, on one line, without what may be a token. */
export function wordsOf(body: string): string {
  return cleaned(messageIn(body));
}

/** A text of others for a message of ours. */
export function cleaned(text: string): string {
  const line = text
    .replace(/\s+/g, " ")
    .replace(/\b(?:Bearer\s+|ya29\.)[\w.~+/=-]+/gi, "***")
    .replace(/([?&](?:upload_id|access_token|X-Goog-[A-Za-z]+|Signature|key)=)[^&\s"']+/gi, "$1***")
    .trim()
    .replace(/\.$/, "");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line;
}

function messageIn(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    const error: unknown = Reflect.get(Object(value), "error");
    const message: unknown = typeof error === "string" ? error : Reflect.get(Object(error), "message");
    return typeof message === "string" ? message : "";
  } catch {
    // Not JSON: short words are shown, a page of a proxy is not.
    return /^[^<]{1,200}$/.test(body) ? body : "";
  }
}
