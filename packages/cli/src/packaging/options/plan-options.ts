import type { OptionSpec } from "../../command/option-spec.js";

const group = "Launch plans";

/** Settings of all launch plans that a command packages. What a plan says itself under other names stays. */
export const planOptions = {
  "service-account": {
    kind: "text",
    placeholder: "NAME",
    says: "The Kubernetes service account of executions that plans start",
    group,
  },
  "raw-output-prefix": {
    kind: "text",
    placeholder: "URI",
    says: "Where executions that plans start put files and large values",
    group,
  },
  label: { kind: "many", placeholder: "NAME=VALUE", says: "A label of executions that plans start", group },
  annotation: {
    kind: "many",
    placeholder: "NAME=VALUE",
    says: "An annotation of executions that plans start",
    group,
  },
} as const satisfies { readonly [name: string]: OptionSpec };
