import type { TimeSpan } from "@flytekit-ts/core";
import type { Storage } from "@flytekit-ts/core/storage";

/** What says where the cluster is. What is not given is taken from the environment and Flyte's configuration files. */
export interface ConnectOptions {
  /** A configuration file of Flyte's: YAML, or INI if its name does not end in `.yaml` or `.yml`. */
  readonly config?: string | undefined;
  /** `host:port` of flyteadmin. `dns:///` before it, `https://` and a slash at the end are taken too. */
  readonly endpoint?: string | undefined;
  /** Speak without TLS. */
  readonly insecure?: boolean | undefined;
  /** Take whatever certificate the server has. */
  readonly insecureSkipVerify?: boolean | undefined;
  /** A PEM file of the authorities to trust instead of Node's. */
  readonly caCertFile?: string | undefined;
  /** The address of the console, where it is not that of the endpoint. */
  readonly consoleEndpoint?: string | undefined;
  /** A proxy for HTTP requests, such as those for tokens. gRPC takes the one that `https_proxy` names. */
  readonly httpProxy?: string | undefined;
  readonly auth?: AuthOptions | undefined;
  /** Where things are looked up and executed that are given without them. */
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
  /**
   * Where files and datasets of executions are read: the storages of their schemes. What none is for is read through links
   * that the cluster signs, which need no keys.
   */
  readonly storage?: Storage | readonly Storage[] | undefined;
  /** How long one try of a call may take: milliseconds, or a text such as `"90 s"`. A minute if absent. */
  readonly timeout?: TimeSpan | undefined;
  /** The environment variables to read, in place of those of the process. */
  readonly env?: { readonly [name: string]: string | undefined } | undefined;
  /** The folder in which `flytekit.config` is looked for, and which relative paths are in. That of the process if absent. */
  readonly cwd?: string | undefined;
  /**
   * Whether a person may be asked to sign in. If not, stored tokens are used and renewed, and a call for which somebody would
   * have to sign in fails with `NOT_AUTHENTICATED`. True if absent.
   */
  readonly interactive?: boolean | undefined;
  /** Told what a person should read: where to sign in, with which code. Standard error if absent. */
  readonly onNotice?: ((text: string) => void) | undefined;
}

/** How to prove who calls. */
export interface AuthOptions {
  /** `Pkce` if absent, `ClientSecret` where there is a secret. The names of Flyte's files, in any case. */
  readonly type?: "Pkce" | "ClientSecret" | "DeviceFlow" | "ExternalCommand" | "None" | undefined;
  readonly clientId?: string | undefined;
  /** The secret itself, from wherever you keep it. */
  readonly clientSecret?: (() => string) | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly audience?: string | undefined;
  /** A command and its arguments, which prints a token. */
  readonly command?: readonly string[] | undefined;
  /** A command and its arguments, which prints a token for a proxy before the cluster. */
  readonly proxyCommand?: readonly string[] | undefined;
}
