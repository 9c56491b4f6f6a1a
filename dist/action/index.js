import {
  useCompileCache
} from "../shared/chunk-L2KBHZFV.js";
import "../shared/chunk-ELBESNTV.js";
import "../shared/chunk-7OSXWTH4.js";

// src/action/index.ts
useCompileCache();
await (await import("../shared/main-KJS5CGY5.js")).main();
