import {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
} from "./chunk-TBFIYH3V.js";
import "./chunk-V67K3L6B.js";
import "./chunk-CPFEKNTS.js";
import "./chunk-5SFQNJWB.js";
import "./chunk-GMRKDGWK.js";
import "./chunk-K6VLZNBD.js";
import "./chunk-IRZMTVJD.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-BM2IJI2T.js";
import "./chunk-P4Z2SUOO.js";
export {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
};
