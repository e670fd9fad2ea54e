/** Where the headers come from that say who asks. */
export interface Credentials {
  /** Whether requests go out without a token. Of the default credentials it is known after the first `headers`. */
  readonly isAnonymous: boolean;
  headers(): Promise<Readonly<Record<string, string>>>;
}
