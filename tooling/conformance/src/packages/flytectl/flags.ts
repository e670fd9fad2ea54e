/** What `flytectl register files --archive -p -d --version` is told. */
export interface Flags {
  readonly project: string;
  readonly domain: string;
  readonly version: string;
  /** Where the code archive is uploaded. */
  readonly uploadTo: string;
  readonly destination?: string | undefined;
}
