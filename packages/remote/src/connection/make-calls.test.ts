import { connect, createServer as createPlainServer } from "node:net";
import { CreateWorkflowFailureReason } from "@flytekit-ts/models/admin";
import { Any } from "@flytekit-ts/models/google";
import { SignalServiceDefinition } from "@flytekit-ts/models/service";
import { BinaryWriter } from "@bufbuild/protobuf/wire";
import { type CallContext, createServer, ServerError, type ServiceImplementation, Status } from "nice-grpc";
import { afterEach, describe, expect, it, vi } from "vitest";

import { errors } from "../errors.js";
import type { Connection } from "./connection.js";
import { type Credentials, noCredentials } from "./credentials.js";
import { openConnection } from "./open-connection.js";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

function connectionTo(
  endpoint: string,
  credentials: Credentials = noCredentials,
  timeout = 5000,
): Connection {
  const auth = { type: "pkce" } as const;
  const config = {
    endpoint,
    insecure: true,
    insecureSkipVerify: false,
    auth,
    sources: new Map<string, string>(),
  };
  const retries = { retries: 2, throttledRetries: 2, backoff: 1 };
  const connection = openConnection(config, { credentials, timeout, retries });
  ends.unshift(connection.close);
  return connection;
}

type Answer = (context: CallContext, count: number) => Promise<void>;

/** A server that answers each `listSignals` as told; `calls` counts them. */
async function serve(answer: Answer) {
  const calls: string[] = [];
  const server = createServer();
  const listSignals: ServiceImplementation<SignalServiceDefinition>["listSignals"] = async (_, context) => {
    calls.push(context.metadata.get("authorization") ?? "");
    await answer(context, calls.length);
    return {};
  };
  const none = async (): Promise<never> => {
    throw new ServerError(Status.UNIMPLEMENTED, "none");
  };
  server.add(SignalServiceDefinition, { listSignals, setSignal: none, getOrCreateSignal: none });
  const port = await server.listen("127.0.0.1:0");
  ends.push(async () => {
    server.forceShutdown();
  });
  return { endpoint: `127.0.0.1:${port}`, calls };
}

const fail =
  (status: Status, words = "words of the server"): Answer =>
  async () => {
    throw new ServerError(status, words);
  };

const failureOf = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "no failure",
    (error: unknown) => error,
  );

