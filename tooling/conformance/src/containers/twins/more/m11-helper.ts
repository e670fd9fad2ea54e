/** In a file of its own, as in Python. */
export function double(text: string): string {
  return text + text;
}
