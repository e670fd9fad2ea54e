import { createServer } from "node:http";
import { connect as connectTo } from "node:net";
import { startAdmin } from "@flytekit-ts/admin";
import { afterEach, expect, it, vi } from "vitest";

import { connect } from "../src/entries/index.js";

afterEach(() => vi.unstubAllEnvs());

it.each([
  ["grpc_proxy", undefined, true],
  ["https_proxy", undefined, true],
  ["https_proxy", "127.0.0.1", false],
])(
  "calls go through the proxy that %s names, but not to the hosts of no_proxy (%s)",
  async (variable, no, through) => {
    const admin = await startAdmin();
    const asked: (string | undefined)[] = [];
    const proxy = createServer();
    proxy.on("connect", (request, socket) => {
      asked.push(request.url);
      const [host, port] = (request.url ?? "").split(":");
      const onward = connectTo(Number(port), host, () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        onward.pipe(socket).pipe(onward);
      });
      onward.on("error", () => socket.destroy());
      socket.on("error", () => onward.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    vi.stubEnv(variable, `http://127.0.0.1:${Reflect.get(Object(proxy.address()), "port")}`);
    if (no !== undefined) vi.stubEnv("no_proxy", no);
    const remote = await connect({ endpoint: admin.endpoint, insecure: true });
    await remote.connection.admin.getVersion({});
    expect(asked).toEqual(through ? [admin.endpoint] : []);
    await remote.close();
    await admin.close();
    proxy.closeAllConnections();
    proxy.close();
  },
);
