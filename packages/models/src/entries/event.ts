/** flyteidl.event: what an engine reports while it runs. */
// `export *` for once: every name is the IDL's, and a list of them would be a second copy of it to keep right.
export * from "../gen/index.flyteidl.event.js";
