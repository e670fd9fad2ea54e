/** google.protobuf: the well-known types that Flyte's messages use. */
// `export *` is allowed here: every name comes from the IDL, and a list of names would be a second copy to maintain.
export * from "../gen/index.google.protobuf.js";
export { ListValue, Struct, Value } from "../wkt/struct.js";
