import {
  useCompileCache
} from "../shared/chunk-JYPOZEI2.js";
import "../shared/chunk-3UQVA5YR.js";
import "../shared/chunk-SBPB5IBB.js";
import "../shared/chunk-P4Z2SUOO.js";

// src/action/index.ts
useCompileCache();
await (await import("../shared/main-TJUB4WVN.js")).main();
