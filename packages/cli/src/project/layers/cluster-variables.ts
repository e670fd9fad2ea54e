// What `remote` reads itself, before Flyte's files: these win over a configuration too.
const VARIABLES: readonly (readonly [string, readonly string[]])[] = [
  ["cluster.config", ["_FLYTECTL_CONFIG_PYFLYTE_OVERRIDE", "FLYTECTL_CONFIG", "UCTL_CONFIG"]],
  ["cluster.endpoint", ["FLYTE_PLATFORM_URL"]],
  ["cluster.insecure", ["FLYTE_PLATFORM_INSECURE"]],
  ["cluster.insecureSkipVerify", ["FLYTE_PLATFORM_INSECURE_SKIP_VERIFY"]],
  ["cluster.caCertFile", ["FLYTE_PLATFORM_CA_CERT_FILE_PATH"]],
  ["cluster.consoleEndpoint", ["FLYTE_PLATFORM_CONSOLE_ENDPOINT"]],
  ["cluster.httpProxy", ["FLYTE_PLATFORM_HTTP_PROXY_URL"]],
  ["cluster.auth.type", ["FLYTE_CREDENTIALS_AUTH_MODE"]],
  ["cluster.auth.clientId", ["FLYTE_CREDENTIALS_CLIENT_ID"]],
  [
    "cluster.auth.clientSecret",
    [
      "FLYTE_CREDENTIALS_CLIENT_SECRET",
      "FLYTE_CREDENTIALS_CLIENT_SECRET_LOCATION",
      "FLYTE_CREDENTIALS_CLIENT_SECRET_ENV_VAR",
    ],
  ],
  ["cluster.auth.scopes", ["FLYTE_CREDENTIALS_SCOPES"]],
  ["cluster.auth.audience", ["FLYTE_CREDENTIALS_AUDIENCE"]],
  ["cluster.auth.command", ["FLYTE_CREDENTIALS_COMMAND"]],
  ["cluster.auth.proxyCommand", ["FLYTE_CREDENTIALS_PROXY_COMMAND"]],
];

/** The settings of the cluster that variables say, each with its variable. */
export function clusterVariables(
  env: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
  const said = VARIABLES.flatMap(([setting, names]) => {
    const name = names.find((each) => (env[each] ?? "") !== "");
    return name === undefined ? [] : [[setting, name] as const];
  });
  return new Map(said);
}
