/** flyteidl.admin: what flyteadmin stores and returns: specs, launch plans, executions, projects. */
// `export *` is allowed here: every name comes from the IDL, and a list of names would be a second copy to maintain.
export * from "../gen/index.flyteidl.admin.js";
