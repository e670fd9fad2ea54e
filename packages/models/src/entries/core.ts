/** flyteidl.core: literals, types, interfaces, tasks, workflows and what compiling them gives. */
// `export *` for once: every name is the IDL's, and a list of them would be a second copy of it to keep right.
export * from "../gen/index.flyteidl.core.js";
