import { coreErrors } from "@flytekit-ts/core/errors";
import { patienceOf, type Patience } from "@flytekit-ts/core/storage";

import { accountOf } from "./connection-account.js";

/** An application of Microsoft Entra and its secret. */
export interface ServicePrincipal {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Options of `azure`. What is left out comes from the environment. */
export interface AzureOptions extends Partial<Patience> {
  /** The environment variables to read instead of those of the process, which the default credentials read. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** The account of URIs that name none; `FLYTE_AZURE_STORAGE_ACCOUNT_NAME`. Key and signature are those of this account. */
  readonly account?: string | undefined;
  /** `FLYTE_AZURE_STORAGE_ACCOUNT_KEY`. */
  readonly accountKey?: string | undefined;
  /** A shared access signature; `AZURE_STORAGE_SAS_TOKEN`. */
  readonly sasToken?: string | undefined;
  /** `AZURE_STORAGE_CONNECTION_STRING`, which says where an account is and how to sign. It comes before all others. */
  readonly connectionString?: string | undefined;
  /** The address of the account's blob service, where it is not the usual one. */
  readonly endpoint?: string | undefined;
  /** `FLYTE_AZURE_TENANT_ID`, `FLYTE_AZURE_CLIENT_ID` and `FLYTE_AZURE_CLIENT_SECRET`. */
  readonly servicePrincipal?: ServicePrincipal | undefined;
  /**
   * Where there is nothing of the above: `"default"`, the usual one, finds the credentials of the machine as Azure's tools
   * do. A function gives an access token each time one is needed.
   */
  readonly credentials?: "default" | "anonymous" | (() => string | Promise<string>) | undefined;
}

/** What a store is made with. */
export interface AzureSettings extends Omit<AzureOptions, keyof Patience | "env"> {
  readonly credentials: "default" | "anonymous" | (() => string | Promise<string>);
  /** The account of the connection string. */
  readonly connectedAccount: string | undefined;
  readonly patience: Patience;
}

type Environment = Readonly<Record<string, string | undefined>>;

const AT = "azure()";
const TEXTS = ["account", "accountKey", "sasToken", "connectionString", "endpoint"] as const;
const KNOWN = ["env", ...TEXTS, "servicePrincipal", "credentials", "attempts", "firstWait", "stallAfter"];

const VARIABLES: Readonly<Record<(typeof TEXTS)[number], readonly string[]>> = {
  account: ["FLYTE_AZURE_STORAGE_ACCOUNT_NAME", "AZURE_STORAGE_ACCOUNT_NAME"],
  accountKey: ["FLYTE_AZURE_STORAGE_ACCOUNT_KEY", "AZURE_STORAGE_ACCOUNT_KEY"],
  sasToken: ["AZURE_STORAGE_SAS_TOKEN"],
  connectionString: ["AZURE_STORAGE_CONNECTION_STRING"],
  endpoint: [],
};

/** The settings of options and environment. @throws `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function settingsOf(
  options: AzureOptions,
  environment: Environment = options.env ?? process.env,
): AzureSettings {
  for (const option of Object.keys(options)) {
    if (!KNOWN.includes(option)) throw coreErrors.OPTION_UNKNOWN({ at: AT, option, known: KNOWN });
  }
  const texts: Partial<Record<(typeof TEXTS)[number], string>> = {};
  for (const option of TEXTS) {
    const text = textOf(option, options[option]) ?? found(environment, VARIABLES[option]);
    if (text !== undefined) texts[option] = text;
  }
  assertEndpoint(texts.endpoint);
  const { credentials = "default" } = options;
  if (credentials !== "default" && credentials !== "anonymous" && typeof credentials !== "function")
    throw invalid("credentials", '"default", "anonymous" or a function that gives a token');
  return {
    ...texts,
    servicePrincipal: principalOf(options.servicePrincipal, environment),
    credentials,
    connectedAccount: connectedAccount(texts.connectionString),
    patience: patienceOf(options, AT),
  };
}

function connectedAccount(connectionString: string | undefined): string | undefined {
  if (connectionString === undefined) return undefined;
  const account = accountOf(connectionString);
  if (account !== undefined) return account;
  const advice = "Copy it whole, from `DefaultEndpointsProtocol=` or `BlobEndpoint=` to its end.";
  throw invalid("connectionString", "a connection string that names an account", advice);
}

function principalOf(
  given: ServicePrincipal | undefined,
  environment: Environment,
): ServicePrincipal | undefined {
  const tenantId = given?.tenantId ?? found(environment, ["FLYTE_AZURE_TENANT_ID"]);
  const clientId = given?.clientId ?? found(environment, ["FLYTE_AZURE_CLIENT_ID"]);
  const clientSecret = given?.clientSecret ?? found(environment, ["FLYTE_AZURE_CLIENT_SECRET"]);
  if (tenantId !== undefined && clientId !== undefined && clientSecret !== undefined)
    return { tenantId, clientId, clientSecret };
  if (given === undefined && tenantId === undefined && clientId === undefined && clientSecret === undefined)
    return undefined;
  const advice =
    "Set FLYTE_AZURE_TENANT_ID, FLYTE_AZURE_CLIENT_ID and FLYTE_AZURE_CLIENT_SECRET, or none of them.";
  throw invalid("servicePrincipal", "`tenantId`, `clientId` and `clientSecret`, all three", advice);
}

function assertEndpoint(endpoint: string | undefined): void {
  if (endpoint === undefined) return;
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.search !== "")
    throw invalid("endpoint", "an address such as https://account.blob.core.windows.net");
}

function textOf(option: string, given: unknown): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== "string" || given === "") throw invalid(option, "a text that is not empty");
  return given;
}

function found(environment: Environment, names: readonly string[]): string | undefined {
  return names.map((name) => environment[name]).find((value) => value !== undefined && value !== "");
}

// What was given may be a key, so it is not shown.
const invalid = (option: string, wanted: string, advice?: string): Error =>
  coreErrors.OPTION_INVALID({ at: AT, option, wanted, given: undefined, inWords: "something else", advice });
