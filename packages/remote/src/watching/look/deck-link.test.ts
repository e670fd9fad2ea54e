import { expect, it } from "vitest";
import { FakeCluster } from "../../../test/fake-cluster.js";
import { errors } from "../../errors.js";
import { watchingCalls } from "../watching-calls.js";

it("gives a link to the deck of a node at any depth, and says where there is none", async () => {
  const cluster = new FakeCluster().add("run", {
    n0: { phase: "SUCCEEDED", isParent: true },
    f1: { phase: "SUCCEEDED", parent: "n0", spec: "n1", deck: "s3://decks/1" },
  });
  const asked: unknown[] = [];
  const createDownloadLink = async (request: unknown): Promise<unknown> => {
    asked.push(request);
    return {
      signedUrl: [],
      preSignedUrls: { signedUrl: ["https://signed"], expiresAt: { seconds: 60n, nanos: 0 } },
    };
  };
  const { deckLink } = watchingCalls({ ...cluster.connection, dataProxy: { createDownloadLink } as never });
  expect(await deckLink("run", "n0/n1")).toEqual({ url: "https://signed", expiresAt: new Date(60_000) });
  expect(asked).toMatchObject([{ artifactType: 1, source: { value: { nodeId: "f1" } } }]);
  await expect(deckLink("run", "n0")).rejects.toThrow("has no deck");
  await expect(deckLink("run", "n0/n2")).rejects.toSatisfy(errors.NODE_NOT_THERE.is);
});
