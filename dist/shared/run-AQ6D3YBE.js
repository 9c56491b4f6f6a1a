import {
  bootAndReport,
  onTerminal,
  run
} from "./chunk-5ZVSROZN.js";
import "./chunk-X6AIZAB2.js";
import "./chunk-HGTJCN5B.js";
import "./chunk-6WBY3ISK.js";
import "./chunk-Y7HOJQRM.js";
import "./chunk-RKB5UY5T.js";
import "./chunk-BNVS4UUF.js";
import "./chunk-GK3NDIQF.js";
import "./chunk-IBP3JRZE.js";
import "./chunk-NLSCVFIR.js";
import "./chunk-NI3FRMBJ.js";
import "./chunk-7WWXCFL7.js";
import "./chunk-CRLV3VHJ.js";
import "./chunk-WCDTERYH.js";
import "./chunk-LXJMAYCK.js";
import "./chunk-WE353FMW.js";
import "./chunk-LLQD4UX5.js";
import "./chunk-EPIYSLEV.js";
import "./chunk-LRQLY4K6.js";
import "./chunk-GKQLW2Q3.js";
import "./chunk-DQY64HLE.js";
import "./chunk-2UG37WJJ.js";
import "./chunk-ROO7P56B.js";
import "./chunk-36QO2VQE.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-ENXTLS5B.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-L23G7NYG.js";
import "./chunk-ZQBQHDIN.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-2FFNV27E.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";
export {
  bootAndReport,
  onTerminal,
  run
};
