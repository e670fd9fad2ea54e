import type { Keyring } from "./keyring.js";
import { sharedEntries } from "./shared-entries.js";

// Without this, the keyring of the kernel stands in for that of the desktop: it forgets, and Python does not look there.
const OPTIONS = Object.freeze({ linux: { store: "secret-service" } } as const);
// The collection of secrets that is used anyway. Naming it marks the entries that we made.
const TARGET = "default";

/** The keyring of this system, if its package is installed and its binary loads. */
export async function systemKeyring(): Promise<Keyring | undefined> {
  const native = await loadNative();
  if (native === undefined) return undefined;
  const { AsyncEntry } = native;
  const entry = (service: string, account: string) => new AsyncEntry(service, account, OPTIONS);
  const own = (service: string, account: string) => AsyncEntry.withTarget(TARGET, service, account, OPTIONS);
  return sharedEntries(entry, process.platform === "linux" ? own : entry);
}

// Bundlers follow the name of a package, and fail on the binary of this one (`.node`).
const PACKAGE = ["@napi-rs", "keyring"].join("/");

async function loadNative(): Promise<typeof import("@napi-rs/keyring") | undefined> {
  return (import(PACKAGE) as Promise<typeof import("@napi-rs/keyring")>).catch(() => undefined);
}
