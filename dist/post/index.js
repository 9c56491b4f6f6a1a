import {
  useCompileCache
} from "../shared/chunk-L2KBHZFV.js";
import "../shared/chunk-ELBESNTV.js";
import "../shared/chunk-7OSXWTH4.js";

// src/action/post-index.ts
useCompileCache();
await (await import("../shared/post-Y5FMBKUJ.js")).post();
