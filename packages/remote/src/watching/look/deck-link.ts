import type { ExecutionId } from "@flytekit-ts/core";
import type { Signal } from "@flytekit-ts/core/storage";
import { ArtifactType } from "@flytekit-ts/models/service";
import type { Connection } from "../../connection/connection.js";
import { watchingErrors as errors } from "../../errors/watching-errors.js";
import { rootLevel } from "../state/level.js";
import { levelsIn } from "../state/levels-in.js";
import { type Look, lookAt } from "./look-at.js";
import type { NodeState } from "../state/node-state.js";
import { toDate } from "../state/times.js";

/** A link that anyone may open, for some time. */
export interface DeckLink {
  readonly url: string;
  readonly expiresAt?: Date;
}

/** The node at a path. @throws `NODE_NOT_THERE` */
export async function nodeAt(look: Look, id: ExecutionId, path: string): Promise<NodeState> {
  for (let levels = [rootLevel(id)]; levels.length > 0;) {
    const inside = levels;
    levels = [];
    for (const level of inside)
      for (const node of await look.nodes(level)) {
        if (node.path === path) return node;
        if (/^[/>@]/.test(path.startsWith(node.path) ? path.slice(node.path.length) : ""))
          levels.push(...levelsIn(node));
      }
  }
  throw errors.NODE_NOT_THERE({ execution: id.name, path, problem: "was not reached, or there is none" });
}

/** A link to the deck of a node. @throws `NODE_NOT_THERE` */
export async function deckLink(
  connection: Connection,
  {
    id,
    path,
    signal,
  }: { readonly id: ExecutionId; readonly path: string; readonly signal: Signal | undefined },
): Promise<DeckLink> {
  const node = await nodeAt(
    lookAt(connection, async (call) => call(), signal),
    id,
    path,
  );
  if (node.deck === undefined)
    throw errors.NODE_NOT_THERE({ execution: id.name, path, problem: "has no deck" });
  const nodeExecutionId = { nodeId: node.id, executionId: node.execution };
  const { preSignedUrls, signedUrl } = await connection.dataProxy.createDownloadLink(
    {
      artifactType: ArtifactType.ARTIFACT_TYPE_DECK,
      source: { $case: "nodeExecutionId", value: nodeExecutionId },
    },
    { signal },
  );
  const url = preSignedUrls?.signedUrl[0] ?? signedUrl[0];
  if (url === undefined)
    throw errors.NODE_NOT_THERE({
      execution: id.name,
      path,
      problem: "has a deck that the server gives no link to",
    });
  const expiresAt = toDate(preSignedUrls?.expiresAt);
  return { url, ...(expiresAt === undefined ? {} : { expiresAt }) };
}
