import { describeValue, textOf } from "@flytekit-ts/core/errors";
import type { ValueStore } from "@flytekit-ts/core/storage";
import { isPlainObject } from "@flytekit-ts/core/types";
import { encode } from "@flytekit-ts/models";
import { AgentError, Resource } from "@flytekit-ts/models/admin";
import { ExecutionError_ErrorKind, LiteralMap, TaskLog } from "@flytekit-ts/models/core";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import { connectorWords } from "../definition/connector.js";
import { PHASES } from "../definition/phase.js";
import type { ConnectorError } from "../definition/resource.js";
import { asJson, faultOfJson } from "./json-value.js";
import { type GivenOutputs, outputLiterals } from "./output-literals.js";

/** What a connector returned, and for what. */
export interface GivenResource extends Omit<GivenOutputs, "outputs"> {
  readonly resource: unknown;
}

/** What a connector returned, as the message for the engine. @throws `CONNECTOR_RESULT_INVALID` */
export async function idlResource(given: GivenResource, store: ValueStore): Promise<Resource> {
  const { resource } = given;
  if (!isPlainObject(resource)) throw wrong(given, `it is ${describeValue(resource)}`);
  const { phase, message = "", customInfo, error } = resource;
  const number = typeof phase === "string" ? PHASES.get(phase) : undefined;
  if (number === undefined) throw wrong(given, `its phase is ${describeValue(phase)}`, PHASE);
  if (typeof message !== "string") throw wrong(given, `its message is ${describeValue(message)}`);
  const isFailure = ["FAILED", "RETRYABLE_FAILED", "ABORTED"].includes(String(phase));
  return Resource.fromPartial({
    phase: number,
    message,
    outputs: await outputsOf(given, resource, store),
    logLinks: linksOf(given, resource["logLinks"]),
    customInfo: customInfo === undefined ? undefined : infoOf(given, customInfo),
    agentError: isFailure ? errorOf(given, error, phase === "RETRYABLE_FAILED") : undefined,
  });
}

const PHASE = `Return one of ${[...PHASES.keys()].join(", ")}; \`phaseOfStatus\` chooses it for most services.`;

type Returned = Readonly<Record<string, unknown>>;

async function outputsOf(
  given: GivenResource,
  resource: Returned,
  store: ValueStore,
): Promise<LiteralMap | undefined> {
  const { phase, outputs, literals } = resource;
  const isOwn = Object.hasOwn(resource, "outputs");
  if (outputs !== undefined && literals !== undefined)
    throw wrong(given, "it has both `outputs` and `literals`");
  if (literals !== undefined) {
    if (literals instanceof Map) return encodable(given, { literals: new Map(literals) });
    throw wrong(given, `its literals are ${describeValue(literals)} instead of a map`);
  }
  const isGiven = outputs !== undefined && outputs !== null;
  if (!isGiven && !(phase === "SUCCEEDED" && isOwn && takesNone(given))) return undefined;
  return { literals: new Map(await outputLiterals({ ...given, outputs }, store)) };
}

/** Whether nothing is a value of the one output that the connector declares, and so may be returned for it. */
function takesNone({ connector: { outputs } }: GivenResource): boolean {
  const [type] = outputs?.outputStyle === "bare" ? outputs.outputs.values() : [];
  return type !== undefined && (type.transformer.isNoneByDefault === true || type.transformer.tag === "none");
}

/** Literals that the connector made itself, if they are any. */
function encodable(given: GivenResource, map: LiteralMap): LiteralMap {
  try {
    encode(LiteralMap, map);
    return map;
  } catch (cause) {
    throw wrong(given, `its literals are none: ${textOf(cause)}`);
  }
}

function linksOf(given: GivenResource, links: unknown = []): TaskLog[] {
  if (!Array.isArray(links)) throw wrong(given, `its log links are ${describeValue(links)}`);
  return links.map((link: unknown) => {
    const { name, uri } = isPlainObject(link) ? link : {};
    if (typeof name === "string" && typeof uri === "string") return TaskLog.fromPartial({ name, uri });
    throw wrong(
      given,
      "a log link has no name or no URI",
      'Return links as `{ name: "Logs", uri: "https://..." }`.',
    );
  });
}

function infoOf(given: GivenResource, info: unknown): Record<string, unknown> {
  if (!isPlainObject(info)) throw wrong(given, `its custom info is ${describeValue(info)}`);
  const fault = faultOfJson(info);
  if (fault !== undefined) throw wrong(given, `its custom info${fault.path} is ${fault.problem}`);
  return asJson(info) as Record<string, unknown>;
}

const ORIGINS = { user: ExecutionError_ErrorKind.USER, system: ExecutionError_ErrorKind.SYSTEM };

function errorOf(given: GivenResource, error: unknown, isRetryable: boolean): AgentError | undefined {
  if (error === undefined) return undefined;
  const { code, origin } = (isPlainObject(error) ? error : {}) as Partial<ConnectorError>;
  const isKnown = origin === undefined || Object.hasOwn(ORIGINS, origin);
  if (typeof code !== "string" || code === "" || !isKnown)
    throw wrong(given, "its error has no code, or another origin than user and system");
  const kind = origin === undefined ? ExecutionError_ErrorKind.UNKNOWN : ORIGINS[origin];
  return AgentError.fromPartial({ code, kind: isRetryable ? 1 : 0, origin: kind });
}

function wrong(
  { connector, operation }: GivenResource,
  problem: string,
  advice = 'Return an object such as `{ phase: "RUNNING", message: "3 of 8 stages are done" }`.',
): Error {
  return errors.CONNECTOR_RESULT_INVALID({
    connector: connectorWords(connector),
    operation,
    problem,
    advice,
  });
}
