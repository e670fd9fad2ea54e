import type { OptionSpec } from "../../command/option-spec.js";

const group = "Launch plans";

/** Settings of all launch plans that a command packages. What a plan says itself under other names stays. */
export const planOptions = {
  "service-account": {
    kind: "text",
    placeholder: "NAME",
    says: "The Kubernetes service account of the executions that launch plans start",
    group,
  },
  "raw-output-prefix": {
    kind: "text",
    placeholder: "URI",
    says: "Where the executions that launch plans start put files and large values",
    group,
  },
  label: {
    kind: "many",
    placeholder: "NAME=VALUE",
    says: "Give the executions that launch plans start a label",
    group,
  },
  annotation: {
    kind: "many",
    placeholder: "NAME=VALUE",
    says: "Give the executions that launch plans start an annotation",
    group,
  },
} as const satisfies { readonly [name: string]: OptionSpec };
