/** Makes the error about a file, from words for what is wrong with it. */
export type Invalid = (problem: string) => Error;
