// A program in CommonJS.
import("@flytekit-ts/remote").then(async ({ connect }) => {
  const remote = await connect({ project: "flytesnacks", domain: "development" });
  for await (const { id } of remote.projects()) console.log(id);
  await remote.close();
});
