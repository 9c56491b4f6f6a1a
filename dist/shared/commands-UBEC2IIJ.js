import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  check,
  demo,
  onTerminal,
  probe,
  run,
  validate,
  warn
} from "./chunk-PM4EVORH.js";
import "./chunk-JJKIUXYG.js";
import "./chunk-SDEITUBU.js";
import "./chunk-UCU26WNI.js";
import "./chunk-O2OWTJ2I.js";
import "./chunk-GK3NDIQF.js";
import "./chunk-6DH5FJVR.js";
import "./chunk-3GJWELV3.js";
import "./chunk-BBWEQVOO.js";
import "./chunk-KXOMUONB.js";
import "./chunk-WE353FMW.js";
import "./chunk-GKQLW2Q3.js";
import "./chunk-DQY64HLE.js";
import "./chunk-ARPSE3KR.js";
import "./chunk-CJK44M2I.js";
import "./chunk-CH5QTO5Q.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-ELTUVOUB.js";
import "./chunk-VQPR2K3L.js";
import "./chunk-MP4JWOEC.js";
import "./chunk-BDOTOFU7.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-LHLQYRMB.js";
import "./chunk-2AUDKZ4W.js";
import "./chunk-KGPMGHIE.js";
import "./chunk-B2QDC65I.js";
import "./chunk-ELBESNTV.js";
import "./chunk-J27YLO4G.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-DWJMXZGM.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";
export {
  check,
  demo,
  onTerminal,
  probe,
  run,
  validate,
  warn
};
