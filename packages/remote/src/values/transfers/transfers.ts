import type { ByteStream, ReadOptions, Signal, StoredObject } from "@flytekit-ts/core/storage";

/** An object to upload: where it goes, below the cluster's own prefix of a project and domain, and what it holds. */
export interface Upload {
  readonly project: string;
  readonly domain: string;
  /** The folder. */
  readonly root: string;
  /** The name in the folder. It may have slashes. */
  readonly name: string;
  readonly content: UploadContent;
}

/** Bytes, or a file of this machine. Both can be read more than once. */
export type UploadContent = { readonly bytes: Uint8Array } | { readonly path: string };

/** How objects reach the cluster's store and come from it without keys to it: through links that the cluster signs. */
export interface Transfers {
  /** Where the objects of a folder would be: the URI of the folder, without a slash at the end. Nothing is stored. */
  placeOf(
    folder: Pick<Upload, "project" | "domain" | "root">,
    options: { readonly signal?: Signal | undefined },
  ): Promise<string>;
  upload(object: Upload, options: { readonly signal?: Signal | undefined }): Promise<void>;
  read(uri: string, options?: ReadOptions): ByteStream;
  /** What is stored at a URI; undefined if there is nothing. */
  stat(uri: string, options?: { readonly signal?: Signal | undefined }): Promise<StoredObject | undefined>;
}
