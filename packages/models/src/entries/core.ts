/** flyteidl.core: literals, types, interfaces, tasks, workflows, and the messages that compiling them returns. */
// `export *` is allowed here: every name comes from the IDL, and a list of names would be a second copy to maintain.
export * from "../gen/index.flyteidl.core.js";
