import { connect } from "@flytekit-ts/remote";

declare const console: { log(text: string): void };

/** What is bundled, and imported by CommonJS. */
export async function listing(): Promise<void> {
  const remote = await connect({ project: "flytesnacks", domain: "development" });
  for await (const { id } of remote.projects()) console.log(id);
  await remote.close();
}

void listing();
