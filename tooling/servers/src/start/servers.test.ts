import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { startAzurite } from "./start-azurite.js";
import { startFakeGcs } from "./start-fake-gcs.js";
import { startVersitygw } from "./start-versitygw.js";
import { lacks, LONGEST_START } from "../install/lacks.js";

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);

describe.skipIf(lacks("versitygw"))("versitygw", () => {
  it(
    "answers, apart from another, and ends with its data",
    async () => {
      const [server, other] = await Promise.all([startVersitygw(), startVersitygw()]);
      const response = await fetch(`${server.endpoint}/${server.bucket}`);
      expect(response.status).toBe(403);
      expect(server.port).not.toBe(other.port);
      await Promise.all([server.stop(), other.stop()]);
      expect([existsSync(server.folder), isAlive(server.pid), isAlive(other.pid)]).toEqual([
        false,
        false,
        false,
      ]);
    },
    LONGEST_START,
  );
});

describe.skipIf(lacks("fake-gcs-server"))("fake-gcs-server", () => {
  it(
    "answers and has a bucket",
    async () => {
      const server = await startFakeGcs({ bucket: "mine" });
      try {
        const response = await fetch(`${server.endpoint}/storage/v1/b/mine/o`);
        expect(await response.json()).toEqual({ kind: "storage#objects" });
      } finally {
        await server.stop();
      }
    },
    LONGEST_START,
  );
});

describe.skipIf(lacks("azurite"))("azurite", () => {
  it(
    "answers",
    async () => {
      const server = await startAzurite();
      try {
        const { status, headers } = await fetch(`${server.endpoint}?comp=list`);
        expect([status, headers.get("x-ms-error-code")]).toEqual([403, "AuthorizationFailure"]);
      } finally {
        await server.stop();
      }
    },
    LONGEST_START,
  );
});
