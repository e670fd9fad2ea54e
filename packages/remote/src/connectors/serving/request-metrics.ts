/** Which requests a figure is about. */
type Labels = Readonly<Record<string, string>>;

interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "summary";
  readonly series: Map<string, { count: number; sum: number }>;
}

/** A served request, when it is over. */
export interface ServedRequest {
  readonly taskType: string;
  /** `create`, `get`, `delete`, or `do`. */
  readonly operation: string;
  readonly seconds: number;
  /** As HTTP numbers it; undefined for a success. */
  readonly errorCode?: number | undefined;
}

/** More series of types that no connector has are not kept: whoever sends requests chooses them. */
const MOST_UNKNOWN = 200;

/** How requests for connectors went, as Prometheus reads it. The names and labels are flytekit's. */
export class RequestMetrics {
  readonly #succeeded = family("requests_success_total", "Total number of successful requests", "counter");
  readonly #failed = family("requests_failure_total", "Total number of failed requests", "counter");
  readonly #latency = family("request_latency_seconds", "Time spent processing connector request", "summary");
  readonly #inputs = family("input_literal_bytes", "Size of input literal", "summary");

  readonly #unknown = new Set<string>();

  /** Counts a request. */
  count({ taskType, operation, seconds, errorCode }: ServedRequest): void {
    if (errorCode === 404 && !this.#admits(taskType)) return;
    const labels = { operation, task_type: taskType };
    add(this.#latency, labels, seconds);
    if (errorCode === undefined) add(this.#succeeded, labels);
    else add(this.#failed, { error_code: String(errorCode), ...labels });
  }

  #admits(taskType: string): boolean {
    if (this.#unknown.size < MOST_UNKNOWN) this.#unknown.add(taskType);
    return this.#unknown.has(taskType);
  }

  /** Counts the size of the inputs of a task. */
  countInputs(taskType: string, bytes: number): void {
    add(this.#inputs, { task_type: taskType }, bytes);
  }

  /** All figures, in the text format of Prometheus, version 0.0.4. */
  text(): string {
    return [this.#succeeded, this.#failed, this.#latency, this.#inputs].flatMap(linesOf).join("\n") + "\n";
  }
}

function family(name: string, help: string, type: Family["type"]): Family {
  return { name: `flyte_connector_${name}`, help, type, series: new Map() };
}

function add({ series }: Family, labels: Labels, value = 0): void {
  const key = Object.entries(labels)
    .map(([name, text]) => `${name}="${escaped(text)}"`)
    .join(",");
  const found = series.get(key);
  series.set(key, { count: (found?.count ?? 0) + 1, sum: (found?.sum ?? 0) + value });
}

function linesOf({ name, help, type, series }: Family): readonly string[] {
  const values = [...series].flatMap(([labels, { count, sum }]) =>
    type === "counter"
      ? [`${name}{${labels}} ${count}`]
      : [`${name}_count{${labels}} ${count}`, `${name}_sum{${labels}} ${sum}`],
  );
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...values];
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
