import { join } from "node:path";

import { startServer } from "./start-server.js";

// Keys of a server that ends with the test.
const accessKeyId = "flytekit-test";
const secretAccessKey = "flytekit-test-secret";
const region = "us-east-1";

/** @param {{ bucket?: string }} [options] */
export async function startVersitygw({ bucket = "bucket" } = {}) {
  const running = await startServer("versitygw", {
    args: (port, folder) => [
      ...["--port", `127.0.0.1:${port}`, "--region", region, "--keep-alive", "--quiet"],
      ...["posix", join(folder, "data")],
    ],
    env: { ROOT_ACCESS_KEY: accessKeyId, ROOT_SECRET_KEY: secretAccessKey },
    folders: ["data", `data/${bucket}`],
  });
  const { port, folder, pid, log, stop } = running;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    port,
    pid,
    log,
    stop,
    bucket,
    region,
    accessKeyId,
    secretAccessKey,
    folder: join(folder, "data"),
  };
}
