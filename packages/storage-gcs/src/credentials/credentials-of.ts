import type { GcsSettings } from "../settings/gcs-settings.js";
import { defaultCredentials } from "./default-credentials.js";

/** Where the headers come from that say who asks. */
export interface Credentials {
  /** Whether requests go out without a token. Of the default credentials it is known after the first `headers`. */
  readonly isAnonymous: boolean;
  headers(): Promise<Readonly<Record<string, string>>>;
}

const anonymous: Credentials = { isAnonymous: true, headers: async () => ({}) };

/** The credentials of the settings. */
export function credentialsOf(given: GcsSettings["credentials"]): Credentials {
  if (given === "anonymous") return anonymous;
  if (given === "default") return defaultCredentials();
  return { isAnonymous: false, headers: async () => ({ authorization: `Bearer ${await given()}` }) };
}
