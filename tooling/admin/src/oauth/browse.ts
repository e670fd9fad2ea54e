/** Where a browser stopped. */
export interface Visited {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** What a browser does with an address: it follows redirects with cookies, and shows the page at the end. */
export async function browse(address: string): Promise<Visited> {
  const cookies = new Map<string, string>();
  let url = address;
  for (let steps = 0; steps < 20; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: cookie === "" ? {} : { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null) return { url, status: response.status, text: await response.text() };
    await response.body?.cancel();
    url = new URL(location, url).href;
  }
  throw new Error("redirected more than 20 times");
}
