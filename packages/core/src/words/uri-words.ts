const LONGEST = 300;

/** A URI or path for a message, without what may be a key: the query and the user of a URL. */
export function uriWords(uri: string): string {
  const isUrl = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(uri) && !/^file:/i.test(uri);
  const shown = isUrl ? uri.replace(/[?#].*$/s, "").replace(/\/\/[^/@]*@/, "//") : uri;
  // The last part says most.
  const short =
    shown.length <= LONGEST ? shown : `...${shown.slice(-LONGEST).replace(/^[\udc00-\udfff]/, "")}`;
  return /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(short) ? short : JSON.stringify(short);
}
