import { SecretMasker } from "@flytekit-ts/core/context";
import { coreErrors } from "@flytekit-ts/core/errors";
import { type Storage, storagesOf } from "@flytekit-ts/core/storage";
import { assertOptions, assertText, hidden, type Logger } from "@flytekit-ts/core/tasks";
import type { Surroundings } from "../handling/surroundings.js";
import { lineLogger } from "./line-logger.js";

/** How connectors are served. */
export interface ServeOptions {
  /** 8000 by default; 0 for any that is free. */
  readonly port?: number | undefined;
  /** All addresses of the machine by default. */
  readonly host?: string | undefined;
  /** Of the metrics, over HTTP; 9090 by default, 0 for any that is free, false for none. */
  readonly metricsPort?: number | false | undefined;
  /** PEM texts; without them, the server speaks without TLS, as Flyte does inside a cluster. */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined;
  /** How long a call may take, in milliseconds; a minute by default. The engine gives up after 3 s, if it is not told otherwise. */
  readonly deadline?: number | undefined;
  /** How long `close` waits for calls that are under way, in milliseconds; 10 s by default. */
  readonly grace?: number | undefined;
  /** The largest message in bytes, either way; 10 MiB by default. */
  readonly largestMessage?: number | undefined;
  /** For files among inputs and outputs. The local disk and http(s) need not be among them. */
  readonly storages?: readonly Storage[] | undefined;
  /** Lines on standard error by default. */
  readonly logger?: Logger | undefined;
}

/** The same, with nothing left open. */
export interface ServeSettings {
  readonly port: number;
  readonly host: string;
  readonly metricsPort: number | false;
  readonly tls: ServeOptions["tls"];
  readonly grace: number;
  readonly largestMessage: number;
  readonly around: Surroundings;
}

const AT = "serveConnectors";
const KNOWN = new Set([
  "port",
  "host",
  "metricsPort",
  "tls",
  "deadline",
  "grace",
  "largestMessage",
  "storages",
  "logger",
]);
const LONGEST = 2 ** 31 - 1;

/** The settings of a server. @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `OPTIONS_NOT_AN_OBJECT` */
export function serveSettings(options: ServeOptions): ServeSettings {
  assertOptions(options, KNOWN, AT);
  const { port = 8000, host = "0.0.0.0", metricsPort = 9090, tls, logger = lineLogger } = options;
  const { deadline = 60_000, grace = 10_000, largestMessage = 10 * 2 ** 20, storages = [] } = options;
  assertText(host, "host", AT);
  assertNumber(port, "port", 0, 65_535);
  if (metricsPort !== false) assertNumber(metricsPort, "metricsPort", 0, 65_535);
  assertNumber(deadline, "deadline", 1, LONGEST);
  assertNumber(grace, "grace", 0, LONGEST);
  assertNumber(largestMessage, "largestMessage", 1, LONGEST);
  if (tls !== undefined) assertTls(tls);
  const around: Surroundings = {
    logger,
    masker: new SecretMasker(),
    storages: storagesOf(storages, AT),
    isLocal: false,
    deadline,
  };
  return { port, host, metricsPort, tls, grace, largestMessage, around };
}

function assertNumber(value: unknown, option: string, least: number, most: number): void {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return;
  const wanted = `a whole number from ${least} to ${most}`;
  throw coreErrors.OPTION_INVALID({ at: AT, option, wanted, given: value, advice: `Correct \`${option}\`.` });
}

function assertTls(tls: unknown): void {
  assertOptions(tls, new Set(["certificate", "key"]), `${AT}, option tls`);
  const { certificate, key } = tls as { readonly certificate?: unknown; readonly key?: unknown };
  for (const [option, value] of Object.entries({ certificate, key })) {
    if (typeof value === "string" && value.includes("-----BEGIN ")) continue;
    const advice = 'Read the PEM file: `readFileSync(path, "utf8")`.';
    const params = {
      at: AT,
      option: `tls.${option}`,
      wanted: "the text of a PEM file",
      ...hidden(value),
      advice,
    };
    throw coreErrors.OPTION_INVALID(params);
  }
}
