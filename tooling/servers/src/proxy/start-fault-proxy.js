import { once } from "node:events";
import { createServer } from "node:http";

import { forward } from "./forward.js";

/** @typedef {import("../../index.js").SeenRequest} SeenRequest */
/** @typedef {import("../../index.js").FaultProxy} FaultProxy */

/**
 * @param {string} target
 * @returns {Promise<FaultProxy>}
 */
export async function startFaultProxy(target) {
  /** @type {SeenRequest[]} */
  let requests = [];
  /** @type {import("../../index.js").Script} */
  let script = () => undefined;
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer({ noDelay: true }, (request, response) => {
    /** @type {SeenRequest} */
    const seen = {
      index: requests.length,
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
    };
    requests.push(seen);
    request.on("error", () => {});
    response.on("error", () => {});
    // Where the target cannot be asked, the client sees that its connection is gone.
    forward({ request, response, target: new URL(proxy.target), seen }, script(seen)).catch(() =>
      request.socket.destroy(),
    );
  });
  // Clients may wait as long as they like for what does not come.
  server.requestTimeout = 0;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has no port.");

  /** @type {FaultProxy} */
  const proxy = {
    target,
    endpoint: `http://127.0.0.1:${address.port}`,
    port: address.port,
    get requests() {
      return requests;
    },
    script(next) {
      script = next;
    },
    once(fault, matches = () => true) {
      let isDone = false;
      script = (request) => {
        if (isDone || !matches(request)) return undefined;
        isDone = true;
        return fault;
      };
    },
    reset() {
      requests = [];
      script = () => undefined;
    },
    async stop() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return proxy;
}
