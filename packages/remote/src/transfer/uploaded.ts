/** What was uploaded, and where it is. */
export interface Uploaded {
  /** The URI in the cluster's store: `s3://bucket/orchard/development/.../data.csv`. */
  readonly uri: string;
  /** In hexadecimal digits. Of a directory it is made of the names and contents of its files. */
  readonly md5: string;
  readonly bytes: number;
  /** How many files there are: 1 unless it was a directory. */
  readonly files: number;
}
