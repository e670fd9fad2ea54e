import { startServer } from "./start-server.js";

// The account that azurite has, as its documentation gives it.
const account = "devstoreaccount1";
const accountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/** The blob service of azurite, with one account. It has no container yet. */
export async function startAzurite() {
  const running = await startServer("azurite", {
    args: (port, folder) => [
      ...["--blobHost", "127.0.0.1", "--blobPort", String(port), "--location", folder],
      ...["--silent", "--disableTelemetry", "--skipApiVersionCheck"],
    ],
  });
  const { port, pid, log, stop } = running;
  return { endpoint: `http://127.0.0.1:${port}/${account}`, port, pid, log, stop, account, accountKey };
}
