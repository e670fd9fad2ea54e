import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { patienceOf } from "@flytekit-ts/core/storage";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { GcsApi } from "./gcs-api.js";

describe("GcsApi", () => {
  const { signal } = new AbortController();
  let server: Server;
  let seen: IncomingMessage[];
  let statusOf: (request: IncomingMessage) => number;

  beforeEach(async () => {
    seen = [];
    statusOf = () => 200;
    server = createServer((request, response) => {
      seen.push(request);
      response.writeHead(statusOf(request)).end('{"size":"3"}');
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const api = (): GcsApi =>
    new GcsApi({
      endpoint: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`),
      userProject: "payer",
      credentials: () => "secret",
      patience: patienceOf({}, "gcs()"),
    });

  it("sends the token, and who pays", async () => {
    expect(await api().json("GET", "/b/x", { query: { fields: "size" }, signal })).toEqual({ size: "3" });
    expect(seen[0]?.url).toBe("/base/b/x?fields=size&userProject=payer");
    expect(seen[0]?.headers.authorization).toBe("Bearer secret");
  });

  it("reads without a token what the token may not read", async () => {
    statusOf = ({ headers }) => (headers.authorization === undefined ? 200 : 403);
    expect(await api().json("GET", "/b/x", { signal, isRead: true })).toEqual({ size: "3" });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer secret", undefined]);
  });

  it("does not do so for what it writes, and tells the first refusal", async () => {
    statusOf = ({ headers }) => (headers.authorization === undefined ? 401 : 403);
    await expect(api().json("DELETE", "/b/x", { signal })).rejects.toThrow("permission is denied (403)");
    expect(seen).toHaveLength(1);
    await expect(api().json("GET", "/b/x", { signal, isRead: true })).rejects.toThrow(
      "permission is denied (403)",
    );
    expect(seen).toHaveLength(3);
  });

  it("refuses an answer that is no JSON of the service", async () => {
    server.removeAllListeners("request");
    server.on("request", (_, response) => void response.end("<html>"));
    await expect(api().json("GET", "/b/x", { signal })).rejects.toThrow(
      "the answer is no JSON of Google Cloud Storage",
    );
  });
});
