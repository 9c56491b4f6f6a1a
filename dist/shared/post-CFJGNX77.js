import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  post,
  saveMachine,
  saveWorkDir
} from "./chunk-UUJ5KR4S.js";
import "./chunk-X7X35JEF.js";
import "./chunk-NTUOOXB6.js";
import "./chunk-NOYFYVKQ.js";
import "./chunk-TESD7I65.js";
import "./chunk-3S7ANKJB.js";
import "./chunk-36SI6CTG.js";
import "./chunk-OG6ZZA4V.js";
import "./chunk-P4Z2SUOO.js";
export {
  post,
  saveMachine,
  saveWorkDir
};
