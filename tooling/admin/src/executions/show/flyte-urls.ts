import type { FlyteURLs } from "@flytekit-ts/models/admin";
import type { NodeExecutionIdentifier } from "@flytekit-ts/models/core";

/** The `flyte://` URLs of the data of a node, or of one attempt of its task. */
export function flyteUrls(
  { nodeId, executionId }: NodeExecutionIdentifier,
  { attempt, hasDeck }: { readonly attempt?: number | undefined; readonly hasDeck: boolean },
): FlyteURLs {
  const { project = "", domain = "", name = "" } = executionId ?? {};
  const parts = [project, domain, name, nodeId, ...(attempt === undefined ? [] : [String(attempt)])];
  const base = `flyte://v1/${parts.join("/")}`;
  return { inputs: `${base}/i`, outputs: `${base}/o`, deck: hasDeck ? `${base}/d` : "" };
}
