/** The keyring of a system: texts by service and account. Each function rejects where the keyring cannot be used. */
export interface Keyring {
  get(service: string, account: string): Promise<string | undefined>;
  set(service: string, account: string, text: string): Promise<void>;
  remove(service: string, account: string): Promise<void>;
}

/** The keyring of this system, if its package is installed and its binary loads. */
export async function systemKeyring(): Promise<Keyring | undefined> {
  const native = await import("@napi-rs/keyring").catch(() => undefined);
  if (native === undefined) return undefined;
  // Without this, the keyring of the kernel stands in for that of the desktop: it forgets, and Python does not look there.
  const options = { linux: { store: "secret-service" } } as const;
  const entry = (service: string, account: string) => new native.AsyncEntry(service, account, options);
  return {
    get: async (service, account) => (await entry(service, account).getPassword()) ?? undefined,
    set: async (service, account, text) => entry(service, account).setPassword(text),
    remove: async (service, account) => {
      await entry(service, account).deleteCredential();
    },
  };
}
