import { configErrors as errors } from "../errors/config-errors.js";

/** An address, and whether its scheme says that it speaks TLS. */
export interface Endpoint {
  /** `host:port` */
  readonly address: string;
  readonly insecure?: boolean | undefined;
}

/**
 * The address that a text of people names: `dns:///host:81`, `https://host/`, `http://host:30080` or `host:81`. Without a
 * port it is that of the scheme, 443 for TLS.
 *
 * @throws `CONFIG_VALUE_INVALID`
 */
export function toEndpoint(given: string, source: string): Endpoint {
  const text = given.trim().replace(/^dns:\/\/\//, "");
  const [, scheme, rest = ""] = /^(?:([a-z][a-z\d+.-]*):\/\/)?(.*)$/is.exec(text) ?? [];
  const address = rest.replace(/\/+$/, "");
  const known = scheme === undefined || /^https?$/i.test(scheme);
  const [, host, port] = /^(\[[\da-f:.]+\]|[^\s:/?#@[\]]+)(?::(\d{1,5}))?$/i.exec(address) ?? [];
  if (!known || host === undefined || Number(port ?? 1) > 65_535) {
    const wanted = "the address of flyteadmin, such as flyte.example.com:443";
    throw errors.CONFIG_VALUE_INVALID({
      name: "endpoint",
      source,
      wanted,
      given: JSON.stringify(plain(given)),
    });
  }
  const insecure = scheme === undefined ? undefined : scheme.toLowerCase() === "http";
  return { address: `${host}:${port ?? (insecure === true ? 80 : 443)}`, insecure };
}

// Somebody may have put a password before the host, with any characters, or a token behind it.
function plain(given: string): string {
  return given.replace(/^([a-z][\w+.-]*:\/*)?.*@/is, "$1***@").replace(/[?#].*$/s, "?***");
}
