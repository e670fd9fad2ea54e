import type { Tokens } from "../tokens/tokens.js";

/** Where the tokens of one cluster outlive the process. */
export interface TokenStore {
  load(): Promise<Tokens | undefined>;
  save(tokens: Tokens): Promise<void>;
  remove(): Promise<void>;
}

/** Keeps tokens as long as the process lives. */
export function memoryStore(): TokenStore {
  let kept: Tokens | undefined;
  return {
    load: async () => kept,
    save: async (tokens) => {
      kept = tokens;
    },
    remove: async () => {
      kept = undefined;
    },
  };
}
