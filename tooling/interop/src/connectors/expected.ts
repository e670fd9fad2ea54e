const LINKS = [["Logs", "https://example.com/1"]];
const NONE = { message: "", links: [], outputs: null, info: null, code: "" };

/** What Python should have seen. */
export const expected = {
  agents: [
    {
      name: "Jobs",
      types: ["job", "job"],
      categories: [
        ["job", 2],
        ["job", 0],
      ],
      sync: false,
    },
    { name: "At once", types: ["at_once"], categories: [["at_once", 0]], sync: true },
  ],
  agent: { name: "At once", types: ["at_once"], categories: [["at_once", 0]], sync: true },
  metadata: { id: "näme at s3://bucket/out", looks: 0 },
  get: [
    { ...NONE, phase: "RUNNING", message: "half", links: LINKS },
    {
      ...NONE,
      phase: "SUCCEEDED",
      outputs: {
        text: "näme at s3://bucket/out",
        count: 2 ** 60,
        since: "1970-01-01T00:00:01.500000+00:00",
        record: { deep: [1, null], ratio: 1.5 },
      },
      info: { stages: [1, { done: true }] },
    },
  ],
  "get by an old engine": { ...NONE, phase: "WAITING_FOR_RESOURCES", message: "old 9" },
  failed: { ...NONE, phase: "FAILED", message: "no table", code: "NoTable" },
  delete: "",
  "delete again": "",
  "at once": [
    {
      ...NONE,
      phase: "SUCCEEDED",
      outputs: {
        text: "näme",
        count: 3,
        ratio: 2,
        since: "2024-01-02T00:00:00+00:00",
        names: ["a", "b"],
        record: { keys: 5 },
      },
    },
  ],
  throws: {
    status: "INTERNAL",
    details:
      "failed to create job task with error:\n The connector Jobs (job) failed in `create`: the queue is full.",
  },
  "unknown type": { status: "NOT_FOUND", details: "Cannot find connector for task type: nobody." },
  "unknown version": { status: "NOT_FOUND", details: "Cannot find connector for task type: job." },
  "unknown name": { status: "NOT_FOUND", details: "Cannot find connector for name: nobody." },
  "broken metadata": {
    status: "INTERNAL",
    details:
      "failed to get job task with error:\n The connector Jobs (job) cannot read the metadata of the resource (1 bytes): it is no JSON.",
  },
  "wrong kind": {
    status: "INTERNAL",
    details:
      "failed to do job task with error:\n The connector Jobs (job) does not support `sync execution`.",
  },
  logs: ["next", ["one", "two"]],
  health: ["0801", "0801"],
  "health of nobody": { status: "NOT_FOUND", details: "No such service: nobody." },
};
