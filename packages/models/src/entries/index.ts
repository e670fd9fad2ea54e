export type { Codec } from "../codec/codec.js";
export { encode } from "../codec/encode.js";
export { IDL_VERSION } from "../idl-version.js";
