import { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import { createServer, ServerError, type ServiceImplementation, Status } from "nice-grpc";
import { afterEach, describe, expect, it } from "vitest";
import { connect, remoteErrors, type Remote } from "../src/entries/index.js";

const SETTINGS = { version: "v1", image: "example.com/garden:1" };
const water = task({ name: "garden.water", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
const bed = workflow({ name: "garden.bed", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  water({ x }),
);
const daily = launchPlan(bed, { name: "garden.daily", fixedInputs: { x: 1 } });

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

type Answer = (method: string, call: number) => unknown;

/** A client of a cluster that answers as it is told: with an error to throw, or with a message. */
async function clusterThat(answer: Answer): Promise<Remote & { readonly asked: string[] }> {
  const server = createServer();
  const asked: string[] = [];
  const methods = Object.keys(AdminServiceDefinition.methods).map((method) => {
    const serve = async (): Promise<unknown> => {
      asked.push(method);
      const given = answer(method, asked.length);
      if (given instanceof Error) throw given;
      return given ?? {};
    };
    return [method, serve] as const;
  });
  server.add(
    AdminServiceDefinition,
    Object.fromEntries(methods) as unknown as ServiceImplementation<AdminServiceDefinition>,
  );
  const port = await server.listen("127.0.0.1:0");
  const remote = await connect({
    ...{ endpoint: `127.0.0.1:${port}`, insecure: true, project: "flytesnacks", domain: "development" },
  });
  open.push(async () => {
    await remote.close();
    server.forceShutdown();
  });
  return Object.assign(remote, { asked });
}

const failureOf = async (
  registering: Promise<unknown>,
): Promise<Error & { readonly params: Record<string, unknown> }> =>
  registering.then(
    () => expect.fail("it did not fail"),
    (error: unknown) => error as Error & { readonly params: Record<string, unknown> },
  );

describe("a cluster that", () => {
  it("says 32 kB is heard whole", async () => {
    const words = `${"x".repeat(32_000)} the end`;
    const remote = await clusterThat(() => new ServerError(Status.INVALID_ARGUMENT, words));
    const failure = await failureOf(remote.register(water, SETTINGS));
    expect(failure).toSatisfy(remoteErrors.REGISTRATION_STOPPED.is);
    expect(failure).toMatchObject({ cause: { params: { said: words } } });
  });

  it("says in 32 kB what differs is heard whole", async () => {
    const value = "y".repeat(16_000);
    const said =
      "garden.water task with different structure already exists. (Please register a new version of the task):\n" +
      `/template/config/a:\n\t- ${value} \n\t+ ${value.replace("y", "z")}`;
    const remote = await clusterThat((method) =>
      method === "createTask" ? new ServerError(Status.INVALID_ARGUMENT, said) : {},
    );
    const failure = await failureOf(remote.register(water, SETTINGS));
    expect(failure).toSatisfy(remoteErrors.REGISTERED_DIFFERENTLY.is);
    expect(failure.params).toMatchObject({ said, differences: [{ registered: value }] });
    expect(failure.message.length).toBeLessThan(3000);
  });

  it("says only that it differs is asked what it has", async () => {
    const said = "garden.water task with different structure already exists.";
    const remote = await clusterThat((method) => {
      if (method === "createTask") return new ServerError(Status.INVALID_ARGUMENT, said);
      return { closure: { compiledTask: { template: { type: "other" } } } };
    });
    const failure = await failureOf(remote.register(water, SETTINGS));
    expect(failure.message).toContain('/template/type: "other" is registered');
  });

  it("cannot even say what it has leaves its first words", async () => {
    const said = "garden.water task with different structure already exists.";
    const remote = await clusterThat((method) =>
      method === "createTask"
        ? new ServerError(Status.INVALID_ARGUMENT, said)
        : new ServerError(Status.INTERNAL, "LIMIT_EXCEEDED"),
    );
    const failure = await failureOf(remote.register(water, SETTINGS));
    expect(failure).toSatisfy(remoteErrors.REGISTERED_DIFFERENTLY.is);
    expect(failure.params).toMatchObject({ said, differences: [] });
  });

  it("is busy is asked again", async () => {
    const remote = await clusterThat((_method, call) =>
      call % 2 === 1 ? new ServerError(Status.RESOURCE_EXHAUSTED, "slow down") : {},
    );
    const { entities } = await remote.register([bed], { ...SETTINGS, concurrency: 1 });
    expect(entities.map(({ outcome }) => outcome)).toEqual(["created", "created", "created"]);
  });

  it("takes less than it should ends the registration at once", async () => {
    const words = "grpc: received message larger than max (900 vs. 800)";
    const remote = await clusterThat(() => new ServerError(Status.RESOURCE_EXHAUSTED, words));
    const failure = await failureOf(remote.register([bed], SETTINGS));
    expect(failure).toMatchObject({ cause: { code: "CLUSTER_MESSAGE_TOO_LARGE" } });
    expect(remote.asked).toEqual(["createTask"]);
  });

  it("fails to activate says what is active", async () => {
    const remote = await clusterThat((method, call) =>
      method === "updateLaunchPlan" && call > 5 ? new ServerError(Status.INTERNAL, "no schedule") : {},
    );
    const failure = await failureOf(remote.register([daily], { ...SETTINGS, activate: true }));
    expect(failure.message).toMatch(
      /stopped at the activation of launch plan garden\.\w+, with 4 of 4 entities registered: /,
    );
    expect(failure.params["activated"]).toHaveLength(1);
    expect(failure.params["left"]).toEqual([]);
  });

  it("answers lists with holes is named", async () => {
    const remote = await clusterThat(() => ({ tasks: [{ id: undefined, closure: {} }], token: "" }));
    const iterator = remote.tasks()[Symbol.asyncIterator]();
    await expect(iterator.next()).rejects.toSatisfy(remoteErrors.CLUSTER_FAILED.is);
  });

  it("gives pages without end is left when the caller has enough", async () => {
    const item = { id: { name: "garden.water" }, closure: {} };
    const remote = await clusterThat((_method, call) => ({ tasks: [item], token: String(call) }));
    let count = 0;
    for await (const { id } of remote.tasks({ pageSize: 1 })) {
      expect(id.name).toBe("garden.water");
      if ((count += 1) === 5) break;
    }
    expect(remote.asked).toHaveLength(5);
    const controller = new AbortController();
    const endless = (async () => {
      for await (const { id } of remote.tasks({ pageSize: 1, signal: controller.signal })) {
        expect(id.name).toBe("garden.water");
        if ((count += 1) === 10) controller.abort();
      }
    })();
    await expect(endless).rejects.toSatisfy(remoteErrors.CALL_ABORTED.is);
  });

  it("never answers is left by the signal", async () => {
    const server = await clusterThat(() => new Promise(() => undefined));
    const controller = new AbortController();
    const registering = failureOf(server.register([bed], { ...SETTINGS, signal: controller.signal }));
    await expect.poll(() => server.asked.length).toBe(1);
    controller.abort();
    expect(await registering).toSatisfy(remoteErrors.REGISTRATION_ABORTED.is);
  });
});
