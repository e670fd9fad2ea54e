import type { TokenCredential } from "@azure/identity";

import type { AzureSettings, ServicePrincipal } from "../settings/azure-settings.js";

// For so long, in milliseconds, a token of the author's function is taken to be good.
const GOOD_FOR = 60_000;

/** Where tokens of Microsoft Entra come from: a service principal, a function of the author's, or what the machine has. */
export async function tokenCredential(
  principal: ServicePrincipal | undefined,
  given: Exclude<AzureSettings["credentials"], "anonymous">,
): Promise<TokenCredential> {
  if (typeof given === "function")
    return { getToken: async () => ({ token: await given(), expiresOnTimestamp: Date.now() + GOOD_FOR }) };
  const { ClientSecretCredential, DefaultAzureCredential } = await import("@azure/identity");
  if (principal === undefined) return new DefaultAzureCredential();
  const { tenantId, clientId, clientSecret } = principal;
  return new ClientSecretCredential(tenantId, clientId, clientSecret);
}
