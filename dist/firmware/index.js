import {
  useCompileCache
} from "../shared/chunk-L2KBHZFV.js";
import "../shared/chunk-ELBESNTV.js";
import "../shared/chunk-7OSXWTH4.js";

// src/action/firmware-index.ts
useCompileCache();
await (await import("../shared/firmware-main-3JQKJRN6.js")).main();
