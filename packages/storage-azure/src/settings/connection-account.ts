/** The account that a connection string is for; undefined if it names none. */
export function accountOf(connectionString: string): string | undefined {
  const parts = new Map<string, string>();
  for (const part of connectionString.split(";")) {
    const { name, value } = /^\s*(?<name>[^=]+)=(?<value>.*?)\s*$/s.exec(part)?.groups ?? {};
    if (name !== undefined && value !== undefined) parts.set(name.toLowerCase(), value);
  }
  if (parts.get("usedevelopmentstorage")?.toLowerCase() === "true") return "devstoreaccount1";
  return parts.get("accountname") ?? ofEndpoint(parts.get("blobendpoint"));
}

// With a signature instead of a key, only the address has the account.
function ofEndpoint(endpoint: string | undefined): string | undefined {
  if (endpoint === undefined || !URL.canParse(endpoint)) return undefined;
  const { hostname, pathname } = new URL(endpoint);
  const inPath = /^\/([^/]+)/.exec(pathname)?.[1];
  return inPath ?? hostname.split(".")[0];
}
