import { createServer, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { runCli } from "../support/run-cli.js";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** Answers every call in one way. Gives its place. */
async function adminThat(answer: (stream: ServerHttp2Stream) => void): Promise<string> {
  const server = createServer();
  const sessions = new Set<{ destroy(): void }>();
  server.on("session", (session) => {
    sessions.add(session);
    session.on("error", () => undefined);
  });
  server.on("stream", (stream) => {
    stream.on("error", () => undefined);
    answer(stream);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const says = (code: number, message: string) => (stream: ServerHttp2Stream) => {
  stream.respond(
    {
      ":status": 200,
      "content-type": "application/grpc",
      "grpc-status": String(code),
      "grpc-message": encodeURIComponent(message),
    },
    { endStream: true },
  );
};
const answers = (status: number, body: string) => (stream: ServerHttp2Stream) => {
  stream.respond({ ":status": status, "content-type": "text/html" });
  stream.end(body);
};
const drops = (stream: ServerHttp2Stream): void => {
  stream.session?.destroy();
};
const dropsMidway = (stream: ServerHttp2Stream): void => {
  stream.respond({ ":status": 200, "content-type": "application/grpc" });
  stream.write(Buffer.from([0, 0, 0, 1, 0, 1, 2]));
  setImmediate(() => stream.session?.destroy());
};
const garbage = (stream: ServerHttp2Stream): void => {
  stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
  stream.end(Buffer.from([0, 0, 0, 0, 4, 255, 255, 255, 255]));
};

const COMMANDS = [
  ["execution", "get", "e1"],
  ["execution", "watch", "e1"],
  ["execution", "list"],
  ["execution", "logs", "e1"],
  ["execution", "outputs", "e1"],
  ["execution", "inputs", "e1"],
  ["execution", "terminate", "e1"],
  ["execution", "recover", "e1"],
  ["execution", "relaunch", "e1"],
  ["execution", "approve", "e1"],
  ["execution", "signal", "e1"],
  ["get", "tasks"],
  ["get", "projects"],
  ["launchplan", "show", "p1"],
  ["launchplan", "activate", "p1"],
  ["launchplan", "deactivate", "p1"],
  ["backfill", "p1", "--from", "2026-05-01", "--to", "2026-05-02"],
  ["pull", "t1"],
  ["fetch", "flyte://v1/p/d/e1/n0/i"],
  ["metrics", "e1"],
  ["run", "p1"],
  ["graph", "w1", "--remote"],
  ["graph", "--execution", "e1"],
  ["inspect", "w1", "--remote"],
] as const;

const AT_ONCE: readonly (readonly [string, (stream: ServerHttp2Stream) => void, RegExp])[] = [
  ["UNAUTHENTICATED", says(16, "token is expired"), /NOT_AUTHENTICATED/],
  ["PERMISSION_DENIED", says(7, "no"), /NOT_PERMITTED/],
  ["NOT_FOUND", says(5, "missing entity"), /NOT_ON_CLUSTER|CLUSTER_ENTITY_NOT_FOUND/],
  ["ALREADY_EXISTS", says(6, "there is one"), /CLUSTER_ENTITY_EXISTS/],
  ["INVALID_ARGUMENT", says(3, "bad filter"), /CLUSTER_REFUSED/],
  ["FAILED_PRECONDITION", says(9, "not now"), /CLUSTER_REFUSED/],
  ["INTERNAL", says(13, "panic: runtime error"), /CLUSTER_FAILED/],
  ["UNIMPLEMENTED", says(12, "unknown service"), /CALL_UNSUPPORTED/],
  ["401", answers(401, "<html>sign in</html>"), /NOT_AUTHENTICATED/],
  ["403", answers(403, "<html>no</html>"), /NOT_PERMITTED/],
  ["404", answers(404, "<html>default backend - 404</html>"), /CALL_UNSUPPORTED/],
  ["500", answers(500, "<html>oops</html>"), /CLUSTER_FAILED/],
  ["bytes that are no message", garbage, /CLUSTER_FAILED/],
];

/** What is tried again before it is told. */
const AFTER_A_WHILE: readonly (readonly [string, (stream: ServerHttp2Stream) => void, string])[] = [
  ["UNAVAILABLE", says(14, "upstream connect error"), "Check the endpoint and the network"],
  ["RESOURCE_EXHAUSTED", says(8, "slow down"), "wait a while"],
  ["429", answers(429, "slow down"), "wait a while"],
  ["nothing, and closes the connection", drops, "Check the endpoint and the network"],
  ["half a message, and closes the connection", dropsMidway, "Check the endpoint and the network"],
];

const env = { HOME: "/nowhere" };
const to = (endpoint: string): readonly string[] => ["--endpoint", endpoint, "--insecure"];

describe("an admin that answers", () => {
  it.each(AT_ONCE)("%s: each command ends with its error", async (_name, answer, wanted) => {
    const endpoint = await adminThat(answer);
    for (const argv of COMMANDS) {
      const { code, stdout, stderr } = await runCli([...argv, ...to(endpoint)], { env });
      expect({ argv, code, stdout }).toEqual({ argv, code: 1, stdout: "" });
      expect(stderr).toMatch(wanted);
      expect(stderr).not.toMatch(/UNEXPECTED_FAILURE|^ {4}at /m);
    }
  });

  it.each(AFTER_A_WHILE)("%s: it is told with what to do", async (_name, answer, advice) => {
    const endpoint = await adminThat(answer);
    const argv = ["execution", "get", "e1", "--json", ...to(endpoint)];
    const { code, objects } = await runCli(argv, { env });
    expect({ code, objects }).toMatchObject({ code: 1, objects: [{ kind: "error" }] });
    expect(String(objects[0]?.["hint"])).toContain(advice);
  });

  it("nothing at all: Ctrl-C ends each command at once", async () => {
    let asked = 0;
    const endpoint = await adminThat(() => void (asked += 1));
    for (const argv of COMMANDS) {
      const before = asked;
      const ending = new AbortController();
      const ran = runCli([...argv, ...to(endpoint)], { env, signal: ending.signal });
      await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(before);
      const start = performance.now();
      ending.abort(new Error("Ctrl-C"));
      const { code, stdout, stderr } = await ran;
      expect({ argv, code, stdout }).toEqual({ argv, code: 130, stdout: "" });
      expect(performance.now() - start).toBeLessThan(2000);
      expect(stderr).not.toContain("UNEXPECTED_FAILURE");
    }
  });
});
