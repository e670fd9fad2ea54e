import { expect, it } from "vitest";
import { toEndpoint } from "./to-endpoint.js";

it.each([
  ["dns:///flyte.example.com", "flyte.example.com:443", undefined],
  ["https://flyte.example.com/", "flyte.example.com:443", false],
  ["HTTPS://flyte.example.com:8443//", "flyte.example.com:8443", false],
  ["http://localhost:30080", "localhost:30080", true],
  ["http://localhost", "localhost:80", true],
  [" [::1]:81 ", "[::1]:81", undefined],
])("takes %s", (given, address, insecure) => {
  expect(toEndpoint(given, "the options")).toEqual({ address, insecure });
});

it.each(["", "ftp://a", "a b", "a:b", "a:99999", "a/b", "https://a/console", "a?x", "::1", "https://"])(
  "refuses %j",
  (given) => {
    expect(() => toEndpoint(given, "the options")).toThrow(/`endpoint` of the options must be/);
  },
);

it.each([
  "https://ada:secret@host",
  "ada:secret@host:1",
  "https://ada:se/secret@host",
  "https://ada:x@secret@host",
  "https://host:443?token=secret",
  "host#secret",
  "dns:///ada:secret@host?x=secret",
])("does not repeat a password or a token: %s", (given) => {
  expect(() => toEndpoint(given, "the options")).toThrow(/^(?!.*secret)/s);
});
