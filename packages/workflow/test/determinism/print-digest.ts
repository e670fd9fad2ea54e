import { digestOf } from "./digest.js";

console.log(digestOf(Number(process.argv[3])));
