import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Fault, FaultProxy } from "../../index.js";
import { faults } from "./faults.js";
import { startFaultProxy } from "./start-fault-proxy.js";

const body = "0123456789".repeat(10_000);

// Says what it was sent, or gives the body.
const target = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    received.push(Buffer.concat(chunks).toString());
    response.writeHead(200, { "content-length": String(body.length), "x-host": request.headers.host ?? "" });
    response.end(body);
  });
});
const received: string[] = [];
let proxy: FaultProxy;

beforeAll(async () => {
  target.listen(0, "127.0.0.1");
  await once(target, "listening");
  proxy = await startFaultProxy(`http://127.0.0.1:${(target.address() as AddressInfo).port}`);
});
beforeEach(() => {
  proxy.reset();
  received.length = 0;
});
afterAll(async () => {
  await proxy.stop();
  target.closeAllConnections();
  target.close();
});

const fetched = async (upload?: string): Promise<string> => {
  const init = upload === undefined ? {} : { method: "PUT", body: upload };
  const response = await fetch(`${proxy.endpoint}/a%20b//c?d=e`, init);
  return response.text();
};

// What arrives of the body before it fails, or until it has been quiet for a moment.
async function partly(): Promise<{ length: number; failed: boolean }> {
  let length = 0;
  try {
    const response = await fetch(proxy.endpoint, { signal: AbortSignal.timeout(300) });
    for await (const chunk of response.body ?? []) length += (chunk as Uint8Array).length;
    return { length, failed: false };
  } catch {
    return { length, failed: true };
  }
}

describe("the fault proxy", () => {
  it("passes requests and answers on as they are, and counts them", async () => {
    expect(await fetched()).toBe(body);
    expect(await fetched("uploaded")).toBe(body);
    expect(received).toEqual(["", "uploaded"]);
    expect(proxy.requests.map(({ index, method, url, status }) => ({ index, method, url, status }))).toEqual([
      { index: 0, method: "GET", url: "/a%20b//c?d=e", status: 200 },
      { index: 1, method: "PUT", url: "/a%20b//c?d=e", status: 200 },
    ]);
    const { headers } = await fetch(proxy.endpoint);
    expect(headers.get("x-host")).toBe(`127.0.0.1:${proxy.port}`);
  });

  it("answers in the place of the target", async () => {
    proxy.once(faults.slowDown({ retryAfter: 7 }));
    const response = await fetch(proxy.endpoint);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "7"]);
    expect(await response.text()).toContain("Please reduce your request rate");
    expect(received).toEqual([]);
    expect(await fetched()).toBe(body);
  });

  it.each<[string, Fault, number]>([
    ["stalls", { kind: "stall" }, 0],
    ["stalls in the body", { kind: "stall", afterBytes: 5_000 }, 5_000],
    ["resets", { kind: "reset" }, 0],
    ["truncates", { kind: "truncate", afterBytes: 5_000 }, 5_000],
  ])("%s", async (_, fault, length) => {
    proxy.script(() => fault);
    expect(await partly()).toEqual({ length, failed: true });
  });

  it("resets in the body", async () => {
    proxy.script(() => ({ kind: "reset", afterBytes: 5_000 }));
    const { length, failed } = await partly();
    expect(failed).toBe(true);
    // A reset may overtake what was sent before it.
    expect(length).toBeLessThanOrEqual(5_000);
  });

  it("shortens and changes bodies unseen", async () => {
    proxy.once({ kind: "shorten", afterBytes: 123 });
    expect(await fetched()).toBe(body.slice(0, 123));
    proxy.once({ kind: "flip", atByte: 70_000 });
    const flipped = await fetched();
    expect(flipped.length).toBe(body.length);
    expect([...flipped].flatMap((each, index) => (each === body[index] ? [] : [index]))).toEqual([70_000]);
  });

  it("breaks uploads", async () => {
    proxy.once({ kind: "upload-flip", atByte: 0 });
    await fetched("0123");
    expect(received).toEqual(["1123"]);
    proxy.once({ kind: "upload-reset", afterBytes: 2 });
    await expect(fetched("0123")).rejects.toThrow("fetch failed");
    expect(received).toEqual(["1123"]);
    proxy.once({ kind: "lose-answer" });
    await expect(fetched("4567")).rejects.toThrow("fetch failed");
    expect(received).toEqual(["1123", "4567"]);
  });

  it("chooses by request", async () => {
    proxy.script(({ method, index }) => (method === "PUT" && index < 2 ? faults.serverError() : undefined));
    expect(await fetched()).toBe(body);
    expect(await fetched("a")).toBe("It is broken.");
    expect(await fetched("a")).toBe(body);
  });
});
