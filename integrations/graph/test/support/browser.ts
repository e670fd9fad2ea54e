import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine, if there is one. */
export const executable = PLACES.find((place) => existsSync(place));

/** Whether tests in a browser are left out: only where nobody counts on them. */
export const isWithout = executable === undefined && process.env["CI"] !== "true";

/** A page in the browser, with what went wrong in it. */
export interface Opened {
  readonly page: Page;
  readonly faults: readonly string[];
  /** Milliseconds until it was drawn; if the machine does other things, too, those in which the page's thread worked. */
  readonly drawnIn: number;
}

/** Opens pages from a folder, without network. The browser ends with the tests of the file. */
export function useBrowser(): {
  open(html: string, size?: { readonly width: number; readonly height: number }): Promise<Opened>;
} {
  let browser: Browser | undefined;
  const folder = mkdtempSync(join(tmpdir(), "graph-"));
  beforeAll(async () => {
    if (isWithout) return;
    // Without an executable this fails, as it should where CI is true.
    browser = await chromium.launch({
      executablePath: executable ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let count = 0;
  return {
    async open(html, viewport = { width: 1400, height: 900 }) {
      if (browser === undefined) throw new Error("The browser has not started.");
      const page = await browser.newPage({ viewport: { ...viewport }, colorScheme: "light" });
      const faults: string[] = [];
      page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
      page.on("pageerror", (error) => void faults.push(error.message));
      page.on("request", (request) => void (request.url().startsWith("file:") || faults.push(request.url())));
      count += 1;
      const file = join(folder, `${count}.html`);
      writeFileSync(file, html);
      const session = await page.context().newCDPSession(page);
      await session.send("Performance.enable", { timeDomain: "threadTicks" });
      await page.goto(pathToFileURL(file).href);
      await page.waitForSelector("html[data-drawn]");
      const { metrics } = await session.send("Performance.getMetrics");
      const worked = metrics.find(({ name }) => name === "TaskDuration")?.value ?? Infinity;
      const passed = Number(await page.evaluate(() => document.documentElement.dataset["drawn"]));
      return { page, faults, drawnIn: Math.min(passed, worked * 1000) };
    },
  };
}
