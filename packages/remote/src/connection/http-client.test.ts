import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, it, vi } from "vitest";

import type { ClusterConfig } from "../config/cluster-config.js";
import { errors } from "../errors.js";
import { type HttpClient, httpClient } from "./http-client.js";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const end of ends.splice(0)) await end();
});

function clientFor(config: Partial<ClusterConfig> = {}): HttpClient {
  const client = httpClient({
    endpoint: "localhost:1",
    insecure: true,
    insecureSkipVerify: false,
    auth: { type: "pkce" },
    sources: new Map(),
    ...config,
  });
  ends.unshift(client.close);
  return client;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${Reflect.get(Object(server.address()), "port")}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

it("sends methods, headers and bodies, and gives answers of every status", async () => {
  const url = await listen(
    createServer((request, response) => {
      response.writeHead(418, { "x-seen": `${request.method} ${String(request.headers["x-sent"])}` });
      void bodyOf(request).then((body) => response.end(body));
    }),
  );
  async function* chunks() {
    yield Buffer.from("ab");
    yield Buffer.from("cd");
  }
  const client = clientFor();
  for (const body of ["abcd", Buffer.from("abcd"), chunks()]) {
    const answer = await client.fetch(url, { method: "PUT", headers: { "x-sent": "1" }, body });
    expect([answer.status, answer.headers.get("x-seen"), await answer.text()]).toEqual([
      418,
      "PUT 1",
      "abcd",
    ]);
  }
});

it("follows no redirects", async () => {
  const url = await listen(
    createServer((_, response) => response.writeHead(302, { location: "http://elsewhere" }).end()),
  );
  const answer = await clientFor().fetch(url);
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "http://elsewhere"]);
});

it.each(["the configuration", "a variable"])("goes through the proxy that %s names", async (by) => {
  const target = await listen(createServer((_, response) => response.end("target")));
  const asked: (string | undefined)[] = [];
  const proxy = createServer();
  proxy.on("connect", (request, socket) => {
    asked.push(request.url);
    const [host, port] = (request.url ?? "").split(":");
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  const url = await listen(proxy);
  if (by === "a variable") vi.stubEnv("http_proxy", url);
  const client = clientFor(by === "a variable" ? {} : { httpProxy: url });
  expect(await (await client.fetch(target)).text()).toBe("target");
  expect(asked).toEqual([target.slice("http://".length)]);
});

it("says where there is no answer, without what may be secret", async () => {
  const url = await listen(createServer((_, response) => response.destroy()));
  const failure = await clientFor()
    .fetch(`${url}/bucket?X-Amz-Signature=secret`)
    .catch((error: unknown) => error);
  expect(failure).toSatisfy(errors.HTTP_FAILED.is);
  expect(String(failure)).toContain(`GET ${url}/bucket had no answer: `);
  expect(JSON.stringify([String(failure), Object(failure).params, Object(failure).stack])).not.toContain(
    "secret",
  );
});

it("ends when its signal fires, and when the time is over", async () => {
  const url = await listen(createServer(() => {}));
  const fetched = async (request: object) =>
    clientFor()
      .fetch(url, request)
      .catch((error: unknown) => error);
  expect(await fetched({ signal: AbortSignal.abort() })).toSatisfy(errors.CALL_ABORTED.is);
  expect(await fetched({ timeout: 20 })).toMatchObject({
    params: { problem: "no answer came within 0.02 s" },
  });
});

it("refuses a file of authorities that holds none", () => {
  expect(() => clientFor({ caCertFile: import.meta.filename })).toThrow(
    expect.toSatisfy(errors.CONFIG_FILE_INVALID.is),
  );
});
