/** The address of a page of the guide. */
export function guidePage(page = "command-line.md"): string {
  return `https://github.com/flytekit-ts/flytekit-ts/blob/main/docs/guide/${page}`;
}
