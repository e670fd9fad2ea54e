import { runLocal } from "@flytekit-ts/local-exec";
import { t, task, workflow } from "@flytekit-ts/workflow";
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const chain = workflow({ name: "chain", inputs: { x: t.int() }, output: t.int() }, ({ x }) => { let v: any = x; for (let i=0;i<2000;i++) v = inc({ x: v }); return v; });
async function time(opts: any) { const s = performance.now(); await runLocal(chain, { x: 1 }, opts); return (performance.now()-s)*1000/2000; }
import { mkdtempSync, rmSync } from "node:fs";
const dir = mkdtempSync("/tmp/jb-");
console.log("first", await time({}), await time({journal: dir}));
const a:number[]=[], b:number[]=[], c:number[]=[];
for (let i=0;i<15;i++){ a.push(await time({})); b.push(await time({journal: dir})); c.push(await time({onEvent(){}})); }
const med=(x:number[])=>{x.sort((p,q)=>p-q); return x[2]!+0}
console.log("plain", med(a), "events", med(c), "journal", med(b), "x", med(b)/med(a));
rmSync(dir,{recursive:true});
