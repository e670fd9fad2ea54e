import { connect, createServer } from "node:net";

/**
 * A way to a server on this machine that takes as long as one to another city: each byte arrives later.
 *
 * @param {string} endpoint
 * @param {number} delay milliseconds in one direction
 * @returns {Promise<{ endpoint: string, close: () => void }>}
 */
export async function far(endpoint, delay) {
  const [host = "", port = ""] = endpoint.split(":");
  const server = createServer((near) => {
    const there = connect({ host, port: Number(port), noDelay: true });
    near.setNoDelay(true);
    later(near, there, delay);
    later(there, near, delay);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { endpoint: `127.0.0.1:${address.port}`, close: () => server.close() };
}

/**
 * @param {import("node:net").Socket} from
 * @param {import("node:net").Socket} to
 * @param {number} delay
 */
function later(from, to, delay) {
  from.on("data", (chunk) => setTimeout(() => to.write(chunk), delay));
  from.on("close", () => setTimeout(() => to.destroy(), delay));
  from.on("error", () => to.destroy());
}
