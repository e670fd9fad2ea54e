/** flyteidl.cacheservice: the newer service that remembers task outputs. */
// `export *` for once: every name is the IDL's, and a list of them would be a second copy of it to keep right.
export * from "../gen/index.flyteidl.cacheservice.js";
