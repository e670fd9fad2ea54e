import { createServer, type RequestListener } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { faults, startFaultProxy, type Fault, type FaultProxy } from "@flytekit-ts/servers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { rejection } from "../../../test/support/caught.js";
import type { ReadOptions } from "../../storage/storage.js";
import { httpStorage } from "./http-storage.js";

const body = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));

// How a server gives the file, by path.
const files: Record<string, RequestListener> = {
  "/file": ranged({ etag: '"1"' }),
  "/no-version": ranged({}),
  "/no-head": (request, response) => {
    if (request.method === "HEAD") response.writeHead(405).end();
    else ranged({ etag: '"1"' })(request, response);
  },
  "/no-ranges": (_, response) => void response.writeHead(200, { etag: '"1"' }).end(body),
  "/no-length": (_, response) => {
    response.writeHead(200, { "transfer-encoding": "chunked" });
    response.write(body.subarray(0, 10));
    response.end(body.subarray(10));
  },
  "/empty": (_, response) => void response.writeHead(200, { "content-length": "0" }).end(),
  "/moved": (_, response) => void response.writeHead(302, { location: "/file?signature=hidden" }).end(),
  "/locked": (request, response) => {
    const isOpen = request.headers.authorization === `Basic ${Buffer.from("me:p w").toString("base64")}`;
    response.writeHead(isOpen ? 200 : 401, { "content-length": isOpen ? "2" : "0" }).end(isOpen ? "ok" : "");
  },
};

function ranged(headers: Record<string, string>): RequestListener {
  return (request, response) => {
    const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    if (start === undefined) {
      response.writeHead(200, { ...headers, "content-length": String(body.length) });
      response.end(request.method === "HEAD" ? "" : body);
      return;
    }
    const part = body.subarray(Number(start), end === "" ? undefined : Number(end) + 1);
    const range = { "content-range": `bytes ${start}-${Number(start) + part.length - 1}/${body.length}` };
    if (part.length === 0) response.writeHead(416, { "content-range": `bytes */${body.length}` }).end();
    else response.writeHead(206, { ...headers, ...range, "content-length": String(part.length) }).end(part);
  };
}

const server = createServer((request, response) => {
  const file = files[request.url?.replace(/\?.*/, "") ?? ""];
  if (file === undefined) response.writeHead(404).end();
  else file(request, response);
});
const http = httpStorage({ timeout: 200, retryPolicy: { retries: 2, throttledRetries: 4, backoff: 1 } });
let proxy: FaultProxy;
const at = (path: string): string => `${proxy.endpoint}${path}`;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
beforeEach(() => proxy.reset());
afterAll(async () => {
  await proxy.stop();
  server.closeAllConnections();
  server.close();
});

