/** How callers prove who they are. */
export type AuthType = "pkce" | "client-credentials" | "device" | "command" | "none";

/** What is needed to reach a cluster: the one form of files, environment and options. */
export interface ClusterConfig {
  /** `host:port`, without a scheme. */
  readonly endpoint: string;
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
  /** Where what is given without them is looked up, and executed. */
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
  /** Where each value came from, for people: `endpoint` to `FLYTECTL_CONFIG (/home/ada/.flyte/config.yaml)`. */
  readonly sources: ReadonlyMap<string, string>;
}

/** How to get tokens. */
export interface AuthConfig {
  readonly type: AuthType;
  readonly clientId?: string | undefined;
  /** Read when a token is needed, and never kept in messages. */
  readonly clientSecret?: (() => string) | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly audience?: string | undefined;
  /** A command and its arguments, which prints a token. */
  readonly command?: readonly string[] | undefined;
  /** A command and its arguments, which prints a token for a proxy before the cluster. */
  readonly proxyCommand?: readonly string[] | undefined;
}
