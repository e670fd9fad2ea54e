/** flyteidl.plugins: the custom part of a task template, one message per backend plugin. */
// `export *` for once: every name is the IDL's, and a list of them would be a second copy of it to keep right.
export * from "../gen/index.flyteidl.plugins.js";
