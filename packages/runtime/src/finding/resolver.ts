/** What finds the task in a container. What it finds may be anything: its author may have made a mistake. */
export interface Resolver {
  loadTask(args: readonly string[]): Promise<unknown>;
}
