import { memoryObjects } from "../objects/memory-objects.js";
import { type S3Settings, s3Objects } from "../objects/s3-objects.js";
import type { Backend } from "../state/backend.js";
import type { ExecutionBackend } from "./backend.js";
import { watchersOf } from "./watchers-of.js";

/** Where a server keeps data, and how it answers them. */
export interface DataOptions {
  /** An S3 server for data: what `startVersitygw` of `@flytekit-ts/servers` gives. The memory of this process if absent. */
  readonly storage?: S3Settings | undefined;
  /** The name of the bucket, for data in memory. */
  readonly bucket?: string | undefined;
  /** Above how many bytes inputs and outputs are answered by a link only. Without it there are no links in such answers. */
  readonly mostInlineBytes?: number | undefined;
}

/** What all that has to do with executions works with, on state that is there. */
export async function startBackend(
  backend: Backend,
  { storage, bucket = "flyte", mostInlineBytes }: DataOptions,
): Promise<ExecutionBackend> {
  const store = storage === undefined ? await memoryObjects(bucket) : s3Objects(storage);
  return { ...backend, store, watchers: watchersOf(), mostInlineBytes };
}
