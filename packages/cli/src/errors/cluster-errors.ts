import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of what is asked of a cluster: a part of the catalogue. */
export const clusterErrors = defineErrors({
  NOT_ON_CLUSTER: {
    origin: "user",
    message: (p: {
      /** `task "garden.water"`, `execution "f4a1b2c3"` */
      what: string;
      endpoint: string;
      /** Where it was looked for; absent for a project, and the domain for a domain. */
      project?: string | undefined;
      domain?: string | undefined;
      closest?: string | undefined;
      advice?: string | undefined;
    }) => {
      const place = [p.project, p.domain].filter((each) => each !== undefined).join("/");
      return `There is no ${p.what}${place === "" ? "" : ` in ${place}`} at ${p.endpoint}.`;
    },
    hint: ({ closest, advice }) =>
      closest === undefined
        ? (advice ?? "`--project` and `--domain` say where to look, and `tsflyte get` lists what is there.")
        : `Did you mean ${closest}?`,
  },
  CLUSTER_NODE_FAILED: {
    origin: "user",
    message: (p: {
      /** The name of the execution. */
      execution: string;
      code: string;
      kind: string;
      message: string;
      logs: readonly { readonly name: string; readonly uri: string }[];
    }) => `${p.code}: ${p.message.trimEnd()}`,
    hint: ({ execution, logs }) =>
      logs.length === 0
        ? `\`tsflyte execution logs ${execution}\` has the links to its logs.`
        : logs.map(({ name, uri }) => `${name === "" ? "logs" : name}: ${uri}`).join("\n"),
  },
});
