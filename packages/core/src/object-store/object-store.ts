import type { RequestFault } from "../errors/request-failed.js";
import type { Signal } from "../storage/signal.js";
import type { Hasher } from "./hasher.js";

/** Where an object is: what stands before its key in the URI, slash included, and the key as it is, never escaped. */
export interface ObjectPlace {
  readonly root: string;
  readonly key: string;
}

/** The bytes that answer a request to read, and what is known of them. */
export interface ObjectBody {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How many bytes `bytes` gives if all arrive; undefined if the server did not say. */
  readonly length: number | undefined;
  /** Which version of the object it is: a generation, or an ETag. A broken read goes on with this one only. */
  readonly version: string | undefined;
  /** What the bytes of this answer add up to, if all arrive. */
  readonly checksum?: { readonly hasher: Hasher; readonly expected: string } | undefined;
}

/** The bytes to read, of one version if one is given. `end` is exclusive. */
export interface ObjectRange {
  readonly start: number;
  readonly end?: number | undefined;
  readonly version?: string | undefined;
}

/** One part of an upload. Parts have the numbers 0, 1, 2, ... in the order of their bytes. */
export interface UploadPart {
  readonly number: number;
  /** Where the part begins in the object. */
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** What a part, or a whole upload, is sent with. */
export interface SendOptions {
  readonly signal: Signal;
  /** 1 for the first attempt. Later ones must cope with an earlier one that did arrive. */
  readonly attempt: number;
}

/** An upload in parts. Nobody sees the object before `finish`. */
export interface PartUpload {
  /** Sends a part. As many at once as `parallelParts` says, none of them the last one. */
  part(part: UploadPart, options: SendOptions): Promise<void>;
  /** Sends the last part and makes the object of all parts. `digest` is that of the whole. */
  finish(last: UploadPart, digest: string, options: SendOptions): Promise<void>;
  /** Drops what was sent. */
  cancel(signal: Signal): Promise<void>;
}

/** What an object is written with. */
export interface ObjectMaking {
  readonly contentType: string | undefined;
  readonly signal: Signal;
}

/** One page of a listing, and the token for the next. */
export interface ObjectPage {
  readonly objects: readonly { readonly key: string; readonly size: number }[];
  readonly next: string | undefined;
}

/**
 * What an object store can do, request by request.
 *
 * For authors of storages: `objectStorage` makes a `Storage` of it, with attempts, deadlines and reads that go on where
 * they broke. No method tries again by itself, and each obeys its signal.
 */
export interface ObjectStore {
  /** The schemes of its URIs, without `://`. */
  readonly schemes: readonly string[];
  /** The word for what holds the objects: "bucket". */
  readonly holder: string;
  /** A URI of an object, for hints: "gs://bucket/key". */
  readonly example: string;
  /** Whether listings come in the order of code points. */
  readonly listsInOrder: boolean;
  /** How many parts of an upload may be under way at once. */
  readonly parallelParts: number;
  /** The bytes of a part; 8 MiB unless told. Behind the thousandth part they are more. */
  readonly partSize?: number | undefined;
  /** Makes what adds up the bytes that are written. */
  readonly createHasher: () => Hasher;
  /** Where the object of a URI is; the key of a whole bucket is empty. @throws `STORAGE_FAILED` */
  place(uri: string, action: string): ObjectPlace;
  get(place: ObjectPlace, range: ObjectRange, signal: Signal): Promise<ObjectBody>;
  /** The size in bytes. Rejects with an `absent` fault if there is nothing. */
  size(place: ObjectPlace, signal: Signal): Promise<number>;
  /** The objects whose keys begin with that of the place. */
  page(place: ObjectPlace, token: string | undefined, signal: Signal): Promise<ObjectPage>;
  /** Writes an object in one request. */
  put(place: ObjectPlace, bytes: Uint8Array, digest: string, making: ObjectMaking): Promise<void>;
  startUpload(place: ObjectPlace, making: ObjectMaking): Promise<PartUpload>;
  delete(place: ObjectPlace, signal: Signal): Promise<void>;
  /** What an error that one of these methods threw means. */
  faultOf(error: unknown): RequestFault;
}
