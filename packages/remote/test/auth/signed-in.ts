import { type AddressInfo, createServer } from "node:net";
import { type Admin, browse, type OAuthOptions, startAdmin } from "@flytekit-ts/admin";
import type { AuthParts } from "../../src/auth/flows/auth-parts.js";
import { credentialsFor } from "../../src/auth/credentials-for.js";
import { memoryStore } from "./memory-store.js";
import type { AuthConfig, ClusterConfig } from "../../src/config/cluster-config.js";
import type { Connection } from "../../src/connection/connection.js";
import { openConnection } from "../../src/connection/open-connection.js";

/** A cluster that wants tokens, a person at a browser, and a clock that tests set. */
export interface Stage {
  readonly admin: Admin;
  readonly oauth: NonNullable<Admin["oauth"]>;
  readonly clock: { now: number };
  /** All that was told to the person. */
  readonly said: string[];
  /** The pages that a browser showed at the end. */
  readonly pages: string[];
  connect(auth: Partial<AuthConfig>, parts?: Partial<AuthParts>, config?: Partial<ClusterConfig>): Connection;
  close(): Promise<void>;
}

export const SECRET = "planted-Secret/0123 456+";

export async function stage(options: OAuthOptions = {}): Promise<Stage> {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const admin = await startAdmin({
    auth: {
      machines: [{ id: "machine", secret: SECRET, scopes: ["all"] }],
      people: {
        id: "flytectl",
        redirectUri: `http://localhost:${await freePort()}/callback`,
        scopes: ["offline", "all"],
      },
      deviceFlow: true,
      now: () => clock.now,
      ...options,
    },
  });
  if (admin.oauth === undefined) throw new Error("the stand-in has no OAuth server");
  const said: string[] = [];
  const pages: string[] = [];
  const open: Connection[] = [];
  return {
    admin,
    oauth: admin.oauth,
    clock,
    said,
    pages,
    connect: (auth, parts = {}, config = {}) => {
      const whole = configFor(admin.endpoint, auth, config);
      const credentials = credentialsFor(whole, {
        store: memoryStore(),
        lockFile: "/dev/null/lock",
        browse: async (url) => {
          const shown = browse(url).then(({ text }) => text, String);
          void shown.then((text) => pages.push(text));
          return true;
        },
        say: (text) => said.push(text),
        now: () => clock.now,
        // Only the person's time is waited for in real time, and is not over in a test that does not say so.
        wait: async (milliseconds, signal) =>
          milliseconds === 300_000 ? until(signal) : advance(clock, milliseconds),
        ...parts,
      });
      const connection = openConnection(whole, { credentials });
      open.push(connection);
      return connection;
    },
    close: async () => {
      for (const connection of open) await connection.close();
      await admin.close();
    },
  };
}

export function configFor(
  endpoint: string,
  auth: Partial<AuthConfig>,
  config: Partial<ClusterConfig> = {},
): ClusterConfig {
  return {
    endpoint,
    insecure: true,
    insecureSkipVerify: false,
    auth: { type: "pkce", ...auth },
    sources: new Map(),
    ...config,
  };
}

async function until(signal: AbortSignal): Promise<void> {
  await new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

async function advance(clock: { now: number }, milliseconds: number): Promise<void> {
  clock.now += milliseconds;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
