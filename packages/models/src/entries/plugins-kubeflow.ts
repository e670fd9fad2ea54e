/** flyteidl.plugins.kubeflow: the custom part of the distributed training tasks. */
// `export *` is allowed here: every name comes from the IDL, and a list of names would be a second copy to maintain.
export * from "../gen/index.flyteidl.plugins.kubeflow.js";
