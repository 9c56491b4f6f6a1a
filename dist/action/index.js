import {
  useCompileCache
} from "../shared/chunk-DB5UH34O.js";
import "../shared/chunk-T4YCFN63.js";
import "../shared/chunk-D4THVSJ6.js";
import "../shared/chunk-P4Z2SUOO.js";

// src/action/index.ts
useCompileCache();
await (await import("../shared/main-TGQWABD4.js")).main();
