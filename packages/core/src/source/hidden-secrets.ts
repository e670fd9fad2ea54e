// What is written behind a name that says so: `clientSecret: "..."`, `API_TOKEN = '...'`, `password: () => "..."`.
const NAMED =
  /((?:secret|token|passw(?:or)?d|passphrase|credentials?|(?:api|access|private)_?key)_?\d*["']?\s*[:=][^"'`,;{[]{0,80}["'`])([^"'`]+)/gi;
// `https://ada:word@host`, and what stands behind `Bearer`.
const IN_TEXT = /(\/\/[^\s/@:"'`]*:|\bBearer\s+)([^\s/@"'`]+)/g;

/** A line of source whose secrets are stars, as far as their names give them away. All else stays in its column. */
export function hiddenSecrets(line: string): string {
  const hide = (_: string, before: string, secret: string): string => before + "*".repeat(secret.length);
  return line
    .replaceAll(NAMED, hide)
    .replaceAll(IN_TEXT, (all: string, before: string, secret: string, at: number) =>
      before.startsWith("//") && line[at + all.length] !== "@" ? all : hide(all, before, secret),
    );
}
