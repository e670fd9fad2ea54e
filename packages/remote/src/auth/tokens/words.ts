const MASK = "***";

// What tokens look like: JSON in base64 with points, what follows `Bearer` or `token=`, long words with
// digits, and very long ones.
const JWT = /\beyJ[\w-]+(?:\.[\w-]*)+/g;
const SCHEME = /\b(bearer|basic)\s+[^\s"',;]{6,}/gi;
const NAMED = /(token|secret|password|code|key)(["']?\s*[:=]\s*["']?)[^\s"',;]{6,}/gi;
const LONG = /(?<![\w/-])(?:(?=[\w\-.~+=]*\d)(?=[\w\-.~+=]*[A-Za-z])[\w\-.~+=]{20,}|[\w\-.~+=]{32,})/g;

/**
 * Words of a program or a server without whatever may be a token. `secrets` are known ones, which are taken out wherever they
 * are.
 */
export function withoutTokens(text: string, secrets: Iterable<string> = []): string {
  let rest = text;
  for (const secret of secrets) {
    if (secret !== "") rest = rest.replaceAll(secret, MASK);
  }
  return rest
    .replace(JWT, MASK)
    .replace(SCHEME, `$1 ${MASK}`)
    .replace(NAMED, `$1$2${MASK}`)
    .replace(LONG, MASK);
}
