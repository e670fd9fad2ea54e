import { DockerfileParser, type Instruction } from "dockerfile-ast";

/**
 * What is wrong with the Dockerfile of an image for tasks.
 *
 * It is read by a parser; no engine builds it in the tests.
 */
export function checkDockerfile(text: string): readonly string[] {
  const stages = stagesOf(DockerfileParser.parse(text).getInstructions());
  const last = stages.at(-1) ?? [];
  return [
    ...(stages.length < 2 ? ["it has one stage: what builds stays in the image"] : []),
    ...checkBase(stages),
    ...checkUser(last),
    ...checkProcess(last),
    ...checkContent(stages),
    ...checkFolder(last),
  ];
}

type Stage = readonly Instruction[];

function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: Instruction[][] = [];
  for (const each of instructions) {
    if (each.getKeyword() === "FROM") stages.push([]);
    stages.at(-1)?.push(each);
  }
  return stages;
}

const inStage = (stage: Stage, keyword: string): Stage =>
  stage.filter((each) => each.getKeyword() === keyword);
const textOf = (each: Instruction | undefined): string => each?.getArgumentsContent() ?? "";

function checkBase(stages: readonly Stage[]): readonly string[] {
  return stages.flatMap(([from]) => {
    const [image = ""] = (from?.getExpandedArguments() ?? []).map((each) => each.getValue());
    if (/(?:-slim|-alpine)(?:@|$)|distroless/.test(image) || image.startsWith("$")) return [];
    return [`the base ${image} is not a small one of a tag`];
  });
}

function checkUser(last: Stage): readonly string[] {
  const user = textOf(inStage(last, "USER").at(-1));
  return /^[1-9]\d*(?::\d+)?$/.test(user) ? [] : [`the user is ${user || "root"}, not the number of another`];
}

function checkProcess(last: Stage): readonly string[] {
  const forms = [...inStage(last, "ENTRYPOINT"), ...inStage(last, "CMD")].flatMap((each) => {
    const text = textOf(each);
    if (!/^\[.*\]$/s.test(text)) return [`${each.getKeyword()} has the shell form: signals reach a shell`];
    return /"(?:\/bin\/)?(?:ba|da)?sh"/.test(text) ? [`${each.getKeyword()} starts a shell`] : [];
  });
  const reset = inStage(last, "ENTRYPOINT").length > 0 ? [] : ["the script of the base starts the process"];
  return [...forms, ...reset];
}

function checkContent(stages: readonly Stage[]): readonly string[] {
  const runs = stages.flatMap((stage) => inStage(stage, "RUN")).map(textOf);
  const isPruned = runs.some((run) => /--omit[= ]dev|--prod\b|--production\b/.test(run));
  const secrets = stages
    .flat()
    .filter(
      (each) =>
        ["ARG", "ENV"].includes(each.getKeyword()) && /TOKEN|PASSWORD|SECRET|_KEY\b/i.test(textOf(each)),
    );
  const fetched = stages.flatMap((stage) => inStage(stage, "ADD"));
  return [
    ...(isPruned ? [] : ["packages for development stay in the image"]),
    ...secrets.map((each) => `${each.getKeyword()} holds a secret`),
    ...fetched.map(() => "ADD fetches and unpacks: COPY only copies"),
  ];
}

function checkFolder(last: Stage): readonly string[] {
  const environment = inStage(last, "ENV").map(textOf).join(" ");
  const folder = textOf(inStage(last, "WORKDIR").at(-1));
  return [
    ...(folder === "/app"
      ? []
      : [`containers start in ${folder || "/"}, not in /app, where code is unpacked`]),
    ...(environment.includes(`${folder}/node_modules/.bin`)
      ? []
      : ["the PATH lacks the programs of packages"]),
    ...(environment.includes("NODE_ENV=production") ? [] : ["NODE_ENV is not production"]),
  ];
}
