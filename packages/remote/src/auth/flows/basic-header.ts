/**
 * The header that shows a client's id and secret. Only the secret is URL-encoded, as a form encodes it: flytekit does so, and
 * servers that were set up with it know no other way.
 */
export function basicHeader(clientId: string, secret: string): string {
  return `Basic ${Buffer.from(`${clientId}:${formEncoded(secret)}`).toString("base64")}`;
}

function formEncoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}
