import {
  useCompileCache
} from "../shared/chunk-DB5UH34O.js";
import "../shared/chunk-T4YCFN63.js";
import "../shared/chunk-D4THVSJ6.js";
import "../shared/chunk-P4Z2SUOO.js";

// src/action/firmware-index.ts
useCompileCache();
await (await import("../shared/firmware-main-K34UNSYJ.js")).main();
