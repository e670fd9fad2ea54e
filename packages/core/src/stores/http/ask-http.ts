import * as errors from "../../errors.js";
import type { Signal } from "../../storage/signal.js";

/** One request for a file. */
export interface HttpQuestion {
  readonly uri: string;
  readonly method: "GET" | "HEAD";
  readonly action: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: Signal | undefined;
  /** Milliseconds until there must be an answer. */
  readonly timeout: number;
}

/** An answer whose body may still be coming. */
export interface HttpReply {
  readonly response: Response;
  /** Ends the connection, if it has not ended. */
  close(): void;
}

/** Sends a request, and gives what is answered. @throws `STORAGE_FAILED` if the URI is no URL, and what `fetch` throws */
export async function askHttp(question: HttpQuestion): Promise<HttpReply> {
  const { method, headers, signal, timeout } = question;
  const { url, authorization } = addressOf(question);
  const controller = new AbortController();
  const close = (): void => {
    signal?.removeEventListener("abort", close);
    controller.abort();
  };
  signal?.addEventListener("abort", close);
  const timer = setTimeout(() => controller.abort(silence(timeout)), timeout);
  try {
    const response = await fetch(url, {
      method,
      // Bytes and their count are those of the file, not of a packed form of it.
      headers: { ...headers, ...authorization, "accept-encoding": "identity" },
      signal: controller.signal,
    });
    return { response, close };
  } catch (error) {
    close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function silence(timeout: number): Error {
  return new DOMException(`no answer came for ${timeout / 1000} seconds`, "TimeoutError");
}

// A URL with a user is an error to `fetch`.
function addressOf({ uri, action }: HttpQuestion): {
  readonly url: URL;
  readonly authorization: Readonly<Record<string, string>>;
} {
  if (!URL.canParse(uri)) {
    const advice = "Give a URL such as `https://example.org/data.csv`.";
    throw errors.STORAGE_FAILED({ uri, action, problem: "it is no URL", advice });
  }
  const url = new URL(uri);
  const { username, password } = url;
  url.username = "";
  url.password = "";
  if (username === "" && password === "") return { url, authorization: {} };
  const user = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return { url, authorization: { authorization: `Basic ${user.toString("base64")}` } };
}
