/** flyteidl.plugins.kubeflow: the custom part of the distributed training tasks. */
// `export *` for once: every name is the IDL's, and a list of them would be a second copy of it to keep right.
export * from "../gen/index.flyteidl.plugins.kubeflow.js";
