import { alphabets } from "./alphabets.js";

const LONGEST = 300;

const USER = /\/\/[^/@]*@/;

/**
 * A URI or path for a message, without what may be a key: the query and the user of a URL.
 *
 * In an object store, `?` and `#` are a part of the name, unless they look like a signed query.
 */
export function uriWords(uri: string): string {
  const shown = withoutKeys(uri);
  // The last part says most.
  const short =
    shown.length <= LONGEST ? shown : `...${shown.slice(-LONGEST).replace(/^[\udc00-\udfff]/, "")}`;
  return alphabets`^[\p{L}\p{N}\p{P}\p{S}]+$`.test(short) ? short : JSON.stringify(short);
}

function withoutKeys(uri: string): string {
  if (/^(?:s3|gs):\/\//i.test(uri)) return withoutSignature(uri).replace(USER, "//");
  // What stands before the @ is a container.
  if (/^abfss?:\/\//i.test(uri)) return withoutSignature(uri).replace(/(\/\/[^/@:]*):[^/@]*@/, "$1@");
  const isUrl = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(uri) && !/^file:/i.test(uri);
  return isUrl ? uri.replace(/[?#].*$/s, "").replace(USER, "//") : uri;
}

const withoutSignature = (uri: string): string => uri.replace(/\?[^?]*=.*$/s, "");
