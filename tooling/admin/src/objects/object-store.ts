/** What is known of an object without reading it. */
export interface ObjectHead {
  readonly size: number;
  /** Without quotes. Of an object written at once: its MD5 in hexadecimal digits. */
  readonly etag: string;
  /** What an uploader said its MD5 is, in base64; undefined if it said nothing. */
  readonly contentMd5: string | undefined;
}

/** A link that lets who has it do one thing with one object. */
export interface LinkRequest {
  readonly method: "GET" | "PUT";
  readonly uri: string;
  readonly seconds: number;
  /** Headers that have to come with the request, exactly so. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Where a server and its engine keep data, by URIs `s3://bucket/key`. */
export interface ObjectStore {
  /** `s3://bucket`: below it the server keeps what is its own. */
  readonly root: string;
  /** Undefined if there is nothing. */
  read(uri: string): Promise<Uint8Array | undefined>;
  write(uri: string, bytes: Uint8Array): Promise<void>;
  head(uri: string): Promise<ObjectHead | undefined>;
  /** A signed URL. */
  link(request: LinkRequest): Promise<string>;
  close(): Promise<void>;
}
