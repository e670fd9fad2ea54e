import type { ContentStore } from "../../cache/store/content-store.js";
import { textOf } from "@flytekit-ts/core/errors";
import { errors } from "../../errors.js";

/** What is in the content store of a journal under a digest. @throws `JOURNAL_CONTENT_LOST` */
export async function fetchContent(content: ContentStore, digest: string, run: string): Promise<Uint8Array> {
  let problem = "it is not there, or it has changed";
  try {
    const bytes = await content.get(digest);
    if (bytes !== undefined) return bytes;
  } catch (cause) {
    problem = textOf(cause);
  }
  throw errors.JOURNAL_CONTENT_LOST({ run, digest, problem });
}
