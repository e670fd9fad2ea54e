import { expect, it } from "vitest";
import { normalised } from "./normalised.js";

const place = { folder: "/tmp/screens-x1/001", cwd: "/", env: {} };

it.each([
  ["created 2026-11-30 12:52:54Z, took 111 ms", "created 2026-01-01 00:00:00Z, took 0 ms"],
  ["✓ garden succeeded after 1.2s: 8 succeeded", "✓ garden succeeded after 0 ms: 8 succeeded"],
  ["TOOK  5 ms", "TOOK  0 ms"],
  ["TOOK      5 ms", "TOOK      0 ms"],
  ["ID  TOOK    SIZE", "ID  TOOK  SIZE"],
  ["one  67 ms   11 kB", "one  0 ms  10 kB"],
  ["one  111 ms  9.5 kB", "one  0 ms  10 kB"],
  ["one  now      5ms", "one  0 s ago  0 ms"],
  ["\u001B[2m131ms\u001B[22m  items", "\u001B[2m0 ms\u001B[22m  items"],
  ["ID  \u001B[1mTOOK\u001B[22m    \u001B[1mSIZE", "ID  \u001B[1mTOOK\u001B[22m  \u001B[1mSIZE"],
  ["\u001B[1m01a2b3c4\u001B[22m", "\u001B[1m00000000\u001B[22m"],
  ["garden  12 s ago  5ms", "garden  0 s ago  0 ms"],
  ["garden  2 s ago   5ms", "garden  0 s ago  0 ms"],
  ["ENTITY  STARTED   TOOK   SIZE", "ENTITY  STARTED  TOOK  SIZE"],
  ["    --timeout DURATION  5 minutes, 30s", "    --timeout DURATION  5 minutes, 0 ms"],
  ["`tsflyte runs resume 01a2b3c4` goes on", "`tsflyte runs resume 00000000` goes on"],
  ["/tmp/screens-x1/001/garden at 127.0.0.1:41231", "/team/ada/work/projects/garden at 127.0.0.1:00000"],
  ["Node 22.1.0", "Node 20.0.0"],
  [
    "log.txt?X-Amz-Date=20261130T125254Z&c=%2F20261130%2F",
    "log.txt?X-Amz-Date=20260101T000000Z&c=%2F20260101%2F",
  ],
])("%s", (text, expected) => {
  expect(normalised(text, place)).toBe(expected);
});
