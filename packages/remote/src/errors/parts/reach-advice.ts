// How OpenSSL and grpc-js tell what a connection failed for.
const SERVER_IS_PLAIN = /wrong version number|packet length too long|http request/i;
const SERVER_MAY_WANT_TLS = /Failed to connect|Protocol error/;
const CERTIFICATE = /certificate|altnames|self.signed|unable to verify/i;

/** Why a server cannot be reached, where its words are about TLS. */
export type ReachProblem = "server-is-plain" | "server-may-want-tls" | "certificate";

/** What of TLS, if anything, keeps the two sides apart. */
export function reachProblem(said: string): ReachProblem | undefined {
  if (SERVER_IS_PLAIN.test(said)) return "server-is-plain";
  if (CERTIFICATE.test(said)) return "certificate";
  return SERVER_MAY_WANT_TLS.test(said) ? "server-may-want-tls" : undefined;
}

const ADVICE: Readonly<Record<ReachProblem, string>> = {
  "server-is-plain": "The server does not speak TLS: set `insecure: true`, or give the port that speaks TLS.",
  "server-may-want-tls": "The server closed the connection: if it speaks TLS, leave out `insecure`.",
  certificate:
    "Give the authority that signed the server's certificate as `caCertFile`, or accept any certificate with `insecureSkipVerify: true`.",
};

// As grpc-js tells what a proxy answers.
const TOO_MANY = /HTTP status code 429/;

/** What to do about a server that cannot be reached. */
export function reachAdvice(said: string): string {
  if (TOO_MANY.test(said)) return "It takes no more calls at the moment: wait a while, and call again.";
  const problem = reachProblem(said);
  return problem === undefined
    ? "Check the endpoint and the network, and whether the server runs."
    : ADVICE[problem];
}
