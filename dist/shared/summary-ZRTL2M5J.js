import {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
} from "./chunk-ARK3S5UK.js";
import "./chunk-V67K3L6B.js";
import "./chunk-G3FSNJFZ.js";
import "./chunk-CTEL45AH.js";
import "./chunk-FUVXUIZP.js";
import "./chunk-VPEXOOML.js";
import "./chunk-5QQR7KKE.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-WZIZK7PI.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-D4THVSJ6.js";
import "./chunk-P4Z2SUOO.js";
export {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
};