describe("a call", () => {
  it.each([
    [Status.UNAUTHENTICATED, errors.NOT_AUTHENTICATED],
    [Status.PERMISSION_DENIED, errors.NOT_PERMITTED],
    [Status.NOT_FOUND, errors.CLUSTER_ENTITY_NOT_FOUND],
    [Status.ALREADY_EXISTS, errors.CLUSTER_ENTITY_EXISTS],
    [Status.INVALID_ARGUMENT, errors.CLUSTER_REFUSED],
    [Status.FAILED_PRECONDITION, errors.CLUSTER_REFUSED],
    [Status.UNIMPLEMENTED, errors.CALL_UNSUPPORTED],
    [Status.INTERNAL, errors.CLUSTER_FAILED],
    [Status.UNKNOWN, errors.CLUSTER_FAILED],
  ])("that is answered with status %i fails at once, with the server's words", async (status, code) => {
    const { endpoint, calls } = await serve(fail(status));
    const failure = await failureOf(connectionTo(endpoint).signals.listSignals({}));
    expect(failure).toSatisfy(code.is);
    expect(failure).toMatchObject({
      params: { endpoint, call: "SignalService.ListSignals", said: "words of the server" },
    });
    expect(calls).toHaveLength(1);
  });

  it("keeps 32 kB of a server's words, and its details", async () => {
    const words = `${"\t+ eine Änderung, 100 % größer\n".repeat(1024)}end`;
    const reason = { reason: { $case: "existsIdenticalStructure" as const, value: { id: undefined } } };
    const any = Any.encode({
      typeUrl: "type.googleapis.com/flyteidl.admin.CreateWorkflowFailureReason",
      value: CreateWorkflowFailureReason.encode(CreateWorkflowFailureReason.fromPartial(reason)).finish(),
    }).finish();
    const { endpoint } = await serve(async ({ trailer }) => {
      trailer.set(
        "grpc-status-details-bin",
        new BinaryWriter().tag(1, 0).int32(3).tag(3, 2).bytes(any).finish(),
      );
      throw new ServerError(Status.INVALID_ARGUMENT, words);
    });
    const failure = await failureOf(connectionTo(endpoint).signals.listSignals({}));
    expect(failure).toMatchObject({
      params: {
        said: words,
        details: [{ type: "flyteidl.admin.CreateWorkflowFailureReason", value: reason }],
      },
    });
    expect(String(failure)).toContain(words);
  });

  it.each([
    [Status.UNAVAILABLE, "gone"],
    [Status.RESOURCE_EXHAUSTED, "too many requests"],
  ])("that fails in passing with status %i is sent again", async (status, words) => {
    const { endpoint, calls } = await serve(async (context, count) => {
      if (count < 3) await fail(status, words)(context, count);
    });
    await connectionTo(endpoint).signals.listSignals({});
    expect(calls).toHaveLength(3);
  });

  it("is not sent again where a repeat is not safe, or in vain", async () => {
    const { endpoint, calls } = await serve(fail(Status.UNAVAILABLE));
    const { signals } = connectionTo(endpoint);
    expect(await failureOf(signals.listSignals({}, { repeatable: false }))).toSatisfy(
      errors.CLUSTER_UNREACHABLE.is,
    );
    const large = await serve(
      fail(Status.RESOURCE_EXHAUSTED, "grpc: received message larger than max (5 vs. 4)"),
    );
    const failure = await failureOf(connectionTo(large.endpoint).signals.listSignals({}));
    expect(failure).toSatisfy(errors.CLUSTER_MESSAGE_TOO_LARGE.is);
    expect([calls.length, large.calls.length]).toEqual([1, 1]);
  });

  it("ends at its deadline, also where nobody ever answers", async () => {
    const silent = createPlainServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    ends.push(async () => {
      silent.close();
    });
    const port = Reflect.get(Object(silent.address()), "port");
    const failure = await failureOf(
      connectionTo(`127.0.0.1:${port}`).signals.listSignals({}, { timeout: 50 }),
    );
    expect(failure).toSatisfy(errors.CLUSTER_TIMED_OUT.is);
  });

  it("takes another connection after one on which the server never spoke", async () => {
    const { endpoint, calls } = await serve(async () => {});
    let connections = 0;
    const between = createPlainServer((near) => {
      connections += 1;
      near.on("error", () => {});
      if (connections > 1) near.pipe(connect(Number(endpoint.split(":")[1]), "127.0.0.1")).pipe(near);
    });
    await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
    ends.push(async () => {
      between.close();
    });
    vi.useFakeTimers({ toFake: ["performance"] });
    ends.push(async () => vi.useRealTimers());
    const port = Reflect.get(Object(between.address()), "port");
    const { signals } = connectionTo(`127.0.0.1:${port}`);
    const [first, second] = [
      signals.listSignals({}, { timeout: 50 }),
      signals.listSignals({}, { timeout: 60 }),
    ];
    expect(await failureOf(first)).toSatisfy(errors.CLUSTER_TIMED_OUT.is);
    expect(await failureOf(second)).toSatisfy(errors.CLUSTER_TIMED_OUT.is);
    vi.advanceTimersByTime(20_001);
    await signals.listSignals({});
    expect([connections, calls.length]).toEqual([2, 1]);
  });

  it("ends when its signal fires, before or while it waits", async () => {
    const abort = new AbortController();
    const { endpoint, calls } = await serve(async ({ signal }) => {
      abort.abort(new Error("enough"));
      await new Promise((resolve) => {
        signal.addEventListener("abort", resolve);
      });
    });
    const { signals } = connectionTo(endpoint);
    const failure = await failureOf(signals.listSignals({}, { signal: abort.signal }));
    expect(failure).toSatisfy(errors.CALL_ABORTED.is);
    expect(failure).toMatchObject({ cause: { message: "enough" } });
    expect(await failureOf(signals.listSignals({}, { signal: abort.signal }))).toSatisfy(
      errors.CALL_ABORTED.is,
    );
    expect(calls).toHaveLength(1);
  });

  it("leaves no trace on a signal that many calls share", async () => {
    const warnings: string[] = [];
    const hear = ({ name }: Error): void => void warnings.push(name);
    process.on("warning", hear);
    let refused = 0;
    const { endpoint } = await serve(async (context, count) => {
      if ((refused += 1) <= 30) await fail(Status.UNAVAILABLE)(context, count);
    });
    const { signals } = connectionTo(endpoint);
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 30 }, async () => signals.listSignals({}, { signal })));
    await new Promise(setImmediate);
    process.off("warning", hear);
    expect(warnings).toEqual([]);
  });

  it("carries the caller's headers, and new ones where these were refused", async () => {
    const { endpoint, calls } = await serve(async ({ metadata }) => {
      if (metadata.get("authorization") !== "Bearer new")
        throw new ServerError(Status.UNAUTHENTICATED, "who?");
    });
    let token = "Bearer old";
    const credentials: Credentials = {
      headers: async () => ({ authorization: token }),
      renew: async (refused) => {
        expect(refused).toEqual({ authorization: "Bearer old" });
        token = "Bearer new";
        return true;
      },
    };
    await connectionTo(endpoint, credentials).signals.listSignals({});
    expect(calls).toEqual(["Bearer old", "Bearer new"]);
  });
});

describe("a server that cannot be reached", () => {
  it("is named, with advice", async () => {
    const failure = await failureOf(connectionTo("127.0.0.1:1").signals.listSignals({}));
    expect(failure).toSatisfy(errors.CLUSTER_UNREACHABLE.is);
    expect(failure).toMatchObject({ hint: expect.stringMatching(/whether the server runs/) });
  });

  it("that speaks no TLS is told from others, and not tried again", async () => {
    const { endpoint } = await serve(async () => {});
    const config = { ...connectionTo(endpoint).config, insecure: false };
    const connection = openConnection(config);
    ends.unshift(connection.close);
    const failure = await failureOf(connection.signals.listSignals({}));
    expect(failure).toMatchObject({ hint: expect.stringMatching(/does not speak TLS: set `insecure: true`/) });
  });
});
