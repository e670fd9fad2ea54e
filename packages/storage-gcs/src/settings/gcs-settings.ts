import { coreErrors } from "@flytekit-ts/core/errors";
import { patienceOf, type Patience } from "@flytekit-ts/core/storage";

/** Options of `gcs`. */
export interface GcsOptions extends Partial<Patience> {
  /** The environment variables to read instead of those of the process, which the default credentials read. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * The address of the API: that of an emulator, or of a private endpoint. `STORAGE_EMULATOR_HOST` is taken if it is left
   * out. Tokens are sent to `https:` addresses only.
   */
  readonly endpoint?: string | undefined;
  /** The project that pays, for buckets whose owner does not. */
  readonly userProject?: string | undefined;
  /**
   * `"default"`, the usual one, finds the application default credentials, and works without any where there are none.
   * A function gives an access token each time one is needed.
   */
  readonly credentials?: "default" | "anonymous" | (() => string | Promise<string>) | undefined;
}

/** What a store is made with. */
export interface GcsSettings {
  readonly endpoint: URL;
  readonly userProject: string | undefined;
  readonly credentials: "default" | "anonymous" | (() => string | Promise<string>);
  readonly patience: Patience;
}

type Environment = Readonly<Record<string, string | undefined>>;

const AT = "gcs()";
const KNOWN = ["env", "endpoint", "userProject", "credentials", "attempts", "firstWait", "stallAfter"];

/** The settings of options and environment. @throws `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function settingsOf(
  options: GcsOptions,
  environment: Environment = options.env ?? process.env,
): GcsSettings {
  for (const option of Object.keys(options)) {
    if (!KNOWN.includes(option)) throw coreErrors.OPTION_UNKNOWN({ at: AT, option, known: KNOWN });
  }
  const { userProject, credentials = "default" } = options;
  if (userProject !== undefined && (typeof userProject !== "string" || userProject === ""))
    throw invalid("userProject", "the id of a project", userProject);
  if (credentials !== "default" && credentials !== "anonymous" && typeof credentials !== "function")
    throw invalid(
      "credentials",
      '"default", "anonymous" or a function that gives a token',
      typeof credentials,
    );
  const endpoint = endpointOf(options.endpoint, environment);
  return {
    endpoint,
    userProject,
    credentials: endpoint.protocol === "https:" ? credentials : "anonymous",
    patience: patienceOf(options, AT),
  };
}

function endpointOf(option: string | undefined, environment: Environment): URL {
  const variable = environment["STORAGE_EMULATOR_HOST"];
  if (option !== undefined && typeof option !== "string") throw invalid("endpoint", "an address", option);
  const given = option ?? (variable === undefined || variable === "" ? undefined : variable);
  if (given === undefined) return new URL("https://storage.googleapis.com");
  const address = /^[a-z]+:\/\//i.test(given) ? given : `http://${given}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isPlain = url !== undefined && url.username === "" && url.search === "";
  if (isPlain && /^https?:$/.test(url.protocol)) return url;
  const advice =
    option === undefined
      ? "Correct the environment variable STORAGE_EMULATOR_HOST, or remove it."
      : undefined;
  throw invalid("endpoint", "an address such as http://127.0.0.1:4443", "another text", advice);
}

const invalid = (option: string, wanted: string, given: unknown, advice?: string): Error =>
  coreErrors.OPTION_INVALID({ at: AT, option, wanted, given, advice });
