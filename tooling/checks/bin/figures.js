#!/usr/bin/env node
// Print the structure figures of the hand-written sources. Writes nothing.
import { repoRoot } from "../src/repo/repo-root.js";
import { figures } from "../src/structure/figures.js";

process.stdout.write(figures(repoRoot));
