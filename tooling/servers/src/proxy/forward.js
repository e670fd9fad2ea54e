import { once } from "node:events";
import { request as send } from "node:http";

import { first, flipped } from "./altered.js";

/** @typedef {import("../../index.js").Fault} Fault */
/** @typedef {(body: AsyncIterable<Buffer>) => AsyncIterable<Buffer>} Alter */

/**
 * @typedef {object} Exchange
 * @property {import("node:http").IncomingMessage} request
 * @property {import("node:http").ServerResponse} response
 * @property {URL} target
 * @property {import("../../index.js").SeenRequest} seen
 */

/**
 * Send a request on to the target and its answer back, with the fault in between.
 *
 * @param {Exchange} exchange
 * @param {Fault | undefined} fault
 */
export async function forward(exchange, fault) {
  if (fault === undefined) return pass(exchange);
  const faulty = faulted[fault.kind];
  // Each function has the fault of its kind.
  return faulty(exchange, /** @type {never} */ (fault));
}

/** @type {{ [Kind in Fault["kind"]]: (exchange: Exchange, fault: Extract<Fault, { kind: Kind }>) => Promise<void> }} */
const faulted = {
  async answer({ request, response, seen }, { status, headers, body }) {
    request.resume();
    await once(request, "end");
    seen.status = status;
    response.writeHead(status, headers).end(body);
  },
  async delay(exchange, { milliseconds }) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return pass(exchange);
  },
  // Nothing more is sent, and the connection stays open.
  async stall(exchange, { afterBytes }) {
    if (afterBytes === undefined) exchange.request.resume();
    else await pass(exchange, { answer: (body) => first(body, afterBytes), end: () => {} });
  },
  async reset(exchange, { afterBytes }) {
    const end = () => void exchange.request.socket.resetAndDestroy();
    if (afterBytes === undefined) end();
    else await pass(exchange, { answer: (body) => first(body, afterBytes), end });
  },
  truncate: (exchange, { afterBytes }) =>
    pass(exchange, {
      answer: (body) => first(body, afterBytes),
      end: () => void exchange.request.socket.end(),
    }),
  shorten: (exchange, { afterBytes }) =>
    pass(exchange, {
      answer: (body) => first(body, afterBytes),
      headers: { "content-length": String(afterBytes) },
    }),
  flip: (exchange, { atByte }) => pass(exchange, { answer: (body) => flipped(body, atByte) }),
  "lose-answer": (exchange) =>
    pass(exchange, { beforeAnswer: () => void exchange.request.socket.resetAndDestroy() }),
  "upload-flip": (exchange, { atByte }) => pass(exchange, { upload: (body) => flipped(body, atByte) }),
  async "upload-reset"({ request }, { afterBytes }) {
    await received(request, afterBytes);
    request.socket.resetAndDestroy();
  },
  // What has arrived so far is all that is read, and no answer comes.
  async "upload-stall"({ request }, { afterBytes }) {
    await received(request, afterBytes);
    request.pause();
  },
};

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {number} bytes
 */
async function received(request, bytes) {
  let count = 0;
  await new Promise((resolve) => {
    request.on("end", resolve);
    request.on("data", (chunk) => {
      count += chunk.length;
      if (count >= bytes) resolve(undefined);
    });
  });
}

/**
 * @typedef {object} Changes
 * @property {Alter} [upload]
 * @property {Alter} [answer]
 * @property {Record<string, string>} [headers]
 * @property {() => void} [beforeAnswer] Instead of the answer.
 * @property {() => void} [end] Instead of the end of the answer.
 */

/**
 * @param {Exchange} exchange
 * @param {Changes} [changes]
 */
async function pass(exchange, { upload, answer: alter, headers = {}, beforeAnswer, end } = {}) {
  const { request, response, seen } = exchange;
  const answer = await ask(exchange, upload);
  if (beforeAnswer !== undefined) {
    answer.resume();
    await once(answer, "end");
    return beforeAnswer();
  }
  seen.status = answer.statusCode ?? 0;
  response.writeHead(seen.status, { ...answer.headers, ...headers });
  // A body may be long in coming, and its headers say that it will.
  response.flushHeaders();
  for await (const chunk of alter === undefined ? answer : alter(answer)) {
    if (!response.write(chunk)) await drained(response);
    if (request.socket.destroyed) return void answer.destroy();
  }
  answer.destroy();
  if (end === undefined) return void response.end();
  // What was written is sent before the connection ends.
  await new Promise((resolve) => setImmediate(resolve));
  end();
}

/**
 * @param {Exchange} exchange
 * @param {Alter} [alter]
 * @returns {Promise<import("node:http").IncomingMessage>}
 */
async function ask({ request, response, target }, alter) {
  const { hostname, port } = target;
  const { method, url: path, headers } = request;
  // The host stays what the client signed.
  const onward = send({ hostname, port, method, path, headers, setHost: false });
  response.once("close", () => {
    if (!response.writableFinished) onward.destroy();
  });
  const answered = new Promise((resolve, reject) => {
    onward.once("response", resolve);
    onward.once("error", reject);
  });
  // A target may answer before it has read all.
  const sent = (async () => {
    for await (const chunk of alter === undefined ? request : alter(request)) {
      if (!onward.write(chunk)) await drained(onward);
    }
    onward.end();
  })();
  sent.catch(() => onward.destroy());
  return answered;
}

/**
 * Waits until more can be written, or nothing more at all.
 *
 * @param {import("node:http").OutgoingMessage} stream
 */
async function drained(stream) {
  await new Promise((resolve) => {
    const end = () => {
      stream.off("drain", end).off("close", end);
      resolve(undefined);
    };
    stream.on("drain", end).on("close", end);
  });
}
