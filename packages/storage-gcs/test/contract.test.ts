import { type GcsServer, lacks, LONGEST_START, startFakeGcs } from "@flytekit-ts/servers";
import { proveStorage } from "@flytekit-ts/servers/testing";
import { afterAll, beforeAll, describe } from "vitest";

import { gcs } from "../src/gcs.js";

describe.skipIf(lacks("fake-gcs-server"))("the storage for Google Cloud Storage", () => {
  let server: GcsServer | undefined;
  beforeAll(async () => {
    server = await startFakeGcs();
  }, LONGEST_START);
  afterAll(async () => server?.stop());

  proveStorage({
    storage: () => gcs({ endpoint: server?.endpoint }),
    fill: async (uris) => {
      const storage = gcs({ endpoint: server?.endpoint });
      for (let at = 0; at < uris.length; at += 100)
        await Promise.all(uris.slice(at, at + 100).map(async (uri) => storage.write(uri, new Uint8Array())));
    },
    prefix: () => `gs://${server?.bucket}/contract`,
    contentTypeOf: async (uri) => {
      const key = encodeURIComponent(uri.replace(/^gs:\/\/[^/]*\//, ""));
      const answer = await fetch(`${server?.endpoint}/storage/v1/b/${server?.bucket}/o/${key}`);
      const about = (await answer.json()) as { contentType?: string };
      return about.contentType;
    },
  });
});
