import { ArtifactType, type GetDataResponse } from "@flytekit-ts/models/service";
import type { LiteralMap, TaskExecutionIdentifier } from "@flytekit-ts/models/core";
import type { ExecutionBackend } from "../executions/backend.js";
import { nodeOf } from "../executions/find.js";
import { dataAt } from "../executions/show/data-at.js";
import { nodeKey, type TaskRunRow, taskExecutions } from "../executions/tables.js";
import { refused } from "../serving/refusal.js";
import { messageText } from "../texts/message-text.js";
import { downloadLink } from "./download.js";
import { type FlyteUrl, parseFlyteUrl } from "./flyte-url.js";

/** What lies behind a `flyte://` URL: literals, one of them, or a link to a deck. @throws Refusal */
export async function flyteData(backend: ExecutionBackend, url: string): Promise<GetDataResponse> {
  const wrong = (text: string) =>
    refused.invalid(`failed to validate resolve artifact request. Error: ${text}`);
  if (url === "") throw wrong("source is required. Provided empty string");
  if (!url.startsWith("flyte://")) throw wrong("request does not start with the correct prefix");
  const parsed = parseFlyteUrl(url);
  if (parsed === undefined)
    throw refused.invalid(`failed to parse artifact url Error: failed to parse [${url}]`);
  return parsed.attempt === undefined ? dataOfNode(backend, parsed) : dataOfRun(backend, parsed);
}

async function dataOfNode(
  backend: ExecutionBackend,
  { node, kind, name }: FlyteUrl,
): Promise<GetDataResponse> {
  const { inputUri, closure } = nodeOf(backend.state, node);
  if (kind === "d") {
    const source = { $case: "nodeExecutionId", value: node } as const;
    const request = { artifactType: ArtifactType.ARTIFACT_TYPE_DECK, expiresIn: undefined, source };
    return { data: { $case: "preSignedUrls", value: await downloadLink(backend, request) } };
  }
  const literals = await read(backend, { inputUri, closure }, kind);
  return answer(literals, name, `node execution [${messageText(node)}]`);
}

async function dataOfRun(
  backend: ExecutionBackend,
  { node, attempt, kind, name }: FlyteUrl,
): Promise<GetDataResponse> {
  const key = nodeKey(node);
  const runs = backend.state.table(taskExecutions).rows();
  const run = runs.find(({ id }) => nodeKey(id.nodeExecutionId) === key && id.retryAttempt === attempt);
  if (run === undefined) {
    const partial: TaskExecutionIdentifier = {
      taskId: undefined,
      nodeExecutionId: node,
      retryAttempt: attempt ?? 0,
    };
    throw refused.invalid(`no task executions were listed [${messageText(partial)}]. Error: <nil>`);
  }
  if (kind === "d")
    throw refused.invalid("deck type cannot be specified with a retry attempt, just use the node instead");
  return answer(await read(backend, run, kind), name, `task execution [${messageText(run.id)}]`);
}

async function read(
  backend: ExecutionBackend,
  {
    inputUri,
    closure,
  }: Pick<TaskRunRow, "inputUri"> & {
    readonly closure: { outputResult: { $case: string; value: unknown } | undefined };
  },
  kind: "i" | "o",
): Promise<LiteralMap> {
  const result = closure.outputResult;
  const outputUri = result?.$case === "outputUri" ? String(result.value) : "";
  return (await dataAt(backend, kind === "i" ? inputUri : outputUri)).literals;
}

function answer(literals: LiteralMap, name: string | undefined, what: string): GetDataResponse {
  if (name === undefined) return { data: { $case: "literalMap", value: literals } };
  const literal = literals.literals.get(name);
  if (literal === undefined) throw refused.invalid(`name [${name}] not found in ${what}`);
  return { data: { $case: "literal", value: literal } };
}
