import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { credentialsOf } from "./credentials-of.js";
import { defaultCredentials } from "./default-credentials.js";

describe("credentialsOf", () => {
  it("sends nothing for nobody", async () => {
    expect(await credentialsOf("anonymous").headers()).toEqual({});
    expect(credentialsOf("anonymous").isAnonymous).toBe(true);
  });

  it("asks for a token each time", async () => {
    let count = 0;
    const credentials = credentialsOf(async () => `token-${(count += 1)}`);
    expect(await credentials.headers()).toEqual({ authorization: "Bearer token-1" });
    expect(await credentials.headers()).toEqual({ authorization: "Bearer token-2" });
  });
});

describe("defaultCredentials", () => {
  let metadata: Server;
  beforeEach(async () => {
    metadata = createServer((request, response) => {
      response.setHeader("metadata-flavor", "Google");
      response.setHeader("content-type", "application/json");
      const isToken = request.url?.includes("/token") === true;
      response.end(
        isToken ? '{"access_token":"of-the-machine","expires_in":3600,"token_type":"Bearer"}' : "{}",
      );
    }).listen(0, "127.0.0.1");
    await once(metadata, "listening");
    for (const name of ["GOOGLE_APPLICATION_CREDENTIALS", "METADATA_SERVER_DETECTION", "GCE_METADATA_HOST"])
      vi.stubEnv(name, "");
    // Where the credentials of `gcloud` would be.
    vi.stubEnv("CLOUDSDK_CONFIG", "/nowhere");
    vi.stubEnv("HOME", "/nowhere");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    metadata.closeAllConnections();
    metadata.close();
  });

  it("are those of the machine, where it has some", async () => {
    vi.stubEnv("GCE_METADATA_HOST", `127.0.0.1:${(metadata.address() as AddressInfo).port}`);
    const credentials = defaultCredentials();
    expect(await credentials.headers()).toMatchObject({ authorization: "Bearer of-the-machine" });
    expect(credentials.isAnonymous).toBe(false);
  });

  it("are none where there are none", async () => {
    vi.stubEnv("METADATA_SERVER_DETECTION", "none");
    const credentials = defaultCredentials();
    expect(await credentials.headers()).toEqual({});
    expect(credentials.isAnonymous).toBe(true);
  });

  it("are an error where those that are named cannot be read", async () => {
    vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", "/nowhere/key.json");
    await expect(defaultCredentials().headers()).rejects.toThrow("/nowhere/key.json");
  });
});
