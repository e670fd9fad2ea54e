import { spawn, spawnSync } from "node:child_process";
import { writeProject } from "./src/register/project.js";
const F=new URL("./node_modules/.cache/reg2",import.meta.url).pathname;
const p=writeProject(F);
const server=spawn(process.execPath,["src/register/serve.js"],{stdio:["pipe","pipe","inherit"]});
let ep=""; for await(const c of server.stdout){ep=String(c).trim();break}
import {readFileSync} from "node:fs";
const cpu=()=>{const s=readFileSync(`/proc/${server.pid}/stat`,"utf8").split(" ");return (Number(s[13])+Number(s[14]))*10};
const run=(prog,args,opt={})=>{const a=process.resourceUsage?.(); const c0=cpu(); const t=performance.now(); const r=spawnSync("bash",["-c",`time ${prog} ${args.join(" ")}`],{encoding:"utf8",...opt}); const w=performance.now()-t; console.log(prog.slice(-10), "wall",w|0,"server cpu",cpu()-c0, r.stderr.match(/user.*|sys.*/g)?.join(" "), r.stdout.trim().split("\n").at(-1))};
for(let i=0;i<3;i++){
 run(process.execPath,["src/register/ours.js",ep,p.ours,"c"+i]);
 run("/tmp/fk/bin/python",["-m","flytekit.clis.sdk_in_container.pyflyte","register","--copy","none","--image","example.com/garden:1","--project","flytesnacks","--domain","development","--version","cz"+i,"garden"],{cwd:p.python,env:{...process.env,FLYTE_PLATFORM_URL:ep,FLYTE_PLATFORM_INSECURE:"true"}});
}
run(process.execPath,["-e","0"]);
run(process.execPath,["-e","'import(\"@flytekit-ts/remote\").then(m=>m.connect({endpoint:\"x:1\",insecure:true})).then(r=>r.close())'"]);
run("/tmp/fk/bin/python",["-c","'import flytekit.remote'"]);
server.stdin.end(); server.kill();
