import { textOf } from "@flytekit-ts/core/errors";
import type { AuthClient } from "google-auth-library";

import type { Credentials } from "./credentials.js";

const SCOPES = ["https://www.googleapis.com/auth/devstorage.read_write"];

/**
 * The application default credentials, found and refreshed by Google's library, which is loaded here. Where there are
 * none, requests go out without a token.
 */
export function defaultCredentials(): Credentials {
  let finding: Promise<AuthClient | undefined> | undefined;
  let isAnonymous = false;
  return {
    get isAnonymous() {
      return isAnonymous;
    },
    async headers() {
      finding ??= find();
      try {
        const client = await finding;
        isAnonymous = client === undefined;
        return client === undefined ? {} : Object.fromEntries(await client.getRequestHeaders());
      } catch (error) {
        // The next attempt looks for them again.
        finding = undefined;
        throw error;
      }
    },
  };
}

async function find(): Promise<AuthClient | undefined> {
  const { GoogleAuth } = await import("google-auth-library");
  try {
    return await new GoogleAuth({ scopes: SCOPES }).getClient();
  } catch (error) {
    // The library has no code for it.
    if (textOf(error).startsWith("Could not load the default credentials")) return undefined;
    throw error;
  }
}
