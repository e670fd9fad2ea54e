/** A word that may stand where somebody completes. */
export interface Candidate {
  readonly text: string;
  /** What it is, for shells that show it. */
  readonly says?: string | undefined;
}

/** What may stand where somebody completes: words, and paths which the shell finds itself. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  readonly paths?: "file" | "directory" | undefined;
}

/** Nothing is known of what may stand there. */
export const NOTHING: Completion = { candidates: [] };
