/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** The `token` with which a query goes on behind this page; none at the end. */
  readonly next: string | undefined;
}

/** A list on a cluster. Each way through it asks anew, page by page, and only for what is taken. */
export interface Listing<T> extends AsyncIterable<T> {
  /** The same, page by page, each with the token to go on from. */
  pages(): AsyncIterable<Page<T>>;
}

/** The list whose pages a function gets. @throws what it throws, when the list is gone through */
export function listingOf<T>(first: string, pageAt: (token: string) => Promise<Page<T>>): Listing<T> {
  async function* pages(): AsyncGenerator<Page<T>, undefined> {
    for (let token: string | undefined = first; token !== undefined;) {
      const page: Page<T> = await pageAt(token);
      yield page;
      token = page.next;
    }
  }
  async function* items(): AsyncGenerator<T, undefined> {
    for await (const page of pages()) yield* page.items;
  }
  return { pages, [Symbol.asyncIterator]: items };
}
