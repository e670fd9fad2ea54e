import type { ClusterConfig } from "../src/config/cluster-config.js";
import type { Connection } from "../src/connection/connection.js";

const CONFIG: ClusterConfig = {
  endpoint: "flyte.example.com:443",
  insecure: false,
  insecureSkipVerify: false,
  auth: { type: "pkce" },
  project: "orchard",
  domain: "development",
  sources: new Map(),
};

/** One request to a fake service: the method, and what was asked. */
export interface Asked {
  readonly method: string;
  readonly request: unknown;
}

type Answers = Readonly<Record<string, (request: never) => unknown>>;

/** What a fake connection answers with, by method. Other methods fail the test. */
export interface FakeParts {
  readonly admin?: Answers;
  readonly dataProxy?: Answers;
  readonly signals?: Answers;
  readonly fetch?: Connection["fetch"];
  readonly config?: Partial<ClusterConfig>;
}

/** A connection without a cluster, and what was asked through it, in order. */
export function fakeConnection(parts: FakeParts): {
  readonly connection: Connection;
  readonly asked: Asked[];
} {
  const asked: Asked[] = [];
  const service = (answers: Answers = {}): unknown =>
    new Proxy(
      {},
      {
        get: (_target, method: string) => async (request: never) => {
          asked.push({ method, request });
          const answer = answers[method];
          if (answer === undefined) throw new Error(`nobody expected ${method}`);
          return answer(request);
        },
      },
    );
  const connection: Connection = {
    config: { ...CONFIG, ...parts.config },
    admin: service(parts.admin) as Connection["admin"],
    dataProxy: service(parts.dataProxy) as Connection["dataProxy"],
    signals: service(parts.signals) as Connection["signals"],
    identity: service() as Connection["identity"],
    fetch: parts.fetch ?? (async () => Promise.reject(new Error("nobody expected HTTP"))),
    close: async () => undefined,
  };
  return { connection, asked };
}
