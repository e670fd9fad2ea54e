import { expect, it } from "vitest";
import { fakeConnection } from "../../test/fake-connection.js";
import { openClients } from "./open-clients.js";

it.each([
  "toString:443",
  "__proto__:443",
  "constructor:1",
  "unix:80",
  "dns:80",
  "ipv4:80",
  "xds:80",
  "[::1]:80",
])("takes %s for a host and its port, and never for a scheme of gRPC", (endpoint) => {
  const { config } = fakeConnection({}).connection;
  const clients = openClients({ ...config, endpoint, insecure: true });
  expect(clients.current().getChannel().getTarget()).toBe(`dns:///${endpoint}`);
  clients.close();
});
