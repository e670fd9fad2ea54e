const PAGES = "https://github.com/flytekit-ts/flytekit-ts/blob/main/docs";

/** The address of the page of an error's code. */
export function docsPage(code: string): string {
  return `${PAGES}/errors/${code}.md`;
}