async function read(uri: string, options?: ReadOptions): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of http.read(uri, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe("httpStorage", () => {
  it.each(["/file", "/no-version", "/no-head", "/no-ranges", "/no-length", "/moved"])(
    "reads %s, and knows its size",
    async (path) => {
      expect((await read(at(path))).equals(body)).toBe(true);
      expect(await http.stat(at(path))).toEqual({ uri: at(path), size: body.length });
      for (const [start, end] of [
        [0, 10],
        [100, 200],
        [299_990, 400_000],
        [400_000, 500_000],
        [5, 5],
        [7, Infinity],
      ] as const) {
        const part = await read(at(path), { range: { start, end } });
        expect([start, part.equals(body.subarray(start, end))]).toEqual([start, true]);
      }
    },
  );

  it("reads what is empty", async () => {
    expect(await read(at("/empty"))).toHaveLength(0);
    expect(await http.stat(at("/empty"))).toEqual({ uri: at("/empty"), size: 0 });
  });

  it("sends the user of a URI as such, and shows neither it nor the query", async () => {
    const uri = (user: string): string =>
      at("/locked?signature=hidden").replace("http://", `http://${user}@`);
    expect(String(await read(uri("me:p%20w")))).toBe("ok");
    for (const error of [
      await rejection(read(uri("me:secret"))),
      await rejection(http.stat(uri("me:secret"))),
    ]) {
      expect(error.message).toMatch(
        /^\[STORAGE_FAILED\] .* the server answered with status 401\.\n {2}hint: /,
      );
      expect(error.message).not.toMatch(/secret|hidden/);
    }
  });

  it("says what is not there", async () => {
    const error = await rejection(read(at("/missing?signature=hidden")));
    expect(error.message).toBe(
      `[STORAGE_NOT_FOUND] There is nothing at ${at("/missing")}.\n  hint: Check the URI: its capitals, and what stands before the first slash.`,
    );
    expect(await http.stat(at("/missing"))).toBeUndefined();
  });

  it("refuses to write, to list and to delete", async () => {
    const list = async (): Promise<void> => {
      for await (const _ of http.list(at("/")));
    };
    for (const act of [http.write(at("/x"), new Uint8Array()), list(), http.delete(at("/x"))])
      expect((await rejection(act)).code).toBe("STORAGE_READ_ONLY");
    expect(proxy.requests).toEqual([]);
  });

  it.each<[string, Fault]>([
    ["a reset", { kind: "reset", afterBytes: 100_000 }],
    ["an early end", { kind: "truncate", afterBytes: 100_000 }],
    ["a stall", { kind: "stall", afterBytes: 100_000 }],
    ["no answer", { kind: "stall" }],
    ["a broken server", faults.serverError(502)],
    ["a busy server", faults.slowDown()],
  ])("goes on behind %s", async (_, fault) => {
    proxy.once(fault);
    expect((await read(at("/file"))).equals(body)).toBe(true);
    expect(proxy.requests.length).toBe(2);
    proxy.once(fault);
    expect(
      (await read(at("/no-ranges"), { range: { start: 5, end: 250_000 } })).equals(body.subarray(5, 250_000)),
    ).toBe(true);
  });

  it("gives up in the end, and says why", async () => {
    const said: string[] = [];
    for (const fault of [
      { kind: "stall" },
      { kind: "stall", afterBytes: 0 },
      { kind: "truncate", afterBytes: 0 },
      { kind: "reset" },
      faults.serverError(),
      faults.tooManyRequests(),
    ] as const) {
      proxy.reset();
      proxy.script(() => fault);
      const { text } = await rejection(read(at("/file")));
      said.push(`${proxy.requests.length}: ${text.replace(at("/file"), "URI")}`);
    }
    expect(said).toEqual([
      "3: Reading URI failed: there was no answer: no answer came for 0.2 seconds.",
      "3: Reading URI failed: nothing arrived for 0.2 seconds.",
      "3: Reading URI failed: there was no answer: other side closed (UND_ERR_SOCKET).",
      "3: Reading URI failed: there was no answer: read ECONNRESET.",
      "3: Reading URI failed: the server answered with status 500.",
      "5: Reading URI failed: the server answered with status 429.",
    ]);
  });

  it("does not join two versions of a file", async () => {
    for (const [path, problem] of [
      ["/no-version", "the server does not say whether the file is still the same"],
      ["/changing", "the file was changed while it was read"],
    ] as const) {
      let version = 0;
      files["/changing"] = (request, response) => ranged({ etag: `"${(version += 1)}"` })(request, response);
      proxy.once({ kind: "truncate", afterBytes: 1000 });
      const error = await rejection(read(at(path)));
      expect([error.code, error.text]).toEqual(["STORAGE_FAILED", expect.stringContaining(problem)]);
    }
  });

  it("waits as long as the server asks, and no attempt longer", async () => {
    proxy.once(faults.slowDown({ retryAfter: 1 }));
    const started = performance.now();
    await read(at("/file"));
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it("ends at once when its signal fires, also while nothing comes", async () => {
    const controller = new AbortController();
    proxy.script(() => {
      setImmediate(() => controller.abort("enough"));
      return { kind: "stall", afterBytes: 1000 };
    });
    const patient = httpStorage();
    const error = await rejection(
      (async () => {
        for await (const _ of patient.read(at("/file"), { signal: controller.signal }));
      })(),
    );
    expect([error.code, error.cause]).toEqual(["STORAGE_ABORTED", "enough"]);
    expect((await rejection(patient.stat(at("/file"), { signal: controller.signal }))).code).toBe(
      "STORAGE_ABORTED",
    );
  });

  it("says that there is no such host, no server, and no URL", async () => {
    const said: string[] = [];
    for (const uri of ["http://nowhere.invalid/x?key=hidden", "http://127.0.0.1:1/x", "http://[/x"])
      said.push((await rejection(read(uri))).text);
    expect(said).toEqual([
      expect.stringMatching(
        /^Reading http:\/\/nowhere\.invalid\/x failed: there was no answer: getaddrinfo E\w+ nowhere\.invalid\.$/,
      ),
      "Reading http://127.0.0.1:1/x failed: there was no answer: bad port.",
      "Reading http://[/x failed: it is no URL.",
    ]);
  });
});
