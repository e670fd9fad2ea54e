import { startServer } from "./start-server.js";

/** @param {{ bucket?: string, externalUrl?: string }} [options] */
export async function startFakeGcs({ bucket = "bucket", externalUrl } = {}) {
  const running = await startServer("fake-gcs-server", {
    args: (port, folder) => [
      ...["-scheme", "http", "-host", "127.0.0.1", "-port", String(port)],
      ...["-backend", "memory", "-data", folder, "-log-level", "error"],
      ...["-public-host", `127.0.0.1:${port}`, "-external-url", externalUrl ?? `http://127.0.0.1:${port}`],
    ],
    // A folder in the data is a bucket.
    folders: [bucket],
  });
  const { port, pid, log, stop } = running;
  return { endpoint: `http://127.0.0.1:${port}`, port, pid, log, stop, bucket };
}
