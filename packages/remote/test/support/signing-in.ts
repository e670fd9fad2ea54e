import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { type OAuth, type OAuthOptions, startAdmin } from "@flytekit-ts/admin";
import { Status } from "nice-grpc";
import { type FailingCluster, failingCluster } from "./failing-cluster.js";

/** A cluster at which one way to sign in goes wrong. */
async function cluster(
  options: OAuthOptions,
  script: (state: OAuth["state"]) => void = () => {},
): Promise<FailingCluster> {
  const admin = await startAdmin({ auth: options });
  if (admin.oauth !== undefined) script(admin.oauth.state);
  return {
    endpoint: admin.endpoint,
    shown: new Map([[admin.oauth?.url ?? "", "https://flyte.example.com"]]),
    close: admin.close,
  };
}

async function takenPort(): Promise<FailingCluster> {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, "127.0.0.1", resolve);
  });
  const { port } = other.address() as AddressInfo;
  const redirectUri = `http://localhost:${port}/callback`;
  const found = await cluster({ people: { id: "flytectl", redirectUri, scopes: ["all"] } });
  return {
    ...found,
    shown: new Map([[String(port), "53593"]]),
    close: async () => {
      other.close();
      await found.close();
    },
  };
}

/** Clusters for the pages about signing in, by code. */
export const signingIn: Readonly<Record<string, () => Promise<FailingCluster>>> = {
  AUTH_COMMAND_FAILED: async () => failingCluster(Status.UNAUTHENTICATED, "token parse error"),
  AUTH_REFUSED: async () => cluster({}),
  AUTH_SERVER_FAILED: async () =>
    cluster({}, ({ faults }) => faults.set("token", { kind: "answer", status: 502, body: "" })),
  AUTH_UNSUPPORTED: async () => cluster({}),
  SIGN_IN_DENIED: async () =>
    cluster({ deviceFlow: true, deviceInterval: 0.01 }, (state) => {
      state.deviceAnswers = ["access_denied"];
    }),
  SIGN_IN_PORT_TAKEN: takenPort,
  SIGN_IN_TIMED_OUT: async () => cluster({ deviceFlow: true, lifetimes: { deviceCode: 1 } }),
};
