/** Where a failure happened, for its message. */
export interface FailedTask {
  readonly name: string;
  readonly attempt: number;
  /** The item of a map. */
  readonly item?: number | undefined;
}
