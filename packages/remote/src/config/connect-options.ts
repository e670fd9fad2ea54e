/** What says where the cluster is. What is not given is taken from the environment and Flyte's configuration files. */
export interface ConnectOptions {
  /** `host:port` of flyteadmin. `dns:///` before it, `https://` and a slash at the end are taken too. */
  readonly endpoint?: string | undefined;
  /** Speak without TLS. */
  readonly insecure?: boolean | undefined;
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
  /** How long one try of a call may take, in milliseconds. 60,000 if absent. */
  readonly timeout?: number | undefined;
}
