import { InactiveProject, ProjectGetRequest } from "@flytekit-ts/models/admin";
import { AdminServiceDefinition, SignalServiceDefinition } from "@flytekit-ts/models/service";
import { Client, credentials, type ServiceError, status } from "@grpc/grpc-js";
import { afterAll, describe, expect, it } from "vitest";
import { detailOf, refused } from "./refusal.js";
import { serve } from "./serve.js";
import { service, unknownService } from "./service.js";

const server = serve({
  port: 0,
  guards: [
    ({ metadata }) => {
      if (metadata.get("closed").length > 0) throw refused.unauthenticated("who are you?");
    },
  ],
  services: [
    service(AdminServiceDefinition, {
      getDomains: () => ({ domains: [{ id: "a", name: "b" }] }),
      getProject: ({ id }) => {
        throw refused.invalid("x".repeat(Number(id)), detailOf(InactiveProject, { id, org: "" }));
      },
      getVersion: () => {
        throw new TypeError("a fault of the stand-in");
      },
    }),
    unknownService(SignalServiceDefinition),
  ],
});
const client = server.then(({ port }) => {
  const options = { "grpc.max_metadata_size": 1e7, "grpc.max_send_message_length": -1 };
  return new Client(`127.0.0.1:${port}`, credentials.createInsecure(), options);
});

afterAll(async () => {
  (await client).close();
  await (await server).close();
});

async function call(method: string, request: Uint8Array = Buffer.alloc(0)): Promise<Buffer | ServiceError> {
  const sender = await client;
  return new Promise((resolve) => {
    const same = (bytes: Buffer) => bytes;
    sender.makeUnaryRequest(method, same, same, Buffer.from(request), (error, response) =>
      resolve(error ?? response ?? Buffer.alloc(0)),
    );
  });
}

const request = (id: string) => ProjectGetRequest.encode({ id, org: "" }).finish();

function detailsOf(answer: Buffer | ServiceError): string {
  return "metadata" in answer ? String(answer.metadata.get("grpc-status-details-bin")[0]) : "";
}

const ADMIN = "/flyteidl.service.AdminService";

describe("a service", () => {
  it("answers by its functions", async () => {
    expect((await call(`${ADMIN}/GetDomains`)).toString("utf8")).toContain("a");
  });

  it("says of others what servers in Go say", async () => {
    expect(await call(`${ADMIN}/ListProjects`)).toMatchObject({
      code: status.UNIMPLEMENTED,
      details: "method ListProjects not implemented",
    });
    expect(await call("/flyteidl.service.SignalService/ListSignals")).toMatchObject({
      code: status.UNIMPLEMENTED,
      details: "unknown service flyteidl.service.SignalService",
    });
  });

  it("sends a refusal whole, with its details", async () => {
    const error = await call(`${ADMIN}/GetProject`, request("32000"));
    expect(error).toMatchObject({ code: status.INVALID_ARGUMENT, details: "x".repeat(32_000) });
    expect(detailsOf(error)).toContain("x".repeat(32_000));
    expect(detailsOf(error)).toContain("type.googleapis.com/flyteidl.admin.InactiveProject");
  });

  it("cuts a text that no header holds", async () => {
    const error = await call(`${ADMIN}/GetProject`, request("300000"));
    expect(error).toMatchObject({
      code: status.INVALID_ARGUMENT,
      details: expect.stringMatching(/^x{40000,}\.\.\. \(\d+ of 300000 characters\)$/),
    });
    expect(detailsOf(error)).toContain("type.googleapis.com/flyteidl.admin.InactiveProject");
  });

  it("refuses what is too large or cannot be read", async () => {
    expect(await call(`${ADMIN}/GetDomains`, Buffer.alloc(4 * 1024 * 1024 + 1))).toMatchObject({
      code: status.RESOURCE_EXHAUSTED,
      details: "grpc: received message larger than max (4194305 vs. 4194304)",
    });
    expect(await call(`${ADMIN}/GetDomains`, Buffer.from([0xff]))).toMatchObject({
      code: status.INTERNAL,
      details: expect.stringContaining("grpc: error unmarshalling request"),
    });
  });

  it("does not hide its own faults", async () => {
    expect(await call(`${ADMIN}/GetVersion`)).toMatchObject({
      code: status.INTERNAL,
      details: expect.stringContaining("the stand-in failed: TypeError: a fault of the stand-in"),
    });
  });
});
