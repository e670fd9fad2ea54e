import { expect, it } from "vitest";
import { hiddenSecrets } from "./hidden-secrets.js";

it.each([
  ['auth: { clientSecret: "planted" },', 'auth: { clientSecret: "*******" },'],
  ["clientSecret: () => `planted`", "clientSecret: () => `*******`"],
  [`"API_TOKEN": 'planted', A: 'b'`, `"API_TOKEN": '*******', A: 'b'`],
  ['const password = env.P ?? "planted";', 'const password = env.P ?? "*******";'],
  ['AWS_SECRET_ACCESS_KEY="planted"', 'AWS_SECRET_ACCESS_KEY="*******"'],
  ['endpoint: "https://ada:planted@host:1/x"', 'endpoint: "https://ada:*******@host:1/x"'],
  ['authorization: "Bearer planted"', 'authorization: "Bearer *******"'],
  ['token: "planted', 'token: "*******'],
])("hides the secret of %j", (line, shown) => {
  expect(hiddenSecrets(line)).toBe(shown);
});

it.each([
  'secrets: [{ group: "bank", key: "pin" }]',
  'inputs: { token: t.string(), note: "x" }',
  'secret({ group: "bank" })',
  'endpoint: "https://host:8080/x"',
  'image: "ghcr.io/acme/tasks:v1", // ada@example.com',
  'tokenUrl: "https://host/token"',
])("leaves %j as it is", (line) => {
  expect(hiddenSecrets(line)).toBe(line);
});
