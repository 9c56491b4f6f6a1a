import {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
} from "./chunk-KQBM5BAU.js";
import "./chunk-V67K3L6B.js";
import "./chunk-G3FSNJFZ.js";
import "./chunk-CTEL45AH.js";
import "./chunk-JQ76SB74.js";
import "./chunk-L6C7G475.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";
export {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
};
