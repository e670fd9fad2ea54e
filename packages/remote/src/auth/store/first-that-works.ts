import { textOf } from "@flytekit-ts/core/errors";
import type { Keyring } from "./keyring.js";
import { keyringStore } from "./keyring-store.js";
import type { TokenStore } from "./token-store.js";

/** What a store for people is made of. */
export interface StoreParts {
  readonly keyring: () => Promise<Keyring | undefined>;
  /** What the entries in the keyring are under. */
  readonly service: string;
  readonly file: TokenStore;
  readonly say: (text: string) => void;
}

/** Tokens in the system's keyring, and in a file where there is none, or none that works. */
export function firstThatWorks({ keyring, service, file, say }: StoreParts): TokenStore {
  let opened: Promise<TokenStore | undefined> | undefined;
  const inKeyring = async (): Promise<TokenStore | undefined> => {
    opened ??= keyring().then((found) => found && keyringStore(found, service));
    return opened;
  };
  // Whatever a keyring says of why it does not work, a file does.
  const attempt = async <T>(
    act: (store: TokenStore) => Promise<T>,
  ): Promise<{ readonly value: T } | undefined> => {
    const store = await inKeyring();
    try {
      return store && { value: await act(store) };
    } catch {
      opened = Promise.resolve(undefined);
      return undefined;
    }
  };
  const removeFile = async (): Promise<void> => {
    try {
      await file.remove();
    } catch (error) {
      say(`The older tokens in a file stay there, since they cannot be removed: ${textOf(error)}`);
    }
  };
  return {
    load: async () => (await attempt(async (store) => store.load()))?.value ?? (await file.load()),
    save: async (tokens) => {
      if (await attempt(async (store) => store.save(tokens))) {
        await removeFile();
        return;
      }
      try {
        await file.save(tokens);
      } catch (error) {
        say(`The tokens are kept for this program only, since they cannot be stored: ${textOf(error)}`);
      }
    },
    remove: async () => {
      await attempt(async (store) => store.remove());
      await removeFile();
    },
  };
}
