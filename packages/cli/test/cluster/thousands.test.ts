import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { encode } from "@flytekit-ts/models";
import { ExecutionList, type Execution, ResourceListRequest } from "@flytekit-ts/models/admin";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCli } from "../support/run-cli.js";

const ALL = 2_345;
/** The most that this cluster gives in a page, whatever it is asked for. */
const PAGE = 100;

const sizes: number[] = [];
const server = createServer();
let endpoint: string;

beforeAll(async () => {
  server.on("stream", (stream) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const { limit, token } = ResourceListRequest.decode(Buffer.concat(chunks).subarray(5));
      sizes.push(limit);
      const from = Number(token || 0);
      const to = Math.min(ALL, from + Math.min(limit, PAGE));
      const executions = Array.from({ length: to - from }, (_, at) => ({
        id: { project: "p", domain: "d", name: `e${from + at}`, org: "" },
        spec: undefined,
        closure: undefined,
      })) as unknown as Execution[];
      const bytes = encode(ExecutionList, { executions, token: to < ALL ? String(to) : "" });
      const head = Buffer.alloc(5);
      head.writeUInt32BE(bytes.length, 1);
      stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
      stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
      stream.end(Buffer.concat([head, bytes]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const list = (...argv: readonly string[]) =>
  runCli(["execution", "list", ...argv, "--endpoint", endpoint, "--insecure"], { env: { HOME: "/nowhere" } });

it("lists thousands of executions page by page, as many as are wanted", async () => {
  const hundred = await list();
  expect(hundred.stdout.trimEnd().split("\n")).toHaveLength(101);
  expect(hundred.stderr).toContain("--limit");
  const { objects } = await list("--limit", "1500", "--json");
  expect(objects.map(({ name }) => name)).toEqual(Array.from({ length: 1500 }, (_, at) => `e${at}`));
  sizes.length = 0;
  const all = await list("--limit", "100000", "--json");
  expect(all.objects).toHaveLength(ALL);
  expect(sizes).toHaveLength(Math.ceil(ALL / PAGE));
});
