const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Whether a URL has a scheme. */
export function hasScheme(url: string): boolean {
  return SCHEME.test(url);
}

/**
 * Whether Go parses a string as a URL, absolute or relative, which the backend's validator requires of `$id` and
 * `$ref`. Go accepts other strings than `new URL()`.
 */
export function isGoUrl(url: string): boolean {
  const [address = "", ...fragments] = url.split("#");
  if (hasControl(address) || address.startsWith(":") || !isEscaped(fragments.join("#"))) return false;
  const scheme = SCHEME.exec(address)?.[0] ?? "";
  const rest = address.slice(scheme.length).split("?")[0] ?? "";
  if (!rest.startsWith("/")) return scheme !== "" || (!/^[^/]*:/.test(rest) && isEscaped(rest));
  if (!rest.startsWith("//") || (scheme === "" && rest.startsWith("///"))) return isEscaped(rest);
  const [authority = ""] = rest.slice(2).split("/");
  return isAuthority(authority) && isEscaped(rest.slice(2 + authority.length));
}

function hasControl(text: string): boolean {
  return Array.from(text).some((character) => character < " " || character === "\u007F");
}

function isEscaped(text: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(text);
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf("@");
  const user = authority.slice(0, Math.max(at, 0));
  return isEscaped(user) && /^[\w.:~!$&'()*+,;=%@-]*$/.test(user) && isHost(authority.slice(at + 1));
}

function isHost(host: string): boolean {
  if (host.startsWith("[")) return /^\[[\da-f.]*:[\da-f:.]*(?:%25[^\]]*)?\](?::\d*)?$/i.test(host);
  const port = host.includes(":") ? host.slice(host.lastIndexOf(":") + 1) : "";
  // In a host only non-ASCII bytes and `%` itself may be escaped.
  const plain = host.replaceAll(/%(?:[89a-f][0-9a-f]|25)/gi, "");
  return /^\d*$/.test(port) && /^[\w.~!$&'()*+,;=:\]<>"\u0080-\u{10FFFF}-]*$/u.test(plain);
}
