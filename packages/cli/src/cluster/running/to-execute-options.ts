import type { ExecuteOptions } from "@flytekit-ts/remote";
import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import type { ExecutionValues } from "./execution-options.js";

const command = "tsflyte run";

/** The options of an execution as the client takes them. What is left out is the cluster's to decide. @throws `USAGE_INVALID` */
export function toExecuteOptions(
  given: ExecutionValues,
  { host }: Cli,
  rawOutputPrefix?: string,
): ExecuteOptions {
  const { name, tag, interruptible, label, annotation, env } = given;
  const account = given["service-account"];
  const options: ExecuteOptions = {
    name,
    labels: pairsOf(label, "--label"),
    annotations: pairsOf(annotation, "--annotation"),
    envs: pairsOf(env, "--env"),
    tags: tag.length === 0 ? undefined : tag,
    interruptible,
    maxParallelism: given["max-parallelism"],
    overwriteCache: given["overwrite-cache"],
    rawOutputPrefix: given["raw-output-prefix"] ?? rawOutputPrefix,
    clusterPool: given["cluster-pool"],
    executionClusterLabel: given["execution-cluster-label"],
    notifications: given["disable-notifications"] === true ? "disabled" : undefined,
    runAs: account === undefined ? undefined : { serviceAccount: account },
    signal: host.signal,
  };
  return options;
}

function pairsOf(texts: readonly string[], option: string): { readonly [name: string]: string } | undefined {
  if (texts.length === 0) return undefined;
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at > 0) return [text.slice(0, at), text.slice(at + 1)] as const;
      throw errors.USAGE_INVALID({
        command,
        problem: `${option} does not take ${JSON.stringify(text)}`,
        advice: `Write a name, \`=\` and a value: \`${option} team=docks\`.`,
      });
    }),
  );
}
