import {
  connect,
  constants,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { AddressInfo } from "node:net";

/** An authenticating proxy that listens. */
export interface AuthProxy {
  /** `host:port` */
  readonly endpoint: string;
  /** How many calls were let through, and how many were not. */
  readonly counts: { taken: number; refused: number };
  /** The only token it takes. May be changed. */
  token: string;
  close(): Promise<void>;
}

/** What an authenticating proxy is started with. */
export interface AuthProxyOptions {
  /** `host:port` of the cluster behind it, without TLS. */
  readonly target: string;
  readonly token: string;
  /** The status over HTTP for callers without the token: 401, or 302 as proxies for browsers do. */
  readonly refusal?: 401 | 302 | undefined;
}

/** Starts a proxy that lets only calls pass which carry its token in `proxy-authorization`. */
export async function startAuthProxy({ target, token, refusal = 401 }: AuthProxyOptions): Promise<AuthProxy> {
  const upstream = connect(`http://${target}`);
  const server = createServer();
  const sessions = new Set<ServerHttp2Session>();
  server.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
  });
  const proxy: AuthProxy = {
    endpoint: "",
    counts: { taken: 0, refused: 0 },
    token,
    close: async () => {
      upstream.destroy();
      for (const session of sessions) session.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  server.on("stream", (stream, headers) => {
    stream.on("error", () => {});
    if (headers["proxy-authorization"] === `Bearer ${proxy.token}`) {
      proxy.counts.taken += 1;
      delete headers["proxy-authorization"];
      pass(stream, headers);
      return;
    }
    proxy.counts.refused += 1;
    const to = refusal === 302 ? { location: "https://accounts.example.com/" } : {};
    stream.respond({ ":status": refusal, "content-type": "text/html", ...to });
    stream.end("<p>Sign in first</p>");
  });

  function pass(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    const onward = upstream.request({ ...headers, ":authority": target });
    onward.on("response", (answer, flags) => {
      // A refusal has its status in the only headers there are.
      const isAll = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
      stream.respond(answer, isAll ? { endStream: true } : { waitForTrailers: true });
    });
    let trailers: IncomingHttpHeaders = {};
    onward.on("trailers", (sent) => {
      trailers = sent;
    });
    stream.on("wantTrailers", () => {
      stream.sendTrailers(trailers);
    });
    onward.on("error", () => {
      stream.close();
    });
    stream.on("close", () => {
      onward.close();
    });
    stream.pipe(onward).pipe(stream);
  }

  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, { endpoint: `127.0.0.1:${port}` });
}
