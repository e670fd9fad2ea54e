import { connectionErrors as errors } from "../../errors/connection-errors.js";

/** One page of a list. */
interface Page<T> {
  readonly values: readonly T[];
  /** What asks for the next page. Empty behind the last. */
  readonly token: string;
}

/** So many at once: flyteadmin has no limit of its own, and a thousand nodes are less than a megabyte. */
const PAGE = 1000;
const SMALLEST = 10;

/** All of a list, page by page. A page that is too large for one message is asked for in smaller ones. */
export async function listPages<T>(
  ask: (page: { readonly limit: number; readonly token: string }) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let limit = PAGE;
  for (let token = ""; ;) {
    let page: Page<T>;
    try {
      page = await ask({ limit, token });
    } catch (error) {
      if (limit <= SMALLEST || !errors.CLUSTER_MESSAGE_TOO_LARGE.is(error)) throw error;
      limit = Math.ceil(limit / 5);
      continue;
    }
    for (const value of page.values) all.push(value);
    // A token that stays the same would ask for one page for ever.
    if (page.token === "" || page.token === token || page.values.length === 0) return all;
    ({ token } = page);
  }
}
