// What is shorter than this may be a word by chance: a name of a region, an algorithm, a number of seconds.
const SECRET = 12;

/**
 * A text without what a signed link would let others do. Stores repeat parts of the link in their answers.
 */
export function withoutSignature(text: string, signedUrl: string): string {
  const query = signedUrl.slice(signedUrl.indexOf("?") + 1);
  if (query === signedUrl) return text;
  const secrets = query
    .split("&")
    .map((pair) => pair.slice(pair.indexOf("=") + 1))
    .flatMap((value) => [value, decoded(value)])
    .filter((value) => value.length >= SECRET)
    .toSorted((a, b) => b.length - a.length);
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not all stores encode what they sign.
    return value;
  }
}
