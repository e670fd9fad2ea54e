import { type Connector, defineConnector } from "@flytekit-ts/remote/connectors";

interface Job {
  readonly id: string;
  readonly looks: number;
}

/** The connectors that Python calls: what they are given comes back, so that Python sees what they saw. */
export function servedHere(): readonly Connector[] {
  const deleted: string[] = [];
  let looks = 0;
  const job = defineConnector({
    taskType: "job",
    version: 2,
    name: "Jobs",
    create: ({ inputs, custom }, { outputPrefix }) => {
      if (custom["fail"] === true) throw new Error("the queue is full");
      return { id: `${String(inputs["text"])} at ${outputPrefix}`, looks: 0 };
    },
    get: ({ id }: Job) => {
      if (id === "failed") return { phase: "FAILED", message: "no table", error: { code: "NoTable" } };
      looks += 1;
      const links = [{ name: "Logs", uri: "https://example.com/1" }];
      if (looks === 1) return { phase: "RUNNING", message: "half", logLinks: links };
      const outputs = {
        text: id,
        count: 2n ** 60n,
        since: new Date(1500),
        record: { deep: [1, null], ratio: 1.5 },
      };
      return { phase: "SUCCEEDED", outputs, customInfo: { stages: [1, { done: true }] } };
    },
    delete: ({ id }) => deleted.push(id),
    logs: () => ({ lines: ["one", "two"], token: "next" }),
  });
  const old = defineConnector({
    taskType: "job",
    name: "Jobs",
    create: () => ({ id: "", looks: 0 }),
    get: ({ id, looks: before }: Job) => ({ phase: "WAITING_FOR_RESOURCES", message: `${id} ${before}` }),
    delete: () => {},
  });
  const atOnce = defineConnector({
    taskType: "at_once",
    name: "At once",
    sync: ({ inputs }) => ({
      phase: "SUCCEEDED",
      outputs: { ...inputs, record: { keys: Object.keys(inputs).length } },
    }),
  });
  return [job, old, atOnce];
}
