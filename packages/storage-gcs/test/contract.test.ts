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
    prefix: () => `gs://${server?.bucket}/contract`,
    contentTypeOf: async (uri) => {
      const key = encodeURIComponent(uri.replace(/^gs:\/\/[^/]*\//, ""));
      const answer = await fetch(`${server?.endpoint}/storage/v1/b/${server?.bucket}/o/${key}`);
      const about = (await answer.json()) as { contentType?: string };
      return about.contentType;
    },
  });
});
