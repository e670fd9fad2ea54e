import type {
  BlobDownloadResponseParsed,
  BlockBlobClient,
  ContainerListBlobFlatSegmentResponse,
} from "@azure/storage-blob";
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

import { Clients } from "../clients/clients.js";
import { faultOf } from "../faults/fault-of.js";
import type { AzureSettings } from "../settings/azure-settings.js";
import { type AzurePlace, azurePlace } from "../place/azure-place.js";
import { BlockUpload } from "./block-upload.js";

const DEFAULT_TYPE = "application/octet-stream";
const PAGE = 2000;
// Up to this size, Azure adds up an MD5 of a range.
const SUMMED_RANGE = 4 * 1024 * 1024;

/** The requests of Azure Blob Storage, through Azure's library. */
export class AzureStore implements ObjectStore {
  readonly schemes = ["abfs", "abfss"];
  readonly holder = "container";
  readonly example = "abfs://container/path";
  // An account with hierarchical namespaces lists folder by folder.
  readonly listsInOrder = false;
  readonly parallelParts = 3;
  readonly place = azurePlace;
  readonly faultOf = faultOf;
  private readonly clients: Clients;

  constructor(settings: AzureSettings) {
    this.clients = new Clients(settings);
  }

  readonly createHasher = (): Hasher => nodeHasher("md5");

  async get(
    place: AzurePlace,
    { start, end, version }: ObjectRange,
    signal: AbortSignal,
  ): Promise<ObjectBody> {
    const count = end === undefined ? undefined : end - start;
    const options = {
      abortSignal: signal,
      maxRetryRequests: 0,
      rangeGetContentMD5: count !== undefined && count <= SUMMED_RANGE,
      ...(version === undefined ? {} : { conditions: { ifMatch: version } }),
    };
    const answer = await this.clients.reading(place, async (container) =>
      container.getBlobClient(place.key).download(start, count, options),
    );
    const { readableStreamBody: bytes, contentLength, etag, metadata } = answer;
    if (bytes === undefined || isFolder(metadata)) throw absent();
    return {
      // Azure's types know the streams of Node before they were iterable.
      bytes: bytes as AsyncIterable<Uint8Array> & typeof bytes,
      length: contentLength,
      version: etag,
      checksum: checksumOf(answer),
    };
  }

  async size(place: AzurePlace, signal: AbortSignal): Promise<number> {
    const { contentLength, metadata } = await this.clients.reading(place, async (container) =>
      container.getBlobClient(place.key).getProperties({ abortSignal: signal }),
    );
    if (isFolder(metadata)) throw absent();
    return contentLength ?? 0;
  }

  async page(place: AzurePlace, token: string | undefined, signal: AbortSignal): Promise<ObjectPage> {
    const from = { maxPageSize: PAGE, ...(token === undefined ? {} : { continuationToken: token }) };
    const options = { prefix: place.key, includeMetadata: true, abortSignal: signal };
    const page = await this.clients.reading(place, async (container) =>
      container.listBlobsFlat(options).byPage(from).next(),
    );
    if (page.done === true) return { objects: [], next: undefined };
    const { segment, continuationToken: next }: ContainerListBlobFlatSegmentResponse = page.value;
    const objects = segment.blobItems
      .filter(({ metadata }) => !isFolder(metadata))
      .map(({ name, properties }) => ({ key: name, size: properties.contentLength ?? 0 }));
    return { objects, next: next === "" ? undefined : next };
  }

  async put(place: AzurePlace, bytes: Uint8Array, digest: string, making: ObjectMaking): Promise<void> {
    const { contentType = DEFAULT_TYPE, signal } = making;
    const blob = await this.blob(place);
    const md5 = Buffer.from(digest, "base64");
    // Azure refuses bytes whose MD5 is another.
    const blobHTTPHeaders = { blobContentType: contentType, blobContentMD5: md5 };
    await blob.upload(bytes, bytes.length, { abortSignal: signal, blobHTTPHeaders });
  }

  async startUpload(place: AzurePlace, { contentType = DEFAULT_TYPE }: ObjectMaking): Promise<PartUpload> {
    return new BlockUpload(await this.blob(place), contentType);
  }

  async delete(place: AzurePlace, signal: AbortSignal): Promise<void> {
    await (await this.blob(place)).delete({ abortSignal: signal });
  }

  private async blob(place: AzurePlace): Promise<BlockBlobClient> {
    return (await this.clients.container(place)).getBlockBlobClient(place.key);
  }
}

// Accounts with hierarchical namespaces keep folders as blobs of this kind.
const isFolder = (metadata: Readonly<Record<string, string>> | undefined): boolean =>
  metadata?.["hdi_isfolder"] === "true";

const absent = (): RequestFailed => new RequestFailed({ kind: "absent", problem: "it is a folder" });

function checksumOf({ contentMD5 }: BlobDownloadResponseParsed): ObjectBody["checksum"] {
  if (contentMD5 === undefined) return undefined;
  return { hasher: nodeHasher("md5"), expected: Buffer.from(contentMD5).toString("base64") };
}
