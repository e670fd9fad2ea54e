/** How long to wait before a retry, in milliseconds. The first retry is 1. */
export type Backoff = (retry: number) => number;
