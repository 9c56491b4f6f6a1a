import {
  summarize,
  summarizeRefusal
} from "./chunk-3COSZ6K4.js";
import "./chunk-IIUVJISF.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";
export {
  summarize,
  summarizeRefusal
};
