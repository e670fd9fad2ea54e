import { AuthMetadataServiceDefinition } from "@flytekit-ts/models/service";
import { createChannel, createClient, Metadata, Status } from "nice-grpc";
import { expect, it } from "vitest";
import { startAdmin } from "../start-admin.js";
import { startAuthProxy } from "./auth-proxy.js";

it("lets only calls with its token pass, in both directions whole", async () => {
  const admin = await startAdmin({ auth: {} });
  const proxy = await startAuthProxy({ target: admin.endpoint, token: "let-me-in" });
  const channel = createChannel(proxy.endpoint);
  const client = createClient(AuthMetadataServiceDefinition, channel);
  await expect(client.getPublicClientConfig({})).rejects.toMatchObject({ code: Status.UNAUTHENTICATED });
  const metadata = Metadata({ "proxy-authorization": "Bearer let-me-in" });
  expect(await client.getPublicClientConfig({}, { metadata })).toMatchObject({ clientId: "flytectl" });
  expect(proxy.counts).toEqual({ taken: 1, refused: 1 });
  channel.close();
  await proxy.close();
  await admin.close();
});
