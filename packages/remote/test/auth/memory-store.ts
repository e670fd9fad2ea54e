import type { TokenStore } from "../../src/auth/store/token-store.js";
import type { Tokens } from "../../src/auth/tokens/tokens.js";

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
