/** flyteidl.admin: what flyteadmin stores and answers: specs, launch plans, executions, projects. */
// `export *` for once: every name is the IDL's, and a list of them would be a second copy of it to keep right.
export * from "../gen/index.flyteidl.admin.js";
