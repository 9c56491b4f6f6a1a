import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  useCompileCache
} from "../shared/chunk-L2KBHZFV.js";
import "../shared/chunk-ELBESNTV.js";
import "../shared/chunk-7OSXWTH4.js";

// src/action/index.ts
useCompileCache();
await (await import("../shared/main-ZWSDBDGW.js")).main();
