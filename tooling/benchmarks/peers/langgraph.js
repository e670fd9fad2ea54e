// The chain and the fan in LangGraph: `node langgraph.js 300 none|memory|sqlite [NORMAL|FULL]`.
import { Annotation, END, MemorySaver, START, StateGraph } from "@langchain/langgraph";
import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";
import Database from "libsql";
import { assertEqual, timed } from "./timed.js";

const [size, kind, synchronous] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
const checkpointer = checkpointerOf(kind);

const One = Annotation.Root({ x: Annotation() });
const line = new StateGraph(One);
for (let i = 0; i < size; i += 1) {
  line.addNode(`n${i}`, ({ x }) => ({ x: x + 1 }));
  line.addEdge(i === 0 ? START : `n${i - 1}`, `n${i}`);
}
line.addEdge(`n${size - 1}`, END);
const chain = line.compile({ checkpointer });

const Many = Annotation.Root({
  x: Annotation(),
  all: Annotation({ reducer: (left, right) => left.concat(right), default: () => [] }),
});
const star = new StateGraph(Many);
for (let i = 0; i < size; i += 1) {
  star.addNode(`n${i}`, ({ x }) => ({ all: [x + 1] }));
  star.addEdge(START, `n${i}`);
  star.addEdge(`n${i}`, END);
}
const fan = star.compile({ checkpointer });

let thread = 0;
// "sync": a checkpoint is written before the next step starts, as a journal here is.
const config = () => {
  thread += 1;
  return { recursionLimit: size + 10, durability: "sync", configurable: { thread_id: String(thread) } };
};
await timed(
  {
    chain: async () => assertEqual((await chain.invoke({ x: 0 }, config())).x, size),
    fan: async () => assertEqual((await fan.invoke({ x: 0 }, config())).all.length, size),
  },
  { warm: 3, rounds: 7 },
);

/** @param {string | undefined} kind */
function checkpointerOf(kind) {
  if (kind === "none") return undefined;
  if (kind === "memory") return new MemorySaver();
  // In place of better-sqlite3, which has to be compiled or downloaded by a script: libsql has the same interface.
  const db = new Database(`langgraph-${process.pid}.db`);
  const saver = new SqliteSaver(db);
  saver.setup();
  db.pragma(`synchronous=${synchronous}`);
  return saver;
}
