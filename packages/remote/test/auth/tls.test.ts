import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localCertificate, startAdmin, type Admin } from "@flytekit-ts/admin";
import { ServerCredentials } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { credentialsFor } from "../../src/auth/credentials-for.js";
import type { ClusterConfig } from "../../src/config/cluster-config.js";
import { openConnection } from "../../src/connection/open-connection.js";
import { configFor } from "./signed-in.js";

const { key, cert } = localCertificate;
let admin: Admin;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tls-"));
  writeFileSync(join(folder, "ca.pem"), cert);
  const pair = { private_key: Buffer.from(key), cert_chain: Buffer.from(cert) };
  admin = await startAdmin({
    credentials: ServerCredentials.createSsl(null, [pair]),
    auth: { machines: [{ id: "machine", secret: "a secret", scopes: ["all"] }], tls: localCertificate },
  });
});

afterEach(async () => {
  await admin.close();
  rmSync(folder, { recursive: true });
});

async function list(how: Partial<ClusterConfig>): Promise<number> {
  const auth = {
    type: "client-credentials",
    clientId: "machine",
    clientSecret: () => "a secret",
    scopes: ["all"],
  } as const;
  const config = configFor(admin.endpoint.replace("127.0.0.1", "localhost"), auth, {
    insecure: false,
    ...how,
  });
  const connection = openConnection(config, { credentials: credentialsFor(config) });
  try {
    return (await connection.admin.listProjects({})).projects.length;
  } finally {
    await connection.close();
  }
}

it("signs in over TLS, with an authority of one's own or without looking", async () => {
  expect(admin.oauth?.url).toMatch(/^https:/);
  expect(await list({ caCertFile: join(folder, "ca.pem") })).toBe(1);
  expect(await list({ insecureSkipVerify: true })).toBe(1);
  await expect(list({})).rejects.toThrow(/certificate/);
});
