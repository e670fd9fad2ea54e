import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A port of this machine that nothing listened on a moment ago. Another process may take it first: a server that then
 * does not start is started again with another one.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("A TCP server has no port.");
  return address.port;
}
