import type { GcsSettings } from "../settings/gcs-settings.js";
import type { Credentials } from "./credentials.js";
import { defaultCredentials } from "./default-credentials.js";

const anonymous: Credentials = { isAnonymous: true, headers: async () => ({}) };

/** The credentials of the settings. */
export function credentialsOf(given: GcsSettings["credentials"]): Credentials {
  if (given === "anonymous") return anonymous;
  if (given === "default") return defaultCredentials();
  return { isAnonymous: false, headers: async () => ({ authorization: `Bearer ${await given()}` }) };
}
