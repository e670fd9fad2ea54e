/** Whether a word can only be meant as the path of a file of sources: it has a folder, or their ending. */
export function isWrittenAsFile(word: string): boolean {
  return /\.[cm]?[jt]sx?$|[\\/]/.test(word);
}
