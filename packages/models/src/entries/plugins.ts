/** flyteidl.plugins: the custom part of a task template, one message per backend plugin. */
// `export *` is allowed here: every name comes from the IDL, and a list of names would be a second copy to maintain.
export * from "../gen/index.flyteidl.plugins.js";
