import { type PartUpload, RequestFailed, type SendOptions, type UploadPart } from "@flytekit-ts/core/storage";

import type { Connection } from "../client/connect.js";
import { crc32Of } from "./crc32.js";
import type { S3Place } from "./s3-place.js";

interface SentPart {
  readonly PartNumber: number;
  readonly ETag: string | undefined;
  readonly ChecksumCRC32: string;
}

/** An upload in parts. S3 makes the object of them at the end, and compares its checksum first. */
export class MultipartUpload implements PartUpload {
  private readonly connection: Connection;
  private readonly at: { readonly Bucket: string; readonly Key: string; readonly UploadId: string };
  private readonly parts = new Map<number, SentPart>();

  constructor(connection: Connection, { bucket, key }: S3Place, id: string) {
    this.connection = connection;
    this.at = { Bucket: bucket, Key: key, UploadId: id };
  }

  async part({ number, bytes }: UploadPart, { signal }: SendOptions): Promise<void> {
    const { sdk, client } = this.connection;
    const sent = { PartNumber: number + 1, ChecksumCRC32: crc32Of(bytes) };
    const command = new sdk.UploadPartCommand({
      ...this.at,
      ...sent,
      Body: bytes,
      ContentLength: bytes.length,
    });
    const { ETag } = await client.send(command, { abortSignal: signal });
    this.parts.set(number, { ...sent, ETag });
  }

  async finish(last: UploadPart, digest: string, options: SendOptions): Promise<void> {
    if (!this.parts.has(last.number)) await this.part(last, options);
    const parts = [...this.parts.values()].sort((a, b) => a.PartNumber - b.PartNumber);
    const { sdk, client } = this.connection;
    const command = new sdk.CompleteMultipartUploadCommand({
      ...this.at,
      ChecksumCRC32: digest,
      ChecksumType: "FULL_OBJECT",
      MultipartUpload: { Parts: parts },
    });
    try {
      await client.send(command, { abortSignal: options.signal });
    } catch (error) {
      // An earlier attempt has done it, and its answer got lost.
      const isGone = Reflect.get(Object(error), "name") === "NoSuchUpload";
      if (!isGone || options.attempt === 1) throw error;
      await this.assertMade(last.start + last.bytes.length, digest, options.signal);
    }
  }

  async cancel(signal: AbortSignal): Promise<void> {
    const { sdk, client } = this.connection;
    await client.send(new sdk.AbortMultipartUploadCommand(this.at), { abortSignal: signal });
  }

  private async assertMade(size: number, digest: string, signal: AbortSignal): Promise<void> {
    const { sdk, client } = this.connection;
    const { Bucket, Key } = this.at;
    const command = new sdk.HeadObjectCommand({ Bucket, Key, ChecksumMode: "ENABLED" });
    const { ContentLength, ChecksumCRC32 } = await client.send(command, { abortSignal: signal });
    if (ContentLength === size && (ChecksumCRC32 === undefined || ChecksumCRC32 === digest)) return;
    const problem = "the store has lost the upload";
    throw new RequestFailed({ kind: "final", problem, advice: "Write it again; nothing was left behind." });
  }
}
