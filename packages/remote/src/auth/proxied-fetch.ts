import type { Credentials } from "../connection/credentials.js";
import type { HttpAnswer, HttpClient, HttpRequest } from "../connection/http-client.js";

/** Requests with what a proxy before the servers wants to see, and once more with a new token where it was refused. */
export function proxiedFetch(fetch: HttpClient["fetch"], proxy: Credentials): HttpClient["fetch"] {
  return async (url: string, request: HttpRequest = {}): Promise<HttpAnswer> => {
    const { signal } = request;
    const headers = await proxy.headers(signal);
    const answer = await fetch(url, { ...request, headers: { ...request.headers, ...headers } });
    const isRefused = answer.status === 401 || answer.status === 407;
    if (!isRefused || !(await proxy.renew(headers, signal))) return answer;
    await answer.cancel();
    return fetch(url, { ...request, headers: { ...request.headers, ...(await proxy.headers(signal)) } });
  };
}
