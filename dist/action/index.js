import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  useCompileCache
} from "../shared/chunk-U2GWAJM2.js";
import "../shared/chunk-4HNDNYE3.js";
import "../shared/chunk-X76KBH4D.js";

// src/action/index.ts
useCompileCache();
await (await import("../shared/main-HDBZQPX5.js")).main();
