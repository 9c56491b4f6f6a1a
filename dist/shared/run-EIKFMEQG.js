import {
  bootAndReport,
  makeReport,
  onTerminal,
  run
} from "./chunk-EJ24IJ7S.js";
import "./chunk-VWVMVGGP.js";
import "./chunk-IBFFRAHP.js";
import "./chunk-7K3QOPTH.js";
import "./chunk-PU657B6Y.js";
import "./chunk-UEFGLSTR.js";
import "./chunk-VX7UBMUJ.js";
import "./chunk-K67IDSL2.js";
import "./chunk-HVTPSX5T.js";
import "./chunk-YOVVFRJG.js";
import "./chunk-SNPYCUXT.js";
import "./chunk-6I5EYL4W.js";
import "./chunk-TNWQD52F.js";
import "./chunk-Q3O4275C.js";
import "./chunk-X4T7POPL.js";
import "./chunk-WCDTERYH.js";
import "./chunk-7FX5SKGU.js";
import "./chunk-NQGNUVL2.js";
import "./chunk-7VWSYQHC.js";
import "./chunk-2I2PZAKV.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-EDZC2Y6G.js";
import "./chunk-5HO42YED.js";
import "./chunk-LDPNZ7CV.js";
import "./chunk-L5DRAQ6Z.js";
import "./chunk-GVDD7QND.js";
import "./chunk-K7HLSIKG.js";
import "./chunk-IIUDLEJ2.js";
import "./chunk-BOEFBUIR.js";
import "./chunk-ORACNCOB.js";
import "./chunk-T46UDUJC.js";
import "./chunk-36QO2VQE.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-22A7GVRM.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-LXTSU47G.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-QMTQUMZS.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-MHWIMHDX.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-J27YLO4G.js";
import "./chunk-KAKGKCN4.js";
import "./chunk-T7XAKIRX.js";
import "./chunk-FTRQMIJ3.js";
import "./chunk-IIUVJISF.js";
import "./chunk-XUBCMVSW.js";
import "./chunk-YJUB5JHN.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-CJK44M2I.js";
import "./chunk-OOLZV5JI.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";
export {
  bootAndReport,
  makeReport,
  onTerminal,
  run
};
