import {
  useCompileCache
} from "../shared/chunk-SO2ZFF24.js";
import "../shared/chunk-BORWYDAJ.js";
import "../shared/chunk-BM2IJI2T.js";
import "../shared/chunk-P4Z2SUOO.js";

// src/action/post-index.ts
useCompileCache();
await (await import("../shared/post-FY5RG2YR.js")).post();
