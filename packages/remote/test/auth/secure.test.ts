import { expect, it } from "vitest";
import { assertUsable } from "../../src/auth/oauth/secure-server.js";
import { errors } from "../../src/errors.js";
import { configFor } from "./signed-in.js";

const server = {
  issuer: "",
  authorizationEndpoint: "",
  tokenEndpoint: "",
  deviceEndpoint: "",
  clientId: "",
  redirectUri: "",
  scope: "",
  audience: "",
  header: "authorization",
};
const secure = configFor("flyte.example.com:443", {}, { insecure: false });
const check = (tokenEndpoint: string, config = secure) =>
  assertUsable({ ...server, tokenEndpoint }, config, ["tokenEndpoint"]);

it("sends no secret without TLS to another machine, where the cluster has TLS", () => {
  expect(() => check("http://auth.example.com/token?x=1")).toThrow(
    expect.toSatisfy(errors.AUTH_ENDPOINT_INSECURE.is),
  );
  for (const fine of [
    "https://auth.example.com/token",
    "http://localhost:1/token",
    "http://127.0.0.1/",
    "http://[::1]/",
  ]) {
    expect(() => check(fine)).not.toThrow();
  }
  expect(() => check("http://auth.example.com/token", { ...secure, insecure: true })).not.toThrow();
});

it.each(["", "file:///etc/passwd", "javascript:alert(1)", "/oauth2/token"])(
  "refuses the address %j",
  (address) => {
    expect(() => check(address)).toThrow(expect.toSatisfy(errors.AUTH_UNSUPPORTED.is));
  },
);
