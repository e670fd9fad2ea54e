import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { runLocal } from "@flytekit-ts/local-exec";
import { t } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pythonFloat, pythonJson } from "./python-text.js";
import { webhookTask } from "./webhook-task.js";

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const seen: Seen[] = [];
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const { method, url, headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(parts).toString() });
    if (url === "/slow") return;
    if (url === "/large") response.end("x".repeat(3 * 2 ** 20));
    else if (url === "/moved") response.writeHead(302, { location: "/" }).end();
    else if (url === "/wrong") response.writeHead(503).end("try later");
    else response.end("thanks");
  });
});

let address = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe("a webhook in a local run", () => {
  it("posts its data as JSON, with inputs filled in", async () => {
    const hook = webhookTask({
      name: "hook.post",
      inputs: { text: t.string(), n: t.int(), xs: t.list(t.float()), on: t.boolean() },
      url: `${address}/{inputs.n}`,
      headers: { "X-Text": "about {inputs.text}" },
      data: {
        text: "{inputs.text}!",
        n: "{inputs.n}",
        xs: "{inputs.xs}",
        all: ["{inputs.on} {inputs.xs}"],
        "{x}": 1,
      },
      showData: true,
      showUrl: true,
    });
    const { info } = await runLocal(hook, { text: "{inputs.n}", n: 3, xs: [1, 2.5], on: true });
    const data = { text: "{inputs.n}!", n: 3, xs: [1, 2.5], all: ["True [1, 2.5]"], "{x}": 1 };
    expect(info).toEqual({
      status_code: 200,
      response_data: "thanks",
      input_data: data,
      url: `${address}/3`,
    });
    expect(seen.at(-1)).toMatchObject({ method: "POST", url: "/3", body: JSON.stringify(data) });
    expect(seen.at(-1)?.headers).toMatchObject({
      "content-type": "application/json",
      "x-text": "about {inputs.n}",
    });
  });

  it("puts the data of a GET into the query", async () => {
    const hook = webhookTask({
      name: "hook.get",
      inputs: { ratio: t.float() },
      url: `${address}/items?a=1`,
      method: "GET",
      data: { q: "x y&z", xs: [1, true], none: null, ratio: "{inputs.ratio}" },
    });
    expect(await runLocal(hook, { ratio: 2 })).toEqual({
      info: { status_code: 200, response_data: "thanks" },
    });
    expect(seen.at(-1)).toMatchObject({
      method: "GET",
      url: "/items?a=1&q=x+y%26z&xs=1&xs=true&none=&ratio=2.0",
      body: "",
    });
  });

  it.each([
    ["/wrong", "Webhook failed with status code 503, response: try later"],
    ["/moved", "Webhook failed with status code 302"],
    ["/large", "its answer has more than 2097152 bytes"],
    ["/slow", "there was no answer within 0.1 s"],
  ])("fails for %s", async (path, said) => {
    const hook = webhookTask({
      name: "hook.fails",
      url: `${address}${path}`,
      requestTimeout: path === "/slow" ? 100 : 30_000,
    });
    await expect(runLocal(hook)).rejects.toThrow(said);
  });

  it("fails for an address that nobody has, and for one that is none", async () => {
    const gone = webhookTask({ name: "hook.gone", url: "http://127.0.0.1:1/" });
    await expect(runLocal(gone)).rejects.toThrow("127.0.0.1:1");
    const none = webhookTask({ name: "hook.none", inputs: { url: t.string() }, url: "{inputs.url}" });
    await expect(runLocal(none, { url: "/relative" })).rejects.toThrow("its url is no address");
    await expect(runLocal(none, { url: "file:///etc/passwd" })).rejects.toThrow("FAILED");
  });

  it("fills in what stands for values of every kind", async () => {
    const hook = webhookTask({
      name: "hook.kinds",
      inputs: {
        when: t.datetime(),
        span: t.duration(),
        none: t.optional(t.int()),
        dict: t.json(),
        f: t.float(),
      },
      url: address,
      data: {
        when: "{inputs.when}",
        span: "{inputs.span}",
        none: "{inputs.none}",
        dict: "{inputs.dict}",
        text: "{inputs.none} {inputs.f} {inputs.span} {inputs.dict}",
      },
    });
    const when = new Date("2024-01-02T03:04:05.600Z");
    await runLocal(hook, { when, span: 90_000, none: undefined, dict: { a: 1, b: "é" }, f: 1 });
    expect(JSON.parse(seen.at(-1)?.body ?? "")).toEqual({
      when: "2024-01-02T03:04:05.600000+00:00",
      span: 90,
      none: null,
      dict: '{"a": 1, "b": "\\u00e9"}',
      text: 'None 1.0 90.0 {"a": 1, "b": "\\u00e9"}',
    });
  });
});

describe("webhookTask", () => {
  it("refuses what would fail when it runs", () => {
    const make = (options: object) => () => webhookTask({ name: "hook.x", url: "https://x", ...options });
    expect(make({ url: "https://x/{inputs.day}" })).toThrow("there are no inputs");
    expect(make({ data: { q: ["{secrets.token}"] } })).toThrow("{secrets.token}");
    expect(make({ inputs: { day: t.string() }, headers: { a: "{ inputs.day }" } })).toThrow("{inputs.day}");
    expect(make({ url: undefined })).toThrow("OPTION_INVALID");
    expect(make({ method: "PUT" })).toThrow("GET or POST");
    expect(make({ data: { n: 1n } })).toThrow("data.n");
    expect(make({ headers: { n: 1 } })).toThrow("OPTION_INVALID");
    expect(make({ requestTimeout: "soon" })).toThrow("requestTimeout");
    expect(make({ outputs: { x: t.int() } })).toThrow("OPTION_UNKNOWN");
  });
});

describe("Python's texts", () => {
  it.each([
    [1, "1.0"],
    [0, "0.0"],
    [-0, "-0.0"],
    [2.5, "2.5"],
    [0.1 + 0.2, "0.30000000000000004"],
    [1e15, "1000000000000000.0"],
    [1e16, "1e+16"],
    [1.5e300, "1.5e+300"],
    [0.0001, "0.0001"],
    [0.00012345, "0.00012345"],
    [1e-5, "1e-05"],
    [1.25e-7, "1.25e-07"],
    [-1e22, "-1e+22"],
    [Number.NaN, "nan"],
    [Number.NEGATIVE_INFINITY, "-inf"],
  ])("of the float %d", (value, text) => {
    expect(pythonFloat(value)).toBe(text);
  });

  it("of JSON", () => {
    expect(pythonJson({ a: [1, null, true], é: '"😀\n' })).toBe(
      String.raw`{"a": [1, null, true], "\u00e9": "\"\ud83d\ude00\n"}`,
    );
  });
});
