import {
  grouped,
  summarize,
  summarizeRefusal
} from "./chunk-QK5RDULJ.js";
import "./chunk-2NHKKJ5I.js";
import "./chunk-ZKMBFWDE.js";
import "./chunk-O2YUCBSO.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-CJK44M2I.js";
import "./chunk-OOLZV5JI.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";
export {
  grouped,
  summarize,
  summarizeRefusal
};
