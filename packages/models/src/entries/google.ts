/** google.protobuf: the well-known types that Flyte's messages use. */
// `export *` for once: every name is the IDL's, and a list of them would be a second copy of it to keep right.
export * from "../gen/index.google.protobuf.js";
export { ListValue, Struct, Value } from "../wkt/struct.js";
