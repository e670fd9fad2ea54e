import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { textOf } from "@flytekit-ts/core/errors";
import { authErrors as errors } from "../../errors/auth-errors.js";

/** What became of the answer that the browser brought. */
export type Accepted = { readonly fine: true } | { readonly fine: false; readonly problem: string };

/** A page on this machine that a browser returns to after a sign-in. */
export interface CallbackPage {
  /** Ends the serving, and all connections. */
  close(): Promise<void>;
}

/** Where the page is, and who looks at what is brought. */
export interface CallbackOptions {
  /** `http://localhost:53593/callback` */
  readonly address: string;
  /** The cluster, for the text of the page. */
  readonly endpoint: string;
  /** Called once. */
  readonly accept: (answer: URL) => Accepted;
}

/**
 * Serves the page, and nothing else: the first answer is taken, later ones and other paths are not found.
 *
 * @throws `SIGN_IN_PORT_TAKEN`
 */
export async function openCallbackPage(options: CallbackOptions): Promise<CallbackPage> {
  const address = new URL(options.address);
  let isOpen = true;
  const server = createServer((request, response) => {
    const url = requested(request, address);
    if (url === undefined || !isOpen || request.method !== "GET") {
      send(response, 404, "There is nothing here.");
      return;
    }
    isOpen = false;
    const accepted = options.accept(url);
    if (accepted.fine)
      send(response, 200, `You are signed in to ${options.endpoint}. You may close this page.`);
    else send(response, 400, `You are not signed in to ${options.endpoint}: ${accepted.problem}`);
  });
  await listen(server, address, options.address);
  return {
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        // The page itself is on its way to the browser: only what is idle ends at once.
        server.closeIdleConnections();
        setTimeout(() => {
          server.closeAllConnections();
        }, 500).unref();
      });
    },
  };
}

function requested({ url = "" }: IncomingMessage, address: URL): URL | undefined {
  if (!url.startsWith("/") || !URL.canParse(url, address.href)) return undefined;
  const asked = new URL(url, address);
  return withoutSlash(asked.pathname) === withoutSlash(address.pathname) ? asked : undefined;
}

const withoutSlash = (path: string): string => path.replace(/\/+$/, "");

async function listen(server: Server, { hostname, port }: URL, address: string): Promise<void> {
  // Browsers go from `localhost` to 127.0.0.1 where nobody answers at ::1.
  const host = hostname === "localhost" ? "127.0.0.1" : hostname.replace(/^\[|\]$/g, "");
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(errors.SIGN_IN_PORT_TAKEN({ address, problem: textOf(error) }, { cause: error }));
    });
    server.listen(Number(port === "" ? 80 : port), host, resolve);
  });
}

function send(response: ServerResponse, status: number, text: string): void {
  const body = `<!doctype html><meta charset="utf-8"><title>Flyte</title><p>${escaped(text)}</p>\n`;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'",
    "referrer-policy": "no-referrer",
    connection: "close",
  });
  response.end(body);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
