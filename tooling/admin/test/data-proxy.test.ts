import { createHash } from "node:crypto";
import { ArtifactType, CreateUploadLocationRequest } from "@flytekit-ts/models/service";
import { lacks, LONGEST_START, type S3Server, startVersitygw } from "@flytekit-ts/servers";
import { Status } from "nice-grpc";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { int, SETTINGS, startCluster } from "./support/cluster.js";

const content = Buffer.from("what is uploaded");
const contentMd5 = createHash("md5").update(content).digest();
const request = CreateUploadLocationRequest.create({
  project: SETTINGS.project,
  domain: SETTINGS.domain,
  filename: "code.tar.gz",
  filenameRoot: "root",
  contentMd5,
});

describe.each([
  ["in memory", false],
  ["on an S3 server", true],
])("the data proxy with data %s", (_, isRemote) => {
  const isMissing = isRemote && lacks("versitygw");
  let server: S3Server | undefined;
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  beforeAll(async () => {
    if (isMissing) return;
    server = isRemote ? await startVersitygw() : undefined;
    cluster = await startCluster({ storage: server });
  }, LONGEST_START);
  afterAll(async () => {
    await cluster?.close();
    await server?.stop();
  });

  it.skipIf(isMissing)("takes an upload by a signed link, with the MD5 that was said", async () => {
    const { signedUrl, nativeUrl, headers } = await cluster.data.createUploadLocation({
      ...request,
      addContentMd5Metadata: true,
    });
    // The length is that of the MD5's text, and would break the upload.
    expect(headers.get("Content-Length")).toBe("24");
    const sent = Object.fromEntries([...headers].filter(([name]) => name !== "Content-Length"));
    expect((await fetch(signedUrl, { method: "PUT", headers: sent, body: "other" })).ok).toBe(false);
    expect((await fetch(signedUrl, { method: "PUT", headers: sent, body: content })).ok).toBe(true);
    const down = await cluster.data.createDownloadLocation({ nativeUrl, expiresIn: undefined });
    expect(Buffer.from(await (await fetch(down.signedUrl)).arrayBuffer())).toEqual(content);
  });

  it.skipIf(isMissing)("knows a place that is taken, and lets the same content pass", async () => {
    await expect(cluster.data.createUploadLocation(request)).resolves.toMatchObject({
      nativeUrl: expect.any(String),
    });
    for (const other of [new Uint8Array(), createHash("md5").update("other").digest()])
      await expect(
        cluster.data.createUploadLocation({ ...request, contentMd5: other }),
      ).rejects.toMatchObject({
        code: Status.ALREADY_EXISTS,
        details: expect.stringMatching(/^file already exists at location \[s3:.*specify a matching hash/),
      });
  });
});

describe("what a server says of data", () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  beforeAll(async () => {
    cluster = await startCluster({ mostInlineBytes: 10 });
  });
  afterAll(() => cluster.close());
  const node = { nodeId: "n0", executionId: undefined };

  it("has links instead of what is large", async () => {
    const { task, t } = await import("@flytekit-ts/workflow");
    await cluster.register(task({ name: "any", inputs: { x: t.int() } }, () => {}));
    await cluster.start("large", "any", new Map([["x", int(5)]]), { isTask: true });
    const { inputs, fullInputs, outputs } = await cluster.admin.getExecutionData({
      id: cluster.idOf("large"),
    });
    expect(fullInputs?.literals.size).toBe(0);
    expect(outputs).toEqual({ url: "", bytes: 0n });
    const bytes = await (await fetch(inputs?.url ?? "")).arrayBuffer();
    expect(BigInt(bytes.byteLength)).toBe(inputs?.bytes);
  });

  it.each([
    [
      "flyte://v2/p/d/e/n/i",
      Status.INVALID_ARGUMENT,
      "failed to parse artifact url Error: failed to parse [flyte://v2/p/d/e/n/i]",
    ],
    ["s3://bucket/key", Status.INVALID_ARGUMENT, /request does not start with the correct prefix/],
    ["flyte://v1/p/d/e/n/0/d", Status.INVALID_ARGUMENT, /^no task executions were listed/],
  ])("refuses %s", async (flyteUrl, code, details) => {
    const matching = typeof details === "string" ? details : expect.stringMatching(details);
    await expect(cluster.data.getData({ flyteUrl })).rejects.toMatchObject({ code, details: matching });
  });

  it("refuses links to decks of nodes that there are not, and of nothing", async () => {
    const artifactType = ArtifactType.ARTIFACT_TYPE_DECK;
    const source = {
      $case: "nodeExecutionId",
      value: { ...node, executionId: cluster.idOf("none") },
    } as const;
    const ask = (given: typeof source | undefined, seconds: bigint) =>
      cluster.data.createDownloadLink({ artifactType, expiresIn: { seconds, nanos: 0 }, source: given });
    await expect(ask(source, 1n)).rejects.toMatchObject({
      details: expect.stringMatching(/^failed to find node execution/),
    });
    await expect(ask(undefined, 1n)).rejects.toMatchObject({
      details: expect.stringMatching(/source is required/),
    });
    await expect(ask(source, -1n)).rejects.toMatchObject({
      details: expect.stringMatching(/should not less than 0/),
    });
    await expect(ask(source, 7200n)).rejects.toMatchObject({
      details: expect.stringMatching(
        /input duration \[2h0m0s\] cannot exceed max allowed expiration \[1h0m0s\]/,
      ),
    });
  });
});
