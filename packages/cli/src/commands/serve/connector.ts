import { once } from "node:events";
import { resolve } from "node:path";
import { type Connector, type ConnectorRegistry, serveConnectors } from "@flytekit-ts/remote/connectors";
import type { Action } from "../../command/command.js";
import type { Host } from "../../command/host.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { loadModule } from "../../sources/load-module.js";
import type { serveConnectorSpec } from "./spec.js";

const command = "tsflyte serve connector";

/** `tsflyte serve connector` */
export const serveConnector: Action<typeof serveConnectorSpec> = async (
  { arguments: { MODULE }, options },
  cli,
) => {
  const { host, out } = cli;
  const connectors: Connector[] = [];
  for (const file of MODULE) connectors.push(...(await connectorsOf(file, host)));
  const { port, metrics, "metrics-port": metricsPort, host: address } = options;
  const server = await serveConnectors(connectors, {
    port,
    host: address,
    metricsPort: metrics === false ? false : metricsPort,
  });
  try {
    out.object({
      ...{ kind: "serving", port: server.port, metricsPort: server.metricsPort },
      connectors: connectors.map(({ name, taskType, version }) => ({ name, taskType, version })),
    });
    for (const { name, taskType, version } of connectors)
      out.print(`Serving the connector ${name} for tasks of type ${taskType}, version ${version}`);
    out.print(
      `Listening on port ${server.port}${server.metricsPort === undefined ? "" : `, with metrics on port ${server.metricsPort}`}`,
    );
    out.note("Ctrl-C stops it.");
    if (!host.signal.aborted) await once(host.signal, "abort");
  } finally {
    await server.close();
  }
  return ExitCode.Success;
};

async function connectorsOf(file: string, { cwd, signal }: Host): Promise<readonly Connector[]> {
  const exported = Object.values(await loadModule(resolve(cwd, file), signal));
  const found = exported.flatMap((each) => (isRegistry(each) ? each.all() : isConnector(each) ? [each] : []));
  // A module may export one under two names.
  if (found.length > 0) return [...new Set(found)];
  throw errors.USAGE_INVALID({
    command,
    problem: `${file} exports no connector`,
    advice: "Export what `defineConnector` gives, from `@flytekit-ts/remote/connectors`.",
  });
}

// By its form: the module may have another copy of the class.
function isRegistry(value: unknown): value is Pick<ConnectorRegistry, "all"> {
  return typeof value === "object" && value !== null && value.constructor.name === "ConnectorRegistry";
}

function isConnector(value: unknown): value is Connector {
  if (typeof value !== "object" || value === null) return false;
  const { kind, taskType, handlers } = value as Partial<Connector>;
  return (
    (kind === "async" || kind === "sync") && typeof taskType === "string" && typeof handlers === "object"
  );
}
