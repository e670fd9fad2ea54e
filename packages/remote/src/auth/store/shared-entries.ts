import type { Keyring } from "./keyring.js";

/** One entry of a keyring. Rejects where the keyring cannot be used, and where more than one entry is meant. */
export interface Entry {
  getPassword(): Promise<string | null | undefined>;
  setPassword(text: string): Promise<void>;
  deleteCredential(): Promise<boolean>;
}

type Find = (service: string, account: string) => Entry;

/**
 * A keyring that Python's `keyring` writes to as well. In the Secret Service of Linux, it does not see that an entry of ours is
 * there, and adds one of its own, so that both are meant from then on. Ours is the older one then: it goes.
 *
 * @param any - the entry of a service and account, whoever made it
 * @param own - the one that we made
 */
export function sharedEntries(any: Find, own: Find): Keyring {
  const once = async <T>(service: string, account: string, act: (entry: Entry) => Promise<T>): Promise<T> => {
    try {
      return await act(any(service, account));
    } catch {
      // It rejects, too, where the keyring cannot be used at all.
      await own(service, account).deleteCredential();
      return act(any(service, account));
    }
  };
  const get = async (service: string, account: string): Promise<string | undefined> =>
    (await once(service, account, async (entry) => entry.getPassword())) ?? undefined;
  return {
    get,
    set: async (service, account, text) => {
      const isThere = (await get(service, account)) !== undefined;
      await (isThere ? any : own)(service, account).setPassword(text);
    },
    remove: async (service, account) => {
      await once(service, account, async (entry) => entry.deleteCredential());
    },
  };
}
