import {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
} from "./chunk-SR2IIWYD.js";
import "./chunk-V67K3L6B.js";
import "./chunk-G3FSNJFZ.js";
import "./chunk-CTEL45AH.js";
import "./chunk-LQICMMEW.js";
import "./chunk-VPEXOOML.js";
import "./chunk-XCH3BQNJ.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
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
