import type {
  Hasher,
  ObjectBody,
  ObjectMaking,
  ObjectPage,
  ObjectRange,
  ObjectStore,
  PartUpload,
} from "@flytekit-ts/core/storage";
import { RequestFailed } from "@flytekit-ts/core/storage";

import { Connections } from "../client/connections.js";
import { faultOf } from "../faults/fault-of.js";
import type { S3Settings } from "../settings/s3-settings.js";
import { checksumOf, crc32 } from "./crc32.js";
import { MultipartUpload } from "./multipart-upload.js";
import { type S3Place, s3Place } from "./s3-place.js";

/** The requests of S3, through the vendor's SDK. */
export class S3Store implements ObjectStore {
  readonly schemes = ["s3"];
  readonly holder = "bucket";
  readonly example = "s3://bucket/key";
  readonly listsInOrder = true;
  readonly parallelParts = 2;
  readonly partSize: number;
  private readonly connections: Connections;

  constructor(settings: S3Settings) {
    this.partSize = settings.partSize;
    this.connections = new Connections(settings);
  }

  readonly createHasher = (): Hasher => crc32();
  readonly place = s3Place;
  readonly faultOf = faultOf;

  async get({ bucket, key }: S3Place, range: ObjectRange, signal: AbortSignal): Promise<ObjectBody> {
    const { start, end, version } = range;
    const isWhole = start === 0 && end === undefined;
    const last = end === undefined ? "" : String(end - 1);
    const answer = await this.connections.reading(async ({ sdk, client }) => {
      const command = new sdk.GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ...(isWhole ? {} : { Range: `bytes=${start}-${last}` }),
        ...(version === undefined ? {} : { IfMatch: version }),
      });
      // As an input it would have the SDK add up the bytes as well.
      command.middlewareStack.add(
        (next) => async (args) => {
          Object.assign(headersOf(args.request), { "x-amz-checksum-mode": "ENABLED" });
          return next(args);
        },
        { step: "build", name: "askForChecksum" },
      );
      return client.send(command, { abortSignal: signal });
    });
    if (!isWhole && answer.ContentRange === undefined)
      throw new RequestFailed({ kind: "final", problem: "the store does not give parts of objects" });
    return {
      bytes: (answer.Body ?? nothing()) as AsyncIterable<Uint8Array>,
      length: answer.ContentLength,
      version: answer.ETag,
      checksum: isWhole ? checksumOf(answer) : undefined,
    };
  }

  async size({ bucket, key }: S3Place, signal: AbortSignal): Promise<number> {
    const { ContentLength } = await this.connections.reading(async ({ sdk, client }) =>
      client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: signal }),
    );
    return ContentLength ?? 0;
  }

  async page({ bucket, key }: S3Place, token: string | undefined, signal: AbortSignal): Promise<ObjectPage> {
    const answer = await this.connections.reading(async ({ sdk, client }) => {
      // Escaped, because XML cannot hold every character of a key, and blanks at its ends get lost.
      const asked = { Bucket: bucket, Prefix: key, EncodingType: "url" } as const;
      const command = new sdk.ListObjectsV2Command(
        token === undefined ? asked : { ...asked, ContinuationToken: token },
      );
      return client.send(command, { abortSignal: signal });
    });
    const isEscaped = answer.EncodingType === "url";
    const objects = (answer.Contents ?? []).map(({ Key = "", Size = 0 }) => ({
      key: isEscaped ? decodeURIComponent(Key.replaceAll("+", "%20")) : Key,
      size: Size,
    }));
    return { objects, next: answer.IsTruncated === true ? answer.NextContinuationToken : undefined };
  }

  async put(place: S3Place, bytes: Uint8Array, digest: string, making: ObjectMaking): Promise<void> {
    const { contentType, signal } = making;
    await this.connections.writing(async ({ sdk, client }) =>
      client.send(
        new sdk.PutObjectCommand({
          Bucket: place.bucket,
          Key: place.key,
          Body: bytes,
          ContentLength: bytes.length,
          ChecksumCRC32: digest,
          ...(contentType === undefined ? {} : { ContentType: contentType }),
        }),
        { abortSignal: signal },
      ),
    );
  }

  async startUpload(place: S3Place, { contentType, signal }: ObjectMaking): Promise<PartUpload> {
    return this.connections.writing(async (connection) => {
      const { sdk, client } = connection;
      const command = new sdk.CreateMultipartUploadCommand({
        Bucket: place.bucket,
        Key: place.key,
        ChecksumAlgorithm: "CRC32",
        ChecksumType: "FULL_OBJECT",
        ...(contentType === undefined ? {} : { ContentType: contentType }),
      });
      const { UploadId } = await client.send(command, { abortSignal: signal });
      if (UploadId === undefined)
        throw new RequestFailed({ kind: "passing", problem: "the store gave the upload no id" });
      return new MultipartUpload(connection, place, UploadId);
    });
  }

  async delete({ bucket, key }: S3Place, signal: AbortSignal): Promise<void> {
    await this.connections.writing(async ({ sdk, client }) =>
      client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: signal }),
    );
  }
}

const headersOf = (request: unknown): object => Object(Reflect.get(Object(request), "headers"));

async function* nothing(): AsyncGenerator<Uint8Array, undefined> {}
