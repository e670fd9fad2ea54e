import type { AuthType } from "./auth-type.js";

/** What is needed to reach a cluster: the one form of options, environment and files. */
export interface ClusterConfig {
  /** `host:port`, without a scheme. */
  readonly endpoint: string;
  /** The endpoint as it was written, without `dns:///`: the name that Flyte's tools keep tokens under. */
  readonly writtenEndpoint?: string | undefined;
  /** Speak without TLS. */
  readonly insecure: boolean;
  /** Take whatever certificate the server has. */
  readonly insecureSkipVerify: boolean;
  /** A PEM file of the authorities to trust instead of Node's. */
  readonly caCertFile?: string | undefined;
  /** The address of the console, where it is not that of the endpoint. */
  readonly consoleEndpoint?: string | undefined;
  /** A proxy for HTTP requests, such as those for tokens. */
  readonly httpProxy?: string | undefined;
  readonly auth: AuthConfig;
  /** Where things are looked up and executed that are given without them. */
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
  /** Where each value came from, for people: `endpoint` to `admin.endpoint in ~/.flyte/config.yaml`. */
  readonly sources: ReadonlyMap<string, string>;
}

/** How to get tokens. */
export interface AuthConfig {
  readonly type: AuthType;
  readonly clientId?: string | undefined;
  /**
   * The secret of a client, read when a token is needed: a function, so that no printer shows it.
   *
   * @throws `CONFIG_FILE_INVALID` for a file that cannot be read, `CONFIG_VALUE_INVALID` for a variable that is not set
   */
  readonly clientSecret?: (() => string) | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly audience?: string | undefined;
  /** A command and its arguments, which prints a token. */
  readonly command?: readonly string[] | undefined;
  /** A command and its arguments, which prints a token for a proxy before the cluster. */
  readonly proxyCommand?: readonly string[] | undefined;
}
