/** Connectors that are served. */
export interface ConnectorServer {
  readonly port: number;
  /** Of the metrics; undefined if there are none. */
  readonly metricsPort: number | undefined;
  /** Takes no new calls, waits for those that are under way, and ends them when the grace is over. */
  close(): Promise<void>;
}
