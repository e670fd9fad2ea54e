/** One place where two structures differ. */
export interface Difference {
  /** `/template/metadata/retries/retries` */
  readonly path: string;
  /** What is registered there, in words of the server or as JSON; `nothing` where there is nothing. */
  readonly registered: string;
  /** What was to be registered. */
  readonly given: string;
}

const LONGEST = 120;

/** A difference as a line of a message. */
export function describeDifference({ path, registered, given }: Difference): string {
  return `  ${path}: ${shortened(registered)} is registered, ${shortened(given)} was given`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}
