import {
  pageRun,
  writeOwnReport,
  writeReport
} from "./chunk-PXHHUYGG.js";
import "./chunk-G3FSNJFZ.js";
import "./chunk-CTEL45AH.js";
import "./chunk-JQ76SB74.js";
import "./chunk-O2SLEJNV.js";
import "./chunk-2H22IQHJ.js";
import "./chunk-L6C7G475.js";
import "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";
export {
  pageRun,
  writeOwnReport,
  writeReport
};
