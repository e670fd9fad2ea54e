import { isDeepStrictEqual } from "node:util";
import { serveConnectors } from "@flytekit-ts/remote/connectors";
import { testContext } from "@flytekit-ts/workflow";
import type { Interpreter } from "../python/interpreter.js";
import { expected } from "./expected.js";
import { startPython } from "./python-process.js";
import { servedHere } from "./served-here.js";

/** Serves connectors, and lets Python's client call them. @returns in what it saw something else; undefined if in nothing */
export async function calledByPython(interpreter: Interpreter): Promise<string | undefined> {
  const { logger } = testContext();
  const server = await serveConnectors(servedHere(), { port: 0, host: "127.0.0.1", metricsPort: 0, logger });
  try {
    const client = startPython(interpreter, "connector_client.py", [`127.0.0.1:${server.port}`]);
    const seen = JSON.parse(await client.output) as Readonly<Record<string, unknown>>;
    for (const [call, wanted] of Object.entries(expected)) {
      if (isDeepStrictEqual(seen[call], wanted)) continue;
      return `Python's client saw for ${call} ${JSON.stringify(seen[call])} instead of ${JSON.stringify(wanted)}`;
    }
    const metrics = await (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text();
    const counted = 'flyte_connector_requests_success_total{operation="delete",task_type="job"} 2';
    return metrics.includes(counted) ? undefined : `the metrics do not say ${counted}`;
  } finally {
    await server.close();
  }
}
