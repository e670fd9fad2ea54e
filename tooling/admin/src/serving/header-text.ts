/** What a header may have at most: HTTP/2 of Node sends none above 64 KiB, and says nothing of it. */
export const MOST_HEADER = 60_000;

/** A text as a header can hold it. What is too long is cut, and says so at its end. */
export function headerText(text: string): string {
  if (encodeURI(text.toWellFormed()).length <= MOST_HEADER) return text;
  let end = MOST_HEADER;
  const note = (length: number) => `... (${length} of ${text.length} characters)`;
  const cut = () => `${text.slice(0, end)}${note(end)}`;
  while (encodeURI(cut().toWellFormed()).length > MOST_HEADER) end = Math.floor(end * 0.9);
  return cut();
}
