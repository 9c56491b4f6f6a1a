import {
  useCompileCache
} from "../shared/chunk-RF35UIIU.js";
import "../shared/chunk-KVH47LMI.js";
import "../shared/chunk-Q4CHHY4T.js";
import "../shared/chunk-P4Z2SUOO.js";

// src/action/index.ts
useCompileCache();
await (await import("../shared/main-43XY2APV.js")).main();
