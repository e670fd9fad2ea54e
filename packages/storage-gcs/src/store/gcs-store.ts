import type {
  Hasher,
  ObjectBody,
  ObjectMaking,
  ObjectPage,
  ObjectRange,
  ObjectStore,
  PartUpload,
} from "@flytekit-ts/core/storage";
import { nodeHasher, RequestFailed } from "@flytekit-ts/core/storage";

import { faultOf } from "../faults/fault-of.js";
import type { GcsSettings } from "../settings/gcs-settings.js";
import { checksumOf } from "../checksum/checksum-of.js";
import { GcsApi } from "../api/gcs-api.js";
import { type GcsPlace, gcsPlace } from "./gcs-place.js";
import { assertStored } from "./assert-stored.js";
import { multipartBody } from "./multipart-body.js";
import { ResumableUpload } from "./resumable-upload.js";

const DEFAULT_TYPE = "application/octet-stream";
const PAGE = "1000";

/** The requests of Google Cloud Storage, through its JSON API. */
export class GcsStore implements ObjectStore {
  readonly schemes = ["gs"];
  readonly holder = "bucket";
  readonly example = "gs://bucket/key";
  readonly listsInOrder = true;
  // A resumable upload takes one part after the other.
  readonly parallelParts = 1;
  private readonly api: GcsApi;

  constructor(settings: GcsSettings) {
    this.api = new GcsApi(settings);
  }

  readonly createHasher = (): Hasher => nodeHasher("md5");
  readonly place = gcsPlace;

  readonly faultOf = faultOf;

  async get(place: GcsPlace, { start, end, version }: ObjectRange, signal: AbortSignal): Promise<ObjectBody> {
    const isWhole = start === 0 && end === undefined;
    const last = end === undefined ? "" : String(end - 1);
    const answer = await this.api.request("GET", objectPath(place), {
      query: { alt: "media", generation: version },
      // With this, what is stored compressed comes as it is stored, so that sizes, ranges and checksums fit.
      headers: { "accept-encoding": "gzip", ...(isWhole ? {} : { range: `bytes=${start}-${last}` }) },
      signal,
      isRead: true,
    });
    if (!isWhole && answer.statusCode !== 206) {
      answer.destroy();
      throw new RequestFailed({ kind: "final", problem: "the server does not give parts of objects" });
    }
    const length = answer.headers["content-length"];
    const generation = answer.headers["x-goog-generation"];
    return {
      bytes: answer,
      length: length === undefined ? undefined : Number(length),
      version: typeof generation === "string" ? generation : undefined,
      checksum: isWhole ? checksumOf(answer.headers["x-goog-hash"]) : undefined,
    };
  }

  async size(place: GcsPlace, signal: AbortSignal): Promise<number> {
    const query = { fields: "size" };
    const { size } = await this.api.json("GET", objectPath(place), { query, signal, isRead: true });
    return Number(size);
  }

  async page({ bucket, key }: GcsPlace, token: string | undefined, signal: AbortSignal): Promise<ObjectPage> {
    const path = `/storage/v1/b/${bucket}/o`;
    const query = {
      prefix: key,
      pageToken: token,
      maxResults: PAGE,
      fields: "items(name,size),nextPageToken",
    };
    const { items, nextPageToken } = await this.api.json("GET", path, { query, signal, isRead: true });
    const objects = (items ?? []).map(({ name, size }) => ({ key: name, size: Number(size) }));
    return { objects, next: nextPageToken === "" ? undefined : nextPageToken };
  }

  async put(place: GcsPlace, bytes: Uint8Array, digest: string, making: ObjectMaking): Promise<void> {
    const { contentType = DEFAULT_TYPE, signal } = making;
    const about = { name: place.key, contentType, md5Hash: digest };
    const { type, body } = multipartBody(about, contentType, bytes);
    const query = { uploadType: "multipart" };
    const headers = { "content-type": type };
    const stored = await this.api.json("POST", uploadPath(place), { query, headers, body, signal });
    await assertStored(stored, digest, "passing", async (generation) =>
      this.deleteVersion(place, generation, signal),
    );
  }

  async startUpload(
    place: GcsPlace,
    { contentType = DEFAULT_TYPE, signal }: ObjectMaking,
  ): Promise<PartUpload> {
    const answer = await this.api.request("POST", uploadPath(place), {
      query: { uploadType: "resumable", name: place.key },
      headers: { "content-type": "application/json; charset=UTF-8", "x-upload-content-type": contentType },
      body: [new TextEncoder().encode(JSON.stringify({ name: place.key, contentType }))],
      signal,
    });
    answer.resume();
    const discard = async (generation: string, until: AbortSignal): Promise<void> =>
      this.deleteVersion(place, generation, until);
    return new ResumableUpload(this.api, answer.headers.location, discard);
  }

  async delete(place: GcsPlace, signal: AbortSignal): Promise<void> {
    (await this.api.request("DELETE", objectPath(place), { signal })).resume();
  }

  private async deleteVersion(place: GcsPlace, generation: string, signal: AbortSignal): Promise<void> {
    (await this.api.request("DELETE", objectPath(place), { query: { generation }, signal })).resume();
  }
}

const objectPath = ({ bucket, key }: GcsPlace): string =>
  `/storage/v1/b/${bucket}/o/${encodeURIComponent(key)}`;

const uploadPath = ({ bucket }: GcsPlace): string => `/upload/storage/v1/b/${bucket}/o`;
