import { isToken, withEnd } from "../tokens/tokens.js";
import type { Keyring } from "./keyring.js";
import type { TokenStore } from "./token-store.js";

// The names of flytekit's `KeyringStore`: whoever signed in there is signed in here, and the other way round.
const ACCESS = "access_token";
const REFRESH = "refresh_token";
const ID = "id_token";

/** Tokens in the system's keyring, under `service`: the endpoint as Flyte's tools write it. */
export function keyringStore(keyring: Keyring, service: string): TokenStore {
  const remove = async (): Promise<void> => {
    for (const account of [ACCESS, REFRESH, ID]) await keyring.remove(service, account);
  };
  return {
    load: async () => {
      const accessToken = await keyring.get(service, ACCESS);
      if (!isToken(accessToken)) return undefined;
      const refreshToken = await keyring.get(service, REFRESH);
      const idToken = await keyring.get(service, ID);
      return withEnd({ accessToken, refreshToken, idToken }, 0, undefined);
    },
    save: async ({ accessToken, refreshToken, idToken }) => {
      const entries = [
        [ACCESS, accessToken],
        [REFRESH, refreshToken],
        [ID, idToken],
      ] as const;
      for (const [account, text] of entries) {
        if (text !== undefined) await keyring.set(service, account, text);
      }
    },
    remove,
  };
}
