import type { Signal } from "@flytekit-ts/core/storage";
import type { Tokens } from "../tokens/tokens.js";

/** A way to get tokens. */
export interface Flow {
  /** From the start. May need a person. */
  signIn(signal: Signal): Promise<Tokens>;
  /** From a refresh token, without a person. Absent where signing in needs none either. */
  readonly refresh?: ((refreshToken: string, signal: Signal) => Promise<Tokens>) | undefined;
  /** The name of the header that the cluster wants tokens in, as far as it is known. */
  header(): string;
}
