import {
  useCompileCache
} from "../shared/chunk-RF35UIIU.js";
import "../shared/chunk-KVH47LMI.js";
import "../shared/chunk-Q4CHHY4T.js";
import "../shared/chunk-P4Z2SUOO.js";

// src/action/firmware-index.ts
useCompileCache();
await (await import("../shared/firmware-main-N4BDJOSA.js")).main();
