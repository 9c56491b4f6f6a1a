import {
  useCompileCache
} from "../shared/chunk-SO2ZFF24.js";
import "../shared/chunk-BORWYDAJ.js";
import "../shared/chunk-BM2IJI2T.js";
import "../shared/chunk-P4Z2SUOO.js";

// src/action/firmware-index.ts
useCompileCache();
await (await import("../shared/firmware-main-L5RYXN22.js")).main();
