import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut, and mended again. */
export interface BreakableProxy {
  readonly endpoint: string;
  /** Ends all connections, and takes no new ones. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Starts a way to a server. */
export async function breakableProxy(endpoint: string): Promise<BreakableProxy> {
  const [host = "", port = ""] = endpoint.split(":");
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    endpoint: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
