/** One value of the configuration, under its names in Flyte's files. */
export interface Setting {
  /** What it is called in our options. */
  readonly name: string;
  /** Its section and option in INI files. The variable is `FLYTE_<SECTION>_<OPTION>`. */
  readonly ini: string;
  readonly yaml?: string | undefined;
}

/** The values that Flyte's files and variables have for a client. */
export const SETTINGS = Object.freeze({
  endpoint: { name: "endpoint", ini: "platform.url", yaml: "admin.endpoint" },
  insecure: { name: "insecure", ini: "platform.insecure", yaml: "admin.insecure" },
  insecureSkipVerify: {
    name: "insecureSkipVerify",
    ini: "platform.insecure_skip_verify",
    yaml: "admin.insecureSkipVerify",
  },
  caCertFile: { name: "caCertFile", ini: "platform.ca_cert_file_path", yaml: "admin.caCertFilePath" },
  consoleEndpoint: { name: "consoleEndpoint", ini: "platform.console_endpoint", yaml: "console.endpoint" },
  httpProxy: { name: "httpProxy", ini: "platform.http_proxy_url", yaml: "admin.httpProxyURL" },
  authType: { name: "auth.type", ini: "credentials.auth_mode", yaml: "admin.authType" },
  clientId: { name: "auth.clientId", ini: "credentials.client_id", yaml: "admin.clientId" },
  clientSecret: { name: "auth.clientSecret", ini: "credentials.client_secret" },
  clientSecretFile: {
    name: "auth.clientSecret",
    ini: "credentials.client_secret_location",
    yaml: "admin.clientSecretLocation",
  },
  clientSecretVariable: {
    name: "auth.clientSecret",
    ini: "credentials.client_secret_env_var",
    yaml: "admin.clientSecretEnvVar",
  },
  scopes: { name: "auth.scopes", ini: "credentials.scopes", yaml: "admin.scopes" },
  audience: { name: "auth.audience", ini: "credentials.audience", yaml: "admin.audience" },
  command: { name: "auth.command", ini: "credentials.command", yaml: "admin.command" },
  proxyCommand: { name: "auth.proxyCommand", ini: "credentials.proxy_command", yaml: "admin.proxyCommand" },
  project: { name: "project", ini: "local.project", yaml: "task.project" },
  domain: { name: "domain", ini: "local.domain", yaml: "task.domain" },
} satisfies Readonly<Record<string, Setting>>);
