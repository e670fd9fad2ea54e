/** Where an object lies: `s3://bucket/key`. Either may be empty. */
export interface Place {
  readonly bucket: string;
  readonly key: string;
}

const REFERENCE = /^(?:([a-z][a-z0-9+.-]*):\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/i;

/** A reference that cannot be read as a URL. */
export class BadReference extends Error {}

/**
 * A reference below another, made as flyteadmin makes it: by joining URLs.
 *
 * So `..` leaves the folder, and what is behind a `?` or `#` becomes no part of the key.
 *
 * @throws BadReference for a `%` that escapes nothing
 */
export function referenceBelow(root: string, ...keys: readonly string[]): string {
  const [, scheme = "", host = "", base = ""] = REFERENCE.exec(root) ?? [];
  const joined = [base, ...keys].filter((each) => each !== "").join("/");
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(joined) ?? [];
  return `${scheme}://${host}/${withoutDots(escaped(unescaped(path)))}${query}${fragment}`;
}

/** The bucket and the key of a reference, as flyteadmin reads it: without what is behind a `?` or `#`. @throws BadReference */
export function placeOf(reference: string): Place {
  const [, , bucket = "", path = ""] = REFERENCE.exec(reference) ?? [];
  return { bucket, key: unescaped(path).replace(/^\//, "") };
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") kept.pop();
    else if (part !== ".") kept.push(part);
  }
  return kept.join("/").replace(/^\/+/, "");
}

function unescaped(path: string): string {
  const wrong = /%(?![0-9a-f]{2})(.{0,2})/i.exec(path);
  if (wrong !== null) throw new BadReference(`invalid URL escape "${wrong[0]}"`);
  return Buffer.from(path.replaceAll(/%([0-9a-f]{2})|([^%]+)/gi, bytesOf), "latin1").toString("utf8");
}

// Bytes as characters, so that what was escaped byte by byte is joined again.
function bytesOf(_: string, escapedByte: string | undefined, plain: string | undefined): string {
  if (escapedByte !== undefined) return String.fromCodePoint(Number.parseInt(escapedByte, 16));
  return Buffer.from(plain ?? "", "utf8").toString("latin1");
}

/** Go leaves these in a path as they are: letters, digits, and `-_.~$&+,/:;=@`. */
function escaped(path: string): string {
  return [...Buffer.from(path, "utf8")]
    .map((byte) => {
      const character = String.fromCodePoint(byte);
      const isKept = /[A-Za-z0-9\-_.~$&+,/:;=@]/.test(character);
      return isKept ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
