import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "../../../test/auth/signed-in.js";
import { errors } from "../../errors.js";
import { type Accepted, type CallbackPage, openCallbackPage } from "./callback-page.js";
import { hasDisplay } from "./open-browser.js";

let page: CallbackPage;
let address: string;
let brought: string[];
let answer: Accepted;

beforeEach(async () => {
  address = `http://localhost:${await freePort()}/callback`;
  brought = [];
  answer = { fine: true };
  page = await openCallbackPage({
    address,
    endpoint: "flyte.example.com",
    accept: (url) => {
      brought.push(url.search);
      return answer;
    },
  });
});

afterEach(async () => {
  await page.close();
});

describe("the page that a browser returns to", () => {
  it("is there once", async () => {
    const first = await fetch(`${address}?code=1&state=2`);
    expect([first.status, await first.text()]).toEqual([
      200,
      expect.stringContaining("signed in to flyte.example.com"),
    ]);
    expect(first.headers.get("referrer-policy")).toBe("no-referrer");
    expect((await fetch(`${address}?code=2&state=2`)).status).toBe(404);
    expect(brought).toEqual(["?code=1&state=2"]);
  });

  it.each(["/", "/callback/more", "/favicon.ico", "//callback", "/callbac%6b"])(
    "is not at %s",
    async (path) => {
      expect((await fetch(new URL(address).origin + path)).status).toBe(404);
      expect(brought).toEqual([]);
    },
  );

  it.each(["POST", "HEAD", "DELETE"])("takes no %s", async (method) => {
    expect((await fetch(`${address}?code=1`, { method })).status).toBe(404);
    expect(brought).toEqual([]);
  });

  it("takes a slash at the end", async () => {
    expect((await fetch(`${address}/?code=1`)).status).toBe(200);
  });

  it("says what is wrong, and lets nobody write HTML into it", async () => {
    answer = { fine: false, problem: "<script>alert(1)</script>" };
    const response = await fetch(`${address}?error=x`);
    expect([response.status, await response.text()]).toEqual([400, expect.not.stringContaining("<script>")]);
  });

  it("is gone when it is closed", async () => {
    await page.close();
    await expect(fetch(address)).rejects.toThrow("fetch failed");
  });

  it("needs its port", async () => {
    const second = openCallbackPage({ address, endpoint: "a", accept: () => ({ fine: true }) });
    await expect(second).rejects.toSatisfy(errors.SIGN_IN_PORT_TAKEN.is);
  });
});

it("opens no browser where nobody would see it", () => {
  expect(hasDisplay({}, "linux")).toBe(false);
  expect(hasDisplay({ DISPLAY: "" }, "linux")).toBe(false);
  expect(hasDisplay({ DISPLAY: ":0" }, "linux")).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
  expect(hasDisplay({}, "darwin")).toBe(true);
});
