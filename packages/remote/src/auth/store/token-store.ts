import type { Tokens } from "../tokens/tokens.js";

/** Where the tokens of one cluster outlive the process. */
export interface TokenStore {
  load(): Promise<Tokens | undefined>;
  save(tokens: Tokens): Promise<void>;
  remove(): Promise<void>;
}
