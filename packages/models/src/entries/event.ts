/** flyteidl.event: what an engine reports while it runs. */
// `export *` is allowed here: every name comes from the IDL, and a list of names would be a second copy to maintain.
export * from "../gen/index.flyteidl.event.js";
