const PAGES = "https://github.com/flytekit-ts/flytekit-ts/blob/main/docs/errors/";
// What tasks throw, and what is not ours, has codes of others.
const OURS = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** The page that tells more about a code. */
export function pageOf(code: string): string | undefined {
  return OURS.test(code) ? `${PAGES}${code}.md` : undefined;
}
