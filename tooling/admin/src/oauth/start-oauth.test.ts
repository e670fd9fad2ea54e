import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { browse } from "./browse.js";
import { type OAuth, startOAuth } from "./start-oauth.js";

let oauth: OAuth;
let now = Date.UTC(2026, 0, 1);
const callback = createServer((request, response) => response.end(request.url));

beforeEach(async () => {
  await new Promise<void>((resolve) => {
    callback.listen(0, "127.0.0.1", resolve);
  });
  const { port } = callback.address() as AddressInfo;
  oauth = await startOAuth({
    machines: [{ id: "machine", secret: "a secret+", scopes: ["all"] }],
    people: { id: "people", redirectUri: `http://127.0.0.1:${port}/callback`, scopes: ["all", "offline"] },
    deviceFlow: true,
    now: () => now,
  });
});

afterEach(async () => {
  await oauth.close();
  callback.closeAllConnections();
  await new Promise((resolve) => {
    callback.close(resolve);
  });
});

const post = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
  const response = await fetch(oauth.url + path, {
    method: "POST",
    headers,
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};
const people = { client_id: "people" };

async function signIn(): Promise<URLSearchParams> {
  const { redirectUri } = oauth.state.settings.people;
  const query = new URLSearchParams({
    ...people,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "all offline",
    state: "12345678",
    code_challenge: createHash("sha256").update("verifier").digest("base64url"),
    code_challenge_method: "S256",
  });
  const { text } = await browse(`${oauth.url}/oauth2/authorize?${query.toString()}`);
  return new URL(text, redirectUri).searchParams;
}

const exchange = async (code: string, verifier = "verifier") =>
  post("/oauth2/token", {
    ...people,
    grant_type: "authorization_code",
    code,
    code_verifier: verifier,
    redirect_uri: oauth.state.settings.people.redirectUri,
  });

const refresh = async (token: string) =>
  post("/oauth2/token", { ...people, grant_type: "refresh_token", refresh_token: token });

it("takes the secret of a machine in the header, URL-encoded, and in the form", async () => {
  const authorization = `Basic ${Buffer.from("machine:a+secret%2B").toString("base64")}`;
  const form = { grant_type: "client_credentials", scope: "all" };
  expect((await post("/oauth2/token", form, { authorization })).status).toBe(200);
  const inForm = { ...form, client_id: "machine", client_secret: "a secret+" };
  expect((await post("/oauth2/token", inForm)).status).toBe(200);
  expect(await post("/oauth2/token", { ...inForm, client_secret: "another" })).toMatchObject({
    status: 401,
    body: { error: "invalid_client" },
  });
});

it("exchanges a code once, for whoever began the sign-in", async () => {
  const code = (await signIn()).get("code") ?? "";
  expect(await exchange(code, "another")).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  expect(await exchange(code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  const next = (await signIn()).get("code") ?? "";
  expect(await exchange(next)).toMatchObject({ status: 200, body: { scope: "all offline" } });
  expect(await exchange(next)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
});

it("does what the person decides", async () => {
  expect(Object.fromEntries(await signIn())).toMatchObject({ state: "12345678" });
  oauth.state.person = "deny";
  expect(Object.fromEntries(await signIn())).toMatchObject({ error: "access_denied", state: "12345678" });
  oauth.state.person = "wrong-state";
  expect(Object.fromEntries(await signIn())).toMatchObject({ state: "12345678x" });
  oauth.state.person = "wrong-issuer";
  expect(Object.fromEntries(await signIn())).toMatchObject({ iss: "https://elsewhere.example.com" });
});

it("rotates refresh tokens, and takes none that is revoked, over, or unknown", async () => {
  const first = (await exchange((await signIn()).get("code") ?? "")).body["refresh_token"] ?? "";
  const second = (await refresh(first)).body["refresh_token"] ?? "";
  expect(await refresh(first)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  now += 3600 * 1000;
  expect(await refresh(second)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  expect(await refresh("nonsense")).toMatchObject({ status: 500, body: { error: "server_error" } });
  const third = (await exchange((await signIn()).get("code") ?? "")).body["refresh_token"] ?? "";
  oauth.state.refreshTokens.endAll();
  expect(await refresh(third)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
});

it("tells a device what the script says", async () => {
  oauth.state.deviceAnswers = ["authorization_pending", "slow_down", "approve"];
  const { body } = await post("/oauth2/device", { ...people, scope: "all offline" });
  const ask = async () =>
    post("/oauth2/token", {
      ...people,
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      device_code: body["device_code"] ?? "",
    });
  expect((await ask()).body).toMatchObject({ error: "authorization_pending" });
  expect((await ask()).body).toMatchObject({ error: "slow_down" });
  expect(await ask()).toMatchObject({ status: 200, body: { token_type: "bearer" } });
  expect((await ask()).body).toMatchObject({ error: "invalid_grant" });
});

it("misbehaves when told to, and counts what it is asked", async () => {
  oauth.state.faults.set("token", { kind: "answer", status: 502, type: "text/html", body: "<p>Bad gateway" });
  const response = await fetch(`${oauth.url}/oauth2/token`, { method: "POST" });
  expect([response.status, await response.text()]).toEqual([502, "<p>Bad gateway"]);
  oauth.state.faults.set("token", { kind: "drop" });
  await expect(fetch(`${oauth.url}/oauth2/token`, { method: "POST" })).rejects.toThrow("fetch failed");
  oauth.state.faults.clear();
  await refresh("nonsense");
  expect(oauth.state.counts.get("token refresh_token")).toBe(1);
});

it.each([
  [{}, {}, "The POST body can not be empty."],
  [{ scope: "all" }, {}, "Request parameter 'grant_type' is missing"],
  [{ grant_type: "client_credentials" }, {}, "Client credentials missing or malformed"],
  [
    { grant_type: "client_credentials" },
    { authorization: `Basic ${btoa("machine:%zz")}` },
    "The client secret in the HTTP",
  ],
] as const)("says what is malformed in %j", async (form, headers, words) => {
  const { status, body } = await post("/oauth2/token", form, headers);
  expect([status, body["error"], body["error_description"]]).toEqual([
    400,
    "invalid_request",
    expect.stringContaining(words),
  ]);
});

it("looks at the grant before it looks who asks", async () => {
  const { status, body } = await post("/oauth2/token", { grant_type: "password", client_id: "nobody" });
  expect([status, body["error"]]).toEqual([400, "invalid_request"]);
});

it.each([
  [{ scope: "some" }, "invalid_scope", "not allowed to request scope 'some'."],
  [{ audience: "https://a" }, "invalid_request", "Requested audience 'https://a' has not been whitelisted"],
  [{ response_type: "" }, "unsupported_response_type", "`The request is missing the 'response_type'"],
  [{ response_type: "id" }, "unsupported_response_type", "not allowed to request response_type 'id'."],
  [{ state: "short" }, "invalid_state", "must be at least be 8 characters long"],
] as const)("sends a sign-in that asks for %j back", async (more, error, words) => {
  const { redirectUri: redirect_uri } = oauth.state.settings.people;
  const whole = { ...people, redirect_uri, response_type: "code", scope: "all", state: "12345678", ...more };
  const url = `${oauth.url}/oauth2/authorize?${new URLSearchParams(whole).toString()}`;
  const { status, headers } = await fetch(url, { redirect: "manual" });
  const { searchParams } = new URL(headers.get("location") ?? "");
  expect([status, searchParams.get("error")]).toEqual([303, error]);
  expect(searchParams.get("error_description")).toContain(words);
});

it("looks at the challenge of a sign-in when its person has decided", async () => {
  const { redirectUri: redirect_uri } = oauth.state.settings.people;
  const query = new URLSearchParams({ ...people, redirect_uri, response_type: "code", state: "12345678" });
  const url = `${oauth.url}/oauth2/authorize?${query.toString()}`;
  expect((await fetch(url, { redirect: "manual" })).status).toBe(307);
  expect((await browse(url)).url).toContain("error=invalid_request");
});

it.each([
  ["/oauth2/jwks", 200, /^\{"keys":\[\{"e":"AQAB","kid":"[\w-]{43}","kty":"RSA","n":"[\w-]+"\}\]\}$/],
  ["/healthcheck", 200, /^$/],
  ["/nowhere", 404, /^\{"code":5, "message":"Not Found", "details":\[\]\}$/],
] as const)("answers everyone at %s", async (path, status, body) => {
  const response = await fetch(oauth.url + path);
  expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(body)]);
});

it("reads forms only", async () => {
  const body = "grant_type=client_credentials";
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${oauth.url}/oauth2/token`, { method: "POST", body, headers });
  expect(await response.text()).toContain("The POST body can not be empty.");
});

it("gives codes to people only, and tokens for its own audience", async () => {
  const machine = { client_id: "machine", client_secret: "a secret+" };
  const byCode = { ...machine, grant_type: "authorization_code", code: "x" };
  expect((await post("/oauth2/token", byCode)).body["error"]).toBe("unauthorized_client");
  const elsewhere = { ...machine, grant_type: "client_credentials", audience: "https://a" };
  expect((await post("/oauth2/token", elsewhere)).body["error"]).toBe("invalid_request");
});

it("gives a client without a secret no token of its own", async () => {
  const form = { ...people, grant_type: "client_credentials", scope: "all" };
  expect(await post("/oauth2/token", form)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
});
