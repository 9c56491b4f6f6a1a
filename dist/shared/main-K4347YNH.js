import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  EXIT,
  main
} from "./chunk-KCM7UXZ2.js";
import "./chunk-HEMVHKF3.js";
import "./chunk-3S7ANKJB.js";
import "./chunk-OG6ZZA4V.js";
import "./chunk-P4Z2SUOO.js";
export {
  EXIT,
  main
};
