import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { AuthParts } from "./flows/auth-parts.js";
import { openBrowser } from "./flows/open-browser.js";
import { fileStem, stateFolder } from "./store/state-folder.js";
import { fileStore } from "./store/file-store.js";
import { firstThatWorks } from "./store/first-that-works.js";
import { systemKeyring } from "./store/system-keyring.js";

/** Signing in on this machine, by its person. `service` is what tokens in the keyring are under. */
export function defaultParts(service: string): AuthParts {
  const stem = join(stateFolder(), "auth", fileStem(service));
  const say = (text: string): void => {
    // Standard output is for what a program is run for.
    process.stderr.write(`${printable(text)}\n`);
  };
  return {
    store: firstThatWorks({ keyring: systemKeyring, service, file: fileStore(`${stem}.json`), say }),
    lockFile: `${stem}.lock`,
    browse: openBrowser,
    say,
    now: Date.now,
    wait: async (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
    personTime: 300_000,
    commandTime: 60_000,
    requestTime: 30_000,
  };
}

// Addresses and codes are the server's words: they must not move the cursor of a terminal.
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "\ufffd");
}
