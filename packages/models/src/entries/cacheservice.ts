/** flyteidl.cacheservice: the newer service that remembers task outputs. */
// `export *` is allowed here: every name comes from the IDL, and a list of names would be a second copy to maintain.
export * from "../gen/index.flyteidl.cacheservice.js";
