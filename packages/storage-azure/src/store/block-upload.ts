import { randomBytes } from "node:crypto";
import type { BlockBlobClient } from "@azure/storage-blob";
import { nodeHasher, type PartUpload, type SendOptions, type UploadPart } from "@flytekit-ts/core/storage";

/**
 * An upload in blocks, which nobody sees until their list is committed.
 *
 * The ids of its blocks are its own, so that uploads of one blob at the same time do not mix.
 */
export class BlockUpload implements PartUpload {
  private readonly blob: BlockBlobClient;
  private readonly contentType: string;
  private readonly name = randomBytes(8).toString("hex");

  constructor(blob: BlockBlobClient, contentType: string) {
    this.blob = blob;
    this.contentType = contentType;
  }

  async part({ number, bytes }: UploadPart, { signal }: SendOptions): Promise<void> {
    const hasher = nodeHasher("md5");
    hasher.update(bytes);
    await this.blob.stageBlock(this.id(number), bytes, bytes.length, {
      abortSignal: signal,
      transactionalContentMD5: Buffer.from(hasher.digest(), "base64"),
    });
  }

  async finish(last: UploadPart, digest: string, options: SendOptions): Promise<void> {
    await this.part(last, options);
    const ids = Array.from({ length: last.number + 1 }, (_, number) => this.id(number));
    await this.blob.commitBlockList(ids, {
      abortSignal: options.signal,
      blobHTTPHeaders: {
        blobContentType: this.contentType,
        // Azure adds none up of blocks. Readers compare this one.
        blobContentMD5: Buffer.from(digest, "base64"),
      },
    });
  }

  // Blocks that are not committed cannot be deleted; Azure drops them after a week.
  async cancel(): Promise<void> {}

  // All ids of a blob have to be of one length.
  private id(number: number): string {
    return Buffer.from(`${this.name}-${String(number).padStart(6, "0")}`).toString("base64");
  }
}
