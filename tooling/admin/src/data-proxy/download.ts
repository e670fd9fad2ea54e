import {
  ArtifactType,
  type CreateDownloadLinkRequest,
  type CreateDownloadLocationRequest,
  type CreateDownloadLocationResponse,
  type PreSignedURLs,
} from "@flytekit-ts/models/service";
import type { Duration } from "@flytekit-ts/models/google";
import type { ExecutionBackend } from "../executions/backend.js";
import { nodeOf } from "../executions/find.js";
import { later, nanosOf } from "../executions/times.js";
import { Refusal, refused } from "../serving/refusal.js";
import { nameOf } from "../texts/enum-names.js";
import { messageText } from "../texts/message-text.js";
import { goDuration, isValid, secondsOf } from "./durations.js";
import { BadReference, placeOf, type Place } from "../objects/reference.js";
import { LONGEST } from "./upload-location.js";

/** A signed URL for downloading an object, whether it is there or not. @throws Refusal */
export async function downloadLocation(
  backend: ExecutionBackend,
  { nativeUrl, expiresIn = LONGEST }: CreateDownloadLocationRequest,
): Promise<CreateDownloadLocationResponse> {
  const problem = durationProblem(expiresIn);
  if (problem !== undefined)
    throw refused.invalid(`error while validating request: expiresIn is invalid. Error: ${problem}`);
  const { bucket, key } = readable(nativeUrl);
  const empty = [...(bucket === "" ? ["Bucket"] : []), ...(key === "" ? ["Key"] : [])];
  if (empty.length > 0) {
    const lines = empty.map((each) => `- minimum field size of 1, GetObjectInput.${each}.\n`).join("");
    throw refused.internal(
      `failed to create a signed url. Error: InvalidParameter: ${empty.length} validation error(s) found.\n${lines}`,
    );
  }
  return signed(backend, nativeUrl, expiresIn);
}

/** A signed URL for the deck of a node. @throws Refusal NOT_FOUND if it has none, or none yet */
export async function downloadLink(
  backend: ExecutionBackend,
  request: CreateDownloadLinkRequest,
): Promise<PreSignedURLs> {
  const { artifactType, expiresIn = LONGEST, source } = request;
  const problem = durationProblem(expiresIn);
  const wrong = (text: string) => refused.invalid(`error while validating request. Error: ${text}`);
  if (problem !== undefined) throw wrong(`expiresIn is invalid. Error: ${problem}`);
  if (artifactType === ArtifactType.ARTIFACT_TYPE_UNDEFINED)
    throw wrong(`invalid artifact type [${nameOf(ArtifactType, artifactType)}]`);
  if (source === undefined) throw wrong("source is required. Provided nil");
  const deck = artifactType === ArtifactType.ARTIFACT_TYPE_DECK ? deckOf(backend, source.value) : "";
  if (deck === "")
    throw refused.notFound(`no deckUrl found for request [${messageText({ ...request, expiresIn })}]`);
  if ((await backend.store.head(deck)) === undefined) throw refused.notFound("object not found");
  const { signedUrl, expiresAt } = await signed(backend, deck, expiresIn);
  return { signedUrl: [signedUrl], expiresAt };
}

function deckOf({ state }: ExecutionBackend, id: Parameters<typeof nodeOf>[1]): string {
  try {
    return nodeOf(state, id).closure.deckUri;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refused.invalid(`failed to find node execution [${messageText(id)}]. Error: ${error.message}`);
  }
}

async function signed(
  { store, clock }: ExecutionBackend,
  uri: string,
  expiresIn: Duration,
): Promise<CreateDownloadLocationResponse> {
  const seconds = secondsOf(expiresIn);
  const signedUrl = await store.link({ method: "GET", uri, seconds, headers: {} });
  return { signedUrl, expiresAt: later(clock.timestamp(), nanosOf(expiresIn)) };
}

function readable(url: string): Place {
  try {
    return placeOf(url);
  } catch (error) {
    if (!(error instanceof BadReference)) throw error;
    throw refused.invalid(`error while validating request: failed to parse native_url [${url}]`);
  }
}

function durationProblem(given: Duration): string | undefined {
  const text = goDuration(given);
  if (!isValid(given)) return `input duration [${messageText(given)}] is invalid`;
  if (nanosOf(given) < 0n) return `input duration [${text}] should not less than 0`;
  if (nanosOf(given) <= nanosOf(LONGEST)) return undefined;
  return `input duration [${text}] cannot exceed max allowed expiration [${goDuration(LONGEST)}]`;
}
