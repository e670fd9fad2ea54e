import { type PartUpload, RequestFailed, type SendOptions, type UploadPart } from "@flytekit-ts/core/storage";

import { type ApiJson, type GcsApi, parsed } from "../api/gcs-api.js";
import { type Answer, textOfAnswer } from "../api/send.js";
import { statusFault } from "../faults/status-fault.js";
import { assertStored } from "./assert-stored.js";

/** How far a session is: so many bytes are stored, or it is done. */
type Progress = { readonly stored: number } | { readonly done: ApiJson };

const MORE = 308;
const LOST = 410;

/**
 * An upload whose bytes are sent one part after the other, to an address of its own. The object is made with the last
 * byte.
 *
 * After a broken request the session is asked how many bytes arrived, and only the rest is sent again.
 */
export class ResumableUpload implements PartUpload {
  private readonly api: GcsApi;
  private readonly session: URL;
  private readonly discard: (generation: string, signal: AbortSignal) => Promise<void>;

  constructor(
    api: GcsApi,
    location: string | undefined,
    discard: (generation: string, signal: AbortSignal) => Promise<void>,
  ) {
    if (location === undefined || !URL.canParse(location))
      throw new RequestFailed({ kind: "passing", problem: "the server names no address for the upload" });
    this.api = api;
    this.session = new URL(location);
    this.discard = discard;
  }

  async part({ start, bytes }: UploadPart, { signal, attempt }: SendOptions): Promise<void> {
    const end = start + bytes.length;
    let progress: Progress = attempt === 1 ? { stored: start } : await this.progress(signal);
    while ("stored" in progress && progress.stored < end) {
      const from = assertWithin(progress.stored, start);
      progress = await this.send(`bytes ${from}-${end - 1}/*`, bytes.subarray(from - start), { signal });
      assertMoved(progress, from);
    }
    if ("stored" in progress) return;
    // Some emulators take the question how far an upload is for its end.
    if (progress.done.generation !== undefined) await this.discard(progress.done.generation, signal);
    throw lost("the server made the object before all of it was there");
  }

  async finish(
    { start, bytes }: UploadPart,
    digest: string,
    { signal, attempt }: SendOptions,
  ): Promise<void> {
    const end = start + bytes.length;
    let progress: Progress = attempt === 1 ? { stored: start } : await this.progress(signal);
    while ("stored" in progress) {
      const from = assertWithin(progress.stored, start);
      // The server compares this with what it stored before it makes the object.
      const headers = { "x-goog-hash": `md5=${digest}` };
      const rest = bytes.subarray(from - start);
      const range = rest.length === 0 ? `bytes */${end}` : `bytes ${from}-${end - 1}/${end}`;
      progress = await this.send(range, rest, { signal, headers });
      assertMoved(progress, from);
    }
    await assertStored(progress.done, digest, "final", async (generation) =>
      this.discard(generation, signal),
    );
  }

  async cancel(signal: AbortSignal): Promise<void> {
    const { api, session } = this;
    (await api.session(session, {}, { method: "DELETE", body: [], signal })).resume();
  }

  private async progress(signal: AbortSignal): Promise<Progress> {
    return this.send("bytes */*", new Uint8Array(), { signal });
  }

  private async send(
    range: string,
    bytes: Uint8Array,
    {
      signal,
      headers = {},
    }: { readonly signal: AbortSignal; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Progress> {
    const sent = { "content-range": range, ...headers };
    const answer = await this.api.session(this.session, sent, { method: "PUT", body: [bytes], signal });
    const text = await textOfAnswer(answer);
    const { statusCode = 0 } = answer;
    if (statusCode === MORE) return { stored: storedOf(answer) };
    if (statusCode === 200 || statusCode === 201) return { done: parsed(text) };
    if (statusCode === LOST || statusCode === 404) throw lost("the server has lost the upload");
    const fault = statusFault(answer, text, this.api.isAnonymous);
    // A wrong checksum is that of all parts, and those before this one are not there any more.
    throw new RequestFailed(statusCode === 400 ? { ...fault, kind: "final" } : fault);
  }
}

/** The number of bytes in a header such as `bytes=0-524287`; without one there are none. */
function storedOf({ headers }: Answer): number {
  const last = /^bytes=0-(\d+)$/.exec(headers.range ?? "")?.[1];
  return last === undefined ? 0 : Number(last) + 1;
}

const lost = (problem: string): RequestFailed =>
  new RequestFailed({ kind: "final", problem, advice: "Write it again; nothing was left behind." });

function assertWithin(stored: number, start: number): number {
  if (stored < start) throw lost("the server has lost parts of the upload that it had stored");
  return stored;
}

function assertMoved(progress: Progress, from: number): void {
  if ("stored" in progress && progress.stored <= from)
    throw new RequestFailed({ kind: "passing", problem: "the server stored nothing of what was sent" });
}
