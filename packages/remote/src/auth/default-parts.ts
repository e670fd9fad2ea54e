import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { AuthParts } from "./flows/auth-parts.js";
import { openBrowser } from "./flows/open-browser.js";
import { type Environment, fileStem, stateFolder } from "./store/state-folder.js";
import { fileStore } from "./store/file-store.js";
import { firstThatWorks } from "./store/first-that-works.js";
import { systemKeyring } from "./store/system-keyring.js";

/** What is around a program that signs in. */
export interface Around {
  readonly env?: Environment | undefined;
  /** Takes what a person should read. */
  readonly onNotice?: ((text: string) => void) | undefined;
  readonly interactive?: boolean | undefined;
}

/** Signing in on this machine, by its person. `service` is what tokens in the keyring are under. */
export function defaultParts(service: string, around: Around = {}): AuthParts {
  const { env = process.env, onNotice, interactive } = around;
  const stem = join(stateFolder(env), "auth", fileStem(service));
  // Standard output is for what a program is run for.
  const tell = onNotice ?? ((text: string): void => void process.stderr.write(`${text}\n`));
  const say = (text: string): void => tell(printable(text));
  return {
    store: firstThatWorks({ keyring: systemKeyring, service, file: fileStore(`${stem}.json`), say }),
    lockFile: `${stem}.lock`,
    browse: (url) => openBrowser(url, env),
    say,
    interactive,
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
