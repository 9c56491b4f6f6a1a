import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{BearerCredentialHandler,BlobClient,HttpClient,HttpCodes,__commonJS,__require,__toESM,debug,error,info,require_commonjs,require_commonjs2,
require_tunnel,require_undici,setSecret,warning}from"../clients/chunk-PU5PBGG7.js";var require_package=__commonJS({"node_modules/@actions/artifact/package.json"(exports,module){module.exports={name:"@actions/artifact",version:"\
6.1.0",preview:!0,description:"Actions artifact lib",keywords:["github","actions","artifact"],homepage:"https://github.com/actions/toolkit/t\
ree/main/packages/artifact",license:"MIT",type:"module",main:"lib/artifact.js",types:"lib/artifact.d.ts",exports:{".":{types:"./lib/artifact\
.d.ts",import:"./lib/artifact.js"}},directories:{lib:"lib",test:"__tests__"},files:["lib","!.DS_Store"],publishConfig:{access:"public"},repository:{
type:"git",url:"git+https://github.com/actions/toolkit.git",directory:"packages/artifact"},scripts:{"audit-moderate":"npm install && npm aud\
it --json --audit-level=moderate > audit.json",test:"cd ../../ && npm run test ./packages/artifact",bootstrap:"cd ../../ && npm run bootstra\
p","tsc-run":"tsc && cp src/internal/shared/package-version.cjs lib/internal/shared/",tsc:"npm run bootstrap && npm run tsc-run","gen:docs":"\
typedoc --plugin typedoc-plugin-markdown --out docs/generated src/artifact.ts --githubPages false --readme none"},bugs:{url:"https://github.\
com/actions/toolkit/issues"},dependencies:{"@actions/core":"^3.0.0","@actions/github":"^9.0.0","@actions/http-client":"^4.0.0","@azure/stora\
ge-blob":"^12.30.0","@octokit/core":"^7.0.6","@octokit/plugin-request-log":"^6.0.0","@octokit/plugin-retry":"^8.0.0","@octokit/request":"^10\
.0.7","@octokit/request-error":"^7.1.0","@protobuf-ts/plugin":"^2.2.3-alpha.1","@protobuf-ts/runtime":"^2.9.4",archiver:"^7.0.1","jwt-decode":"\
^4.0.0","unzip-stream":"^0.3.1"},devDependencies:{"@types/archiver":"^7.0.0","@types/unzip-stream":"^0.3.4",typedoc:"^0.28.16","typedoc-plug\
in-markdown":"^4.9.0",typescript:"^5.9.3"},overrides:{"uri-js":"npm:uri-js-replace@^1.0.1","node-fetch":"^3.3.2"}}}});var require_package_version=__commonJS({"node_modules/@actions/artifact/lib/internal/shared/package-version.cjs"(exports,module){var packageJson=require_package();
module.exports={version:packageJson.version}}});var require_path=__commonJS({"node_modules/readdir-glob/node_modules/minimatch/lib/path.js"(exports,module){var isWindows=typeof process=="o\
bject"&&process&&process.platform==="win32";module.exports=isWindows?{sep:"\\"}:{sep:"/"}}});var require_balanced_match=__commonJS({"node_modules/readdir-glob/node_modules/balanced-match/index.js"(exports,module){"use strict";module.
exports=balanced;function balanced(a,b,str){a instanceof RegExp&&(a=maybeMatch(a,str)),b instanceof RegExp&&(b=maybeMatch(b,str));var r=range(
a,b,str);return r&&{start:r[0],end:r[1],pre:str.slice(0,r[0]),body:str.slice(r[0]+a.length,r[1]),post:str.slice(r[1]+b.length)}}function maybeMatch(reg,str){
var m=str.match(reg);return m?m[0]:null}balanced.range=range;function range(a,b,str){var begs,beg,left,right,result,ai=str.indexOf(a),bi=str.
indexOf(b,ai+1),i=ai;if(ai>=0&&bi>0){if(a===b)return[ai,bi];for(begs=[],left=str.length;i>=0&&!result;)i==ai?(begs.push(i),ai=str.indexOf(a,
i+1)):begs.length==1?result=[begs.pop(),bi]:(beg=begs.pop(),beg<left&&(left=beg,right=bi),bi=str.indexOf(b,i+1)),i=ai<bi&&ai>=0?ai:bi;begs.length&&
(result=[left,right])}return result}}});var require_brace_expansion=__commonJS({"node_modules/readdir-glob/node_modules/brace-expansion/index.js"(exports,module){var balanced=require_balanced_match();
module.exports=expandTop;var escSlash="\0SLASH"+Math.random().toFixed(16)+"\0",escOpen="\0OPEN"+Math.random().toFixed(16)+"\0",escClose="\0CL\
OSE"+Math.random().toFixed(16)+"\0",escComma="\0COMMA"+Math.random().toFixed(16)+"\0",escPeriod="\0PERIOD"+Math.random().toFixed(16)+"\0",EXPANSION_MAX=1e5,
EXPANSION_MAX_LENGTH=4e6,EXPANSION_MAX_DEPTH=1e3,EXPANSION_MAX_REWRITES=1e3,EXPANSION_MAX_STEPS=2e7,CALL_STEPS=16;function numeric(str){return parseInt(
str,10)==str?parseInt(str,10):str.charCodeAt(0)}function escapeBraces(str){return str.split("\\\\").join(escSlash).split("\\{").join(escOpen).
split("\\}").join(escClose).split("\\,").join(escComma).split("\\.").join(escPeriod)}function unescapeBraces(str){return str.split(escSlash).
join("\\").split(escOpen).join("{").split(escClose).join("}").split(escComma).join(",").split(escPeriod).join(".")}function pushAll(target,items){
for(var i=0;i<items.length;i++)target.push(items[i])}function balancedWithBudget(str,masked,budget){if(!(budget.remaining<0)){var r=balanced.
range("{","}",masked),unmatched=r!==void 0&&masked.indexOf("{")<r[0];if(budget.remaining-=r&&!unmatched?r[1]+1:str.length,!(!r||budget.remaining<
0))return{end:r[1],pre:str.slice(0,r[0]),body:str.slice(r[0]+1,r[1]),post:str.slice(r[1]+1),unmatched}}}function maskUnmatchedOpens(masked,budget){
budget.remaining-=masked.length;for(var open=[],i=0;i<masked.length;i++){var c=masked.charCodeAt(i);c===123?open.push(i):c===125&&open.length&&
open.pop()}for(var out="",last=0,j=0;j<open.length;j++)out+=masked.slice(last,open[j])+"\0",last=open[j]+1;return out+masked.slice(last)}function commaSetFollows(str,budget){
if(budget.remaining-=str.length,budget.remaining<0)return!1;for(var close=!1,i=str.length-1;i>=0;i--){var c=str.charCodeAt(i);if(c===125)close=
!0;else if(c===10||c===13||c===8232||c===8233)close=!1;else if(c===44&&close&&str.charCodeAt(i+1)!==44)return!0}return!1}function parseCommaParts(str,budget){
for(var parts=[],carry="";;){var m=balancedWithBudget(str,str,budget);if(budget.remaining<0)return;if(!m){var tail=str.split(",");return tail[0]=
carry+tail[0],pushAll(parts,tail),parts}var pre=m.pre,body=m.body,post=m.post,p=pre.split(",");if(p[0]=carry+p[0],p[p.length-1]+="{"+body+"}",
!post.length)return pushAll(parts,p),parts;carry=p.pop(),pushAll(parts,p),str=post}}function bound(value,fallback){return value==null||isNaN(
value)?fallback:value}function expandTop(str,options){if(!str)return[];options=options||{};var max=bound(options.max,EXPANSION_MAX),maxLength=bound(
options.maxLength,EXPANSION_MAX_LENGTH),maxDepth=bound(options.maxDepth,EXPANSION_MAX_DEPTH),maxRewrites=bound(options.maxRewrites,EXPANSION_MAX_REWRITES),
maxSteps=bound(options.maxSteps,EXPANSION_MAX_STEPS);return str.substr(0,2)==="{}"&&(str="\\{\\}"+str.substr(2)),expand2(escapeBraces(str),max,
maxLength,maxDepth,0,maxRewrites,{remaining:maxSteps},!0).map(unescapeBraces)}function embrace(str){return"{"+str+"}"}function isPadded(el){
return/^-?0\d/.test(el)}function lte(i,y){return i<=y}function gte(i,y){return i>=y}function combine(acc,pre,values,max,maxLength,dropEmpties,budget){
var out=[],length=0,nonEmpty;outer:for(var a=0;a<acc.length;a++){var prefix=acc[a]+pre,vs=values;dropEmpties&&!prefix&&(nonEmpty||(nonEmpty=
values.filter(Boolean)),vs=nonEmpty);for(var v=0;v<vs.length;v++){if(out.length>=max)break outer;var expansion=prefix+vs[v];if(length+expansion.
length>maxLength)break outer;out.push(expansion),length+=expansion.length}}return budget.remaining-=out.length,out}function expandSequence(body,isAlphaSequence,max,maxLength,budget){
var n=body.split(/\.\./),N=[];if(n[0]===void 0||n[1]===void 0)return N;var x=numeric(n[0]),y=numeric(n[1]),width=Math.max(n[0].length,n[1].length),
incr=n.length===3&&n[2]!==void 0?Math.max(Math.abs(numeric(n[2])),1):1,test=lte,reverse=y<x;reverse&&(incr*=-1,test=gte);for(var pad=n.some(
isPadded),cost=pad?width:1,length=0,i=x;test(i,y)&&N.length<max;i+=incr){if(budget.remaining-=cost,budget.remaining<0)return;var c;if(isAlphaSequence)
c=String.fromCharCode(i),c==="\\"&&(c="");else if(c=String(i),pad){var need=width-c.length;if(need>0){var z=new Array(need+1).join("0");i<0?
c="-"+z+c.slice(1):c=z+c}}if(length+c.length>maxLength)break;N.push(c),length+=c.length}return N}function expand2(str,max,maxLength,maxDepth,depth,maxRewrites,budget,isTop){
if(budget.remaining-=CALL_STEPS,depth>maxDepth)return[str];for(var acc=[""],rewrites=0,dropEmpties=!1,firstGroup=!0,masked=str;;){let m=balancedWithBudget(
str,masked,budget);if(!m)return combine(acc,str,[""],max,maxLength,dropEmpties,budget);m.unmatched&&(masked=maskUnmatchedOpens(masked,budget));
let pre=m.pre;var literal=function(){return combine(acc,pre+"{"+m.body+"}"+m.post,[""],max,maxLength,dropEmpties,budget)};if(/\$$/.test(pre)){
if(acc=combine(acc,pre+"{"+m.body+"}",[""],max,maxLength,dropEmpties&&!m.post.length,budget),firstGroup=!1,!m.post.length)break;str=m.post,masked=
masked.slice(m.end+1);continue}var isNumericSequence=/^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body),isAlphaSequence=/^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.
test(m.body),isSequence=isNumericSequence||isAlphaSequence,isOptions=m.body.indexOf(",")>=0;if(!isSequence&&!isOptions){if(rewrites<maxRewrites&&
commaSetFollows(m.post,budget)){rewrites++,str=m.pre+"{"+m.body+escClose+m.post,masked=masked.slice(0,m.end)+escClose+masked.slice(m.end+1),
isTop=!0;continue}return literal()}firstGroup&&(dropEmpties=isTop&&!isSequence,firstGroup=!1);var values;if(isSequence){if(values=expandSequence(
m.body,isAlphaSequence,max,maxLength,budget),!values)return literal()}else{var n=parseCommaParts(m.body,budget);if(!n)return literal();if(n.
length===1&&n[0]!==void 0){if(n=expand2(n[0],max,maxLength,maxDepth,depth+1,maxRewrites,budget,!1).map(embrace),budget.remaining<0)return literal();
if(n.length===1){var single=combine(acc,pre+n[0],[""],max,maxLength,dropEmpties&&!m.post.length,budget);if(budget.remaining<0)return literal();
if(acc=single,!m.post.length)break;str=m.post,masked=masked.slice(m.end+1);continue}}for(var dropsEmpties=dropEmpties&&!m.post.length&&!pre,
d=0;dropsEmpties&&d<acc.length;d++)acc[d]&&(dropsEmpties=!1);values=[];var valuesLength=0;outer:for(var j=0;j<n.length;j++){var expanded=expand2(
n[j],max,maxLength,maxDepth,depth+1,maxRewrites,budget,!1);if(budget.remaining<0)return literal();for(var k=0;k<expanded.length;k++){var v=expanded[k];
if(!(dropsEmpties&&!v)){if(values.length>=max||valuesLength+v.length>maxLength)break outer;values.push(v),valuesLength+=v.length}}}}var next=combine(
acc,pre,values,max,maxLength,dropEmpties&&!m.post.length,budget);if(budget.remaining<0)return literal();if(acc=next,!m.post.length)break;str=
m.post,masked=masked.slice(m.end+1)}return acc}}});var require_minimatch=__commonJS({"node_modules/readdir-glob/node_modules/minimatch/minimatch.js"(exports,module){var minimatch=module.exports=
(p,pattern,options={})=>(assertValidPattern(pattern),!options.nocomment&&pattern.charAt(0)==="#"?!1:new Minimatch(pattern,options).match(p));
module.exports=minimatch;var path2=require_path();minimatch.sep=path2.sep;var GLOBSTAR=Symbol("globstar **");minimatch.GLOBSTAR=GLOBSTAR;var expand2=require_brace_expansion(),
plTypes={"!":{open:"(?:(?!(?:",close:"))[^/]*?)"},"?":{open:"(?:",close:")?"},"+":{open:"(?:",close:")+"},"*":{open:"(?:",close:")*"},"@":{open:"\
(?:",close:")"}},qmark="[^/]",star=qmark+"*?",twoStarDot="(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?",twoStarNoDot="(?:(?!(?:\\/|^)\\.).)*?",charSet=s=>s.
split("").reduce((set,c)=>(set[c]=!0,set),{}),reSpecials=charSet("().*{}+?[]^$\\!"),addPatternStartSet=charSet("[.("),slashSplit=/\/+/;minimatch.
filter=(pattern,options={})=>(p,i,list)=>minimatch(p,pattern,options);var ext=(a,b={})=>{let t={};return Object.keys(a).forEach(k=>t[k]=a[k]),
Object.keys(b).forEach(k=>t[k]=b[k]),t};minimatch.defaults=def=>{if(!def||typeof def!="object"||!Object.keys(def).length)return minimatch;let orig=minimatch,
m=(p,pattern,options)=>orig(p,pattern,ext(def,options));return m.Minimatch=class extends orig.Minimatch{constructor(pattern,options){super(pattern,
ext(def,options))}},m.Minimatch.defaults=options=>orig.defaults(ext(def,options)).Minimatch,m.filter=(pattern,options)=>orig.filter(pattern,
ext(def,options)),m.defaults=options=>orig.defaults(ext(def,options)),m.makeRe=(pattern,options)=>orig.makeRe(pattern,ext(def,options)),m.braceExpand=
(pattern,options)=>orig.braceExpand(pattern,ext(def,options)),m.match=(list,pattern,options)=>orig.match(list,pattern,ext(def,options)),m};minimatch.
braceExpand=(pattern,options)=>braceExpand(pattern,options);var braceExpand=(pattern,options={})=>(assertValidPattern(pattern),options.nobrace||
!/\{(?:(?!\{).)*\}/.test(pattern)?[pattern]:expand2(pattern)),MAX_PATTERN_LENGTH=1024*64,assertValidPattern=pattern=>{if(typeof pattern!="st\
ring")throw new TypeError("invalid pattern");if(pattern.length>MAX_PATTERN_LENGTH)throw new TypeError("pattern is too long")},SUBPARSE=Symbol(
"subparse");minimatch.makeRe=(pattern,options)=>new Minimatch(pattern,options||{}).makeRe();minimatch.match=(list,pattern,options={})=>{let mm=new Minimatch(
pattern,options);return list=list.filter(f=>mm.match(f)),mm.options.nonull&&!list.length&&list.push(pattern),list};var globUnescape=s=>s.replace(
/\\(.)/g,"$1"),charUnescape=s=>s.replace(/\\([^-\]])/g,"$1"),regExpEscape=s=>s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&"),braExpEscape=s=>s.
replace(/[[\]\\]/g,"\\$&"),Minimatch=class{constructor(pattern,options){assertValidPattern(pattern),options||(options={}),this.options=options,
this.maxGlobstarRecursion=options.maxGlobstarRecursion!==void 0?options.maxGlobstarRecursion:200,this.set=[],this.pattern=pattern,this.windowsPathsNoEscape=
!!options.windowsPathsNoEscape||options.allowWindowsEscape===!1,this.windowsPathsNoEscape&&(this.pattern=this.pattern.replace(/\\/g,"/")),this.
regexp=null,this.negate=!1,this.comment=!1,this.empty=!1,this.partial=!!options.partial,this.make()}debug(){}make(){let pattern=this.pattern,
options=this.options;if(!options.nocomment&&pattern.charAt(0)==="#"){this.comment=!0;return}if(!pattern){this.empty=!0;return}this.parseNegate();
let set=this.globSet=this.braceExpand();options.debug&&(this.debug=(...args)=>console.error(...args)),this.debug(this.pattern,set),set=this.
globParts=set.map(s=>s.split(slashSplit)),this.debug(this.pattern,set),set=set.map((s,si,set2)=>s.map(this.parse,this)),this.debug(this.pattern,
set),set=set.filter(s=>s.indexOf(!1)===-1),this.debug(this.pattern,set),this.set=set}parseNegate(){if(this.options.nonegate)return;let pattern=this.
pattern,negate=!1,negateOffset=0;for(let i=0;i<pattern.length&&pattern.charAt(i)==="!";i++)negate=!negate,negateOffset++;negateOffset&&(this.
pattern=pattern.slice(negateOffset)),this.negate=negate}matchOne(file,pattern,partial){return pattern.indexOf(GLOBSTAR)!==-1?this._matchGlobstar(
file,pattern,partial,0,0):this._matchOne(file,pattern,partial,0,0)}_matchGlobstar(file,pattern,partial,fileIndex,patternIndex){let firstgs=-1;
for(let i=patternIndex;i<pattern.length;i++)if(pattern[i]===GLOBSTAR){firstgs=i;break}let lastgs=-1;for(let i=pattern.length-1;i>=0;i--)if(pattern[i]===
GLOBSTAR){lastgs=i;break}let head=pattern.slice(patternIndex,firstgs),body=partial?pattern.slice(firstgs+1):pattern.slice(firstgs+1,lastgs),
tail=partial?[]:pattern.slice(lastgs+1);if(head.length){let fileHead=file.slice(fileIndex,fileIndex+head.length);if(!this._matchOne(fileHead,
head,partial,0,0))return!1;fileIndex+=head.length}let fileTailMatch=0;if(tail.length){if(tail.length+fileIndex>file.length)return!1;let tailStart=file.
length-tail.length;if(this._matchOne(file,tail,partial,tailStart,0))fileTailMatch=tail.length;else{if(file[file.length-1]!==""||fileIndex+tail.
length===file.length||!this._matchOne(file,tail,partial,tailStart-1,0))return!1;fileTailMatch=tail.length+1}}if(!body.length){let sawSome=!!fileTailMatch;
for(let i=fileIndex;i<file.length-fileTailMatch;i++){let f=String(file[i]);if(sawSome=!0,f==="."||f===".."||!this.options.dot&&f.charAt(0)===
".")return!1}return partial||sawSome}let bodySegments=[[[],0]],currentBody=bodySegments[0],nonGsParts=0,nonGsPartsSums=[0];for(let b of body)
b===GLOBSTAR?(nonGsPartsSums.push(nonGsParts),currentBody=[[],0],bodySegments.push(currentBody)):(currentBody[0].push(b),nonGsParts++);let idx=bodySegments.
length-1,fileLength=file.length-fileTailMatch;for(let b of bodySegments)b[1]=fileLength-(nonGsPartsSums[idx--]+b[0].length);return!!this._matchGlobStarBodySections(
file,bodySegments,fileIndex,0,partial,0,!!fileTailMatch)}_matchGlobStarBodySections(file,bodySegments,fileIndex,bodyIndex,partial,globStarDepth,sawTail){
let bs=bodySegments[bodyIndex];if(!bs){for(let i=fileIndex;i<file.length;i++){sawTail=!0;let f=file[i];if(f==="."||f===".."||!this.options.dot&&
f.charAt(0)===".")return!1}return sawTail}let[body,after]=bs;for(;fileIndex<=after;){if(this._matchOne(file.slice(0,fileIndex+body.length),body,
partial,fileIndex,0)&&globStarDepth<this.maxGlobstarRecursion){let sub=this._matchGlobStarBodySections(file,bodySegments,fileIndex+body.length,
bodyIndex+1,partial,globStarDepth+1,sawTail);if(sub!==!1)return sub}let f=file[fileIndex];if(f==="."||f===".."||!this.options.dot&&f.charAt(
0)===".")return!1;fileIndex++}return partial||null}_matchOne(file,pattern,partial,fileIndex,patternIndex){let fi,pi,fl,pl;for(fi=fileIndex,pi=
patternIndex,fl=file.length,pl=pattern.length;fi<fl&&pi<pl;fi++,pi++){this.debug("matchOne loop");let p=pattern[pi],f=file[fi];if(this.debug(
pattern,p,f),p===!1||p===GLOBSTAR)return!1;let hit;if(typeof p=="string"?(hit=f===p,this.debug("string match",p,f,hit)):(hit=f.match(p),this.
debug("pattern match",p,f,hit)),!hit)return!1}if(fi===fl&&pi===pl)return!0;if(fi===fl)return partial;if(pi===pl)return fi===fl-1&&file[fi]===
"";throw new Error("wtf?")}braceExpand(){return braceExpand(this.pattern,this.options)}parse(pattern,isSub){assertValidPattern(pattern);let options=this.
options;if(pattern==="**")if(options.noglobstar)pattern="*";else return GLOBSTAR;if(pattern==="")return"";let re="",hasMagic=!1,escaping=!1,
patternListStack=[],negativeLists=[],stateChar,inClass=!1,reClassStart=-1,classStart=-1,cs,pl,sp,dotTravAllowed=pattern.charAt(0)===".",dotFileAllowed=options.
dot||dotTravAllowed,patternStart=()=>dotTravAllowed?"":dotFileAllowed?"(?!(?:^|\\/)\\.{1,2}(?:$|\\/))":"(?!\\.)",subPatternStart=p=>p.charAt(
0)==="."?"":options.dot?"(?!(?:^|\\/)\\.{1,2}(?:$|\\/))":"(?!\\.)",clearStateChar=()=>{if(stateChar){switch(stateChar){case"*":re+=star,hasMagic=
!0;break;case"?":re+=qmark,hasMagic=!0;break;default:re+="\\"+stateChar;break}this.debug("clearStateChar %j %j",stateChar,re),stateChar=!1}};
for(let i=0,c;i<pattern.length&&(c=pattern.charAt(i));i++){if(this.debug("%s	%s %s %j",pattern,i,re,c),escaping){if(c==="/")return!1;reSpecials[c]&&
(re+="\\"),re+=c,escaping=!1;continue}switch(c){case"/":return!1;case"\\":if(inClass&&pattern.charAt(i+1)==="-"){re+=c;continue}clearStateChar(),
escaping=!0;continue;case"?":case"*":case"+":case"@":case"!":if(this.debug("%s	%s %s %j <-- stateChar",pattern,i,re,c),inClass){this.debug("\
  in class"),c==="!"&&i===classStart+1&&(c="^"),re+=c;continue}if(c==="*"&&stateChar==="*")continue;this.debug("call clearStateChar %j",stateChar),
clearStateChar(),stateChar=c,options.noext&&clearStateChar();continue;case"(":{if(inClass){re+="(";continue}if(!stateChar){re+="\\(";continue}
let plEntry={type:stateChar,start:i-1,reStart:re.length,open:plTypes[stateChar].open,close:plTypes[stateChar].close};this.debug(this.pattern,
"	",plEntry),patternListStack.push(plEntry),re+=plEntry.open,plEntry.start===0&&plEntry.type!=="!"&&(dotTravAllowed=!0,re+=subPatternStart(pattern.
slice(i+1))),this.debug("plType %j %j",stateChar,re),stateChar=!1;continue}case")":{let plEntry=patternListStack[patternListStack.length-1];
if(inClass||!plEntry){re+="\\)";continue}patternListStack.pop(),clearStateChar(),hasMagic=!0,pl=plEntry,re+=pl.close,pl.type==="!"&&negativeLists.
push(Object.assign(pl,{reEnd:re.length}));continue}case"|":{let plEntry=patternListStack[patternListStack.length-1];if(inClass||!plEntry){re+=
"\\|";continue}clearStateChar(),re+="|",plEntry.start===0&&plEntry.type!=="!"&&(dotTravAllowed=!0,re+=subPatternStart(pattern.slice(i+1)));continue}case"\
[":if(clearStateChar(),inClass){re+="\\"+c;continue}inClass=!0,classStart=i,reClassStart=re.length,re+=c;continue;case"]":if(i===classStart+
1||!inClass){re+="\\"+c;continue}cs=pattern.substring(classStart+1,i);try{RegExp("["+braExpEscape(charUnescape(cs))+"]"),re+=c}catch{re=re.substring(
0,reClassStart)+"(?:$.)"}hasMagic=!0,inClass=!1;continue;default:clearStateChar(),reSpecials[c]&&!(c==="^"&&inClass)&&(re+="\\"),re+=c;break}}
for(inClass&&(cs=pattern.slice(classStart+1),sp=this.parse(cs,SUBPARSE),re=re.substring(0,reClassStart)+"\\["+sp[0],hasMagic=hasMagic||sp[1]),
pl=patternListStack.pop();pl;pl=patternListStack.pop()){let tail;tail=re.slice(pl.reStart+pl.open.length),this.debug("setting tail",re,pl),tail=
tail.replace(/((?:\\{2}){0,64})(\\?)\|/g,(_2,$1,$2)=>($2||($2="\\"),$1+$1+$2+"|")),this.debug(`tail=%j
   %s`,tail,tail,pl,re);let t=pl.type==="*"?star:pl.type==="?"?qmark:"\\"+pl.type;hasMagic=!0,re=re.slice(0,pl.reStart)+t+"\\("+tail}clearStateChar(),
escaping&&(re+="\\\\");let addPatternStart=addPatternStartSet[re.charAt(0)];for(let n=negativeLists.length-1;n>-1;n--){let nl=negativeLists[n],
nlBefore=re.slice(0,nl.reStart),nlFirst=re.slice(nl.reStart,nl.reEnd-8),nlAfter=re.slice(nl.reEnd),nlLast=re.slice(nl.reEnd-8,nl.reEnd)+nlAfter,
closeParensBefore=nlBefore.split(")").length,openParensBefore=nlBefore.split("(").length-closeParensBefore,cleanAfter=nlAfter;for(let i=0;i<
openParensBefore;i++)cleanAfter=cleanAfter.replace(/\)[+*?]?/,"");nlAfter=cleanAfter;let dollar=nlAfter===""&&isSub!==SUBPARSE?"(?:$|\\/)":"";
re=nlBefore+nlFirst+nlAfter+dollar+nlLast}if(re!==""&&hasMagic&&(re="(?=.)"+re),addPatternStart&&(re=patternStart()+re),isSub===SUBPARSE)return[
re,hasMagic];if(options.nocase&&!hasMagic&&(hasMagic=pattern.toUpperCase()!==pattern.toLowerCase()),!hasMagic)return globUnescape(pattern);let flags=options.
nocase?"i":"";try{return Object.assign(new RegExp("^"+re+"$",flags),{_glob:pattern,_src:re})}catch{return new RegExp("$.")}}makeRe(){if(this.
regexp||this.regexp===!1)return this.regexp;let set=this.set;if(!set.length)return this.regexp=!1,this.regexp;let options=this.options,twoStar=options.
noglobstar?star:options.dot?twoStarDot:twoStarNoDot,flags=options.nocase?"i":"",re=set.map(pattern=>(pattern=pattern.map(p=>typeof p=="strin\
g"?regExpEscape(p):p===GLOBSTAR?GLOBSTAR:p._src).reduce((set2,p)=>(set2[set2.length-1]===GLOBSTAR&&p===GLOBSTAR||set2.push(p),set2),[]),pattern.
forEach((p,i)=>{p!==GLOBSTAR||pattern[i-1]===GLOBSTAR||(i===0?pattern.length>1?pattern[i+1]="(?:\\/|"+twoStar+"\\/)?"+pattern[i+1]:pattern[i]=
twoStar:i===pattern.length-1?pattern[i-1]+="(?:\\/|"+twoStar+")?":(pattern[i-1]+="(?:\\/|\\/"+twoStar+"\\/)"+pattern[i+1],pattern[i+1]=GLOBSTAR))}),
pattern.filter(p=>p!==GLOBSTAR).join("/"))).join("|");re="^(?:"+re+")$",this.negate&&(re="^(?!"+re+").*$");try{this.regexp=new RegExp(re,flags)}catch{
this.regexp=!1}return this.regexp}match(f,partial=this.partial){if(this.debug("match",f,this.pattern),this.comment)return!1;if(this.empty)return f===
"";if(f==="/"&&partial)return!0;let options=this.options;path2.sep!=="/"&&(f=f.split(path2.sep).join("/")),f=f.split(slashSplit),this.debug(
this.pattern,"split",f);let set=this.set;this.debug(this.pattern,"set",set);let filename;for(let i=f.length-1;i>=0&&(filename=f[i],!filename);i--)
;for(let i=0;i<set.length;i++){let pattern=set[i],file=f;if(options.matchBase&&pattern.length===1&&(file=[filename]),this.matchOne(file,pattern,
partial))return options.flipNegate?!0:!this.negate}return options.flipNegate?!1:this.negate}static defaults(def){return minimatch.defaults(def).
Minimatch}};minimatch.Minimatch=Minimatch}});var require_readdir_glob=__commonJS({"node_modules/readdir-glob/index.js"(exports,module){module.exports=readdirGlob;var fs3=__require("fs"),
{EventEmitter}=__require("events"),{Minimatch}=require_minimatch(),{resolve:resolve2}=__require("path");function readdir(dir,strict){return new Promise(
(resolve3,reject)=>{fs3.readdir(dir,{withFileTypes:!0},(err,files2)=>{if(err)switch(err.code){case"ENOTDIR":strict?reject(err):resolve3([]);
break;case"ENOTSUP":case"ENOENT":case"ENAMETOOLONG":case"UNKNOWN":resolve3([]);break;default:reject(err);break}else resolve3(files2)})})}function stat(file,followSymlinks){
return new Promise((resolve3,reject)=>{(followSymlinks?fs3.stat:fs3.lstat)(file,(err,stats)=>{err?err.code==="ENOENT"?resolve3(followSymlinks?
stat(file,!1):null):resolve3(null):resolve3(stats)})})}async function*exploreWalkAsync(dir,path2,followSymlinks,useStat,shouldSkip,strict){let files2=await readdir(
path2+dir,strict);for(let file of files2){let name2=file.name;name2===void 0&&(name2=file,useStat=!0);let filename=dir+"/"+name2,relative=filename.
slice(1),absolute=path2+"/"+relative,stats=null;(useStat||followSymlinks)&&(stats=await stat(absolute,followSymlinks)),!stats&&file.name!==void 0&&
(stats=file),stats===null&&(stats={isDirectory:()=>!1}),stats.isDirectory()?shouldSkip(relative)||(yield{relative,absolute,stats},yield*exploreWalkAsync(
filename,path2,followSymlinks,useStat,shouldSkip,!1)):yield{relative,absolute,stats}}}async function*explore(path2,followSymlinks,useStat,shouldSkip){
yield*exploreWalkAsync("",path2,followSymlinks,useStat,shouldSkip,!0)}function readOptions(options){return{pattern:options.pattern,dot:!!options.
dot,noglobstar:!!options.noglobstar,matchBase:!!options.matchBase,nocase:!!options.nocase,ignore:options.ignore,skip:options.skip,follow:!!options.
follow,stat:!!options.stat,nodir:!!options.nodir,mark:!!options.mark,silent:!!options.silent,absolute:!!options.absolute}}var ReaddirGlob=class extends EventEmitter{constructor(cwd,options,cb){
if(super(),typeof options=="function"&&(cb=options,options=null),this.options=readOptions(options||{}),this.matchers=[],this.options.pattern){
let matchers=Array.isArray(this.options.pattern)?this.options.pattern:[this.options.pattern];this.matchers=matchers.map(m=>new Minimatch(m,{
dot:this.options.dot,noglobstar:this.options.noglobstar,matchBase:this.options.matchBase,nocase:this.options.nocase}))}if(this.ignoreMatchers=
[],this.options.ignore){let ignorePatterns=Array.isArray(this.options.ignore)?this.options.ignore:[this.options.ignore];this.ignoreMatchers=
ignorePatterns.map(ignore=>new Minimatch(ignore,{dot:!0}))}if(this.skipMatchers=[],this.options.skip){let skipPatterns=Array.isArray(this.options.
skip)?this.options.skip:[this.options.skip];this.skipMatchers=skipPatterns.map(skip=>new Minimatch(skip,{dot:!0}))}this.iterator=explore(resolve2(
cwd||"."),this.options.follow,this.options.stat,this._shouldSkipDirectory.bind(this)),this.paused=!1,this.inactive=!1,this.aborted=!1,cb&&(this.
_matches=[],this.on("match",match=>this._matches.push(this.options.absolute?match.absolute:match.relative)),this.on("error",err=>cb(err)),this.
on("end",()=>cb(null,this._matches))),setTimeout(()=>this._next(),0)}_shouldSkipDirectory(relative){return this.skipMatchers.some(m=>m.match(
relative))}_fileMatches(relative,isDirectory){let file=relative+(isDirectory?"/":"");return(this.matchers.length===0||this.matchers.some(m=>m.
match(file)))&&!this.ignoreMatchers.some(m=>m.match(file))&&(!this.options.nodir||!isDirectory)}_next(){!this.paused&&!this.aborted?this.iterator.
next().then(obj=>{if(obj.done)this.emit("end");else{let isDirectory=obj.value.stats.isDirectory();if(this._fileMatches(obj.value.relative,isDirectory)){
let relative=obj.value.relative,absolute=obj.value.absolute;this.options.mark&&isDirectory&&(relative+="/",absolute+="/"),this.options.stat?
this.emit("match",{relative,absolute,stat:obj.value.stats}):this.emit("match",{relative,absolute})}this._next(this.iterator)}}).catch(err=>{
this.abort(),this.emit("error",err),!err.code&&!this.options.silent&&console.error(err)}):this.inactive=!0}abort(){this.aborted=!0}pause(){this.
paused=!0}resume(){this.paused=!1,this.inactive&&(this.inactive=!1,this._next())}};function readdirGlob(pattern,options,cb){return new ReaddirGlob(
pattern,options,cb)}readdirGlob.ReaddirGlob=ReaddirGlob}});var require_async=__commonJS({"node_modules/async/dist/async.js"(exports,module){(function(global2,factory){typeof exports=="object"&&typeof module<
"u"?factory(exports):typeof define=="function"&&define.amd?define(["exports"],factory):(global2=typeof globalThis<"u"?globalThis:global2||self,
factory(global2.async={}))})(exports,(function(exports2){"use strict";function apply(fn,...args){return(...callArgs)=>fn(...args,...callArgs)}
function initialParams(fn){return function(...args){var callback=args.pop();return fn.call(this,args,callback)}}var hasQueueMicrotask=typeof queueMicrotask==
"function"&&queueMicrotask,hasSetImmediate=typeof setImmediate=="function"&&setImmediate,hasNextTick=typeof process=="object"&&typeof process.
nextTick=="function";function fallback(fn){setTimeout(fn,0)}function wrap(defer){return(fn,...args)=>defer(()=>fn(...args))}var _defer$1;hasQueueMicrotask?
_defer$1=queueMicrotask:hasSetImmediate?_defer$1=setImmediate:hasNextTick?_defer$1=process.nextTick:_defer$1=fallback;var setImmediate$1=wrap(
_defer$1);function asyncify(func){return isAsync(func)?function(...args){let callback=args.pop(),promise=func.apply(this,args);return handlePromise(
promise,callback)}:initialParams(function(args,callback){var result;try{result=func.apply(this,args)}catch(e){return callback(e)}if(result&&
typeof result.then=="function")return handlePromise(result,callback);callback(null,result)})}function handlePromise(promise,callback){return promise.
then(value=>{invokeCallback(callback,null,value)},err=>{invokeCallback(callback,err&&(err instanceof Error||err.message)?err:new Error(err))})}
function invokeCallback(callback,error2,value){try{callback(error2,value)}catch(err){setImmediate$1(e=>{throw e},err)}}function isAsync(fn){
return fn[Symbol.toStringTag]==="AsyncFunction"}function isAsyncGenerator(fn){return fn[Symbol.toStringTag]==="AsyncGenerator"}function isAsyncIterable(obj){
return typeof obj[Symbol.asyncIterator]=="function"}function wrapAsync(asyncFn){if(typeof asyncFn!="function")throw new Error("expected a fu\
nction");return isAsync(asyncFn)?asyncify(asyncFn):asyncFn}function awaitify(asyncFn,arity){if(arity||(arity=asyncFn.length),!arity)throw new Error(
"arity is undefined");function awaitable(...args){return typeof args[arity-1]=="function"?asyncFn.apply(this,args):new Promise((resolve2,reject2)=>{
args[arity-1]=(err,...cbArgs)=>{if(err)return reject2(err);resolve2(cbArgs.length>1?cbArgs:cbArgs[0])},asyncFn.apply(this,args)})}return awaitable}
function applyEach$1(eachfn){return function(fns,...callArgs){return awaitify(function(callback){var that=this;return eachfn(fns,(fn,cb)=>{wrapAsync(
fn).apply(that,callArgs.concat(cb))},callback)})}}function _asyncMap(eachfn,arr,iteratee,callback){arr=arr||[];var results=[],counter=0,_iteratee=wrapAsync(
iteratee);return eachfn(arr,(value,_2,iterCb)=>{var index2=counter++;_iteratee(value,(err,v)=>{results[index2]=v,iterCb(err)})},err=>{callback(
err,results)})}function isArrayLike(value){return value&&typeof value.length=="number"&&value.length>=0&&value.length%1===0}let breakLoop={};
function once(fn){function wrapper(...args){if(fn!==null){var callFn=fn;fn=null,callFn.apply(this,args)}}return Object.assign(wrapper,fn),wrapper}
function getIterator(coll){return coll[Symbol.iterator]&&coll[Symbol.iterator]()}function createArrayIterator(coll){var i=-1,len=coll.length;
return function(){return++i<len?{value:coll[i],key:i}:null}}function createES2015Iterator(iterator2){var i=-1;return function(){var item=iterator2.
next();return item.done?null:(i++,{value:item.value,key:i})}}function createObjectIterator(obj){var okeys=obj?Object.keys(obj):[],i=-1,len=okeys.
length;return function next(){var key=okeys[++i];return key==="__proto__"?next():i<len?{value:obj[key],key}:null}}function createIterator(coll){
if(isArrayLike(coll))return createArrayIterator(coll);var iterator2=getIterator(coll);return iterator2?createES2015Iterator(iterator2):createObjectIterator(
coll)}function onlyOnce(fn){return function(...args){if(fn===null)throw new Error("Callback was already called.");var callFn=fn;fn=null,callFn.
apply(this,args)}}function asyncEachOfLimit(generator,limit,iteratee,callback){let done=!1,canceled=!1,awaiting=!1,running=0,idx=0;function replenish(){
running>=limit||awaiting||done||(awaiting=!0,generator.next().then(({value,done:iterDone})=>{if(!(canceled||done)){if(awaiting=!1,iterDone){
done=!0,running<=0&&callback(null);return}running++,iteratee(value,idx,iterateeCallback),idx++,replenish()}}).catch(handleError))}function iterateeCallback(err,result){
if(running-=1,!canceled){if(err)return handleError(err);if(err===!1){done=!0,canceled=!0;return}if(result===breakLoop||done&&running<=0)return done=
!0,callback(null);replenish()}}function handleError(err){canceled||(awaiting=!1,done=!0,callback(err))}replenish()}var eachOfLimit$2=limit=>(obj,iteratee,callback)=>{
if(callback=once(callback),limit<=0)throw new RangeError("concurrency limit cannot be less than 1");if(!obj)return callback(null);if(isAsyncGenerator(
obj))return asyncEachOfLimit(obj,limit,iteratee,callback);if(isAsyncIterable(obj))return asyncEachOfLimit(obj[Symbol.asyncIterator](),limit,
iteratee,callback);var nextElem=createIterator(obj),done=!1,canceled=!1,running=0,looping=!1;function iterateeCallback(err,value){if(!canceled)
if(running-=1,err)done=!0,callback(err);else if(err===!1)done=!0,canceled=!0;else{if(value===breakLoop||done&&running<=0)return done=!0,callback(
null);looping||replenish()}}function replenish(){for(looping=!0;running<limit&&!done;){var elem=nextElem();if(elem===null){done=!0,running<=
0&&callback(null);return}running+=1,iteratee(elem.value,elem.key,onlyOnce(iterateeCallback))}looping=!1}replenish()};function eachOfLimit(coll,limit,iteratee,callback){
return eachOfLimit$2(limit)(coll,wrapAsync(iteratee),callback)}var eachOfLimit$1=awaitify(eachOfLimit,4);function eachOfArrayLike(coll,iteratee,callback){
callback=once(callback);var index2=0,completed=0,{length}=coll,canceled=!1;length===0&&callback(null);function iteratorCallback(err,value){err===
!1&&(canceled=!0),canceled!==!0&&(err?callback(err):(++completed===length||value===breakLoop)&&callback(null))}for(;index2<length;index2++)iteratee(
coll[index2],index2,onlyOnce(iteratorCallback))}function eachOfGeneric(coll,iteratee,callback){return eachOfLimit$1(coll,1/0,iteratee,callback)}
function eachOf(coll,iteratee,callback){var eachOfImplementation=isArrayLike(coll)?eachOfArrayLike:eachOfGeneric;return eachOfImplementation(
coll,wrapAsync(iteratee),callback)}var eachOf$1=awaitify(eachOf,3);function map(coll,iteratee,callback){return _asyncMap(eachOf$1,coll,iteratee,
callback)}var map$1=awaitify(map,3),applyEach=applyEach$1(map$1);function eachOfSeries(coll,iteratee,callback){return eachOfLimit$1(coll,1,iteratee,
callback)}var eachOfSeries$1=awaitify(eachOfSeries,3);function mapSeries(coll,iteratee,callback){return _asyncMap(eachOfSeries$1,coll,iteratee,
callback)}var mapSeries$1=awaitify(mapSeries,3),applyEachSeries=applyEach$1(mapSeries$1);let PROMISE_SYMBOL=Symbol("promiseCallback");function promiseCallback(){
let resolve2,reject2;function callback(err,...args){if(err)return reject2(err);resolve2(args.length>1?args:args[0])}return callback[PROMISE_SYMBOL]=
new Promise((res,rej)=>{resolve2=res,reject2=rej}),callback}function auto(tasks,concurrency,callback){typeof concurrency!="number"&&(callback=
concurrency,concurrency=null),callback=once(callback||promiseCallback());var numTasks=Object.keys(tasks).length;if(!numTasks)return callback(
null);concurrency||(concurrency=numTasks);var results={},runningTasks=0,canceled=!1,hasError=!1,listeners=Object.create(null),readyTasks=[],
readyToCheck=[],uncheckedDependencies={};Object.keys(tasks).forEach(key=>{var task=tasks[key];if(!Array.isArray(task)){enqueueTask(key,[task]),
readyToCheck.push(key);return}var dependencies=task.slice(0,task.length-1),remainingDependencies=dependencies.length;if(remainingDependencies===
0){enqueueTask(key,task),readyToCheck.push(key);return}uncheckedDependencies[key]=remainingDependencies,dependencies.forEach(dependencyName=>{
if(!tasks[dependencyName])throw new Error("async.auto task `"+key+"` has a non-existent dependency `"+dependencyName+"` in "+dependencies.join(
", "));addListener(dependencyName,()=>{remainingDependencies--,remainingDependencies===0&&enqueueTask(key,task)})})}),checkForDeadlocks(),processQueue();
function enqueueTask(key,task){readyTasks.push(()=>runTask(key,task))}function processQueue(){if(!canceled){if(readyTasks.length===0&&runningTasks===
0)return callback(null,results);for(;readyTasks.length&&runningTasks<concurrency;){var run=readyTasks.shift();run()}}}function addListener(taskName,fn){
var taskListeners=listeners[taskName];taskListeners||(taskListeners=listeners[taskName]=[]),taskListeners.push(fn)}function taskComplete(taskName){
var taskListeners=listeners[taskName]||[];taskListeners.forEach(fn=>fn()),processQueue()}function runTask(key,task){if(!hasError){var taskCallback=onlyOnce(
(err,...result)=>{if(runningTasks--,err===!1){canceled=!0;return}if(result.length<2&&([result]=result),err){var safeResults={};if(Object.keys(
results).forEach(rkey=>{safeResults[rkey]=results[rkey]}),safeResults[key]=result,hasError=!0,listeners=Object.create(null),canceled)return;
callback(err,safeResults)}else results[key]=result,taskComplete(key)});runningTasks++;var taskFn=wrapAsync(task[task.length-1]);task.length>
1?taskFn(results,taskCallback):taskFn(taskCallback)}}function checkForDeadlocks(){for(var currentTask,counter=0;readyToCheck.length;)currentTask=
readyToCheck.pop(),counter++,getDependents(currentTask).forEach(dependent=>{--uncheckedDependencies[dependent]===0&&readyToCheck.push(dependent)});
if(counter!==numTasks)throw new Error("async.auto cannot execute tasks due to a recursive dependency")}function getDependents(taskName){var result=[];
return Object.keys(tasks).forEach(key=>{let task=tasks[key];Array.isArray(task)&&task.indexOf(taskName)>=0&&result.push(key)}),result}return callback[PROMISE_SYMBOL]}
var FN_ARGS=/^(?:async\s)?(?:function)?\s*(?:\w+\s*)?\(([^)]+)\)(?:\s*{)/,ARROW_FN_ARGS=/^(?:async\s)?\s*(?:\(\s*)?((?:[^)=\s]\s*)*)(?:\)\s*)?=>/,
FN_ARG_SPLIT=/,/,FN_ARG=/(=.+)?(\s*)$/;function stripComments(string){let stripped="",index2=0,endBlockComment=string.indexOf("*/");for(;index2<
string.length;)if(string[index2]==="/"&&string[index2+1]==="/"){let endIndex=string.indexOf(`
`,index2);index2=endIndex===-1?string.length:endIndex}else if(endBlockComment!==-1&&string[index2]==="/"&&string[index2+1]==="*"){let endIndex=string.
indexOf("*/",index2);endIndex!==-1?(index2=endIndex+2,endBlockComment=string.indexOf("*/",index2)):(stripped+=string[index2],index2++)}else stripped+=
string[index2],index2++;return stripped}function parseParams(func){let src=stripComments(func.toString()),match=src.match(FN_ARGS);if(match||
(match=src.match(ARROW_FN_ARGS)),!match)throw new Error(`could not parse args in autoInject
Source:
`+src);let[,args]=match;return args.replace(/\s/g,"").split(FN_ARG_SPLIT).map(arg=>arg.replace(FN_ARG,"").trim())}function autoInject(tasks,callback){
var newTasks={};return Object.keys(tasks).forEach(key=>{var taskFn=tasks[key],params,fnIsAsync=isAsync(taskFn),hasNoDeps=!fnIsAsync&&taskFn.
length===1||fnIsAsync&&taskFn.length===0;if(Array.isArray(taskFn))params=[...taskFn],taskFn=params.pop(),newTasks[key]=params.concat(params.
length>0?newTask:taskFn);else if(hasNoDeps)newTasks[key]=taskFn;else{if(params=parseParams(taskFn),taskFn.length===0&&!fnIsAsync&&params.length===
0)throw new Error("autoInject task functions require explicit parameters.");fnIsAsync||params.pop(),newTasks[key]=params.concat(newTask)}function newTask(results,taskCb){
var newArgs=params.map(name2=>results[name2]);newArgs.push(taskCb),wrapAsync(taskFn)(...newArgs)}}),auto(newTasks,callback)}class DLL{constructor(){
this.head=this.tail=null,this.length=0}removeLink(node){return node.prev?node.prev.next=node.next:this.head=node.next,node.next?node.next.prev=
node.prev:this.tail=node.prev,node.prev=node.next=null,this.length-=1,node}empty(){for(;this.head;)this.shift();return this}insertAfter(node,newNode){
newNode.prev=node,newNode.next=node.next,node.next?node.next.prev=newNode:this.tail=newNode,node.next=newNode,this.length+=1}insertBefore(node,newNode){
newNode.prev=node.prev,newNode.next=node,node.prev?node.prev.next=newNode:this.head=newNode,node.prev=newNode,this.length+=1}unshift(node){this.
head?this.insertBefore(this.head,node):setInitial(this,node)}push(node){this.tail?this.insertAfter(this.tail,node):setInitial(this,node)}shift(){
return this.head&&this.removeLink(this.head)}pop(){return this.tail&&this.removeLink(this.tail)}toArray(){return[...this]}*[Symbol.iterator](){
for(var cur=this.head;cur;)yield cur.data,cur=cur.next}remove(testFn){for(var curr=this.head;curr;){var{next}=curr;testFn(curr)&&this.removeLink(
curr),curr=next}return this}}function setInitial(dll,node){dll.length=1,dll.head=dll.tail=node}function queue$1(worker,concurrency,payload){
if(concurrency==null)concurrency=1;else if(concurrency===0)throw new RangeError("Concurrency must not be zero");var _worker=wrapAsync(worker),
numRunning=0,workersList=[];let events={error:[],drain:[],saturated:[],unsaturated:[],empty:[]};function on(event,handler2){events[event].push(
handler2)}function once2(event,handler2){let handleAndRemove=(...args)=>{off(event,handleAndRemove),handler2(...args)};events[event].push(handleAndRemove)}
function off(event,handler2){if(!event)return Object.keys(events).forEach(ev=>events[ev]=[]);if(!handler2)return events[event]=[];events[event]=
events[event].filter(ev=>ev!==handler2)}function trigger(event,...args){events[event].forEach(handler2=>handler2(...args))}var processingScheduled=!1;
function _insert(data,insertAtFront,rejectOnError,callback){if(callback!=null&&typeof callback!="function")throw new Error("task callback mu\
st be a function");q.started=!0;var res,rej;function promiseCallback2(err,...args){if(err)return rejectOnError?rej(err):res();if(args.length<=
1)return res(args[0]);res(args)}var item=q._createTaskItem(data,rejectOnError?promiseCallback2:callback||promiseCallback2);if(insertAtFront?
q._tasks.unshift(item):q._tasks.push(item),processingScheduled||(processingScheduled=!0,setImmediate$1(()=>{processingScheduled=!1,q.process()})),
rejectOnError||!callback)return new Promise((resolve2,reject2)=>{res=resolve2,rej=reject2})}function _createCB(tasks){return function(err,...args){
numRunning-=1;for(var i=0,l=tasks.length;i<l;i++){var task=tasks[i],index2=workersList.indexOf(task);index2===0?workersList.shift():index2>0&&
workersList.splice(index2,1),task.callback(err,...args),err!=null&&trigger("error",err,task.data)}numRunning<=q.concurrency-q.buffer&&trigger(
"unsaturated"),q.idle()&&trigger("drain"),q.process()}}function _maybeDrain(data){return data.length===0&&q.idle()?(setImmediate$1(()=>trigger(
"drain")),!0):!1}let eventMethod=name2=>handler2=>{if(!handler2)return new Promise((resolve2,reject2)=>{once2(name2,(err,data)=>{if(err)return reject2(
err);resolve2(data)})});off(name2),on(name2,handler2)};var isProcessing=!1,q={_tasks:new DLL,_createTaskItem(data,callback){return{data,callback}},
*[Symbol.iterator](){yield*q._tasks[Symbol.iterator]()},concurrency,payload,buffer:concurrency/4,started:!1,paused:!1,push(data,callback){return Array.
isArray(data)?_maybeDrain(data)?void 0:data.map(datum=>_insert(datum,!1,!1,callback)):_insert(data,!1,!1,callback)},pushAsync(data,callback){
return Array.isArray(data)?_maybeDrain(data)?void 0:data.map(datum=>_insert(datum,!1,!0,callback)):_insert(data,!1,!0,callback)},kill(){off(),
q._tasks.empty()},unshift(data,callback){return Array.isArray(data)?_maybeDrain(data)?void 0:data.map(datum=>_insert(datum,!0,!1,callback)):
_insert(data,!0,!1,callback)},unshiftAsync(data,callback){return Array.isArray(data)?_maybeDrain(data)?void 0:data.map(datum=>_insert(datum,
!0,!0,callback)):_insert(data,!0,!0,callback)},remove(testFn){q._tasks.remove(testFn)},process(){if(!isProcessing){for(isProcessing=!0;!q.paused&&
numRunning<q.concurrency&&q._tasks.length;){var tasks=[],data=[],l=q._tasks.length;q.payload&&(l=Math.min(l,q.payload));for(var i=0;i<l;i++){
var node=q._tasks.shift();tasks.push(node),workersList.push(node),data.push(node.data)}numRunning+=1,q._tasks.length===0&&trigger("empty"),numRunning===
q.concurrency&&trigger("saturated");var cb=onlyOnce(_createCB(tasks));_worker(data,cb)}isProcessing=!1}},length(){return q._tasks.length},running(){
return numRunning},workersList(){return workersList},idle(){return q._tasks.length+numRunning===0},pause(){q.paused=!0},resume(){q.paused!==
!1&&(q.paused=!1,setImmediate$1(q.process))}};return Object.defineProperties(q,{saturated:{writable:!1,value:eventMethod("saturated")},unsaturated:{
writable:!1,value:eventMethod("unsaturated")},empty:{writable:!1,value:eventMethod("empty")},drain:{writable:!1,value:eventMethod("drain")},
error:{writable:!1,value:eventMethod("error")}}),q}function cargo$1(worker,payload){return queue$1(worker,1,payload)}function cargo(worker,concurrency,payload){
return queue$1(worker,concurrency,payload)}function reduce(coll,memo,iteratee,callback){callback=once(callback);var _iteratee=wrapAsync(iteratee);
return eachOfSeries$1(coll,(x,i,iterCb)=>{_iteratee(memo,x,(err,v)=>{memo=v,iterCb(err)})},err=>callback(err,memo))}var reduce$1=awaitify(reduce,
4);function seq(...functions){var _functions=functions.map(wrapAsync);return function(...args){var that=this,cb=args[args.length-1];return typeof cb==
"function"?args.pop():cb=promiseCallback(),reduce$1(_functions,args,(newargs,fn,iterCb)=>{fn.apply(that,newargs.concat((err,...nextargs)=>{iterCb(
err,nextargs)}))},(err,results)=>cb(err,...results)),cb[PROMISE_SYMBOL]}}function compose(...args){return seq(...args.reverse())}function mapLimit(coll,limit,iteratee,callback){
return _asyncMap(eachOfLimit$2(limit),coll,iteratee,callback)}var mapLimit$1=awaitify(mapLimit,4);function concatLimit(coll,limit,iteratee,callback){
var _iteratee=wrapAsync(iteratee);return mapLimit$1(coll,limit,(val,iterCb)=>{_iteratee(val,(err,...args)=>err?iterCb(err):iterCb(err,args))},
(err,mapResults)=>{for(var result=[],i=0;i<mapResults.length;i++)mapResults[i]&&(result=result.concat(...mapResults[i]));return callback(err,
result)})}var concatLimit$1=awaitify(concatLimit,4);function concat(coll,iteratee,callback){return concatLimit$1(coll,1/0,iteratee,callback)}
var concat$1=awaitify(concat,3);function concatSeries(coll,iteratee,callback){return concatLimit$1(coll,1,iteratee,callback)}var concatSeries$1=awaitify(
concatSeries,3);function constant$1(...args){return function(...ignoredArgs){var callback=ignoredArgs.pop();return callback(null,...args)}}function _createTester(check,getResult){
return(eachfn,arr,_iteratee,cb)=>{var testPassed=!1,testResult;let iteratee=wrapAsync(_iteratee);eachfn(arr,(value,_2,callback)=>{iteratee(value,
(err,result)=>{if(err||err===!1)return callback(err);if(check(result)&&!testResult)return testPassed=!0,testResult=getResult(!0,value),callback(
null,breakLoop);callback()})},err=>{if(err)return cb(err);cb(null,testPassed?testResult:getResult(!1))})}}function detect(coll,iteratee,callback){
return _createTester(bool=>bool,(res,item)=>item)(eachOf$1,coll,iteratee,callback)}var detect$1=awaitify(detect,3);function detectLimit(coll,limit,iteratee,callback){
return _createTester(bool=>bool,(res,item)=>item)(eachOfLimit$2(limit),coll,iteratee,callback)}var detectLimit$1=awaitify(detectLimit,4);function detectSeries(coll,iteratee,callback){
return _createTester(bool=>bool,(res,item)=>item)(eachOfLimit$2(1),coll,iteratee,callback)}var detectSeries$1=awaitify(detectSeries,3);function consoleFunc(name2){
return(fn,...args)=>wrapAsync(fn)(...args,(err,...resultArgs)=>{typeof console=="object"&&(err?console.error&&console.error(err):console[name2]&&
resultArgs.forEach(x=>console[name2](x)))})}var dir=consoleFunc("dir");function doWhilst(iteratee,test,callback){callback=onlyOnce(callback);
var _fn=wrapAsync(iteratee),_test=wrapAsync(test),results;function next(err,...args){if(err)return callback(err);err!==!1&&(results=args,_test(
...args,check))}function check(err,truth){if(err)return callback(err);if(err!==!1){if(!truth)return callback(null,...results);_fn(next)}}return check(
null,!0)}var doWhilst$1=awaitify(doWhilst,3);function doUntil(iteratee,test,callback){let _test=wrapAsync(test);return doWhilst$1(iteratee,(...args)=>{
let cb=args.pop();_test(...args,(err,truth)=>cb(err,!truth))},callback)}function _withoutIndex(iteratee){return(value,index2,callback)=>iteratee(
value,callback)}function eachLimit$2(coll,iteratee,callback){return eachOf$1(coll,_withoutIndex(wrapAsync(iteratee)),callback)}var each=awaitify(
eachLimit$2,3);function eachLimit(coll,limit,iteratee,callback){return eachOfLimit$2(limit)(coll,_withoutIndex(wrapAsync(iteratee)),callback)}
var eachLimit$1=awaitify(eachLimit,4);function eachSeries(coll,iteratee,callback){return eachLimit$1(coll,1,iteratee,callback)}var eachSeries$1=awaitify(
eachSeries,3);function ensureAsync(fn){return isAsync(fn)?fn:function(...args){var callback=args.pop(),sync=!0;args.push((...innerArgs)=>{sync?
setImmediate$1(()=>callback(...innerArgs)):callback(...innerArgs)}),fn.apply(this,args),sync=!1}}function every(coll,iteratee,callback){return _createTester(
bool=>!bool,res=>!res)(eachOf$1,coll,iteratee,callback)}var every$1=awaitify(every,3);function everyLimit(coll,limit,iteratee,callback){return _createTester(
bool=>!bool,res=>!res)(eachOfLimit$2(limit),coll,iteratee,callback)}var everyLimit$1=awaitify(everyLimit,4);function everySeries(coll,iteratee,callback){
return _createTester(bool=>!bool,res=>!res)(eachOfSeries$1,coll,iteratee,callback)}var everySeries$1=awaitify(everySeries,3);function filterArray(eachfn,arr,iteratee,callback){
var truthValues=new Array(arr.length);eachfn(arr,(x,index2,iterCb)=>{iteratee(x,(err,v)=>{truthValues[index2]=!!v,iterCb(err)})},err=>{if(err)
return callback(err);for(var results=[],i=0;i<arr.length;i++)truthValues[i]&&results.push(arr[i]);callback(null,results)})}function filterGeneric(eachfn,coll,iteratee,callback){
var results=[];eachfn(coll,(x,index2,iterCb)=>{iteratee(x,(err,v)=>{if(err)return iterCb(err);v&&results.push({index:index2,value:x}),iterCb(
err)})},err=>{if(err)return callback(err);callback(null,results.sort((a,b)=>a.index-b.index).map(v=>v.value))})}function _filter(eachfn,coll,iteratee,callback){
var filter2=isArrayLike(coll)?filterArray:filterGeneric;return filter2(eachfn,coll,wrapAsync(iteratee),callback)}function filter(coll,iteratee,callback){
return _filter(eachOf$1,coll,iteratee,callback)}var filter$1=awaitify(filter,3);function filterLimit(coll,limit,iteratee,callback){return _filter(
eachOfLimit$2(limit),coll,iteratee,callback)}var filterLimit$1=awaitify(filterLimit,4);function filterSeries(coll,iteratee,callback){return _filter(
eachOfSeries$1,coll,iteratee,callback)}var filterSeries$1=awaitify(filterSeries,3);function forever(fn,errback){var done=onlyOnce(errback),task=wrapAsync(
ensureAsync(fn));function next(err){if(err)return done(err);err!==!1&&task(next)}return next()}var forever$1=awaitify(forever,2);function groupByLimit(coll,limit,iteratee,callback){
var _iteratee=wrapAsync(iteratee);return mapLimit$1(coll,limit,(val,iterCb)=>{_iteratee(val,(err,key)=>err?iterCb(err):iterCb(err,{key,val}))},
(err,mapResults)=>{for(var result={},{hasOwnProperty}=Object.prototype,i=0;i<mapResults.length;i++)if(mapResults[i]){var{key}=mapResults[i],
{val}=mapResults[i];hasOwnProperty.call(result,key)?result[key].push(val):result[key]=[val]}return callback(err,result)})}var groupByLimit$1=awaitify(
groupByLimit,4);function groupBy(coll,iteratee,callback){return groupByLimit$1(coll,1/0,iteratee,callback)}function groupBySeries(coll,iteratee,callback){
return groupByLimit$1(coll,1,iteratee,callback)}var log=consoleFunc("log");function mapValuesLimit(obj,limit,iteratee,callback){callback=once(
callback);var newObj={},_iteratee=wrapAsync(iteratee);return eachOfLimit$2(limit)(obj,(val,key,next)=>{_iteratee(val,key,(err,result)=>{if(err)
return next(err);newObj[key]=result,next(err)})},err=>callback(err,newObj))}var mapValuesLimit$1=awaitify(mapValuesLimit,4);function mapValues(obj,iteratee,callback){
return mapValuesLimit$1(obj,1/0,iteratee,callback)}function mapValuesSeries(obj,iteratee,callback){return mapValuesLimit$1(obj,1,iteratee,callback)}
function memoize(fn,hasher=v=>v){var memo=Object.create(null),queues=Object.create(null),_fn=wrapAsync(fn),memoized=initialParams((args,callback)=>{
var key=hasher(...args);key in memo?setImmediate$1(()=>callback(null,...memo[key])):key in queues?queues[key].push(callback):(queues[key]=[callback],
_fn(...args,(err,...resultArgs)=>{err||(memo[key]=resultArgs);var q=queues[key];delete queues[key];for(var i=0,l=q.length;i<l;i++)q[i](err,...resultArgs)}))});
return memoized.memo=memo,memoized.unmemoized=fn,memoized}var _defer;hasNextTick?_defer=process.nextTick:hasSetImmediate?_defer=setImmediate:
_defer=fallback;var nextTick=wrap(_defer),_parallel=awaitify((eachfn,tasks,callback)=>{var results=isArrayLike(tasks)?[]:{};eachfn(tasks,(task,key,taskCb)=>{
wrapAsync(task)((err,...result)=>{result.length<2&&([result]=result),results[key]=result,taskCb(err)})},err=>callback(err,results))},3);function parallel(tasks,callback){
return _parallel(eachOf$1,tasks,callback)}function parallelLimit(tasks,limit,callback){return _parallel(eachOfLimit$2(limit),tasks,callback)}
function queue(worker,concurrency){var _worker=wrapAsync(worker);return queue$1((items,cb)=>{_worker(items[0],cb)},concurrency,1)}class Heap{constructor(){
this.heap=[],this.pushCount=Number.MIN_SAFE_INTEGER}get length(){return this.heap.length}empty(){return this.heap=[],this}percUp(index2){let p;
for(;index2>0&&smaller(this.heap[index2],this.heap[p=parent(index2)]);){let t=this.heap[index2];this.heap[index2]=this.heap[p],this.heap[p]=
t,index2=p}}percDown(index2){let l;for(;(l=leftChi(index2))<this.heap.length&&(l+1<this.heap.length&&smaller(this.heap[l+1],this.heap[l])&&(l=
l+1),!smaller(this.heap[index2],this.heap[l]));){let t=this.heap[index2];this.heap[index2]=this.heap[l],this.heap[l]=t,index2=l}}push(node){
node.pushCount=++this.pushCount,this.heap.push(node),this.percUp(this.heap.length-1)}unshift(node){return this.heap.push(node)}shift(){let[top]=this.
heap;return this.heap[0]=this.heap[this.heap.length-1],this.heap.pop(),this.percDown(0),top}toArray(){return[...this]}*[Symbol.iterator](){for(let i=0;i<
this.heap.length;i++)yield this.heap[i].data}remove(testFn){let j=0;for(let i=0;i<this.heap.length;i++)testFn(this.heap[i])||(this.heap[j]=this.
heap[i],j++);this.heap.splice(j);for(let i=parent(this.heap.length-1);i>=0;i--)this.percDown(i);return this}}function leftChi(i){return(i<<1)+
1}function parent(i){return(i+1>>1)-1}function smaller(x,y){return x.priority!==y.priority?x.priority<y.priority:x.pushCount<y.pushCount}function priorityQueue(worker,concurrency){
var q=queue(worker,concurrency),{push,pushAsync}=q;q._tasks=new Heap,q._createTaskItem=({data,priority},callback)=>({data,priority,callback});
function createDataItems(tasks,priority){return Array.isArray(tasks)?tasks.map(data=>({data,priority})):{data:tasks,priority}}return q.push=
function(data,priority=0,callback){return push(createDataItems(data,priority),callback)},q.pushAsync=function(data,priority=0,callback){return pushAsync(
createDataItems(data,priority),callback)},delete q.unshift,delete q.unshiftAsync,q}function race(tasks,callback){if(callback=once(callback),
!Array.isArray(tasks))return callback(new TypeError("First argument to race must be an array of functions"));if(!tasks.length)return callback();
for(var i=0,l=tasks.length;i<l;i++)wrapAsync(tasks[i])(callback)}var race$1=awaitify(race,2);function reduceRight(array,memo,iteratee,callback){
var reversed=[...array].reverse();return reduce$1(reversed,memo,iteratee,callback)}function reflect(fn){var _fn=wrapAsync(fn);return initialParams(
function(args,reflectCallback){return args.push((error2,...cbArgs)=>{let retVal={};if(error2&&(retVal.error=error2),cbArgs.length>0){var value=cbArgs;
cbArgs.length<=1&&([value]=cbArgs),retVal.value=value}reflectCallback(null,retVal)}),_fn.apply(this,args)})}function reflectAll(tasks){var results;
return Array.isArray(tasks)?results=tasks.map(reflect):(results={},Object.keys(tasks).forEach(key=>{results[key]=reflect.call(this,tasks[key])})),
results}function reject$2(eachfn,arr,_iteratee,callback){let iteratee=wrapAsync(_iteratee);return _filter(eachfn,arr,(value,cb)=>{iteratee(value,
(err,v)=>{cb(err,!v)})},callback)}function reject(coll,iteratee,callback){return reject$2(eachOf$1,coll,iteratee,callback)}var reject$1=awaitify(
reject,3);function rejectLimit(coll,limit,iteratee,callback){return reject$2(eachOfLimit$2(limit),coll,iteratee,callback)}var rejectLimit$1=awaitify(
rejectLimit,4);function rejectSeries(coll,iteratee,callback){return reject$2(eachOfSeries$1,coll,iteratee,callback)}var rejectSeries$1=awaitify(
rejectSeries,3);function constant(value){return function(){return value}}let DEFAULT_TIMES=5,DEFAULT_INTERVAL=0;function retry2(opts,task,callback){
var options={times:DEFAULT_TIMES,intervalFunc:constant(DEFAULT_INTERVAL)};if(arguments.length<3&&typeof opts=="function"?(callback=task||promiseCallback(),
task=opts):(parseTimes(options,opts),callback=callback||promiseCallback()),typeof task!="function")throw new Error("Invalid arguments for as\
ync.retry");var _task=wrapAsync(task),attempt=1;function retryAttempt(){_task((err,...args)=>{err!==!1&&(err&&attempt++<options.times&&(typeof options.
errorFilter!="function"||options.errorFilter(err))?setTimeout(retryAttempt,options.intervalFunc(attempt-1)):callback(err,...args))})}return retryAttempt(),
callback[PROMISE_SYMBOL]}function parseTimes(acc,t){if(typeof t=="object")acc.times=+t.times||DEFAULT_TIMES,acc.intervalFunc=typeof t.interval==
"function"?t.interval:constant(+t.interval||DEFAULT_INTERVAL),acc.errorFilter=t.errorFilter;else if(typeof t=="number"||typeof t=="string")acc.
times=+t||DEFAULT_TIMES;else throw new Error("Invalid arguments for async.retry")}function retryable(opts,task){task||(task=opts,opts=null);
let arity=opts&&opts.arity||task.length;isAsync(task)&&(arity+=1);var _task=wrapAsync(task);return initialParams((args,callback)=>{(args.length<
arity-1||callback==null)&&(args.push(callback),callback=promiseCallback());function taskFn(cb){_task(...args,cb)}return opts?retry2(opts,taskFn,
callback):retry2(taskFn,callback),callback[PROMISE_SYMBOL]})}function series(tasks,callback){return _parallel(eachOfSeries$1,tasks,callback)}
function some(coll,iteratee,callback){return _createTester(Boolean,res=>res)(eachOf$1,coll,iteratee,callback)}var some$1=awaitify(some,3);function someLimit(coll,limit,iteratee,callback){
return _createTester(Boolean,res=>res)(eachOfLimit$2(limit),coll,iteratee,callback)}var someLimit$1=awaitify(someLimit,4);function someSeries(coll,iteratee,callback){
return _createTester(Boolean,res=>res)(eachOfSeries$1,coll,iteratee,callback)}var someSeries$1=awaitify(someSeries,3);function sortBy(coll,iteratee,callback){
var _iteratee=wrapAsync(iteratee);return map$1(coll,(x,iterCb)=>{_iteratee(x,(err,criteria)=>{if(err)return iterCb(err);iterCb(err,{value:x,
criteria})})},(err,results)=>{if(err)return callback(err);callback(null,results.sort(comparator).map(v=>v.value))});function comparator(left,right){
var a=left.criteria,b=right.criteria;return a<b?-1:a>b?1:0}}var sortBy$1=awaitify(sortBy,3);function timeout(asyncFn,milliseconds,info2){var fn=wrapAsync(
asyncFn);return initialParams((args,callback)=>{var timedOut=!1,timer;function timeoutCallback(){var name2=asyncFn.name||"anonymous",error2=new Error(
'Callback function "'+name2+'" timed out.');error2.code="ETIMEDOUT",info2&&(error2.info=info2),timedOut=!0,callback(error2)}args.push((...cbArgs)=>{
timedOut||(callback(...cbArgs),clearTimeout(timer))}),timer=setTimeout(timeoutCallback,milliseconds),fn(...args)})}function range(size){for(var result=Array(
size);size--;)result[size]=size;return result}function timesLimit(count,limit,iteratee,callback){var _iteratee=wrapAsync(iteratee);return mapLimit$1(
range(count),limit,_iteratee,callback)}function times(n,iteratee,callback){return timesLimit(n,1/0,iteratee,callback)}function timesSeries(n,iteratee,callback){
return timesLimit(n,1,iteratee,callback)}function transform(coll,accumulator,iteratee,callback){arguments.length<=3&&typeof accumulator=="fu\
nction"&&(callback=iteratee,iteratee=accumulator,accumulator=Array.isArray(coll)?[]:{}),callback=once(callback||promiseCallback());var _iteratee=wrapAsync(
iteratee);return eachOf$1(coll,(v,k,cb)=>{_iteratee(accumulator,v,k,cb)},err=>callback(err,accumulator)),callback[PROMISE_SYMBOL]}function tryEach(tasks,callback){
var error2=null,result;return eachSeries$1(tasks,(task,taskCb)=>{wrapAsync(task)((err,...args)=>{if(err===!1)return taskCb(err);args.length<
2?[result]=args:result=args,error2=err,taskCb(err?null:{})})},()=>callback(error2,result))}var tryEach$1=awaitify(tryEach);function unmemoize(fn){
return(...args)=>(fn.unmemoized||fn)(...args)}function whilst(test,iteratee,callback){callback=onlyOnce(callback);var _fn=wrapAsync(iteratee),
_test=wrapAsync(test),results=[];function next(err,...rest){if(err)return callback(err);results=rest,err!==!1&&_test(check)}function check(err,truth){
if(err)return callback(err);if(err!==!1){if(!truth)return callback(null,...results);_fn(next)}}return _test(check)}var whilst$1=awaitify(whilst,
3);function until(test,iteratee,callback){let _test=wrapAsync(test);return whilst$1(cb=>_test((err,truth)=>cb(err,!truth)),iteratee,callback)}
function waterfall(tasks,callback){if(callback=once(callback),!Array.isArray(tasks))return callback(new Error("First argument to waterfall m\
ust be an array of functions"));if(!tasks.length)return callback();var taskIndex=0;function nextTask(args){var task=wrapAsync(tasks[taskIndex++]);
task(...args,onlyOnce(next))}function next(err,...args){if(err!==!1){if(err||taskIndex===tasks.length)return callback(err,...args);nextTask(
args)}}nextTask([])}var waterfall$1=awaitify(waterfall),index={apply,applyEach,applyEachSeries,asyncify,auto,autoInject,cargo:cargo$1,cargoQueue:cargo,
compose,concat:concat$1,concatLimit:concatLimit$1,concatSeries:concatSeries$1,constant:constant$1,detect:detect$1,detectLimit:detectLimit$1,
detectSeries:detectSeries$1,dir,doUntil,doWhilst:doWhilst$1,each,eachLimit:eachLimit$1,eachOf:eachOf$1,eachOfLimit:eachOfLimit$1,eachOfSeries:eachOfSeries$1,
eachSeries:eachSeries$1,ensureAsync,every:every$1,everyLimit:everyLimit$1,everySeries:everySeries$1,filter:filter$1,filterLimit:filterLimit$1,
filterSeries:filterSeries$1,forever:forever$1,groupBy,groupByLimit:groupByLimit$1,groupBySeries,log,map:map$1,mapLimit:mapLimit$1,mapSeries:mapSeries$1,
mapValues,mapValuesLimit:mapValuesLimit$1,mapValuesSeries,memoize,nextTick,parallel,parallelLimit,priorityQueue,queue,race:race$1,reduce:reduce$1,
reduceRight,reflect,reflectAll,reject:reject$1,rejectLimit:rejectLimit$1,rejectSeries:rejectSeries$1,retry:retry2,retryable,seq,series,setImmediate:setImmediate$1,
some:some$1,someLimit:someLimit$1,someSeries:someSeries$1,sortBy:sortBy$1,timeout,times,timesLimit,timesSeries,transform,tryEach:tryEach$1,unmemoize,
until,waterfall:waterfall$1,whilst:whilst$1,all:every$1,allLimit:everyLimit$1,allSeries:everySeries$1,any:some$1,anyLimit:someLimit$1,anySeries:someSeries$1,
find:detect$1,findLimit:detectLimit$1,findSeries:detectSeries$1,flatMap:concat$1,flatMapLimit:concatLimit$1,flatMapSeries:concatSeries$1,forEach:each,
forEachSeries:eachSeries$1,forEachLimit:eachLimit$1,forEachOf:eachOf$1,forEachOfSeries:eachOfSeries$1,forEachOfLimit:eachOfLimit$1,inject:reduce$1,
foldl:reduce$1,foldr:reduceRight,select:filter$1,selectLimit:filterLimit$1,selectSeries:filterSeries$1,wrapSync:asyncify,during:whilst$1,doDuring:doWhilst$1};
exports2.all=every$1,exports2.allLimit=everyLimit$1,exports2.allSeries=everySeries$1,exports2.any=some$1,exports2.anyLimit=someLimit$1,exports2.
anySeries=someSeries$1,exports2.apply=apply,exports2.applyEach=applyEach,exports2.applyEachSeries=applyEachSeries,exports2.asyncify=asyncify,
exports2.auto=auto,exports2.autoInject=autoInject,exports2.cargo=cargo$1,exports2.cargoQueue=cargo,exports2.compose=compose,exports2.concat=
concat$1,exports2.concatLimit=concatLimit$1,exports2.concatSeries=concatSeries$1,exports2.constant=constant$1,exports2.default=index,exports2.
detect=detect$1,exports2.detectLimit=detectLimit$1,exports2.detectSeries=detectSeries$1,exports2.dir=dir,exports2.doDuring=doWhilst$1,exports2.
doUntil=doUntil,exports2.doWhilst=doWhilst$1,exports2.during=whilst$1,exports2.each=each,exports2.eachLimit=eachLimit$1,exports2.eachOf=eachOf$1,
exports2.eachOfLimit=eachOfLimit$1,exports2.eachOfSeries=eachOfSeries$1,exports2.eachSeries=eachSeries$1,exports2.ensureAsync=ensureAsync,exports2.
every=every$1,exports2.everyLimit=everyLimit$1,exports2.everySeries=everySeries$1,exports2.filter=filter$1,exports2.filterLimit=filterLimit$1,
exports2.filterSeries=filterSeries$1,exports2.find=detect$1,exports2.findLimit=detectLimit$1,exports2.findSeries=detectSeries$1,exports2.flatMap=
concat$1,exports2.flatMapLimit=concatLimit$1,exports2.flatMapSeries=concatSeries$1,exports2.foldl=reduce$1,exports2.foldr=reduceRight,exports2.
forEach=each,exports2.forEachLimit=eachLimit$1,exports2.forEachOf=eachOf$1,exports2.forEachOfLimit=eachOfLimit$1,exports2.forEachOfSeries=eachOfSeries$1,
exports2.forEachSeries=eachSeries$1,exports2.forever=forever$1,exports2.groupBy=groupBy,exports2.groupByLimit=groupByLimit$1,exports2.groupBySeries=
groupBySeries,exports2.inject=reduce$1,exports2.log=log,exports2.map=map$1,exports2.mapLimit=mapLimit$1,exports2.mapSeries=mapSeries$1,exports2.
mapValues=mapValues,exports2.mapValuesLimit=mapValuesLimit$1,exports2.mapValuesSeries=mapValuesSeries,exports2.memoize=memoize,exports2.nextTick=
nextTick,exports2.parallel=parallel,exports2.parallelLimit=parallelLimit,exports2.priorityQueue=priorityQueue,exports2.queue=queue,exports2.
race=race$1,exports2.reduce=reduce$1,exports2.reduceRight=reduceRight,exports2.reflect=reflect,exports2.reflectAll=reflectAll,exports2.reject=
reject$1,exports2.rejectLimit=rejectLimit$1,exports2.rejectSeries=rejectSeries$1,exports2.retry=retry2,exports2.retryable=retryable,exports2.
select=filter$1,exports2.selectLimit=filterLimit$1,exports2.selectSeries=filterSeries$1,exports2.seq=seq,exports2.series=series,exports2.setImmediate=
setImmediate$1,exports2.some=some$1,exports2.someLimit=someLimit$1,exports2.someSeries=someSeries$1,exports2.sortBy=sortBy$1,exports2.timeout=
timeout,exports2.times=times,exports2.timesLimit=timesLimit,exports2.timesSeries=timesSeries,exports2.transform=transform,exports2.tryEach=tryEach$1,
exports2.unmemoize=unmemoize,exports2.until=until,exports2.waterfall=waterfall$1,exports2.whilst=whilst$1,exports2.wrapSync=asyncify,Object.
defineProperty(exports2,"__esModule",{value:!0})}))}});var require_polyfills=__commonJS({"node_modules/graceful-fs/polyfills.js"(exports,module){var constants=__require("constants"),origCwd=process.
cwd,cwd=null,platform=process.env.GRACEFUL_FS_PLATFORM||process.platform;process.cwd=function(){return cwd||(cwd=origCwd.call(process)),cwd};
try{process.cwd()}catch{}typeof process.chdir=="function"&&(chdir=process.chdir,process.chdir=function(d){cwd=null,chdir.call(process,d)},Object.
setPrototypeOf&&Object.setPrototypeOf(process.chdir,chdir));var chdir;module.exports=patch;function patch(fs3){constants.hasOwnProperty("O_S\
YMLINK")&&process.version.match(/^v0\.6\.[0-2]|^v0\.5\./)&&patchLchmod(fs3),fs3.lutimes||patchLutimes(fs3),fs3.chown=chownFix(fs3.chown),fs3.
fchown=chownFix(fs3.fchown),fs3.lchown=chownFix(fs3.lchown),fs3.chmod=chmodFix(fs3.chmod),fs3.fchmod=chmodFix(fs3.fchmod),fs3.lchmod=chmodFix(
fs3.lchmod),fs3.chownSync=chownFixSync(fs3.chownSync),fs3.fchownSync=chownFixSync(fs3.fchownSync),fs3.lchownSync=chownFixSync(fs3.lchownSync),
fs3.chmodSync=chmodFixSync(fs3.chmodSync),fs3.fchmodSync=chmodFixSync(fs3.fchmodSync),fs3.lchmodSync=chmodFixSync(fs3.lchmodSync),fs3.stat=statFix(
fs3.stat),fs3.fstat=statFix(fs3.fstat),fs3.lstat=statFix(fs3.lstat),fs3.statSync=statFixSync(fs3.statSync),fs3.fstatSync=statFixSync(fs3.fstatSync),
fs3.lstatSync=statFixSync(fs3.lstatSync),fs3.chmod&&!fs3.lchmod&&(fs3.lchmod=function(path2,mode,cb){cb&&process.nextTick(cb)},fs3.lchmodSync=
function(){}),fs3.chown&&!fs3.lchown&&(fs3.lchown=function(path2,uid,gid,cb){cb&&process.nextTick(cb)},fs3.lchownSync=function(){}),platform===
"win32"&&(fs3.rename=typeof fs3.rename!="function"?fs3.rename:(function(fs$rename){function rename(from,to,cb){var start=Date.now(),backoff=0;
fs$rename(from,to,function CB(er){if(er&&(er.code==="EACCES"||er.code==="EPERM"||er.code==="EBUSY")&&Date.now()-start<6e4){setTimeout(function(){
fs3.stat(to,function(stater,st){stater&&stater.code==="ENOENT"?fs$rename(from,to,CB):cb(er)})},backoff),backoff<100&&(backoff+=10);return}cb&&
cb(er)})}return Object.setPrototypeOf&&Object.setPrototypeOf(rename,fs$rename),rename})(fs3.rename)),fs3.read=typeof fs3.read!="function"?fs3.
read:(function(fs$read){function read(fd,buffer,offset,length,position,callback_){var callback;if(callback_&&typeof callback_=="function"){var eagCounter=0;
callback=function(er,_2,__){if(er&&er.code==="EAGAIN"&&eagCounter<10)return eagCounter++,fs$read.call(fs3,fd,buffer,offset,length,position,callback);
callback_.apply(this,arguments)}}return fs$read.call(fs3,fd,buffer,offset,length,position,callback)}return Object.setPrototypeOf&&Object.setPrototypeOf(
read,fs$read),read})(fs3.read),fs3.readSync=typeof fs3.readSync!="function"?fs3.readSync:(function(fs$readSync){return function(fd,buffer,offset,length,position){
for(var eagCounter=0;;)try{return fs$readSync.call(fs3,fd,buffer,offset,length,position)}catch(er){if(er.code==="EAGAIN"&&eagCounter<10){eagCounter++;
continue}throw er}}})(fs3.readSync);function patchLchmod(fs4){fs4.lchmod=function(path2,mode,callback){fs4.open(path2,constants.O_WRONLY|constants.
O_SYMLINK,mode,function(err,fd){if(err){callback&&callback(err);return}fs4.fchmod(fd,mode,function(err2){fs4.close(fd,function(err22){callback&&
callback(err2||err22)})})})},fs4.lchmodSync=function(path2,mode){var fd=fs4.openSync(path2,constants.O_WRONLY|constants.O_SYMLINK,mode),threw=!0,
ret;try{ret=fs4.fchmodSync(fd,mode),threw=!1}finally{if(threw)try{fs4.closeSync(fd)}catch{}else fs4.closeSync(fd)}return ret}}function patchLutimes(fs4){
constants.hasOwnProperty("O_SYMLINK")&&fs4.futimes?(fs4.lutimes=function(path2,at,mt,cb){fs4.open(path2,constants.O_SYMLINK,function(er,fd){
if(er){cb&&cb(er);return}fs4.futimes(fd,at,mt,function(er2){fs4.close(fd,function(er22){cb&&cb(er2||er22)})})})},fs4.lutimesSync=function(path2,at,mt){
var fd=fs4.openSync(path2,constants.O_SYMLINK),ret,threw=!0;try{ret=fs4.futimesSync(fd,at,mt),threw=!1}finally{if(threw)try{fs4.closeSync(fd)}catch{}else
fs4.closeSync(fd)}return ret}):fs4.futimes&&(fs4.lutimes=function(_a,_b,_c,cb){cb&&process.nextTick(cb)},fs4.lutimesSync=function(){})}function chmodFix(orig){
return orig&&function(target,mode,cb){return orig.call(fs3,target,mode,function(er){chownErOk(er)&&(er=null),cb&&cb.apply(this,arguments)})}}
function chmodFixSync(orig){return orig&&function(target,mode){try{return orig.call(fs3,target,mode)}catch(er){if(!chownErOk(er))throw er}}}
function chownFix(orig){return orig&&function(target,uid,gid,cb){return orig.call(fs3,target,uid,gid,function(er){chownErOk(er)&&(er=null),cb&&
cb.apply(this,arguments)})}}function chownFixSync(orig){return orig&&function(target,uid,gid){try{return orig.call(fs3,target,uid,gid)}catch(er){
if(!chownErOk(er))throw er}}}function statFix(orig){return orig&&function(target,options,cb){typeof options=="function"&&(cb=options,options=
null);function callback(er,stats){stats&&(stats.uid<0&&(stats.uid+=4294967296),stats.gid<0&&(stats.gid+=4294967296)),cb&&cb.apply(this,arguments)}
return options?orig.call(fs3,target,options,callback):orig.call(fs3,target,callback)}}function statFixSync(orig){return orig&&function(target,options){
var stats=options?orig.call(fs3,target,options):orig.call(fs3,target);return stats&&(stats.uid<0&&(stats.uid+=4294967296),stats.gid<0&&(stats.
gid+=4294967296)),stats}}function chownErOk(er){if(!er||er.code==="ENOSYS")return!0;var nonroot=!process.getuid||process.getuid()!==0;return!!(nonroot&&
(er.code==="EINVAL"||er.code==="EPERM"))}}}});var require_legacy_streams=__commonJS({"node_modules/graceful-fs/legacy-streams.js"(exports,module){var Stream=__require("stream").Stream;module.
exports=legacy;function legacy(fs3){return{ReadStream,WriteStream};function ReadStream(path2,options){if(!(this instanceof ReadStream))return new ReadStream(
path2,options);Stream.call(this);var self2=this;this.path=path2,this.fd=null,this.readable=!0,this.paused=!1,this.flags="r",this.mode=438,this.
bufferSize=64*1024,options=options||{};for(var keys=Object.keys(options),index=0,length=keys.length;index<length;index++){var key=keys[index];
this[key]=options[key]}if(this.encoding&&this.setEncoding(this.encoding),this.start!==void 0){if(typeof this.start!="number")throw TypeError(
"start must be a Number");if(this.end===void 0)this.end=1/0;else if(typeof this.end!="number")throw TypeError("end must be a Number");if(this.
start>this.end)throw new Error("start must be <= end");this.pos=this.start}if(this.fd!==null){process.nextTick(function(){self2._read()});return}
fs3.open(this.path,this.flags,this.mode,function(err,fd){if(err){self2.emit("error",err),self2.readable=!1;return}self2.fd=fd,self2.emit("op\
en",fd),self2._read()})}function WriteStream(path2,options){if(!(this instanceof WriteStream))return new WriteStream(path2,options);Stream.call(
this),this.path=path2,this.fd=null,this.writable=!0,this.flags="w",this.encoding="binary",this.mode=438,this.bytesWritten=0,options=options||
{};for(var keys=Object.keys(options),index=0,length=keys.length;index<length;index++){var key=keys[index];this[key]=options[key]}if(this.start!==
void 0){if(typeof this.start!="number")throw TypeError("start must be a Number");if(this.start<0)throw new Error("start must be >= zero");this.
pos=this.start}this.busy=!1,this._queue=[],this.fd===null&&(this._open=fs3.open,this._queue.push([this._open,this.path,this.flags,this.mode,
void 0]),this.flush())}}}});var require_clone=__commonJS({"node_modules/graceful-fs/clone.js"(exports,module){"use strict";module.exports=clone;var getPrototypeOf=Object.
getPrototypeOf||function(obj){return obj.__proto__};function clone(obj){if(obj===null||typeof obj!="object")return obj;if(obj instanceof Object)
var copy={__proto__:getPrototypeOf(obj)};else var copy=Object.create(null);return Object.getOwnPropertyNames(obj).forEach(function(key){Object.
defineProperty(copy,key,Object.getOwnPropertyDescriptor(obj,key))}),copy}}});var require_graceful_fs=__commonJS({"node_modules/graceful-fs/graceful-fs.js"(exports,module){var fs3=__require("fs"),polyfills=require_polyfills(),
legacy=require_legacy_streams(),clone=require_clone(),util=__require("util"),gracefulQueue,previousSymbol;typeof Symbol=="function"&&typeof Symbol.
for=="function"?(gracefulQueue=Symbol.for("graceful-fs.queue"),previousSymbol=Symbol.for("graceful-fs.previous")):(gracefulQueue="___gracefu\
l-fs.queue",previousSymbol="___graceful-fs.previous");function noop3(){}function publishQueue(context3,queue2){Object.defineProperty(context3,
gracefulQueue,{get:function(){return queue2}})}var debug2=noop3;util.debuglog?debug2=util.debuglog("gfs4"):/\bgfs4\b/i.test(process.env.NODE_DEBUG||
"")&&(debug2=function(){var m=util.format.apply(util,arguments);m="GFS4: "+m.split(/\n/).join(`
GFS4: `),console.error(m)});fs3[gracefulQueue]||(queue=global[gracefulQueue]||[],publishQueue(fs3,queue),fs3.close=(function(fs$close){function close(fd,cb){
return fs$close.call(fs3,fd,function(err){err||resetQueue(),typeof cb=="function"&&cb.apply(this,arguments)})}return Object.defineProperty(close,
previousSymbol,{value:fs$close}),close})(fs3.close),fs3.closeSync=(function(fs$closeSync){function closeSync(fd){fs$closeSync.apply(fs3,arguments),
resetQueue()}return Object.defineProperty(closeSync,previousSymbol,{value:fs$closeSync}),closeSync})(fs3.closeSync),/\bgfs4\b/i.test(process.
env.NODE_DEBUG||"")&&process.on("exit",function(){debug2(fs3[gracefulQueue]),__require("assert").equal(fs3[gracefulQueue].length,0)}));var queue;
global[gracefulQueue]||publishQueue(global,fs3[gracefulQueue]);module.exports=patch(clone(fs3));process.env.TEST_GRACEFUL_FS_GLOBAL_PATCH&&!fs3.
__patched&&(module.exports=patch(fs3),fs3.__patched=!0);function patch(fs4){polyfills(fs4),fs4.gracefulify=patch,fs4.createReadStream=createReadStream,
fs4.createWriteStream=createWriteStream2;var fs$readFile=fs4.readFile;fs4.readFile=readFile;function readFile(path2,options,cb){return typeof options==
"function"&&(cb=options,options=null),go$readFile(path2,options,cb);function go$readFile(path3,options2,cb2,startTime){return fs$readFile(path3,
options2,function(err){err&&(err.code==="EMFILE"||err.code==="ENFILE")?enqueue([go$readFile,[path3,options2,cb2],err,startTime||Date.now(),Date.
now()]):typeof cb2=="function"&&cb2.apply(this,arguments)})}}var fs$writeFile=fs4.writeFile;fs4.writeFile=writeFile;function writeFile(path2,data,options,cb){
return typeof options=="function"&&(cb=options,options=null),go$writeFile(path2,data,options,cb);function go$writeFile(path3,data2,options2,cb2,startTime){
return fs$writeFile(path3,data2,options2,function(err){err&&(err.code==="EMFILE"||err.code==="ENFILE")?enqueue([go$writeFile,[path3,data2,options2,
cb2],err,startTime||Date.now(),Date.now()]):typeof cb2=="function"&&cb2.apply(this,arguments)})}}var fs$appendFile=fs4.appendFile;fs$appendFile&&
(fs4.appendFile=appendFile);function appendFile(path2,data,options,cb){return typeof options=="function"&&(cb=options,options=null),go$appendFile(
path2,data,options,cb);function go$appendFile(path3,data2,options2,cb2,startTime){return fs$appendFile(path3,data2,options2,function(err){err&&
(err.code==="EMFILE"||err.code==="ENFILE")?enqueue([go$appendFile,[path3,data2,options2,cb2],err,startTime||Date.now(),Date.now()]):typeof cb2==
"function"&&cb2.apply(this,arguments)})}}var fs$copyFile=fs4.copyFile;fs$copyFile&&(fs4.copyFile=copyFile);function copyFile(src,dest,flags,cb){
return typeof flags=="function"&&(cb=flags,flags=0),go$copyFile(src,dest,flags,cb);function go$copyFile(src2,dest2,flags2,cb2,startTime){return fs$copyFile(
src2,dest2,flags2,function(err){err&&(err.code==="EMFILE"||err.code==="ENFILE")?enqueue([go$copyFile,[src2,dest2,flags2,cb2],err,startTime||
Date.now(),Date.now()]):typeof cb2=="function"&&cb2.apply(this,arguments)})}}var fs$readdir=fs4.readdir;fs4.readdir=readdir;var noReaddirOptionVersions=/^v[0-5]\./;
function readdir(path2,options,cb){typeof options=="function"&&(cb=options,options=null);var go$readdir=noReaddirOptionVersions.test(process.
version)?function(path3,options2,cb2,startTime){return fs$readdir(path3,fs$readdirCallback(path3,options2,cb2,startTime))}:function(path3,options2,cb2,startTime){
return fs$readdir(path3,options2,fs$readdirCallback(path3,options2,cb2,startTime))};return go$readdir(path2,options,cb);function fs$readdirCallback(path3,options2,cb2,startTime){
return function(err,files2){err&&(err.code==="EMFILE"||err.code==="ENFILE")?enqueue([go$readdir,[path3,options2,cb2],err,startTime||Date.now(),
Date.now()]):(files2&&files2.sort&&files2.sort(),typeof cb2=="function"&&cb2.call(this,err,files2))}}}if(process.version.substr(0,4)==="v0.8"){
var legStreams=legacy(fs4);ReadStream=legStreams.ReadStream,WriteStream=legStreams.WriteStream}var fs$ReadStream=fs4.ReadStream;fs$ReadStream&&
(ReadStream.prototype=Object.create(fs$ReadStream.prototype),ReadStream.prototype.open=ReadStream$open);var fs$WriteStream=fs4.WriteStream;fs$WriteStream&&
(WriteStream.prototype=Object.create(fs$WriteStream.prototype),WriteStream.prototype.open=WriteStream$open),Object.defineProperty(fs4,"ReadS\
tream",{get:function(){return ReadStream},set:function(val){ReadStream=val},enumerable:!0,configurable:!0}),Object.defineProperty(fs4,"Write\
Stream",{get:function(){return WriteStream},set:function(val){WriteStream=val},enumerable:!0,configurable:!0});var FileReadStream=ReadStream;
Object.defineProperty(fs4,"FileReadStream",{get:function(){return FileReadStream},set:function(val){FileReadStream=val},enumerable:!0,configurable:!0});
var FileWriteStream=WriteStream;Object.defineProperty(fs4,"FileWriteStream",{get:function(){return FileWriteStream},set:function(val){FileWriteStream=
val},enumerable:!0,configurable:!0});function ReadStream(path2,options){return this instanceof ReadStream?(fs$ReadStream.apply(this,arguments),
this):ReadStream.apply(Object.create(ReadStream.prototype),arguments)}function ReadStream$open(){var that=this;open(that.path,that.flags,that.
mode,function(err,fd){err?(that.autoClose&&that.destroy(),that.emit("error",err)):(that.fd=fd,that.emit("open",fd),that.read())})}function WriteStream(path2,options){
return this instanceof WriteStream?(fs$WriteStream.apply(this,arguments),this):WriteStream.apply(Object.create(WriteStream.prototype),arguments)}
function WriteStream$open(){var that=this;open(that.path,that.flags,that.mode,function(err,fd){err?(that.destroy(),that.emit("error",err)):(that.
fd=fd,that.emit("open",fd))})}function createReadStream(path2,options){return new fs4.ReadStream(path2,options)}function createWriteStream2(path2,options){
return new fs4.WriteStream(path2,options)}var fs$open=fs4.open;fs4.open=open;function open(path2,flags,mode,cb){return typeof mode=="functio\
n"&&(cb=mode,mode=null),go$open(path2,flags,mode,cb);function go$open(path3,flags2,mode2,cb2,startTime){return fs$open(path3,flags2,mode2,function(err,fd){
err&&(err.code==="EMFILE"||err.code==="ENFILE")?enqueue([go$open,[path3,flags2,mode2,cb2],err,startTime||Date.now(),Date.now()]):typeof cb2==
"function"&&cb2.apply(this,arguments)})}}return fs4}function enqueue(elem){debug2("ENQUEUE",elem[0].name,elem[1]),fs3[gracefulQueue].push(elem),
retry2()}var retryTimer;function resetQueue(){for(var now=Date.now(),i=0;i<fs3[gracefulQueue].length;++i)fs3[gracefulQueue][i].length>2&&(fs3[gracefulQueue][i][3]=
now,fs3[gracefulQueue][i][4]=now);retry2()}function retry2(){if(clearTimeout(retryTimer),retryTimer=void 0,fs3[gracefulQueue].length!==0){var elem=fs3[gracefulQueue].
shift(),fn=elem[0],args=elem[1],err=elem[2],startTime=elem[3],lastTime=elem[4];if(startTime===void 0)debug2("RETRY",fn.name,args),fn.apply(null,
args);else if(Date.now()-startTime>=6e4){debug2("TIMEOUT",fn.name,args);var cb=args.pop();typeof cb=="function"&&cb.call(null,err)}else{var sinceAttempt=Date.
now()-lastTime,sinceStart=Math.max(lastTime-startTime,1),desiredDelay=Math.min(sinceStart*1.2,100);sinceAttempt>=desiredDelay?(debug2("RETRY",
fn.name,args),fn.apply(null,args.concat([startTime]))):fs3[gracefulQueue].push(elem)}retryTimer===void 0&&(retryTimer=setTimeout(retry2,0))}}}});var require_is_stream=__commonJS({"node_modules/is-stream/index.js"(exports,module){"use strict";var isStream=stream4=>stream4!==null&&typeof stream4==
"object"&&typeof stream4.pipe=="function";isStream.writable=stream4=>isStream(stream4)&&stream4.writable!==!1&&typeof stream4._write=="funct\
ion"&&typeof stream4._writableState=="object";isStream.readable=stream4=>isStream(stream4)&&stream4.readable!==!1&&typeof stream4._read=="fu\
nction"&&typeof stream4._readableState=="object";isStream.duplex=stream4=>isStream.writable(stream4)&&isStream.readable(stream4);isStream.transform=
stream4=>isStream.duplex(stream4)&&typeof stream4._transform=="function";module.exports=isStream}});var require_process_nextick_args=__commonJS({"node_modules/process-nextick-args/index.js"(exports,module){"use strict";typeof process>"u"||!process.
version||process.version.indexOf("v0.")===0||process.version.indexOf("v1.")===0&&process.version.indexOf("v1.8.")!==0?module.exports={nextTick}:
module.exports=process;function nextTick(fn,arg1,arg2,arg3){if(typeof fn!="function")throw new TypeError('"callback" argument must be a func\
tion');var len=arguments.length,args,i;switch(len){case 0:case 1:return process.nextTick(fn);case 2:return process.nextTick(function(){fn.call(
null,arg1)});case 3:return process.nextTick(function(){fn.call(null,arg1,arg2)});case 4:return process.nextTick(function(){fn.call(null,arg1,
arg2,arg3)});default:for(args=new Array(len-1),i=0;i<args.length;)args[i++]=arguments[i];return process.nextTick(function(){fn.apply(null,args)})}}}});var require_isarray=__commonJS({"node_modules/lazystream/node_modules/isarray/index.js"(exports,module){var toString={}.toString;module.exports=
Array.isArray||function(arr){return toString.call(arr)=="[object Array]"}}});var require_stream=__commonJS({"node_modules/lazystream/node_modules/readable-stream/lib/internal/streams/stream.js"(exports,module){module.
exports=__require("stream")}});var require_safe_buffer=__commonJS({"node_modules/lazystream/node_modules/safe-buffer/index.js"(exports,module){var buffer=__require("buffer"),
Buffer2=buffer.Buffer;function copyProps(src,dst){for(var key in src)dst[key]=src[key]}Buffer2.from&&Buffer2.alloc&&Buffer2.allocUnsafe&&Buffer2.
allocUnsafeSlow?module.exports=buffer:(copyProps(buffer,exports),exports.Buffer=SafeBuffer);function SafeBuffer(arg,encodingOrOffset,length){
return Buffer2(arg,encodingOrOffset,length)}copyProps(Buffer2,SafeBuffer);SafeBuffer.from=function(arg,encodingOrOffset,length){if(typeof arg==
"number")throw new TypeError("Argument must not be a number");return Buffer2(arg,encodingOrOffset,length)};SafeBuffer.alloc=function(size,fill,encoding){
if(typeof size!="number")throw new TypeError("Argument must be a number");var buf=Buffer2(size);return fill!==void 0?typeof encoding=="strin\
g"?buf.fill(fill,encoding):buf.fill(fill):buf.fill(0),buf};SafeBuffer.allocUnsafe=function(size){if(typeof size!="number")throw new TypeError(
"Argument must be a number");return Buffer2(size)};SafeBuffer.allocUnsafeSlow=function(size){if(typeof size!="number")throw new TypeError("A\
rgument must be a number");return buffer.SlowBuffer(size)}}});var require_util=__commonJS({"node_modules/core-util-is/lib/util.js"(exports){function isArray(arg){return Array.isArray?Array.isArray(arg):
objectToString(arg)==="[object Array]"}exports.isArray=isArray;function isBoolean(arg){return typeof arg=="boolean"}exports.isBoolean=isBoolean;
function isNull(arg){return arg===null}exports.isNull=isNull;function isNullOrUndefined(arg){return arg==null}exports.isNullOrUndefined=isNullOrUndefined;
function isNumber(arg){return typeof arg=="number"}exports.isNumber=isNumber;function isString(arg){return typeof arg=="string"}exports.isString=
isString;function isSymbol(arg){return typeof arg=="symbol"}exports.isSymbol=isSymbol;function isUndefined(arg){return arg===void 0}exports.
isUndefined=isUndefined;function isRegExp(re){return objectToString(re)==="[object RegExp]"}exports.isRegExp=isRegExp;function isObject(arg){
return typeof arg=="object"&&arg!==null}exports.isObject=isObject;function isDate(d){return objectToString(d)==="[object Date]"}exports.isDate=
isDate;function isError(e){return objectToString(e)==="[object Error]"||e instanceof Error}exports.isError=isError;function isFunction(arg){
return typeof arg=="function"}exports.isFunction=isFunction;function isPrimitive(arg){return arg===null||typeof arg=="boolean"||typeof arg==
"number"||typeof arg=="string"||typeof arg=="symbol"||typeof arg>"u"}exports.isPrimitive=isPrimitive;exports.isBuffer=__require("buffer").Buffer.
isBuffer;function objectToString(o){return Object.prototype.toString.call(o)}}});var require_inherits_browser=__commonJS({"node_modules/inherits/inherits_browser.js"(exports,module){typeof Object.create=="function"?module.
exports=function(ctor,superCtor){superCtor&&(ctor.super_=superCtor,ctor.prototype=Object.create(superCtor.prototype,{constructor:{value:ctor,
enumerable:!1,writable:!0,configurable:!0}}))}:module.exports=function(ctor,superCtor){if(superCtor){ctor.super_=superCtor;var TempCtor=function(){};
TempCtor.prototype=superCtor.prototype,ctor.prototype=new TempCtor,ctor.prototype.constructor=ctor}}}});var require_inherits=__commonJS({"node_modules/inherits/inherits.js"(exports,module){try{if(util=__require("util"),typeof util.inherits!="fu\
nction")throw"";module.exports=util.inherits}catch{module.exports=require_inherits_browser()}var util}});var require_BufferList=__commonJS({"node_modules/lazystream/node_modules/readable-stream/lib/internal/streams/BufferList.js"(exports,module){
"use strict";function _classCallCheck(instance,Constructor){if(!(instance instanceof Constructor))throw new TypeError("Cannot call a class a\
s a function")}var Buffer2=require_safe_buffer().Buffer,util=__require("util");function copyBuffer(src,target,offset){src.copy(target,offset)}
module.exports=(function(){function BufferList(){_classCallCheck(this,BufferList),this.head=null,this.tail=null,this.length=0}return BufferList.
prototype.push=function(v){var entry={data:v,next:null};this.length>0?this.tail.next=entry:this.head=entry,this.tail=entry,++this.length},BufferList.
prototype.unshift=function(v){var entry={data:v,next:this.head};this.length===0&&(this.tail=entry),this.head=entry,++this.length},BufferList.
prototype.shift=function(){if(this.length!==0){var ret=this.head.data;return this.length===1?this.head=this.tail=null:this.head=this.head.next,
--this.length,ret}},BufferList.prototype.clear=function(){this.head=this.tail=null,this.length=0},BufferList.prototype.join=function(s){if(this.
length===0)return"";for(var p=this.head,ret=""+p.data;p=p.next;)ret+=s+p.data;return ret},BufferList.prototype.concat=function(n){if(this.length===
0)return Buffer2.alloc(0);for(var ret=Buffer2.allocUnsafe(n>>>0),p=this.head,i=0;p;)copyBuffer(p.data,ret,i),i+=p.data.length,p=p.next;return ret},
BufferList})();util&&util.inspect&&util.inspect.custom&&(module.exports.prototype[util.inspect.custom]=function(){var obj=util.inspect({length:this.
length});return this.constructor.name+" "+obj})}});var require_destroy=__commonJS({"node_modules/lazystream/node_modules/readable-stream/lib/internal/streams/destroy.js"(exports,module){"use \
strict";var pna=require_process_nextick_args();function destroy(err,cb){var _this=this,readableDestroyed=this._readableState&&this._readableState.
destroyed,writableDestroyed=this._writableState&&this._writableState.destroyed;return readableDestroyed||writableDestroyed?(cb?cb(err):err&&
(this._writableState?this._writableState.errorEmitted||(this._writableState.errorEmitted=!0,pna.nextTick(emitErrorNT,this,err)):pna.nextTick(
emitErrorNT,this,err)),this):(this._readableState&&(this._readableState.destroyed=!0),this._writableState&&(this._writableState.destroyed=!0),
this._destroy(err||null,function(err2){!cb&&err2?_this._writableState?_this._writableState.errorEmitted||(_this._writableState.errorEmitted=
!0,pna.nextTick(emitErrorNT,_this,err2)):pna.nextTick(emitErrorNT,_this,err2):cb&&cb(err2)}),this)}function undestroy(){this._readableState&&
(this._readableState.destroyed=!1,this._readableState.reading=!1,this._readableState.ended=!1,this._readableState.endEmitted=!1),this._writableState&&
(this._writableState.destroyed=!1,this._writableState.ended=!1,this._writableState.ending=!1,this._writableState.finalCalled=!1,this._writableState.
prefinished=!1,this._writableState.finished=!1,this._writableState.errorEmitted=!1)}function emitErrorNT(self2,err){self2.emit("error",err)}
module.exports={destroy,undestroy}}});var require_node=__commonJS({"node_modules/util-deprecate/node.js"(exports,module){module.exports=__require("util").deprecate}});var require_stream_writable=__commonJS({"node_modules/lazystream/node_modules/readable-stream/lib/_stream_writable.js"(exports,module){"use \
strict";var pna=require_process_nextick_args();module.exports=Writable;function CorkedRequest(state){var _this=this;this.next=null,this.entry=
null,this.finish=function(){onCorkedFinish(_this,state)}}var asyncWrite=!process.browser&&["v0.10","v0.9."].indexOf(process.version.slice(0,
5))>-1?setImmediate:pna.nextTick,Duplex;Writable.WritableState=WritableState;var util=Object.create(require_util());util.inherits=require_inherits();
var internalUtil={deprecate:require_node()},Stream=require_stream(),Buffer2=require_safe_buffer().Buffer,OurUint8Array=(typeof global<"u"?global:
typeof window<"u"?window:typeof self<"u"?self:{}).Uint8Array||function(){};function _uint8ArrayToBuffer(chunk){return Buffer2.from(chunk)}function _isUint8Array(obj){
return Buffer2.isBuffer(obj)||obj instanceof OurUint8Array}var destroyImpl=require_destroy();util.inherits(Writable,Stream);function nop(){}
function WritableState(options,stream4){Duplex=Duplex||require_stream_duplex(),options=options||{};var isDuplex=stream4 instanceof Duplex;this.
objectMode=!!options.objectMode,isDuplex&&(this.objectMode=this.objectMode||!!options.writableObjectMode);var hwm=options.highWaterMark,writableHwm=options.
writableHighWaterMark,defaultHwm=this.objectMode?16:16*1024;hwm||hwm===0?this.highWaterMark=hwm:isDuplex&&(writableHwm||writableHwm===0)?this.
highWaterMark=writableHwm:this.highWaterMark=defaultHwm,this.highWaterMark=Math.floor(this.highWaterMark),this.finalCalled=!1,this.needDrain=
!1,this.ending=!1,this.ended=!1,this.finished=!1,this.destroyed=!1;var noDecode=options.decodeStrings===!1;this.decodeStrings=!noDecode,this.
defaultEncoding=options.defaultEncoding||"utf8",this.length=0,this.writing=!1,this.corked=0,this.sync=!0,this.bufferProcessing=!1,this.onwrite=
function(er){onwrite(stream4,er)},this.writecb=null,this.writelen=0,this.bufferedRequest=null,this.lastBufferedRequest=null,this.pendingcb=0,
this.prefinished=!1,this.errorEmitted=!1,this.bufferedRequestCount=0,this.corkedRequestsFree=new CorkedRequest(this)}WritableState.prototype.
getBuffer=function(){for(var current=this.bufferedRequest,out=[];current;)out.push(current),current=current.next;return out};(function(){try{
Object.defineProperty(WritableState.prototype,"buffer",{get:internalUtil.deprecate(function(){return this.getBuffer()},"_writableState.buffe\
r is deprecated. Use _writableState.getBuffer instead.","DEP0003")})}catch{}})();var realHasInstance;typeof Symbol=="function"&&Symbol.hasInstance&&
typeof Function.prototype[Symbol.hasInstance]=="function"?(realHasInstance=Function.prototype[Symbol.hasInstance],Object.defineProperty(Writable,
Symbol.hasInstance,{value:function(object){return realHasInstance.call(this,object)?!0:this!==Writable?!1:object&&object._writableState instanceof
WritableState}})):realHasInstance=function(object){return object instanceof this};function Writable(options){if(Duplex=Duplex||require_stream_duplex(),
!realHasInstance.call(Writable,this)&&!(this instanceof Duplex))return new Writable(options);this._writableState=new WritableState(options,this),
this.writable=!0,options&&(typeof options.write=="function"&&(this._write=options.write),typeof options.writev=="function"&&(this._writev=options.
writev),typeof options.destroy=="function"&&(this._destroy=options.destroy),typeof options.final=="function"&&(this._final=options.final)),Stream.
call(this)}Writable.prototype.pipe=function(){this.emit("error",new Error("Cannot pipe, not readable"))};function writeAfterEnd(stream4,cb){
var er=new Error("write after end");stream4.emit("error",er),pna.nextTick(cb,er)}function validChunk(stream4,state,chunk,cb){var valid=!0,er=!1;
return chunk===null?er=new TypeError("May not write null values to stream"):typeof chunk!="string"&&chunk!==void 0&&!state.objectMode&&(er=new TypeError(
"Invalid non-string/buffer chunk")),er&&(stream4.emit("error",er),pna.nextTick(cb,er),valid=!1),valid}Writable.prototype.write=function(chunk,encoding,cb){
var state=this._writableState,ret=!1,isBuf=!state.objectMode&&_isUint8Array(chunk);return isBuf&&!Buffer2.isBuffer(chunk)&&(chunk=_uint8ArrayToBuffer(
chunk)),typeof encoding=="function"&&(cb=encoding,encoding=null),isBuf?encoding="buffer":encoding||(encoding=state.defaultEncoding),typeof cb!=
"function"&&(cb=nop),state.ended?writeAfterEnd(this,cb):(isBuf||validChunk(this,state,chunk,cb))&&(state.pendingcb++,ret=writeOrBuffer(this,
state,isBuf,chunk,encoding,cb)),ret};Writable.prototype.cork=function(){var state=this._writableState;state.corked++};Writable.prototype.uncork=
function(){var state=this._writableState;state.corked&&(state.corked--,!state.writing&&!state.corked&&!state.bufferProcessing&&state.bufferedRequest&&
clearBuffer(this,state))};Writable.prototype.setDefaultEncoding=function(encoding){if(typeof encoding=="string"&&(encoding=encoding.toLowerCase()),
!(["hex","utf8","utf-8","ascii","binary","base64","ucs2","ucs-2","utf16le","utf-16le","raw"].indexOf((encoding+"").toLowerCase())>-1))throw new TypeError(
"Unknown encoding: "+encoding);return this._writableState.defaultEncoding=encoding,this};function decodeChunk(state,chunk,encoding){return!state.
objectMode&&state.decodeStrings!==!1&&typeof chunk=="string"&&(chunk=Buffer2.from(chunk,encoding)),chunk}Object.defineProperty(Writable.prototype,
"writableHighWaterMark",{enumerable:!1,get:function(){return this._writableState.highWaterMark}});function writeOrBuffer(stream4,state,isBuf,chunk,encoding,cb){
if(!isBuf){var newChunk=decodeChunk(state,chunk,encoding);chunk!==newChunk&&(isBuf=!0,encoding="buffer",chunk=newChunk)}var len=state.objectMode?
1:chunk.length;state.length+=len;var ret=state.length<state.highWaterMark;if(ret||(state.needDrain=!0),state.writing||state.corked){var last=state.
lastBufferedRequest;state.lastBufferedRequest={chunk,encoding,isBuf,callback:cb,next:null},last?last.next=state.lastBufferedRequest:state.bufferedRequest=
state.lastBufferedRequest,state.bufferedRequestCount+=1}else doWrite(stream4,state,!1,len,chunk,encoding,cb);return ret}function doWrite(stream4,state,writev,len,chunk,encoding,cb){
state.writelen=len,state.writecb=cb,state.writing=!0,state.sync=!0,writev?stream4._writev(chunk,state.onwrite):stream4._write(chunk,encoding,
state.onwrite),state.sync=!1}function onwriteError(stream4,state,sync,er,cb){--state.pendingcb,sync?(pna.nextTick(cb,er),pna.nextTick(finishMaybe,
stream4,state),stream4._writableState.errorEmitted=!0,stream4.emit("error",er)):(cb(er),stream4._writableState.errorEmitted=!0,stream4.emit(
"error",er),finishMaybe(stream4,state))}function onwriteStateUpdate(state){state.writing=!1,state.writecb=null,state.length-=state.writelen,
state.writelen=0}function onwrite(stream4,er){var state=stream4._writableState,sync=state.sync,cb=state.writecb;if(onwriteStateUpdate(state),
er)onwriteError(stream4,state,sync,er,cb);else{var finished=needFinish(state);!finished&&!state.corked&&!state.bufferProcessing&&state.bufferedRequest&&
clearBuffer(stream4,state),sync?asyncWrite(afterWrite,stream4,state,finished,cb):afterWrite(stream4,state,finished,cb)}}function afterWrite(stream4,state,finished,cb){
finished||onwriteDrain(stream4,state),state.pendingcb--,cb(),finishMaybe(stream4,state)}function onwriteDrain(stream4,state){state.length===
0&&state.needDrain&&(state.needDrain=!1,stream4.emit("drain"))}function clearBuffer(stream4,state){state.bufferProcessing=!0;var entry=state.
bufferedRequest;if(stream4._writev&&entry&&entry.next){var l=state.bufferedRequestCount,buffer=new Array(l),holder=state.corkedRequestsFree;
holder.entry=entry;for(var count=0,allBuffers=!0;entry;)buffer[count]=entry,entry.isBuf||(allBuffers=!1),entry=entry.next,count+=1;buffer.allBuffers=
allBuffers,doWrite(stream4,state,!0,state.length,buffer,"",holder.finish),state.pendingcb++,state.lastBufferedRequest=null,holder.next?(state.
corkedRequestsFree=holder.next,holder.next=null):state.corkedRequestsFree=new CorkedRequest(state),state.bufferedRequestCount=0}else{for(;entry;){
var chunk=entry.chunk,encoding=entry.encoding,cb=entry.callback,len=state.objectMode?1:chunk.length;if(doWrite(stream4,state,!1,len,chunk,encoding,
cb),entry=entry.next,state.bufferedRequestCount--,state.writing)break}entry===null&&(state.lastBufferedRequest=null)}state.bufferedRequest=entry,
state.bufferProcessing=!1}Writable.prototype._write=function(chunk,encoding,cb){cb(new Error("_write() is not implemented"))};Writable.prototype.
_writev=null;Writable.prototype.end=function(chunk,encoding,cb){var state=this._writableState;typeof chunk=="function"?(cb=chunk,chunk=null,
encoding=null):typeof encoding=="function"&&(cb=encoding,encoding=null),chunk!=null&&this.write(chunk,encoding),state.corked&&(state.corked=
1,this.uncork()),state.ending||endWritable(this,state,cb)};function needFinish(state){return state.ending&&state.length===0&&state.bufferedRequest===
null&&!state.finished&&!state.writing}function callFinal(stream4,state){stream4._final(function(err){state.pendingcb--,err&&stream4.emit("er\
ror",err),state.prefinished=!0,stream4.emit("prefinish"),finishMaybe(stream4,state)})}function prefinish(stream4,state){!state.prefinished&&
!state.finalCalled&&(typeof stream4._final=="function"?(state.pendingcb++,state.finalCalled=!0,pna.nextTick(callFinal,stream4,state)):(state.
prefinished=!0,stream4.emit("prefinish")))}function finishMaybe(stream4,state){var need=needFinish(state);return need&&(prefinish(stream4,state),
state.pendingcb===0&&(state.finished=!0,stream4.emit("finish"))),need}function endWritable(stream4,state,cb){state.ending=!0,finishMaybe(stream4,
state),cb&&(state.finished?pna.nextTick(cb):stream4.once("finish",cb)),state.ended=!0,stream4.writable=!1}function onCorkedFinish(corkReq,state,err){
var entry=corkReq.entry;for(corkReq.entry=null;entry;){var cb=entry.callback;state.pendingcb--,cb(err),entry=entry.next}state.corkedRequestsFree.
next=corkReq}Object.defineProperty(Writable.prototype,"destroyed",{get:function(){return this._writableState===void 0?!1:this._writableState.
destroyed},set:function(value){this._writableState&&(this._writableState.destroyed=value)}});Writable.prototype.destroy=destroyImpl.destroy;
Writable.prototype._undestroy=destroyImpl.undestroy;Writable.prototype._destroy=function(err,cb){this.end(),cb(err)}}});var require_stream_duplex=__commonJS({"node_modules/lazystream/node_modules/readable-stream/lib/_stream_duplex.js"(exports,module){"use stri\
ct";var pna=require_process_nextick_args(),objectKeys=Object.keys||function(obj){var keys2=[];for(var key in obj)keys2.push(key);return keys2};
module.exports=Duplex;var util=Object.create(require_util());util.inherits=require_inherits();var Readable=require_stream_readable(),Writable=require_stream_writable();
util.inherits(Duplex,Readable);for(keys=objectKeys(Writable.prototype),v=0;v<keys.length;v++)method=keys[v],Duplex.prototype[method]||(Duplex.
prototype[method]=Writable.prototype[method]);var keys,method,v;function Duplex(options){if(!(this instanceof Duplex))return new Duplex(options);
Readable.call(this,options),Writable.call(this,options),options&&options.readable===!1&&(this.readable=!1),options&&options.writable===!1&&(this.
writable=!1),this.allowHalfOpen=!0,options&&options.allowHalfOpen===!1&&(this.allowHalfOpen=!1),this.once("end",onend)}Object.defineProperty(
Duplex.prototype,"writableHighWaterMark",{enumerable:!1,get:function(){return this._writableState.highWaterMark}});function onend(){this.allowHalfOpen||
this._writableState.ended||pna.nextTick(onEndNT,this)}function onEndNT(self2){self2.end()}Object.defineProperty(Duplex.prototype,"destroyed",
{get:function(){return this._readableState===void 0||this._writableState===void 0?!1:this._readableState.destroyed&&this._writableState.destroyed},
set:function(value){this._readableState===void 0||this._writableState===void 0||(this._readableState.destroyed=value,this._writableState.destroyed=
value)}});Duplex.prototype._destroy=function(err,cb){this.push(null),this.end(),pna.nextTick(cb,err)}}});var require_string_decoder=__commonJS({"node_modules/lazystream/node_modules/string_decoder/lib/string_decoder.js"(exports){"use strict";var Buffer2=require_safe_buffer().
Buffer,isEncoding=Buffer2.isEncoding||function(encoding){switch(encoding=""+encoding,encoding&&encoding.toLowerCase()){case"hex":case"utf8":case"\
utf-8":case"ascii":case"binary":case"base64":case"ucs2":case"ucs-2":case"utf16le":case"utf-16le":case"raw":return!0;default:return!1}};function _normalizeEncoding(enc){
if(!enc)return"utf8";for(var retried;;)switch(enc){case"utf8":case"utf-8":return"utf8";case"ucs2":case"ucs-2":case"utf16le":case"utf-16le":return"\
utf16le";case"latin1":case"binary":return"latin1";case"base64":case"ascii":case"hex":return enc;default:if(retried)return;enc=(""+enc).toLowerCase(),
retried=!0}}function normalizeEncoding(enc){var nenc=_normalizeEncoding(enc);if(typeof nenc!="string"&&(Buffer2.isEncoding===isEncoding||!isEncoding(
enc)))throw new Error("Unknown encoding: "+enc);return nenc||enc}exports.StringDecoder=StringDecoder;function StringDecoder(encoding){this.encoding=
normalizeEncoding(encoding);var nb;switch(this.encoding){case"utf16le":this.text=utf16Text,this.end=utf16End,nb=4;break;case"utf8":this.fillLast=
utf8FillLast,nb=4;break;case"base64":this.text=base64Text,this.end=base64End,nb=3;break;default:this.write=simpleWrite,this.end=simpleEnd;return}
this.lastNeed=0,this.lastTotal=0,this.lastChar=Buffer2.allocUnsafe(nb)}StringDecoder.prototype.write=function(buf){if(buf.length===0)return"";
var r,i;if(this.lastNeed){if(r=this.fillLast(buf),r===void 0)return"";i=this.lastNeed,this.lastNeed=0}else i=0;return i<buf.length?r?r+this.
text(buf,i):this.text(buf,i):r||""};StringDecoder.prototype.end=utf8End;StringDecoder.prototype.text=utf8Text;StringDecoder.prototype.fillLast=
function(buf){if(this.lastNeed<=buf.length)return buf.copy(this.lastChar,this.lastTotal-this.lastNeed,0,this.lastNeed),this.lastChar.toString(
this.encoding,0,this.lastTotal);buf.copy(this.lastChar,this.lastTotal-this.lastNeed,0,buf.length),this.lastNeed-=buf.length};function utf8CheckByte(byte){
return byte<=127?0:byte>>5===6?2:byte>>4===14?3:byte>>3===30?4:byte>>6===2?-1:-2}function utf8CheckIncomplete(self2,buf,i){var j=buf.length-
1;if(j<i)return 0;var nb=utf8CheckByte(buf[j]);return nb>=0?(nb>0&&(self2.lastNeed=nb-1),nb):--j<i||nb===-2?0:(nb=utf8CheckByte(buf[j]),nb>=
0?(nb>0&&(self2.lastNeed=nb-2),nb):--j<i||nb===-2?0:(nb=utf8CheckByte(buf[j]),nb>=0?(nb>0&&(nb===2?nb=0:self2.lastNeed=nb-3),nb):0))}function utf8CheckExtraBytes(self2,buf,p){
if((buf[0]&192)!==128)return self2.lastNeed=0,"\uFFFD";if(self2.lastNeed>1&&buf.length>1){if((buf[1]&192)!==128)return self2.lastNeed=1,"\uFFFD";
if(self2.lastNeed>2&&buf.length>2&&(buf[2]&192)!==128)return self2.lastNeed=2,"\uFFFD"}}function utf8FillLast(buf){var p=this.lastTotal-this.
lastNeed,r=utf8CheckExtraBytes(this,buf,p);if(r!==void 0)return r;if(this.lastNeed<=buf.length)return buf.copy(this.lastChar,p,0,this.lastNeed),
this.lastChar.toString(this.encoding,0,this.lastTotal);buf.copy(this.lastChar,p,0,buf.length),this.lastNeed-=buf.length}function utf8Text(buf,i){
var total=utf8CheckIncomplete(this,buf,i);if(!this.lastNeed)return buf.toString("utf8",i);this.lastTotal=total;var end=buf.length-(total-this.
lastNeed);return buf.copy(this.lastChar,0,end),buf.toString("utf8",i,end)}function utf8End(buf){var r=buf&&buf.length?this.write(buf):"";return this.
lastNeed?r+"\uFFFD":r}function utf16Text(buf,i){if((buf.length-i)%2===0){var r=buf.toString("utf16le",i);if(r){var c=r.charCodeAt(r.length-1);
if(c>=55296&&c<=56319)return this.lastNeed=2,this.lastTotal=4,this.lastChar[0]=buf[buf.length-2],this.lastChar[1]=buf[buf.length-1],r.slice(
0,-1)}return r}return this.lastNeed=1,this.lastTotal=2,this.lastChar[0]=buf[buf.length-1],buf.toString("utf16le",i,buf.length-1)}function utf16End(buf){
var r=buf&&buf.length?this.write(buf):"";if(this.lastNeed){var end=this.lastTotal-this.lastNeed;return r+this.lastChar.toString("utf16le",0,
end)}return r}function base64Text(buf,i){var n=(buf.length-i)%3;return n===0?buf.toString("base64",i):(this.lastNeed=3-n,this.lastTotal=3,n===
1?this.lastChar[0]=buf[buf.length-1]:(this.lastChar[0]=buf[buf.length-2],this.lastChar[1]=buf[buf.length-1]),buf.toString("base64",i,buf.length-
n))}function base64End(buf){var r=buf&&buf.length?this.write(buf):"";return this.lastNeed?r+this.lastChar.toString("base64",0,3-this.lastNeed):
r}function simpleWrite(buf){return buf.toString(this.encoding)}function simpleEnd(buf){return buf&&buf.length?this.write(buf):""}}});var require_stream_readable=__commonJS({"node_modules/lazystream/node_modules/readable-stream/lib/_stream_readable.js"(exports,module){"use \
strict";var pna=require_process_nextick_args();module.exports=Readable;var isArray=require_isarray(),Duplex;Readable.ReadableState=ReadableState;
var EE=__require("events").EventEmitter,EElistenerCount=function(emitter,type){return emitter.listeners(type).length},Stream=require_stream(),
Buffer2=require_safe_buffer().Buffer,OurUint8Array=(typeof global<"u"?global:typeof window<"u"?window:typeof self<"u"?self:{}).Uint8Array||function(){};
function _uint8ArrayToBuffer(chunk){return Buffer2.from(chunk)}function _isUint8Array(obj){return Buffer2.isBuffer(obj)||obj instanceof OurUint8Array}
var util=Object.create(require_util());util.inherits=require_inherits();var debugUtil=__require("util"),debug2=void 0;debugUtil&&debugUtil.debuglog?
debug2=debugUtil.debuglog("stream"):debug2=function(){};var BufferList=require_BufferList(),destroyImpl=require_destroy(),StringDecoder;util.
inherits(Readable,Stream);var kProxyEvents=["error","close","destroy","pause","resume"];function prependListener(emitter,event,fn){if(typeof emitter.
prependListener=="function")return emitter.prependListener(event,fn);!emitter._events||!emitter._events[event]?emitter.on(event,fn):isArray(
emitter._events[event])?emitter._events[event].unshift(fn):emitter._events[event]=[fn,emitter._events[event]]}function ReadableState(options,stream4){
Duplex=Duplex||require_stream_duplex(),options=options||{};var isDuplex=stream4 instanceof Duplex;this.objectMode=!!options.objectMode,isDuplex&&
(this.objectMode=this.objectMode||!!options.readableObjectMode);var hwm=options.highWaterMark,readableHwm=options.readableHighWaterMark,defaultHwm=this.
objectMode?16:16*1024;hwm||hwm===0?this.highWaterMark=hwm:isDuplex&&(readableHwm||readableHwm===0)?this.highWaterMark=readableHwm:this.highWaterMark=
defaultHwm,this.highWaterMark=Math.floor(this.highWaterMark),this.buffer=new BufferList,this.length=0,this.pipes=null,this.pipesCount=0,this.
flowing=null,this.ended=!1,this.endEmitted=!1,this.reading=!1,this.sync=!0,this.needReadable=!1,this.emittedReadable=!1,this.readableListening=
!1,this.resumeScheduled=!1,this.destroyed=!1,this.defaultEncoding=options.defaultEncoding||"utf8",this.awaitDrain=0,this.readingMore=!1,this.
decoder=null,this.encoding=null,options.encoding&&(StringDecoder||(StringDecoder=require_string_decoder().StringDecoder),this.decoder=new StringDecoder(
options.encoding),this.encoding=options.encoding)}function Readable(options){if(Duplex=Duplex||require_stream_duplex(),!(this instanceof Readable))
return new Readable(options);this._readableState=new ReadableState(options,this),this.readable=!0,options&&(typeof options.read=="function"&&
(this._read=options.read),typeof options.destroy=="function"&&(this._destroy=options.destroy)),Stream.call(this)}Object.defineProperty(Readable.
prototype,"destroyed",{get:function(){return this._readableState===void 0?!1:this._readableState.destroyed},set:function(value){this._readableState&&
(this._readableState.destroyed=value)}});Readable.prototype.destroy=destroyImpl.destroy;Readable.prototype._undestroy=destroyImpl.undestroy;
Readable.prototype._destroy=function(err,cb){this.push(null),cb(err)};Readable.prototype.push=function(chunk,encoding){var state=this._readableState,
skipChunkCheck;return state.objectMode?skipChunkCheck=!0:typeof chunk=="string"&&(encoding=encoding||state.defaultEncoding,encoding!==state.
encoding&&(chunk=Buffer2.from(chunk,encoding),encoding=""),skipChunkCheck=!0),readableAddChunk(this,chunk,encoding,!1,skipChunkCheck)};Readable.
prototype.unshift=function(chunk){return readableAddChunk(this,chunk,null,!0,!1)};function readableAddChunk(stream4,chunk,encoding,addToFront,skipChunkCheck){
var state=stream4._readableState;if(chunk===null)state.reading=!1,onEofChunk(stream4,state);else{var er;skipChunkCheck||(er=chunkInvalid(state,
chunk)),er?stream4.emit("error",er):state.objectMode||chunk&&chunk.length>0?(typeof chunk!="string"&&!state.objectMode&&Object.getPrototypeOf(
chunk)!==Buffer2.prototype&&(chunk=_uint8ArrayToBuffer(chunk)),addToFront?state.endEmitted?stream4.emit("error",new Error("stream.unshift() \
after end event")):addChunk(stream4,state,chunk,!0):state.ended?stream4.emit("error",new Error("stream.push() after EOF")):(state.reading=!1,
state.decoder&&!encoding?(chunk=state.decoder.write(chunk),state.objectMode||chunk.length!==0?addChunk(stream4,state,chunk,!1):maybeReadMore(
stream4,state)):addChunk(stream4,state,chunk,!1))):addToFront||(state.reading=!1)}return needMoreData(state)}function addChunk(stream4,state,chunk,addToFront){
state.flowing&&state.length===0&&!state.sync?(stream4.emit("data",chunk),stream4.read(0)):(state.length+=state.objectMode?1:chunk.length,addToFront?
state.buffer.unshift(chunk):state.buffer.push(chunk),state.needReadable&&emitReadable(stream4)),maybeReadMore(stream4,state)}function chunkInvalid(state,chunk){
var er;return!_isUint8Array(chunk)&&typeof chunk!="string"&&chunk!==void 0&&!state.objectMode&&(er=new TypeError("Invalid non-string/buffer \
chunk")),er}function needMoreData(state){return!state.ended&&(state.needReadable||state.length<state.highWaterMark||state.length===0)}Readable.
prototype.isPaused=function(){return this._readableState.flowing===!1};Readable.prototype.setEncoding=function(enc){return StringDecoder||(StringDecoder=
require_string_decoder().StringDecoder),this._readableState.decoder=new StringDecoder(enc),this._readableState.encoding=enc,this};var MAX_HWM=8388608;
function computeNewHighWaterMark(n){return n>=MAX_HWM?n=MAX_HWM:(n--,n|=n>>>1,n|=n>>>2,n|=n>>>4,n|=n>>>8,n|=n>>>16,n++),n}function howMuchToRead(n,state){
return n<=0||state.length===0&&state.ended?0:state.objectMode?1:n!==n?state.flowing&&state.length?state.buffer.head.data.length:state.length:
(n>state.highWaterMark&&(state.highWaterMark=computeNewHighWaterMark(n)),n<=state.length?n:state.ended?state.length:(state.needReadable=!0,0))}
Readable.prototype.read=function(n){debug2("read",n),n=parseInt(n,10);var state=this._readableState,nOrig=n;if(n!==0&&(state.emittedReadable=
!1),n===0&&state.needReadable&&(state.length>=state.highWaterMark||state.ended))return debug2("read: emitReadable",state.length,state.ended),
state.length===0&&state.ended?endReadable(this):emitReadable(this),null;if(n=howMuchToRead(n,state),n===0&&state.ended)return state.length===
0&&endReadable(this),null;var doRead=state.needReadable;debug2("need readable",doRead),(state.length===0||state.length-n<state.highWaterMark)&&
(doRead=!0,debug2("length less than watermark",doRead)),state.ended||state.reading?(doRead=!1,debug2("reading or ended",doRead)):doRead&&(debug2(
"do read"),state.reading=!0,state.sync=!0,state.length===0&&(state.needReadable=!0),this._read(state.highWaterMark),state.sync=!1,state.reading||
(n=howMuchToRead(nOrig,state)));var ret;return n>0?ret=fromList(n,state):ret=null,ret===null?(state.needReadable=!0,n=0):state.length-=n,state.
length===0&&(state.ended||(state.needReadable=!0),nOrig!==n&&state.ended&&endReadable(this)),ret!==null&&this.emit("data",ret),ret};function onEofChunk(stream4,state){
if(!state.ended){if(state.decoder){var chunk=state.decoder.end();chunk&&chunk.length&&(state.buffer.push(chunk),state.length+=state.objectMode?
1:chunk.length)}state.ended=!0,emitReadable(stream4)}}function emitReadable(stream4){var state=stream4._readableState;state.needReadable=!1,
state.emittedReadable||(debug2("emitReadable",state.flowing),state.emittedReadable=!0,state.sync?pna.nextTick(emitReadable_,stream4):emitReadable_(
stream4))}function emitReadable_(stream4){debug2("emit readable"),stream4.emit("readable"),flow(stream4)}function maybeReadMore(stream4,state){
state.readingMore||(state.readingMore=!0,pna.nextTick(maybeReadMore_,stream4,state))}function maybeReadMore_(stream4,state){for(var len=state.
length;!state.reading&&!state.flowing&&!state.ended&&state.length<state.highWaterMark&&(debug2("maybeReadMore read 0"),stream4.read(0),len!==
state.length);)len=state.length;state.readingMore=!1}Readable.prototype._read=function(n){this.emit("error",new Error("_read() is not implem\
ented"))};Readable.prototype.pipe=function(dest,pipeOpts){var src=this,state=this._readableState;switch(state.pipesCount){case 0:state.pipes=
dest;break;case 1:state.pipes=[state.pipes,dest];break;default:state.pipes.push(dest);break}state.pipesCount+=1,debug2("pipe count=%d opts=%\
j",state.pipesCount,pipeOpts);var doEnd=(!pipeOpts||pipeOpts.end!==!1)&&dest!==process.stdout&&dest!==process.stderr,endFn=doEnd?onend:unpipe;
state.endEmitted?pna.nextTick(endFn):src.once("end",endFn),dest.on("unpipe",onunpipe);function onunpipe(readable,unpipeInfo){debug2("onunpip\
e"),readable===src&&unpipeInfo&&unpipeInfo.hasUnpiped===!1&&(unpipeInfo.hasUnpiped=!0,cleanup())}function onend(){debug2("onend"),dest.end()}
var ondrain=pipeOnDrain(src);dest.on("drain",ondrain);var cleanedUp=!1;function cleanup(){debug2("cleanup"),dest.removeListener("close",onclose),
dest.removeListener("finish",onfinish),dest.removeListener("drain",ondrain),dest.removeListener("error",onerror),dest.removeListener("unpipe",
onunpipe),src.removeListener("end",onend),src.removeListener("end",unpipe),src.removeListener("data",ondata),cleanedUp=!0,state.awaitDrain&&
(!dest._writableState||dest._writableState.needDrain)&&ondrain()}var increasedAwaitDrain=!1;src.on("data",ondata);function ondata(chunk){debug2(
"ondata"),increasedAwaitDrain=!1;var ret=dest.write(chunk);ret===!1&&!increasedAwaitDrain&&((state.pipesCount===1&&state.pipes===dest||state.
pipesCount>1&&indexOf(state.pipes,dest)!==-1)&&!cleanedUp&&(debug2("false write response, pause",state.awaitDrain),state.awaitDrain++,increasedAwaitDrain=
!0),src.pause())}function onerror(er){debug2("onerror",er),unpipe(),dest.removeListener("error",onerror),EElistenerCount(dest,"error")===0&&
dest.emit("error",er)}prependListener(dest,"error",onerror);function onclose(){dest.removeListener("finish",onfinish),unpipe()}dest.once("cl\
ose",onclose);function onfinish(){debug2("onfinish"),dest.removeListener("close",onclose),unpipe()}dest.once("finish",onfinish);function unpipe(){
debug2("unpipe"),src.unpipe(dest)}return dest.emit("pipe",src),state.flowing||(debug2("pipe resume"),src.resume()),dest};function pipeOnDrain(src){
return function(){var state=src._readableState;debug2("pipeOnDrain",state.awaitDrain),state.awaitDrain&&state.awaitDrain--,state.awaitDrain===
0&&EElistenerCount(src,"data")&&(state.flowing=!0,flow(src))}}Readable.prototype.unpipe=function(dest){var state=this._readableState,unpipeInfo={
hasUnpiped:!1};if(state.pipesCount===0)return this;if(state.pipesCount===1)return dest&&dest!==state.pipes?this:(dest||(dest=state.pipes),state.
pipes=null,state.pipesCount=0,state.flowing=!1,dest&&dest.emit("unpipe",this,unpipeInfo),this);if(!dest){var dests=state.pipes,len=state.pipesCount;
state.pipes=null,state.pipesCount=0,state.flowing=!1;for(var i=0;i<len;i++)dests[i].emit("unpipe",this,{hasUnpiped:!1});return this}var index=indexOf(
state.pipes,dest);return index===-1?this:(state.pipes.splice(index,1),state.pipesCount-=1,state.pipesCount===1&&(state.pipes=state.pipes[0]),
dest.emit("unpipe",this,unpipeInfo),this)};Readable.prototype.on=function(ev,fn){var res=Stream.prototype.on.call(this,ev,fn);if(ev==="data")
this._readableState.flowing!==!1&&this.resume();else if(ev==="readable"){var state=this._readableState;!state.endEmitted&&!state.readableListening&&
(state.readableListening=state.needReadable=!0,state.emittedReadable=!1,state.reading?state.length&&emitReadable(this):pna.nextTick(nReadingNextTick,
this))}return res};Readable.prototype.addListener=Readable.prototype.on;function nReadingNextTick(self2){debug2("readable nexttick read 0"),
self2.read(0)}Readable.prototype.resume=function(){var state=this._readableState;return state.flowing||(debug2("resume"),state.flowing=!0,resume(
this,state)),this};function resume(stream4,state){state.resumeScheduled||(state.resumeScheduled=!0,pna.nextTick(resume_,stream4,state))}function resume_(stream4,state){
state.reading||(debug2("resume read 0"),stream4.read(0)),state.resumeScheduled=!1,state.awaitDrain=0,stream4.emit("resume"),flow(stream4),state.
flowing&&!state.reading&&stream4.read(0)}Readable.prototype.pause=function(){return debug2("call pause flowing=%j",this._readableState.flowing),
this._readableState.flowing!==!1&&(debug2("pause"),this._readableState.flowing=!1,this.emit("pause")),this};function flow(stream4){var state=stream4.
_readableState;for(debug2("flow",state.flowing);state.flowing&&stream4.read()!==null;);}Readable.prototype.wrap=function(stream4){var _this=this,
state=this._readableState,paused=!1;stream4.on("end",function(){if(debug2("wrapped end"),state.decoder&&!state.ended){var chunk=state.decoder.
end();chunk&&chunk.length&&_this.push(chunk)}_this.push(null)}),stream4.on("data",function(chunk){if(debug2("wrapped data"),state.decoder&&(chunk=
state.decoder.write(chunk)),!(state.objectMode&&chunk==null)&&!(!state.objectMode&&(!chunk||!chunk.length))){var ret=_this.push(chunk);ret||
(paused=!0,stream4.pause())}});for(var i in stream4)this[i]===void 0&&typeof stream4[i]=="function"&&(this[i]=(function(method){return function(){
return stream4[method].apply(stream4,arguments)}})(i));for(var n=0;n<kProxyEvents.length;n++)stream4.on(kProxyEvents[n],this.emit.bind(this,
kProxyEvents[n]));return this._read=function(n2){debug2("wrapped _read",n2),paused&&(paused=!1,stream4.resume())},this};Object.defineProperty(
Readable.prototype,"readableHighWaterMark",{enumerable:!1,get:function(){return this._readableState.highWaterMark}});Readable._fromList=fromList;
function fromList(n,state){if(state.length===0)return null;var ret;return state.objectMode?ret=state.buffer.shift():!n||n>=state.length?(state.
decoder?ret=state.buffer.join(""):state.buffer.length===1?ret=state.buffer.head.data:ret=state.buffer.concat(state.length),state.buffer.clear()):
ret=fromListPartial(n,state.buffer,state.decoder),ret}function fromListPartial(n,list,hasStrings){var ret;return n<list.head.data.length?(ret=
list.head.data.slice(0,n),list.head.data=list.head.data.slice(n)):n===list.head.data.length?ret=list.shift():ret=hasStrings?copyFromBufferString(
n,list):copyFromBuffer(n,list),ret}function copyFromBufferString(n,list){var p=list.head,c=1,ret=p.data;for(n-=ret.length;p=p.next;){var str=p.
data,nb=n>str.length?str.length:n;if(nb===str.length?ret+=str:ret+=str.slice(0,n),n-=nb,n===0){nb===str.length?(++c,p.next?list.head=p.next:
list.head=list.tail=null):(list.head=p,p.data=str.slice(nb));break}++c}return list.length-=c,ret}function copyFromBuffer(n,list){var ret=Buffer2.
allocUnsafe(n),p=list.head,c=1;for(p.data.copy(ret),n-=p.data.length;p=p.next;){var buf=p.data,nb=n>buf.length?buf.length:n;if(buf.copy(ret,
ret.length-n,0,nb),n-=nb,n===0){nb===buf.length?(++c,p.next?list.head=p.next:list.head=list.tail=null):(list.head=p,p.data=buf.slice(nb));break}
++c}return list.length-=c,ret}function endReadable(stream4){var state=stream4._readableState;if(state.length>0)throw new Error('"endReadable\
()" called on non-empty stream');state.endEmitted||(state.ended=!0,pna.nextTick(endReadableNT,state,stream4))}function endReadableNT(state,stream4){
!state.endEmitted&&state.length===0&&(state.endEmitted=!0,stream4.readable=!1,stream4.emit("end"))}function indexOf(xs,x){for(var i=0,l=xs.length;i<
l;i++)if(xs[i]===x)return i;return-1}}});var require_stream_transform=__commonJS({"node_modules/lazystream/node_modules/readable-stream/lib/_stream_transform.js"(exports,module){"us\
e strict";module.exports=Transform2;var Duplex=require_stream_duplex(),util=Object.create(require_util());util.inherits=require_inherits();util.
inherits(Transform2,Duplex);function afterTransform(er,data){var ts=this._transformState;ts.transforming=!1;var cb=ts.writecb;if(!cb)return this.
emit("error",new Error("write callback called multiple times"));ts.writechunk=null,ts.writecb=null,data!=null&&this.push(data),cb(er);var rs=this.
_readableState;rs.reading=!1,(rs.needReadable||rs.length<rs.highWaterMark)&&this._read(rs.highWaterMark)}function Transform2(options){if(!(this instanceof
Transform2))return new Transform2(options);Duplex.call(this,options),this._transformState={afterTransform:afterTransform.bind(this),needTransform:!1,
transforming:!1,writecb:null,writechunk:null,writeencoding:null},this._readableState.needReadable=!0,this._readableState.sync=!1,options&&(typeof options.
transform=="function"&&(this._transform=options.transform),typeof options.flush=="function"&&(this._flush=options.flush)),this.on("prefinish",
prefinish)}function prefinish(){var _this=this;typeof this._flush=="function"?this._flush(function(er,data){done(_this,er,data)}):done(this,
null,null)}Transform2.prototype.push=function(chunk,encoding){return this._transformState.needTransform=!1,Duplex.prototype.push.call(this,chunk,
encoding)};Transform2.prototype._transform=function(chunk,encoding,cb){throw new Error("_transform() is not implemented")};Transform2.prototype.
_write=function(chunk,encoding,cb){var ts=this._transformState;if(ts.writecb=cb,ts.writechunk=chunk,ts.writeencoding=encoding,!ts.transforming){
var rs=this._readableState;(ts.needTransform||rs.needReadable||rs.length<rs.highWaterMark)&&this._read(rs.highWaterMark)}};Transform2.prototype.
_read=function(n){var ts=this._transformState;ts.writechunk!==null&&ts.writecb&&!ts.transforming?(ts.transforming=!0,this._transform(ts.writechunk,
ts.writeencoding,ts.afterTransform)):ts.needTransform=!0};Transform2.prototype._destroy=function(err,cb){var _this2=this;Duplex.prototype._destroy.
call(this,err,function(err2){cb(err2),_this2.emit("close")})};function done(stream4,er,data){if(er)return stream4.emit("error",er);if(data!=
null&&stream4.push(data),stream4._writableState.length)throw new Error("Calling transform done when ws.length != 0");if(stream4._transformState.
transforming)throw new Error("Calling transform done when still transforming");return stream4.push(null)}}});var require_stream_passthrough=__commonJS({"node_modules/lazystream/node_modules/readable-stream/lib/_stream_passthrough.js"(exports,module){
"use strict";module.exports=PassThrough3;var Transform2=require_stream_transform(),util=Object.create(require_util());util.inherits=require_inherits();
util.inherits(PassThrough3,Transform2);function PassThrough3(options){if(!(this instanceof PassThrough3))return new PassThrough3(options);Transform2.
call(this,options)}PassThrough3.prototype._transform=function(chunk,encoding,cb){cb(null,chunk)}}});var require_readable=__commonJS({"node_modules/lazystream/node_modules/readable-stream/readable.js"(exports,module){var Stream=__require("stream");
process.env.READABLE_STREAM==="disable"&&Stream?(module.exports=Stream,exports=module.exports=Stream.Readable,exports.Readable=Stream.Readable,
exports.Writable=Stream.Writable,exports.Duplex=Stream.Duplex,exports.Transform=Stream.Transform,exports.PassThrough=Stream.PassThrough,exports.
Stream=Stream):(exports=module.exports=require_stream_readable(),exports.Stream=Stream||exports,exports.Readable=exports,exports.Writable=require_stream_writable(),
exports.Duplex=require_stream_duplex(),exports.Transform=require_stream_transform(),exports.PassThrough=require_stream_passthrough())}});var require_passthrough=__commonJS({"node_modules/lazystream/node_modules/readable-stream/passthrough.js"(exports,module){module.exports=require_readable().
PassThrough}});var require_lazystream=__commonJS({"node_modules/lazystream/lib/lazystream.js"(exports,module){var util=__require("util"),PassThrough3=require_passthrough();
module.exports={Readable,Writable};util.inherits(Readable,PassThrough3);util.inherits(Writable,PassThrough3);function beforeFirstCall(instance,method,callback){
instance[method]=function(){return delete instance[method],callback.apply(this,arguments),this[method].apply(this,arguments)}}function Readable(fn,options){
if(!(this instanceof Readable))return new Readable(fn,options);PassThrough3.call(this,options),beforeFirstCall(this,"_read",function(){var source=fn.
call(this,options),emit=this.emit.bind(this,"error");source.on("error",emit),source.pipe(this)}),this.emit("readable")}function Writable(fn,options){
if(!(this instanceof Writable))return new Writable(fn,options);PassThrough3.call(this,options),beforeFirstCall(this,"_write",function(){var destination=fn.
call(this,options),emit=this.emit.bind(this,"error");destination.on("error",emit),this.pipe(destination)}),this.emit("writable")}}});var require_normalize_path=__commonJS({"node_modules/normalize-path/index.js"(exports,module){module.exports=function(path2,stripTrailing){if(typeof path2!=
"string")throw new TypeError("expected path to be a string");if(path2==="\\"||path2==="/")return"/";var len=path2.length;if(len<=1)return path2;
var prefix="";if(len>4&&path2[3]==="\\"){var ch=path2[2];(ch==="?"||ch===".")&&path2.slice(0,2)==="\\\\"&&(path2=path2.slice(2),prefix="//")}
var segs=path2.split(/[/\\]+/);return stripTrailing!==!1&&segs[segs.length-1]===""&&segs.pop(),prefix+segs.join("/")}}});var require_identity=__commonJS({"node_modules/lodash/identity.js"(exports,module){function identity(value){return value}module.exports=identity}});var require_apply=__commonJS({"node_modules/lodash/_apply.js"(exports,module){function apply(func,thisArg,args){switch(args.length){case 0:return func.
call(thisArg);case 1:return func.call(thisArg,args[0]);case 2:return func.call(thisArg,args[0],args[1]);case 3:return func.call(thisArg,args[0],
args[1],args[2])}return func.apply(thisArg,args)}module.exports=apply}});var require_overRest=__commonJS({"node_modules/lodash/_overRest.js"(exports,module){var apply=require_apply(),nativeMax=Math.max;function overRest(func,start,transform){
return start=nativeMax(start===void 0?func.length-1:start,0),function(){for(var args=arguments,index=-1,length=nativeMax(args.length-start,0),
array=Array(length);++index<length;)array[index]=args[start+index];index=-1;for(var otherArgs=Array(start+1);++index<start;)otherArgs[index]=
args[index];return otherArgs[start]=transform(array),apply(func,this,otherArgs)}}module.exports=overRest}});var require_constant=__commonJS({"node_modules/lodash/constant.js"(exports,module){function constant(value){return function(){return value}}
module.exports=constant}});var require_freeGlobal=__commonJS({"node_modules/lodash/_freeGlobal.js"(exports,module){var freeGlobal=typeof global=="object"&&global&&global.
Object===Object&&global;module.exports=freeGlobal}});var require_root=__commonJS({"node_modules/lodash/_root.js"(exports,module){var freeGlobal=require_freeGlobal(),freeSelf=typeof self=="objec\
t"&&self&&self.Object===Object&&self,root=freeGlobal||freeSelf||Function("return this")();module.exports=root}});var require_Symbol=__commonJS({"node_modules/lodash/_Symbol.js"(exports,module){var root=require_root(),Symbol2=root.Symbol;module.exports=Symbol2}});var require_getRawTag=__commonJS({"node_modules/lodash/_getRawTag.js"(exports,module){var Symbol2=require_Symbol(),objectProto=Object.prototype,
hasOwnProperty=objectProto.hasOwnProperty,nativeObjectToString=objectProto.toString,symToStringTag=Symbol2?Symbol2.toStringTag:void 0;function getRawTag(value){
var isOwn=hasOwnProperty.call(value,symToStringTag),tag=value[symToStringTag];try{value[symToStringTag]=void 0;var unmasked=!0}catch{}var result=nativeObjectToString.
call(value);return unmasked&&(isOwn?value[symToStringTag]=tag:delete value[symToStringTag]),result}module.exports=getRawTag}});var require_objectToString=__commonJS({"node_modules/lodash/_objectToString.js"(exports,module){var objectProto=Object.prototype,nativeObjectToString=objectProto.
toString;function objectToString(value){return nativeObjectToString.call(value)}module.exports=objectToString}});var require_baseGetTag=__commonJS({"node_modules/lodash/_baseGetTag.js"(exports,module){var Symbol2=require_Symbol(),getRawTag=require_getRawTag(),
objectToString=require_objectToString(),nullTag="[object Null]",undefinedTag="[object Undefined]",symToStringTag=Symbol2?Symbol2.toStringTag:
void 0;function baseGetTag(value){return value==null?value===void 0?undefinedTag:nullTag:symToStringTag&&symToStringTag in Object(value)?getRawTag(
value):objectToString(value)}module.exports=baseGetTag}});var require_isObject=__commonJS({"node_modules/lodash/isObject.js"(exports,module){function isObject(value){var type=typeof value;return value!=
null&&(type=="object"||type=="function")}module.exports=isObject}});var require_isFunction=__commonJS({"node_modules/lodash/isFunction.js"(exports,module){var baseGetTag=require_baseGetTag(),isObject=require_isObject(),
asyncTag="[object AsyncFunction]",funcTag="[object Function]",genTag="[object GeneratorFunction]",proxyTag="[object Proxy]";function isFunction(value){
if(!isObject(value))return!1;var tag=baseGetTag(value);return tag==funcTag||tag==genTag||tag==asyncTag||tag==proxyTag}module.exports=isFunction}});var require_coreJsData=__commonJS({"node_modules/lodash/_coreJsData.js"(exports,module){var root=require_root(),coreJsData=root["__core-js_s\
hared__"];module.exports=coreJsData}});var require_isMasked=__commonJS({"node_modules/lodash/_isMasked.js"(exports,module){var coreJsData=require_coreJsData(),maskSrcKey=(function(){
var uid=/[^.]+$/.exec(coreJsData&&coreJsData.keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})();function isMasked(func){
return!!maskSrcKey&&maskSrcKey in func}module.exports=isMasked}});var require_toSource=__commonJS({"node_modules/lodash/_toSource.js"(exports,module){var funcProto=Function.prototype,funcToString=funcProto.
toString;function toSource(func){if(func!=null){try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}module.exports=
toSource}});var require_baseIsNative=__commonJS({"node_modules/lodash/_baseIsNative.js"(exports,module){var isFunction=require_isFunction(),isMasked=require_isMasked(),
isObject=require_isObject(),toSource=require_toSource(),reRegExpChar=/[\\^$.*+?()[\]{}|]/g,reIsHostCtor=/^\[object .+?Constructor\]$/,funcProto=Function.
prototype,objectProto=Object.prototype,funcToString=funcProto.toString,hasOwnProperty=objectProto.hasOwnProperty,reIsNative=RegExp("^"+funcToString.
call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,"$1.*?")+"$");function baseIsNative(value){
if(!isObject(value)||isMasked(value))return!1;var pattern=isFunction(value)?reIsNative:reIsHostCtor;return pattern.test(toSource(value))}module.
exports=baseIsNative}});var require_getValue=__commonJS({"node_modules/lodash/_getValue.js"(exports,module){function getValue(object,key){return object?.[key]}module.
exports=getValue}});var require_getNative=__commonJS({"node_modules/lodash/_getNative.js"(exports,module){var baseIsNative=require_baseIsNative(),getValue=require_getValue();
function getNative(object,key){var value=getValue(object,key);return baseIsNative(value)?value:void 0}module.exports=getNative}});var require_defineProperty=__commonJS({"node_modules/lodash/_defineProperty.js"(exports,module){var getNative=require_getNative(),defineProperty=(function(){
try{var func=getNative(Object,"defineProperty");return func({},"",{}),func}catch{}})();module.exports=defineProperty}});var require_baseSetToString=__commonJS({"node_modules/lodash/_baseSetToString.js"(exports,module){var constant=require_constant(),defineProperty=require_defineProperty(),
identity=require_identity(),baseSetToString=defineProperty?function(func,string){return defineProperty(func,"toString",{configurable:!0,enumerable:!1,
value:constant(string),writable:!0})}:identity;module.exports=baseSetToString}});var require_shortOut=__commonJS({"node_modules/lodash/_shortOut.js"(exports,module){var HOT_COUNT=800,HOT_SPAN=16,nativeNow=Date.now;function shortOut(func){
var count=0,lastCalled=0;return function(){var stamp=nativeNow(),remaining=HOT_SPAN-(stamp-lastCalled);if(lastCalled=stamp,remaining>0){if(++count>=
HOT_COUNT)return arguments[0]}else count=0;return func.apply(void 0,arguments)}}module.exports=shortOut}});var require_setToString=__commonJS({"node_modules/lodash/_setToString.js"(exports,module){var baseSetToString=require_baseSetToString(),shortOut=require_shortOut(),
setToString=shortOut(baseSetToString);module.exports=setToString}});var require_baseRest=__commonJS({"node_modules/lodash/_baseRest.js"(exports,module){var identity=require_identity(),overRest=require_overRest(),
setToString=require_setToString();function baseRest(func,start){return setToString(overRest(func,start,identity),func+"")}module.exports=baseRest}});var require_eq=__commonJS({"node_modules/lodash/eq.js"(exports,module){function eq(value,other){return value===other||value!==value&&other!==
other}module.exports=eq}});var require_isLength=__commonJS({"node_modules/lodash/isLength.js"(exports,module){var MAX_SAFE_INTEGER=9007199254740991;function isLength(value){
return typeof value=="number"&&value>-1&&value%1==0&&value<=MAX_SAFE_INTEGER}module.exports=isLength}});var require_isArrayLike=__commonJS({"node_modules/lodash/isArrayLike.js"(exports,module){var isFunction=require_isFunction(),isLength=require_isLength();
function isArrayLike(value){return value!=null&&isLength(value.length)&&!isFunction(value)}module.exports=isArrayLike}});var require_isIndex=__commonJS({"node_modules/lodash/_isIndex.js"(exports,module){var MAX_SAFE_INTEGER=9007199254740991,reIsUint=/^(?:0|[1-9]\d*)$/;
function isIndex(value,length){var type=typeof value;return length=length??MAX_SAFE_INTEGER,!!length&&(type=="number"||type!="symbol"&&reIsUint.
test(value))&&value>-1&&value%1==0&&value<length}module.exports=isIndex}});var require_isIterateeCall=__commonJS({"node_modules/lodash/_isIterateeCall.js"(exports,module){var eq=require_eq(),isArrayLike=require_isArrayLike(),
isIndex=require_isIndex(),isObject=require_isObject();function isIterateeCall(value,index,object){if(!isObject(object))return!1;var type=typeof index;
return(type=="number"?isArrayLike(object)&&isIndex(index,object.length):type=="string"&&index in object)?eq(object[index],value):!1}module.exports=
isIterateeCall}});var require_baseTimes=__commonJS({"node_modules/lodash/_baseTimes.js"(exports,module){function baseTimes(n,iteratee){for(var index=-1,result=Array(
n);++index<n;)result[index]=iteratee(index);return result}module.exports=baseTimes}});var require_isObjectLike=__commonJS({"node_modules/lodash/isObjectLike.js"(exports,module){function isObjectLike(value){return value!=null&&
typeof value=="object"}module.exports=isObjectLike}});var require_baseIsArguments=__commonJS({"node_modules/lodash/_baseIsArguments.js"(exports,module){var baseGetTag=require_baseGetTag(),isObjectLike=require_isObjectLike(),
argsTag="[object Arguments]";function baseIsArguments(value){return isObjectLike(value)&&baseGetTag(value)==argsTag}module.exports=baseIsArguments}});var require_isArguments=__commonJS({"node_modules/lodash/isArguments.js"(exports,module){var baseIsArguments=require_baseIsArguments(),isObjectLike=require_isObjectLike(),
objectProto=Object.prototype,hasOwnProperty=objectProto.hasOwnProperty,propertyIsEnumerable=objectProto.propertyIsEnumerable,isArguments=baseIsArguments(
(function(){return arguments})())?baseIsArguments:function(value){return isObjectLike(value)&&hasOwnProperty.call(value,"callee")&&!propertyIsEnumerable.
call(value,"callee")};module.exports=isArguments}});var require_isArray=__commonJS({"node_modules/lodash/isArray.js"(exports,module){var isArray=Array.isArray;module.exports=isArray}});var require_stubFalse=__commonJS({"node_modules/lodash/stubFalse.js"(exports,module){function stubFalse(){return!1}module.exports=stubFalse}});var require_isBuffer=__commonJS({"node_modules/lodash/isBuffer.js"(exports,module){var root=require_root(),stubFalse=require_stubFalse(),freeExports=typeof exports==
"object"&&exports&&!exports.nodeType&&exports,freeModule=freeExports&&typeof module=="object"&&module&&!module.nodeType&&module,moduleExports=freeModule&&
freeModule.exports===freeExports,Buffer2=moduleExports?root.Buffer:void 0,nativeIsBuffer=Buffer2?Buffer2.isBuffer:void 0,isBuffer=nativeIsBuffer||
stubFalse;module.exports=isBuffer}});var require_baseIsTypedArray=__commonJS({"node_modules/lodash/_baseIsTypedArray.js"(exports,module){var baseGetTag=require_baseGetTag(),isLength=require_isLength(),
isObjectLike=require_isObjectLike(),argsTag="[object Arguments]",arrayTag="[object Array]",boolTag="[object Boolean]",dateTag="[object Date]",
errorTag="[object Error]",funcTag="[object Function]",mapTag="[object Map]",numberTag="[object Number]",objectTag="[object Object]",regexpTag="\
[object RegExp]",setTag="[object Set]",stringTag="[object String]",weakMapTag="[object WeakMap]",arrayBufferTag="[object ArrayBuffer]",dataViewTag="\
[object DataView]",float32Tag="[object Float32Array]",float64Tag="[object Float64Array]",int8Tag="[object Int8Array]",int16Tag="[object Int1\
6Array]",int32Tag="[object Int32Array]",uint8Tag="[object Uint8Array]",uint8ClampedTag="[object Uint8ClampedArray]",uint16Tag="[object Uint1\
6Array]",uint32Tag="[object Uint32Array]",typedArrayTags={};typedArrayTags[float32Tag]=typedArrayTags[float64Tag]=typedArrayTags[int8Tag]=typedArrayTags[int16Tag]=
typedArrayTags[int32Tag]=typedArrayTags[uint8Tag]=typedArrayTags[uint8ClampedTag]=typedArrayTags[uint16Tag]=typedArrayTags[uint32Tag]=!0;typedArrayTags[argsTag]=
typedArrayTags[arrayTag]=typedArrayTags[arrayBufferTag]=typedArrayTags[boolTag]=typedArrayTags[dataViewTag]=typedArrayTags[dateTag]=typedArrayTags[errorTag]=
typedArrayTags[funcTag]=typedArrayTags[mapTag]=typedArrayTags[numberTag]=typedArrayTags[objectTag]=typedArrayTags[regexpTag]=typedArrayTags[setTag]=
typedArrayTags[stringTag]=typedArrayTags[weakMapTag]=!1;function baseIsTypedArray(value){return isObjectLike(value)&&isLength(value.length)&&
!!typedArrayTags[baseGetTag(value)]}module.exports=baseIsTypedArray}});var require_baseUnary=__commonJS({"node_modules/lodash/_baseUnary.js"(exports,module){function baseUnary(func){return function(value){return func(
value)}}module.exports=baseUnary}});var require_nodeUtil=__commonJS({"node_modules/lodash/_nodeUtil.js"(exports,module){var freeGlobal=require_freeGlobal(),freeExports=typeof exports==
"object"&&exports&&!exports.nodeType&&exports,freeModule=freeExports&&typeof module=="object"&&module&&!module.nodeType&&module,moduleExports=freeModule&&
freeModule.exports===freeExports,freeProcess=moduleExports&&freeGlobal.process,nodeUtil=(function(){try{var types=freeModule&&freeModule.require&&
freeModule.require("util").types;return types||freeProcess&&freeProcess.binding&&freeProcess.binding("util")}catch{}})();module.exports=nodeUtil}});var require_isTypedArray=__commonJS({"node_modules/lodash/isTypedArray.js"(exports,module){var baseIsTypedArray=require_baseIsTypedArray(),baseUnary=require_baseUnary(),
nodeUtil=require_nodeUtil(),nodeIsTypedArray=nodeUtil&&nodeUtil.isTypedArray,isTypedArray=nodeIsTypedArray?baseUnary(nodeIsTypedArray):baseIsTypedArray;
module.exports=isTypedArray}});var require_arrayLikeKeys=__commonJS({"node_modules/lodash/_arrayLikeKeys.js"(exports,module){var baseTimes=require_baseTimes(),isArguments=require_isArguments(),
isArray=require_isArray(),isBuffer=require_isBuffer(),isIndex=require_isIndex(),isTypedArray=require_isTypedArray(),objectProto=Object.prototype,
hasOwnProperty=objectProto.hasOwnProperty;function arrayLikeKeys(value,inherited){var isArr=isArray(value),isArg=!isArr&&isArguments(value),
isBuff=!isArr&&!isArg&&isBuffer(value),isType=!isArr&&!isArg&&!isBuff&&isTypedArray(value),skipIndexes=isArr||isArg||isBuff||isType,result=skipIndexes?
baseTimes(value.length,String):[],length=result.length;for(var key in value)(inherited||hasOwnProperty.call(value,key))&&!(skipIndexes&&(key==
"length"||isBuff&&(key=="offset"||key=="parent")||isType&&(key=="buffer"||key=="byteLength"||key=="byteOffset")||isIndex(key,length)))&&result.
push(key);return result}module.exports=arrayLikeKeys}});var require_isPrototype=__commonJS({"node_modules/lodash/_isPrototype.js"(exports,module){var objectProto=Object.prototype;function isPrototype(value){
var Ctor=value&&value.constructor,proto=typeof Ctor=="function"&&Ctor.prototype||objectProto;return value===proto}module.exports=isPrototype}});var require_nativeKeysIn=__commonJS({"node_modules/lodash/_nativeKeysIn.js"(exports,module){function nativeKeysIn(object){var result=[];if(object!=
null)for(var key in Object(object))result.push(key);return result}module.exports=nativeKeysIn}});var require_baseKeysIn=__commonJS({"node_modules/lodash/_baseKeysIn.js"(exports,module){var isObject=require_isObject(),isPrototype=require_isPrototype(),
nativeKeysIn=require_nativeKeysIn(),objectProto=Object.prototype,hasOwnProperty=objectProto.hasOwnProperty;function baseKeysIn(object){if(!isObject(
object))return nativeKeysIn(object);var isProto=isPrototype(object),result=[];for(var key in object)key=="constructor"&&(isProto||!hasOwnProperty.
call(object,key))||result.push(key);return result}module.exports=baseKeysIn}});var require_keysIn=__commonJS({"node_modules/lodash/keysIn.js"(exports,module){var arrayLikeKeys=require_arrayLikeKeys(),baseKeysIn=require_baseKeysIn(),
isArrayLike=require_isArrayLike();function keysIn(object){return isArrayLike(object)?arrayLikeKeys(object,!0):baseKeysIn(object)}module.exports=
keysIn}});var require_defaults=__commonJS({"node_modules/lodash/defaults.js"(exports,module){var baseRest=require_baseRest(),eq=require_eq(),isIterateeCall=require_isIterateeCall(),
keysIn=require_keysIn(),objectProto=Object.prototype,hasOwnProperty=objectProto.hasOwnProperty,defaults2=baseRest(function(object,sources){object=
Object(object);var index=-1,length=sources.length,guard=length>2?sources[2]:void 0;for(guard&&isIterateeCall(sources[0],sources[1],guard)&&(length=
1);++index<length;)for(var source=sources[index],props=keysIn(source),propsIndex=-1,propsLength=props.length;++propsIndex<propsLength;){var key=props[propsIndex],
value=object[key];(value===void 0||eq(value,objectProto[key])&&!hasOwnProperty.call(object,key))&&(object[key]=source[key])}return object});
module.exports=defaults2}});var require_primordials=__commonJS({"node_modules/readable-stream/lib/ours/primordials.js"(exports,module){"use strict";var AggregateError=class extends Error{constructor(errors){
if(!Array.isArray(errors))throw new TypeError(`Expected input to be an Array, got ${typeof errors}`);let message="";for(let i=0;i<errors.length;i++)
message+=`    ${errors[i].stack}
`;super(message),this.name="AggregateError",this.errors=errors}};module.exports={AggregateError,ArrayIsArray(self2){return Array.isArray(self2)},
ArrayPrototypeIncludes(self2,el){return self2.includes(el)},ArrayPrototypeIndexOf(self2,el){return self2.indexOf(el)},ArrayPrototypeJoin(self2,sep2){
return self2.join(sep2)},ArrayPrototypeMap(self2,fn){return self2.map(fn)},ArrayPrototypePop(self2,el){return self2.pop(el)},ArrayPrototypePush(self2,el){
return self2.push(el)},ArrayPrototypeSlice(self2,start,end){return self2.slice(start,end)},Error,FunctionPrototypeCall(fn,thisArgs,...args){
return fn.call(thisArgs,...args)},FunctionPrototypeSymbolHasInstance(self2,instance){return Function.prototype[Symbol.hasInstance].call(self2,
instance)},MathFloor:Math.floor,Number,NumberIsInteger:Number.isInteger,NumberIsNaN:Number.isNaN,NumberMAX_SAFE_INTEGER:Number.MAX_SAFE_INTEGER,
NumberMIN_SAFE_INTEGER:Number.MIN_SAFE_INTEGER,NumberParseInt:Number.parseInt,ObjectDefineProperties(self2,props){return Object.defineProperties(
self2,props)},ObjectDefineProperty(self2,name2,prop){return Object.defineProperty(self2,name2,prop)},ObjectGetOwnPropertyDescriptor(self2,name2){
return Object.getOwnPropertyDescriptor(self2,name2)},ObjectKeys(obj){return Object.keys(obj)},ObjectSetPrototypeOf(target,proto){return Object.
setPrototypeOf(target,proto)},Promise,PromisePrototypeCatch(self2,fn){return self2.catch(fn)},PromisePrototypeThen(self2,thenFn,catchFn){return self2.
then(thenFn,catchFn)},PromiseReject(err){return Promise.reject(err)},PromiseResolve(val){return Promise.resolve(val)},ReflectApply:Reflect.apply,
RegExpPrototypeTest(self2,value){return self2.test(value)},SafeSet:Set,String,StringPrototypeSlice(self2,start,end){return self2.slice(start,
end)},StringPrototypeToLowerCase(self2){return self2.toLowerCase()},StringPrototypeToUpperCase(self2){return self2.toUpperCase()},StringPrototypeTrim(self2){
return self2.trim()},Symbol,SymbolFor:Symbol.for,SymbolAsyncIterator:Symbol.asyncIterator,SymbolHasInstance:Symbol.hasInstance,SymbolIterator:Symbol.
iterator,SymbolDispose:Symbol.dispose||Symbol("Symbol.dispose"),SymbolAsyncDispose:Symbol.asyncDispose||Symbol("Symbol.asyncDispose"),TypedArrayPrototypeSet(self2,buf,len){
return self2.set(buf,len)},Boolean,Uint8Array}}});var require_inspect=__commonJS({"node_modules/readable-stream/lib/ours/util/inspect.js"(exports,module){"use strict";module.exports={format(format,...args){
return format.replace(/%([sdifj])/g,function(...[_unused,type]){let replacement=args.shift();return type==="f"?replacement.toFixed(6):type===
"j"?JSON.stringify(replacement):type==="s"&&typeof replacement=="object"?`${replacement.constructor!==Object?replacement.constructor.name:""}\
 {}`.trim():replacement.toString()})},inspect(value){switch(typeof value){case"string":if(value.includes("'"))if(value.includes('"')){if(!value.
includes("`")&&!value.includes("${"))return`\`${value}\``}else return`"${value}"`;return`'${value}'`;case"number":return isNaN(value)?"NaN":
Object.is(value,-0)?String(value):value;case"bigint":return`${String(value)}n`;case"boolean":case"undefined":return String(value);case"objec\
t":return"{}"}}}}});var require_errors=__commonJS({"node_modules/readable-stream/lib/ours/errors.js"(exports,module){"use strict";var{format,inspect}=require_inspect(),
{AggregateError:CustomAggregateError}=require_primordials(),AggregateError=globalThis.AggregateError||CustomAggregateError,kIsNodeError=Symbol(
"kIsNodeError"),kTypes=["string","function","number","object","Function","Object","boolean","bigint","symbol"],classRegExp=/^([A-Z][a-z0-9]*)+$/,
nodeInternalPrefix="__node_internal_",codes={};function assert(value,message){if(!value)throw new codes.ERR_INTERNAL_ASSERTION(message)}function addNumericalSeparator(val){
let res="",i=val.length,start=val[0]==="-"?1:0;for(;i>=start+4;i-=3)res=`_${val.slice(i-3,i)}${res}`;return`${val.slice(0,i)}${res}`}function getMessage(key,msg,args){
if(typeof msg=="function")return assert(msg.length<=args.length,`Code: ${key}; The provided arguments length (${args.length}) does not match\
 the required ones (${msg.length}).`),msg(...args);let expectedLength=(msg.match(/%[dfijoOs]/g)||[]).length;return assert(expectedLength===args.
length,`Code: ${key}; The provided arguments length (${args.length}) does not match the required ones (${expectedLength}).`),args.length===0?
msg:format(msg,...args)}function E(code,message,Base){Base||(Base=Error);class NodeError extends Base{constructor(...args){super(getMessage(
code,message,args))}toString(){return`${this.name} [${code}]: ${this.message}`}}Object.defineProperties(NodeError.prototype,{name:{value:Base.
name,writable:!0,enumerable:!1,configurable:!0},toString:{value(){return`${this.name} [${code}]: ${this.message}`},writable:!0,enumerable:!1,
configurable:!0}}),NodeError.prototype.code=code,NodeError.prototype[kIsNodeError]=!0,codes[code]=NodeError}function hideStackFrames(fn){let hidden=nodeInternalPrefix+
fn.name;return Object.defineProperty(fn,"name",{value:hidden}),fn}function aggregateTwoErrors(innerError,outerError){if(innerError&&outerError&&
innerError!==outerError){if(Array.isArray(outerError.errors))return outerError.errors.push(innerError),outerError;let err=new AggregateError(
[outerError,innerError],outerError.message);return err.code=outerError.code,err}return innerError||outerError}var AbortError=class extends Error{constructor(message="\
The operation was aborted",options=void 0){if(options!==void 0&&typeof options!="object")throw new codes.ERR_INVALID_ARG_TYPE("options","Obj\
ect",options);super(message,options),this.code="ABORT_ERR",this.name="AbortError"}};E("ERR_ASSERTION","%s",Error);E("ERR_INVALID_ARG_TYPE",(name2,expected,actual)=>{
assert(typeof name2=="string","'name' must be a string"),Array.isArray(expected)||(expected=[expected]);let msg="The ";name2.endsWith(" argu\
ment")?msg+=`${name2} `:msg+=`"${name2}" ${name2.includes(".")?"property":"argument"} `,msg+="must be ";let types=[],instances=[],other=[];for(let value of expected)
assert(typeof value=="string","All expected entries have to be of type string"),kTypes.includes(value)?types.push(value.toLowerCase()):classRegExp.
test(value)?instances.push(value):(assert(value!=="object",'The value "object" should be written as "Object"'),other.push(value));if(instances.
length>0){let pos=types.indexOf("object");pos!==-1&&(types.splice(types,pos,1),instances.push("Object"))}if(types.length>0){switch(types.length){case 1:
msg+=`of type ${types[0]}`;break;case 2:msg+=`one of type ${types[0]} or ${types[1]}`;break;default:{let last=types.pop();msg+=`one of type ${types.
join(", ")}, or ${last}`}}(instances.length>0||other.length>0)&&(msg+=" or ")}if(instances.length>0){switch(instances.length){case 1:msg+=`a\
n instance of ${instances[0]}`;break;case 2:msg+=`an instance of ${instances[0]} or ${instances[1]}`;break;default:{let last=instances.pop();
msg+=`an instance of ${instances.join(", ")}, or ${last}`}}other.length>0&&(msg+=" or ")}switch(other.length){case 0:break;case 1:other[0].toLowerCase()!==
other[0]&&(msg+="an "),msg+=`${other[0]}`;break;case 2:msg+=`one of ${other[0]} or ${other[1]}`;break;default:{let last=other.pop();msg+=`on\
e of ${other.join(", ")}, or ${last}`}}if(actual==null)msg+=`. Received ${actual}`;else if(typeof actual=="function"&&actual.name)msg+=`. Re\
ceived function ${actual.name}`;else if(typeof actual=="object"){var _actual$constructor;if((_actual$constructor=actual.constructor)!==null&&
_actual$constructor!==void 0&&_actual$constructor.name)msg+=`. Received an instance of ${actual.constructor.name}`;else{let inspected=inspect(
actual,{depth:-1});msg+=`. Received ${inspected}`}}else{let inspected=inspect(actual,{colors:!1});inspected.length>25&&(inspected=`${inspected.
slice(0,25)}...`),msg+=`. Received type ${typeof actual} (${inspected})`}return msg},TypeError);E("ERR_INVALID_ARG_VALUE",(name2,value,reason="\
is invalid")=>{let inspected=inspect(value);return inspected.length>128&&(inspected=inspected.slice(0,128)+"..."),`The ${name2.includes(".")?
"property":"argument"} '${name2}' ${reason}. Received ${inspected}`},TypeError);E("ERR_INVALID_RETURN_VALUE",(input,name2,value)=>{var _value$constructor;
let type=value!=null&&(_value$constructor=value.constructor)!==null&&_value$constructor!==void 0&&_value$constructor.name?`instance of ${value.
constructor.name}`:`type ${typeof value}`;return`Expected ${input} to be returned from the "${name2}" function but got ${type}.`},TypeError);
E("ERR_MISSING_ARGS",(...args)=>{assert(args.length>0,"At least one arg needs to be specified");let msg,len=args.length;switch(args=(Array.isArray(
args)?args:[args]).map(a=>`"${a}"`).join(" or "),len){case 1:msg+=`The ${args[0]} argument`;break;case 2:msg+=`The ${args[0]} and ${args[1]}\
 arguments`;break;default:{let last=args.pop();msg+=`The ${args.join(", ")}, and ${last} arguments`}break}return`${msg} must be specified`},
TypeError);E("ERR_OUT_OF_RANGE",(str,range,input)=>{assert(range,'Missing "range" argument');let received;if(Number.isInteger(input)&&Math.abs(
input)>2**32)received=addNumericalSeparator(String(input));else if(typeof input=="bigint"){received=String(input);let limit=BigInt(2)**BigInt(
32);(input>limit||input<-limit)&&(received=addNumericalSeparator(received)),received+="n"}else received=inspect(input);return`The value of "${str}\
" is out of range. It must be ${range}. Received ${received}`},RangeError);E("ERR_MULTIPLE_CALLBACK","Callback called multiple times",Error);
E("ERR_METHOD_NOT_IMPLEMENTED","The %s method is not implemented",Error);E("ERR_STREAM_ALREADY_FINISHED","Cannot call %s after a stream was \
finished",Error);E("ERR_STREAM_CANNOT_PIPE","Cannot pipe, not readable",Error);E("ERR_STREAM_DESTROYED","Cannot call %s after a stream was d\
estroyed",Error);E("ERR_STREAM_NULL_VALUES","May not write null values to stream",TypeError);E("ERR_STREAM_PREMATURE_CLOSE","Premature close",
Error);E("ERR_STREAM_PUSH_AFTER_EOF","stream.push() after EOF",Error);E("ERR_STREAM_UNSHIFT_AFTER_END_EVENT","stream.unshift() after end eve\
nt",Error);E("ERR_STREAM_WRITE_AFTER_END","write after end",Error);E("ERR_UNKNOWN_ENCODING","Unknown encoding: %s",TypeError);module.exports=
{AbortError,aggregateTwoErrors:hideStackFrames(aggregateTwoErrors),hideStackFrames,codes}}});var require_event_target_shim=__commonJS({"node_modules/event-target-shim/dist/event-target-shim.js"(exports,module){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});var privateData=new WeakMap,wrappers=new WeakMap;function pd(event){let retv=privateData.get(event);return console.
assert(retv!=null,"'this' is expected an Event object, but got",event),retv}function setCancelFlag(data){if(data.passiveListener!=null){typeof console<
"u"&&typeof console.error=="function"&&console.error("Unable to preventDefault inside passive event listener invocation.",data.passiveListener);
return}data.event.cancelable&&(data.canceled=!0,typeof data.event.preventDefault=="function"&&data.event.preventDefault())}function Event(eventTarget,event){
privateData.set(this,{eventTarget,event,eventPhase:2,currentTarget:eventTarget,canceled:!1,stopped:!1,immediateStopped:!1,passiveListener:null,
timeStamp:event.timeStamp||Date.now()}),Object.defineProperty(this,"isTrusted",{value:!1,enumerable:!0});let keys=Object.keys(event);for(let i=0;i<
keys.length;++i){let key=keys[i];key in this||Object.defineProperty(this,key,defineRedirectDescriptor(key))}}Event.prototype={get type(){return pd(
this).event.type},get target(){return pd(this).eventTarget},get currentTarget(){return pd(this).currentTarget},composedPath(){let currentTarget=pd(
this).currentTarget;return currentTarget==null?[]:[currentTarget]},get NONE(){return 0},get CAPTURING_PHASE(){return 1},get AT_TARGET(){return 2},
get BUBBLING_PHASE(){return 3},get eventPhase(){return pd(this).eventPhase},stopPropagation(){let data=pd(this);data.stopped=!0,typeof data.
event.stopPropagation=="function"&&data.event.stopPropagation()},stopImmediatePropagation(){let data=pd(this);data.stopped=!0,data.immediateStopped=
!0,typeof data.event.stopImmediatePropagation=="function"&&data.event.stopImmediatePropagation()},get bubbles(){return!!pd(this).event.bubbles},
get cancelable(){return!!pd(this).event.cancelable},preventDefault(){setCancelFlag(pd(this))},get defaultPrevented(){return pd(this).canceled},
get composed(){return!!pd(this).event.composed},get timeStamp(){return pd(this).timeStamp},get srcElement(){return pd(this).eventTarget},get cancelBubble(){
return pd(this).stopped},set cancelBubble(value){if(!value)return;let data=pd(this);data.stopped=!0,typeof data.event.cancelBubble=="boolean"&&
(data.event.cancelBubble=!0)},get returnValue(){return!pd(this).canceled},set returnValue(value){value||setCancelFlag(pd(this))},initEvent(){}};
Object.defineProperty(Event.prototype,"constructor",{value:Event,configurable:!0,writable:!0});typeof window<"u"&&typeof window.Event<"u"&&(Object.
setPrototypeOf(Event.prototype,window.Event.prototype),wrappers.set(window.Event.prototype,Event));function defineRedirectDescriptor(key){return{
get(){return pd(this).event[key]},set(value){pd(this).event[key]=value},configurable:!0,enumerable:!0}}function defineCallDescriptor(key){return{
value(){let event=pd(this).event;return event[key].apply(event,arguments)},configurable:!0,enumerable:!0}}function defineWrapper(BaseEvent,proto){
let keys=Object.keys(proto);if(keys.length===0)return BaseEvent;function CustomEvent(eventTarget,event){BaseEvent.call(this,eventTarget,event)}
CustomEvent.prototype=Object.create(BaseEvent.prototype,{constructor:{value:CustomEvent,configurable:!0,writable:!0}});for(let i=0;i<keys.length;++i){
let key=keys[i];if(!(key in BaseEvent.prototype)){let isFunc=typeof Object.getOwnPropertyDescriptor(proto,key).value=="function";Object.defineProperty(
CustomEvent.prototype,key,isFunc?defineCallDescriptor(key):defineRedirectDescriptor(key))}}return CustomEvent}function getWrapper(proto){if(proto==
null||proto===Object.prototype)return Event;let wrapper=wrappers.get(proto);return wrapper==null&&(wrapper=defineWrapper(getWrapper(Object.getPrototypeOf(
proto)),proto),wrappers.set(proto,wrapper)),wrapper}function wrapEvent(eventTarget,event){let Wrapper=getWrapper(Object.getPrototypeOf(event));
return new Wrapper(eventTarget,event)}function isStopped(event){return pd(event).immediateStopped}function setEventPhase(event,eventPhase){pd(
event).eventPhase=eventPhase}function setCurrentTarget(event,currentTarget){pd(event).currentTarget=currentTarget}function setPassiveListener(event,passiveListener){
pd(event).passiveListener=passiveListener}var listenersMap=new WeakMap,CAPTURE=1,BUBBLE=2,ATTRIBUTE=3;function isObject(x){return x!==null&&
typeof x=="object"}function getListeners(eventTarget){let listeners=listenersMap.get(eventTarget);if(listeners==null)throw new TypeError("'t\
his' is expected an EventTarget object, but got another value.");return listeners}function defineEventAttributeDescriptor(eventName){return{
get(){let node=getListeners(this).get(eventName);for(;node!=null;){if(node.listenerType===ATTRIBUTE)return node.listener;node=node.next}return null},
set(listener){typeof listener!="function"&&!isObject(listener)&&(listener=null);let listeners=getListeners(this),prev=null,node=listeners.get(
eventName);for(;node!=null;)node.listenerType===ATTRIBUTE?prev!==null?prev.next=node.next:node.next!==null?listeners.set(eventName,node.next):
listeners.delete(eventName):prev=node,node=node.next;if(listener!==null){let newNode={listener,listenerType:ATTRIBUTE,passive:!1,once:!1,next:null};
prev===null?listeners.set(eventName,newNode):prev.next=newNode}},configurable:!0,enumerable:!0}}function defineEventAttribute(eventTargetPrototype,eventName){
Object.defineProperty(eventTargetPrototype,`on${eventName}`,defineEventAttributeDescriptor(eventName))}function defineCustomEventTarget(eventNames){
function CustomEventTarget(){EventTarget.call(this)}CustomEventTarget.prototype=Object.create(EventTarget.prototype,{constructor:{value:CustomEventTarget,
configurable:!0,writable:!0}});for(let i=0;i<eventNames.length;++i)defineEventAttribute(CustomEventTarget.prototype,eventNames[i]);return CustomEventTarget}
function EventTarget(){if(this instanceof EventTarget){listenersMap.set(this,new Map);return}if(arguments.length===1&&Array.isArray(arguments[0]))
return defineCustomEventTarget(arguments[0]);if(arguments.length>0){let types=new Array(arguments.length);for(let i=0;i<arguments.length;++i)
types[i]=arguments[i];return defineCustomEventTarget(types)}throw new TypeError("Cannot call a class as a function")}EventTarget.prototype={
addEventListener(eventName,listener,options){if(listener==null)return;if(typeof listener!="function"&&!isObject(listener))throw new TypeError(
"'listener' should be a function or an object.");let listeners=getListeners(this),optionsIsObj=isObject(options),listenerType=(optionsIsObj?
!!options.capture:!!options)?CAPTURE:BUBBLE,newNode={listener,listenerType,passive:optionsIsObj&&!!options.passive,once:optionsIsObj&&!!options.
once,next:null},node=listeners.get(eventName);if(node===void 0){listeners.set(eventName,newNode);return}let prev=null;for(;node!=null;){if(node.
listener===listener&&node.listenerType===listenerType)return;prev=node,node=node.next}prev.next=newNode},removeEventListener(eventName,listener,options){
if(listener==null)return;let listeners=getListeners(this),listenerType=(isObject(options)?!!options.capture:!!options)?CAPTURE:BUBBLE,prev=null,
node=listeners.get(eventName);for(;node!=null;){if(node.listener===listener&&node.listenerType===listenerType){prev!==null?prev.next=node.next:
node.next!==null?listeners.set(eventName,node.next):listeners.delete(eventName);return}prev=node,node=node.next}},dispatchEvent(event){if(event==
null||typeof event.type!="string")throw new TypeError('"event.type" should be a string.');let listeners=getListeners(this),eventName=event.type,
node=listeners.get(eventName);if(node==null)return!0;let wrappedEvent=wrapEvent(this,event),prev=null;for(;node!=null;){if(node.once?prev!==
null?prev.next=node.next:node.next!==null?listeners.set(eventName,node.next):listeners.delete(eventName):prev=node,setPassiveListener(wrappedEvent,
node.passive?node.listener:null),typeof node.listener=="function")try{node.listener.call(this,wrappedEvent)}catch(err){typeof console<"u"&&typeof console.
error=="function"&&console.error(err)}else node.listenerType!==ATTRIBUTE&&typeof node.listener.handleEvent=="function"&&node.listener.handleEvent(
wrappedEvent);if(isStopped(wrappedEvent))break;node=node.next}return setPassiveListener(wrappedEvent,null),setEventPhase(wrappedEvent,0),setCurrentTarget(
wrappedEvent,null),!wrappedEvent.defaultPrevented}};Object.defineProperty(EventTarget.prototype,"constructor",{value:EventTarget,configurable:!0,
writable:!0});typeof window<"u"&&typeof window.EventTarget<"u"&&Object.setPrototypeOf(EventTarget.prototype,window.EventTarget.prototype);exports.
defineEventAttribute=defineEventAttribute;exports.EventTarget=EventTarget;exports.default=EventTarget;module.exports=EventTarget;module.exports.
EventTarget=module.exports.default=EventTarget;module.exports.defineEventAttribute=defineEventAttribute}});var require_abort_controller=__commonJS({"node_modules/abort-controller/dist/abort-controller.js"(exports,module){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});var eventTargetShim=require_event_target_shim(),AbortSignal=class extends eventTargetShim.EventTarget{constructor(){
throw super(),new TypeError("AbortSignal cannot be constructed directly")}get aborted(){let aborted=abortedFlags.get(this);if(typeof aborted!=
"boolean")throw new TypeError(`Expected 'this' to be an 'AbortSignal' object, but got ${this===null?"null":typeof this}`);return aborted}};eventTargetShim.
defineEventAttribute(AbortSignal.prototype,"abort");function createAbortSignal(){let signal=Object.create(AbortSignal.prototype);return eventTargetShim.
EventTarget.call(signal),abortedFlags.set(signal,!1),signal}function abortSignal(signal){abortedFlags.get(signal)===!1&&(abortedFlags.set(signal,
!0),signal.dispatchEvent({type:"abort"}))}var abortedFlags=new WeakMap;Object.defineProperties(AbortSignal.prototype,{aborted:{enumerable:!0}});
typeof Symbol=="function"&&typeof Symbol.toStringTag=="symbol"&&Object.defineProperty(AbortSignal.prototype,Symbol.toStringTag,{configurable:!0,
value:"AbortSignal"});var AbortController2=class{constructor(){signals.set(this,createAbortSignal())}get signal(){return getSignal(this)}abort(){
abortSignal(getSignal(this))}},signals=new WeakMap;function getSignal(controller){let signal=signals.get(controller);if(signal==null)throw new TypeError(
`Expected 'this' to be an 'AbortController' object, but got ${controller===null?"null":typeof controller}`);return signal}Object.defineProperties(
AbortController2.prototype,{signal:{enumerable:!0},abort:{enumerable:!0}});typeof Symbol=="function"&&typeof Symbol.toStringTag=="symbol"&&Object.
defineProperty(AbortController2.prototype,Symbol.toStringTag,{configurable:!0,value:"AbortController"});exports.AbortController=AbortController2;
exports.AbortSignal=AbortSignal;exports.default=AbortController2;module.exports=AbortController2;module.exports.AbortController=module.exports.
default=AbortController2;module.exports.AbortSignal=AbortSignal}});var require_util2=__commonJS({"node_modules/readable-stream/lib/ours/util.js"(exports,module){"use strict";var bufferModule=__require("buffer"),
{format,inspect}=require_inspect(),{codes:{ERR_INVALID_ARG_TYPE}}=require_errors(),{kResistStopPropagation,AggregateError,SymbolDispose}=require_primordials(),
AbortSignal=globalThis.AbortSignal||require_abort_controller().AbortSignal,AbortController2=globalThis.AbortController||require_abort_controller().
AbortController,AsyncFunction=Object.getPrototypeOf(async function(){}).constructor,Blob=globalThis.Blob||bufferModule.Blob,isBlob=typeof Blob<
"u"?function(b){return b instanceof Blob}:function(b){return!1},validateAbortSignal=(signal,name2)=>{if(signal!==void 0&&(signal===null||typeof signal!=
"object"||!("aborted"in signal)))throw new ERR_INVALID_ARG_TYPE(name2,"AbortSignal",signal)},validateFunction=(value,name2)=>{if(typeof value!=
"function")throw new ERR_INVALID_ARG_TYPE(name2,"Function",value)};module.exports={AggregateError,kEmptyObject:Object.freeze({}),once(callback){
let called=!1;return function(...args){called||(called=!0,callback.apply(this,args))}},createDeferredPromise:function(){let resolve2,reject;
return{promise:new Promise((res,rej)=>{resolve2=res,reject=rej}),resolve:resolve2,reject}},promisify(fn){return new Promise((resolve2,reject)=>{
fn((err,...args)=>err?reject(err):resolve2(...args))})},debuglog(){return function(){}},format,inspect,types:{isAsyncFunction(fn){return fn instanceof
AsyncFunction},isArrayBufferView(arr){return ArrayBuffer.isView(arr)}},isBlob,deprecate(fn,message){return fn},addAbortListener:__require("events").
addAbortListener||function(signal,listener){if(signal===void 0)throw new ERR_INVALID_ARG_TYPE("signal","AbortSignal",signal);validateAbortSignal(
signal,"signal"),validateFunction(listener,"listener");let removeEventListener;return signal.aborted?queueMicrotask(()=>listener()):(signal.
addEventListener("abort",listener,{__proto__:null,once:!0,[kResistStopPropagation]:!0}),removeEventListener=()=>{signal.removeEventListener(
"abort",listener)}),{__proto__:null,[SymbolDispose](){var _removeEventListener;(_removeEventListener=removeEventListener)===null||_removeEventListener===
void 0||_removeEventListener()}}},AbortSignalAny:AbortSignal.any||function(signals){if(signals.length===1)return signals[0];let ac=new AbortController2,
abort=()=>ac.abort();return signals.forEach(signal=>{validateAbortSignal(signal,"signals"),signal.addEventListener("abort",abort,{once:!0})}),
ac.signal.addEventListener("abort",()=>{signals.forEach(signal=>signal.removeEventListener("abort",abort))},{once:!0}),ac.signal}};module.exports.
promisify.custom=Symbol.for("nodejs.util.promisify.custom")}});var require_validators=__commonJS({"node_modules/readable-stream/lib/internal/validators.js"(exports,module){"use strict";var{ArrayIsArray,ArrayPrototypeIncludes,
ArrayPrototypeJoin,ArrayPrototypeMap,NumberIsInteger,NumberIsNaN,NumberMAX_SAFE_INTEGER,NumberMIN_SAFE_INTEGER,NumberParseInt,ObjectPrototypeHasOwnProperty,
RegExpPrototypeExec,String:String2,StringPrototypeToUpperCase,StringPrototypeTrim}=require_primordials(),{hideStackFrames,codes:{ERR_SOCKET_BAD_PORT,
ERR_INVALID_ARG_TYPE,ERR_INVALID_ARG_VALUE,ERR_OUT_OF_RANGE,ERR_UNKNOWN_SIGNAL}}=require_errors(),{normalizeEncoding}=require_util2(),{isAsyncFunction,
isArrayBufferView}=require_util2().types,signals={};function isInt32(value){return value===(value|0)}function isUint32(value){return value===
value>>>0}var octalReg=/^[0-7]+$/,modeDesc="must be a 32-bit unsigned integer or an octal string";function parseFileMode(value,name2,def){if(typeof value>
"u"&&(value=def),typeof value=="string"){if(RegExpPrototypeExec(octalReg,value)===null)throw new ERR_INVALID_ARG_VALUE(name2,value,modeDesc);
value=NumberParseInt(value,8)}return validateUint32(value,name2),value}var validateInteger=hideStackFrames((value,name2,min=NumberMIN_SAFE_INTEGER,max=NumberMAX_SAFE_INTEGER)=>{
if(typeof value!="number")throw new ERR_INVALID_ARG_TYPE(name2,"number",value);if(!NumberIsInteger(value))throw new ERR_OUT_OF_RANGE(name2,"\
an integer",value);if(value<min||value>max)throw new ERR_OUT_OF_RANGE(name2,`>= ${min} && <= ${max}`,value)}),validateInt32=hideStackFrames(
(value,name2,min=-2147483648,max=2147483647)=>{if(typeof value!="number")throw new ERR_INVALID_ARG_TYPE(name2,"number",value);if(!NumberIsInteger(
value))throw new ERR_OUT_OF_RANGE(name2,"an integer",value);if(value<min||value>max)throw new ERR_OUT_OF_RANGE(name2,`>= ${min} && <= ${max}`,
value)}),validateUint32=hideStackFrames((value,name2,positive=!1)=>{if(typeof value!="number")throw new ERR_INVALID_ARG_TYPE(name2,"number",
value);if(!NumberIsInteger(value))throw new ERR_OUT_OF_RANGE(name2,"an integer",value);let min=positive?1:0,max=4294967295;if(value<min||value>
max)throw new ERR_OUT_OF_RANGE(name2,`>= ${min} && <= ${max}`,value)});function validateString(value,name2){if(typeof value!="string")throw new ERR_INVALID_ARG_TYPE(
name2,"string",value)}function validateNumber(value,name2,min=void 0,max){if(typeof value!="number")throw new ERR_INVALID_ARG_TYPE(name2,"nu\
mber",value);if(min!=null&&value<min||max!=null&&value>max||(min!=null||max!=null)&&NumberIsNaN(value))throw new ERR_OUT_OF_RANGE(name2,`${min!=
null?`>= ${min}`:""}${min!=null&&max!=null?" && ":""}${max!=null?`<= ${max}`:""}`,value)}var validateOneOf=hideStackFrames((value,name2,oneOf)=>{
if(!ArrayPrototypeIncludes(oneOf,value)){let reason="must be one of: "+ArrayPrototypeJoin(ArrayPrototypeMap(oneOf,v=>typeof v=="string"?`'${v}\
'`:String2(v)),", ");throw new ERR_INVALID_ARG_VALUE(name2,value,reason)}});function validateBoolean(value,name2){if(typeof value!="boolean")
throw new ERR_INVALID_ARG_TYPE(name2,"boolean",value)}function getOwnPropertyValueOrDefault(options,key,defaultValue){return options==null||
!ObjectPrototypeHasOwnProperty(options,key)?defaultValue:options[key]}var validateObject=hideStackFrames((value,name2,options=null)=>{let allowArray=getOwnPropertyValueOrDefault(
options,"allowArray",!1),allowFunction=getOwnPropertyValueOrDefault(options,"allowFunction",!1);if(!getOwnPropertyValueOrDefault(options,"nu\
llable",!1)&&value===null||!allowArray&&ArrayIsArray(value)||typeof value!="object"&&(!allowFunction||typeof value!="function"))throw new ERR_INVALID_ARG_TYPE(
name2,"Object",value)}),validateDictionary=hideStackFrames((value,name2)=>{if(value!=null&&typeof value!="object"&&typeof value!="function")
throw new ERR_INVALID_ARG_TYPE(name2,"a dictionary",value)}),validateArray=hideStackFrames((value,name2,minLength=0)=>{if(!ArrayIsArray(value))
throw new ERR_INVALID_ARG_TYPE(name2,"Array",value);if(value.length<minLength){let reason=`must be longer than ${minLength}`;throw new ERR_INVALID_ARG_VALUE(
name2,value,reason)}});function validateStringArray(value,name2){validateArray(value,name2);for(let i=0;i<value.length;i++)validateString(value[i],
`${name2}[${i}]`)}function validateBooleanArray(value,name2){validateArray(value,name2);for(let i=0;i<value.length;i++)validateBoolean(value[i],
`${name2}[${i}]`)}function validateAbortSignalArray(value,name2){validateArray(value,name2);for(let i=0;i<value.length;i++){let signal=value[i],
indexedName=`${name2}[${i}]`;if(signal==null)throw new ERR_INVALID_ARG_TYPE(indexedName,"AbortSignal",signal);validateAbortSignal(signal,indexedName)}}
function validateSignalName(signal,name2="signal"){if(validateString(signal,name2),signals[signal]===void 0)throw signals[StringPrototypeToUpperCase(
signal)]!==void 0?new ERR_UNKNOWN_SIGNAL(signal+" (signals must use all capital letters)"):new ERR_UNKNOWN_SIGNAL(signal)}var validateBuffer=hideStackFrames(
(buffer,name2="buffer")=>{if(!isArrayBufferView(buffer))throw new ERR_INVALID_ARG_TYPE(name2,["Buffer","TypedArray","DataView"],buffer)});function validateEncoding(data,encoding){
let normalizedEncoding=normalizeEncoding(encoding),length=data.length;if(normalizedEncoding==="hex"&&length%2!==0)throw new ERR_INVALID_ARG_VALUE(
"encoding",encoding,`is invalid for data of length ${length}`)}function validatePort(port,name2="Port",allowZero=!0){if(typeof port!="number"&&
typeof port!="string"||typeof port=="string"&&StringPrototypeTrim(port).length===0||+port!==+port>>>0||port>65535||port===0&&!allowZero)throw new ERR_SOCKET_BAD_PORT(
name2,port,allowZero);return port|0}var validateAbortSignal=hideStackFrames((signal,name2)=>{if(signal!==void 0&&(signal===null||typeof signal!=
"object"||!("aborted"in signal)))throw new ERR_INVALID_ARG_TYPE(name2,"AbortSignal",signal)}),validateFunction=hideStackFrames((value,name2)=>{
if(typeof value!="function")throw new ERR_INVALID_ARG_TYPE(name2,"Function",value)}),validatePlainFunction=hideStackFrames((value,name2)=>{if(typeof value!=
"function"||isAsyncFunction(value))throw new ERR_INVALID_ARG_TYPE(name2,"Function",value)}),validateUndefined=hideStackFrames((value,name2)=>{
if(value!==void 0)throw new ERR_INVALID_ARG_TYPE(name2,"undefined",value)});function validateUnion(value,name2,union){if(!ArrayPrototypeIncludes(
union,value))throw new ERR_INVALID_ARG_TYPE(name2,`('${ArrayPrototypeJoin(union,"|")}')`,value)}var linkValueRegExp=/^(?:<[^>]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;
function validateLinkHeaderFormat(value,name2){if(typeof value>"u"||!RegExpPrototypeExec(linkValueRegExp,value))throw new ERR_INVALID_ARG_VALUE(
name2,value,'must be an array or string of format "</styles.css>; rel=preload; as=style"')}function validateLinkHeaderValue(hints){if(typeof hints==
"string")return validateLinkHeaderFormat(hints,"hints"),hints;if(ArrayIsArray(hints)){let hintsLength=hints.length,result="";if(hintsLength===
0)return result;for(let i=0;i<hintsLength;i++){let link=hints[i];validateLinkHeaderFormat(link,"hints"),result+=link,i!==hintsLength-1&&(result+=
", ")}return result}throw new ERR_INVALID_ARG_VALUE("hints",hints,'must be an array or string of format "</styles.css>; rel=preload; as=styl\
e"')}module.exports={isInt32,isUint32,parseFileMode,validateArray,validateStringArray,validateBooleanArray,validateAbortSignalArray,validateBoolean,
validateBuffer,validateDictionary,validateEncoding,validateFunction,validateInt32,validateInteger,validateNumber,validateObject,validateOneOf,
validatePlainFunction,validatePort,validateSignalName,validateString,validateUint32,validateUndefined,validateUnion,validateAbortSignal,validateLinkHeaderValue}}});var require_process=__commonJS({"node_modules/process/index.js"(exports,module){module.exports=global.process}});var require_process2=__commonJS({"node_modules/readable-stream/lib/internal/shims/process.js"(exports,module){"use strict";var process2=((base,esmKey,keys,isValid)=>{
if(esmKey in base&&base[esmKey]===!0){let candidate;for(let key of keys)if(key in base&&(candidate=base[key],isValid(candidate)))return candidate}
return base})(require_process(),"__esModule",["default","process"],candidate=>"nextTick"in candidate);module.exports=process2}});var require_utils=__commonJS({"node_modules/readable-stream/lib/internal/streams/utils.js"(exports,module){"use strict";var{SymbolAsyncIterator,
SymbolIterator,SymbolFor}=require_primordials(),kIsDestroyed=SymbolFor("nodejs.stream.destroyed"),kIsErrored=SymbolFor("nodejs.stream.errore\
d"),kIsReadable=SymbolFor("nodejs.stream.readable"),kIsWritable=SymbolFor("nodejs.stream.writable"),kIsDisturbed=SymbolFor("nodejs.stream.di\
sturbed"),kIsClosedPromise=SymbolFor("nodejs.webstream.isClosedPromise"),kControllerErrorFunction=SymbolFor("nodejs.webstream.controllerErro\
rFunction");function isReadableNodeStream(obj,strict=!1){var _obj$_readableState;return!!(obj&&typeof obj.pipe=="function"&&typeof obj.on=="\
function"&&(!strict||typeof obj.pause=="function"&&typeof obj.resume=="function")&&(!obj._writableState||((_obj$_readableState=obj._readableState)===
null||_obj$_readableState===void 0?void 0:_obj$_readableState.readable)!==!1)&&(!obj._writableState||obj._readableState))}function isWritableNodeStream(obj){
var _obj$_writableState;return!!(obj&&typeof obj.write=="function"&&typeof obj.on=="function"&&(!obj._readableState||((_obj$_writableState=obj.
_writableState)===null||_obj$_writableState===void 0?void 0:_obj$_writableState.writable)!==!1))}function isDuplexNodeStream(obj){return!!(obj&&
typeof obj.pipe=="function"&&obj._readableState&&typeof obj.on=="function"&&typeof obj.write=="function")}function isNodeStream(obj){return obj&&
(obj._readableState||obj._writableState||typeof obj.write=="function"&&typeof obj.on=="function"||typeof obj.pipe=="function"&&typeof obj.on==
"function")}function isReadableStream(obj){return!!(obj&&!isNodeStream(obj)&&typeof obj.pipeThrough=="function"&&typeof obj.getReader=="func\
tion"&&typeof obj.cancel=="function")}function isWritableStream(obj){return!!(obj&&!isNodeStream(obj)&&typeof obj.getWriter=="function"&&typeof obj.
abort=="function")}function isTransformStream(obj){return!!(obj&&!isNodeStream(obj)&&typeof obj.readable=="object"&&typeof obj.writable=="ob\
ject")}function isWebStream(obj){return isReadableStream(obj)||isWritableStream(obj)||isTransformStream(obj)}function isIterable(obj,isAsync){
return obj==null?!1:isAsync===!0?typeof obj[SymbolAsyncIterator]=="function":isAsync===!1?typeof obj[SymbolIterator]=="function":typeof obj[SymbolAsyncIterator]==
"function"||typeof obj[SymbolIterator]=="function"}function isDestroyed(stream4){if(!isNodeStream(stream4))return null;let wState=stream4._writableState,
rState=stream4._readableState,state=wState||rState;return!!(stream4.destroyed||stream4[kIsDestroyed]||state!=null&&state.destroyed)}function isWritableEnded(stream4){
if(!isWritableNodeStream(stream4))return null;if(stream4.writableEnded===!0)return!0;let wState=stream4._writableState;return wState!=null&&
wState.errored?!1:typeof wState?.ended!="boolean"?null:wState.ended}function isWritableFinished(stream4,strict){if(!isWritableNodeStream(stream4))
return null;if(stream4.writableFinished===!0)return!0;let wState=stream4._writableState;return wState!=null&&wState.errored?!1:typeof wState?.
finished!="boolean"?null:!!(wState.finished||strict===!1&&wState.ended===!0&&wState.length===0)}function isReadableEnded(stream4){if(!isReadableNodeStream(
stream4))return null;if(stream4.readableEnded===!0)return!0;let rState=stream4._readableState;return!rState||rState.errored?!1:typeof rState?.
ended!="boolean"?null:rState.ended}function isReadableFinished(stream4,strict){if(!isReadableNodeStream(stream4))return null;let rState=stream4.
_readableState;return rState!=null&&rState.errored?!1:typeof rState?.endEmitted!="boolean"?null:!!(rState.endEmitted||strict===!1&&rState.ended===
!0&&rState.length===0)}function isReadable(stream4){return stream4&&stream4[kIsReadable]!=null?stream4[kIsReadable]:typeof stream4?.readable!=
"boolean"?null:isDestroyed(stream4)?!1:isReadableNodeStream(stream4)&&stream4.readable&&!isReadableFinished(stream4)}function isWritable(stream4){
return stream4&&stream4[kIsWritable]!=null?stream4[kIsWritable]:typeof stream4?.writable!="boolean"?null:isDestroyed(stream4)?!1:isWritableNodeStream(
stream4)&&stream4.writable&&!isWritableEnded(stream4)}function isFinished(stream4,opts){return isNodeStream(stream4)?isDestroyed(stream4)?!0:
!(opts?.readable!==!1&&isReadable(stream4)||opts?.writable!==!1&&isWritable(stream4)):null}function isWritableErrored(stream4){var _stream$_writableStat,
_stream$_writableStat2;return isNodeStream(stream4)?stream4.writableErrored?stream4.writableErrored:(_stream$_writableStat=(_stream$_writableStat2=
stream4._writableState)===null||_stream$_writableStat2===void 0?void 0:_stream$_writableStat2.errored)!==null&&_stream$_writableStat!==void 0?
_stream$_writableStat:null:null}function isReadableErrored(stream4){var _stream$_readableStat,_stream$_readableStat2;return isNodeStream(stream4)?
stream4.readableErrored?stream4.readableErrored:(_stream$_readableStat=(_stream$_readableStat2=stream4._readableState)===null||_stream$_readableStat2===
void 0?void 0:_stream$_readableStat2.errored)!==null&&_stream$_readableStat!==void 0?_stream$_readableStat:null:null}function isClosed(stream4){
if(!isNodeStream(stream4))return null;if(typeof stream4.closed=="boolean")return stream4.closed;let wState=stream4._writableState,rState=stream4.
_readableState;return typeof wState?.closed=="boolean"||typeof rState?.closed=="boolean"?wState?.closed||rState?.closed:typeof stream4._closed==
"boolean"&&isOutgoingMessage(stream4)?stream4._closed:null}function isOutgoingMessage(stream4){return typeof stream4._closed=="boolean"&&typeof stream4.
_defaultKeepAlive=="boolean"&&typeof stream4._removedConnection=="boolean"&&typeof stream4._removedContLen=="boolean"}function isServerResponse(stream4){
return typeof stream4._sent100=="boolean"&&isOutgoingMessage(stream4)}function isServerRequest(stream4){var _stream$req;return typeof stream4.
_consuming=="boolean"&&typeof stream4._dumped=="boolean"&&((_stream$req=stream4.req)===null||_stream$req===void 0?void 0:_stream$req.upgradeOrConnect)===
void 0}function willEmitClose(stream4){if(!isNodeStream(stream4))return null;let wState=stream4._writableState,rState=stream4._readableState,
state=wState||rState;return!state&&isServerResponse(stream4)||!!(state&&state.autoDestroy&&state.emitClose&&state.closed===!1)}function isDisturbed(stream4){
var _stream$kIsDisturbed;return!!(stream4&&((_stream$kIsDisturbed=stream4[kIsDisturbed])!==null&&_stream$kIsDisturbed!==void 0?_stream$kIsDisturbed:
stream4.readableDidRead||stream4.readableAborted))}function isErrored(stream4){var _ref,_ref2,_ref3,_ref4,_ref5,_stream$kIsErrored,_stream$_readableStat3,
_stream$_writableStat3,_stream$_readableStat4,_stream$_writableStat4;return!!(stream4&&((_ref=(_ref2=(_ref3=(_ref4=(_ref5=(_stream$kIsErrored=
stream4[kIsErrored])!==null&&_stream$kIsErrored!==void 0?_stream$kIsErrored:stream4.readableErrored)!==null&&_ref5!==void 0?_ref5:stream4.writableErrored)!==
null&&_ref4!==void 0?_ref4:(_stream$_readableStat3=stream4._readableState)===null||_stream$_readableStat3===void 0?void 0:_stream$_readableStat3.
errorEmitted)!==null&&_ref3!==void 0?_ref3:(_stream$_writableStat3=stream4._writableState)===null||_stream$_writableStat3===void 0?void 0:_stream$_writableStat3.
errorEmitted)!==null&&_ref2!==void 0?_ref2:(_stream$_readableStat4=stream4._readableState)===null||_stream$_readableStat4===void 0?void 0:_stream$_readableStat4.
errored)!==null&&_ref!==void 0?_ref:!((_stream$_writableStat4=stream4._writableState)===null||_stream$_writableStat4===void 0)&&_stream$_writableStat4.
errored))}module.exports={isDestroyed,kIsDestroyed,isDisturbed,kIsDisturbed,isErrored,kIsErrored,isReadable,kIsReadable,kIsClosedPromise,kControllerErrorFunction,
kIsWritable,isClosed,isDuplexNodeStream,isFinished,isIterable,isReadableNodeStream,isReadableStream,isReadableEnded,isReadableFinished,isReadableErrored,
isNodeStream,isWebStream,isWritable,isWritableNodeStream,isWritableStream,isWritableEnded,isWritableFinished,isWritableErrored,isServerRequest,
isServerResponse,willEmitClose,isTransformStream}}});var require_end_of_stream=__commonJS({"node_modules/readable-stream/lib/internal/streams/end-of-stream.js"(exports,module){"use strict";var process2=require_process2(),
{AbortError,codes}=require_errors(),{ERR_INVALID_ARG_TYPE,ERR_STREAM_PREMATURE_CLOSE}=codes,{kEmptyObject,once}=require_util2(),{validateAbortSignal,
validateFunction,validateObject,validateBoolean}=require_validators(),{Promise:Promise2,PromisePrototypeThen,SymbolDispose}=require_primordials(),
{isClosed,isReadable,isReadableNodeStream,isReadableStream,isReadableFinished,isReadableErrored,isWritable,isWritableNodeStream,isWritableStream,
isWritableFinished,isWritableErrored,isNodeStream,willEmitClose:_willEmitClose,kIsClosedPromise}=require_utils(),addAbortListener;function isRequest(stream4){
return stream4.setHeader&&typeof stream4.abort=="function"}var nop=()=>{};function eos(stream4,options,callback){var _options$readable,_options$writable;
if(arguments.length===2?(callback=options,options=kEmptyObject):options==null?options=kEmptyObject:validateObject(options,"options"),validateFunction(
callback,"callback"),validateAbortSignal(options.signal,"options.signal"),callback=once(callback),isReadableStream(stream4)||isWritableStream(
stream4))return eosWeb(stream4,options,callback);if(!isNodeStream(stream4))throw new ERR_INVALID_ARG_TYPE("stream",["ReadableStream","Writab\
leStream","Stream"],stream4);let readable=(_options$readable=options.readable)!==null&&_options$readable!==void 0?_options$readable:isReadableNodeStream(
stream4),writable=(_options$writable=options.writable)!==null&&_options$writable!==void 0?_options$writable:isWritableNodeStream(stream4),wState=stream4.
_writableState,rState=stream4._readableState,onlegacyfinish=()=>{stream4.writable||onfinish()},willEmitClose=_willEmitClose(stream4)&&isReadableNodeStream(
stream4)===readable&&isWritableNodeStream(stream4)===writable,writableFinished=isWritableFinished(stream4,!1),onfinish=()=>{writableFinished=
!0,stream4.destroyed&&(willEmitClose=!1),!(willEmitClose&&(!stream4.readable||readable))&&(!readable||readableFinished)&&callback.call(stream4)},
readableFinished=isReadableFinished(stream4,!1),onend=()=>{readableFinished=!0,stream4.destroyed&&(willEmitClose=!1),!(willEmitClose&&(!stream4.
writable||writable))&&(!writable||writableFinished)&&callback.call(stream4)},onerror=err=>{callback.call(stream4,err)},closed=isClosed(stream4),
onclose=()=>{closed=!0;let errored=isWritableErrored(stream4)||isReadableErrored(stream4);if(errored&&typeof errored!="boolean")return callback.
call(stream4,errored);if(readable&&!readableFinished&&isReadableNodeStream(stream4,!0)&&!isReadableFinished(stream4,!1))return callback.call(
stream4,new ERR_STREAM_PREMATURE_CLOSE);if(writable&&!writableFinished&&!isWritableFinished(stream4,!1))return callback.call(stream4,new ERR_STREAM_PREMATURE_CLOSE);
callback.call(stream4)},onclosed=()=>{closed=!0;let errored=isWritableErrored(stream4)||isReadableErrored(stream4);if(errored&&typeof errored!=
"boolean")return callback.call(stream4,errored);callback.call(stream4)},onrequest=()=>{stream4.req.on("finish",onfinish)};isRequest(stream4)?
(stream4.on("complete",onfinish),willEmitClose||stream4.on("abort",onclose),stream4.req?onrequest():stream4.on("request",onrequest)):writable&&
!wState&&(stream4.on("end",onlegacyfinish),stream4.on("close",onlegacyfinish)),!willEmitClose&&typeof stream4.aborted=="boolean"&&stream4.on(
"aborted",onclose),stream4.on("end",onend),stream4.on("finish",onfinish),options.error!==!1&&stream4.on("error",onerror),stream4.on("close",
onclose),closed?process2.nextTick(onclose):wState!=null&&wState.errorEmitted||rState!=null&&rState.errorEmitted?willEmitClose||process2.nextTick(
onclosed):(!readable&&(!willEmitClose||isReadable(stream4))&&(writableFinished||isWritable(stream4)===!1)||!writable&&(!willEmitClose||isWritable(
stream4))&&(readableFinished||isReadable(stream4)===!1)||rState&&stream4.req&&stream4.aborted)&&process2.nextTick(onclosed);let cleanup=()=>{
callback=nop,stream4.removeListener("aborted",onclose),stream4.removeListener("complete",onfinish),stream4.removeListener("abort",onclose),stream4.
removeListener("request",onrequest),stream4.req&&stream4.req.removeListener("finish",onfinish),stream4.removeListener("end",onlegacyfinish),
stream4.removeListener("close",onlegacyfinish),stream4.removeListener("finish",onfinish),stream4.removeListener("end",onend),stream4.removeListener(
"error",onerror),stream4.removeListener("close",onclose)};if(options.signal&&!closed){let abort=()=>{let endCallback=callback;cleanup(),endCallback.
call(stream4,new AbortError(void 0,{cause:options.signal.reason}))};if(options.signal.aborted)process2.nextTick(abort);else{addAbortListener=
addAbortListener||require_util2().addAbortListener;let disposable=addAbortListener(options.signal,abort),originalCallback=callback;callback=
once((...args)=>{disposable[SymbolDispose](),originalCallback.apply(stream4,args)})}}return cleanup}function eosWeb(stream4,options,callback){
let isAborted=!1,abort=nop;if(options.signal)if(abort=()=>{isAborted=!0,callback.call(stream4,new AbortError(void 0,{cause:options.signal.reason}))},
options.signal.aborted)process2.nextTick(abort);else{addAbortListener=addAbortListener||require_util2().addAbortListener;let disposable=addAbortListener(
options.signal,abort),originalCallback=callback;callback=once((...args)=>{disposable[SymbolDispose](),originalCallback.apply(stream4,args)})}
let resolverFn=(...args)=>{isAborted||process2.nextTick(()=>callback.apply(stream4,args))};return PromisePrototypeThen(stream4[kIsClosedPromise].
promise,resolverFn,resolverFn),nop}function finished(stream4,opts){var _opts;let autoCleanup=!1;return opts===null&&(opts=kEmptyObject),(_opts=
opts)!==null&&_opts!==void 0&&_opts.cleanup&&(validateBoolean(opts.cleanup,"cleanup"),autoCleanup=opts.cleanup),new Promise2((resolve2,reject)=>{
let cleanup=eos(stream4,opts,err=>{autoCleanup&&cleanup(),err?reject(err):resolve2()})})}module.exports=eos;module.exports.finished=finished}});var require_destroy2=__commonJS({"node_modules/readable-stream/lib/internal/streams/destroy.js"(exports,module){"use strict";var process2=require_process2(),
{aggregateTwoErrors,codes:{ERR_MULTIPLE_CALLBACK},AbortError}=require_errors(),{Symbol:Symbol2}=require_primordials(),{kIsDestroyed,isDestroyed,
isFinished,isServerRequest}=require_utils(),kDestroy=Symbol2("kDestroy"),kConstruct=Symbol2("kConstruct");function checkError(err,w,r){err&&
(err.stack,w&&!w.errored&&(w.errored=err),r&&!r.errored&&(r.errored=err))}function destroy(err,cb){let r=this._readableState,w=this._writableState,
s=w||r;return w!=null&&w.destroyed||r!=null&&r.destroyed?(typeof cb=="function"&&cb(),this):(checkError(err,w,r),w&&(w.destroyed=!0),r&&(r.destroyed=
!0),s.constructed?_destroy(this,err,cb):this.once(kDestroy,function(er){_destroy(this,aggregateTwoErrors(er,err),cb)}),this)}function _destroy(self2,err,cb){
let called=!1;function onDestroy(err2){if(called)return;called=!0;let r=self2._readableState,w=self2._writableState;checkError(err2,w,r),w&&
(w.closed=!0),r&&(r.closed=!0),typeof cb=="function"&&cb(err2),err2?process2.nextTick(emitErrorCloseNT,self2,err2):process2.nextTick(emitCloseNT,
self2)}try{self2._destroy(err||null,onDestroy)}catch(err2){onDestroy(err2)}}function emitErrorCloseNT(self2,err){emitErrorNT(self2,err),emitCloseNT(
self2)}function emitCloseNT(self2){let r=self2._readableState,w=self2._writableState;w&&(w.closeEmitted=!0),r&&(r.closeEmitted=!0),(w!=null&&
w.emitClose||r!=null&&r.emitClose)&&self2.emit("close")}function emitErrorNT(self2,err){let r=self2._readableState,w=self2._writableState;w!=
null&&w.errorEmitted||r!=null&&r.errorEmitted||(w&&(w.errorEmitted=!0),r&&(r.errorEmitted=!0),self2.emit("error",err))}function undestroy(){
let r=this._readableState,w=this._writableState;r&&(r.constructed=!0,r.closed=!1,r.closeEmitted=!1,r.destroyed=!1,r.errored=null,r.errorEmitted=
!1,r.reading=!1,r.ended=r.readable===!1,r.endEmitted=r.readable===!1),w&&(w.constructed=!0,w.destroyed=!1,w.closed=!1,w.closeEmitted=!1,w.errored=
null,w.errorEmitted=!1,w.finalCalled=!1,w.prefinished=!1,w.ended=w.writable===!1,w.ending=w.writable===!1,w.finished=w.writable===!1)}function errorOrDestroy(stream4,err,sync){
let r=stream4._readableState,w=stream4._writableState;if(w!=null&&w.destroyed||r!=null&&r.destroyed)return this;r!=null&&r.autoDestroy||w!=null&&
w.autoDestroy?stream4.destroy(err):err&&(err.stack,w&&!w.errored&&(w.errored=err),r&&!r.errored&&(r.errored=err),sync?process2.nextTick(emitErrorNT,
stream4,err):emitErrorNT(stream4,err))}function construct(stream4,cb){if(typeof stream4._construct!="function")return;let r=stream4._readableState,
w=stream4._writableState;r&&(r.constructed=!1),w&&(w.constructed=!1),stream4.once(kConstruct,cb),!(stream4.listenerCount(kConstruct)>1)&&process2.
nextTick(constructNT,stream4)}function constructNT(stream4){let called=!1;function onConstruct(err){if(called){errorOrDestroy(stream4,err??new ERR_MULTIPLE_CALLBACK);
return}called=!0;let r=stream4._readableState,w=stream4._writableState,s=w||r;r&&(r.constructed=!0),w&&(w.constructed=!0),s.destroyed?stream4.
emit(kDestroy,err):err?errorOrDestroy(stream4,err,!0):process2.nextTick(emitConstructNT,stream4)}try{stream4._construct(err=>{process2.nextTick(
onConstruct,err)})}catch(err){process2.nextTick(onConstruct,err)}}function emitConstructNT(stream4){stream4.emit(kConstruct)}function isRequest(stream4){
return stream4?.setHeader&&typeof stream4.abort=="function"}function emitCloseLegacy(stream4){stream4.emit("close")}function emitErrorCloseLegacy(stream4,err){
stream4.emit("error",err),process2.nextTick(emitCloseLegacy,stream4)}function destroyer(stream4,err){!stream4||isDestroyed(stream4)||(!err&&
!isFinished(stream4)&&(err=new AbortError),isServerRequest(stream4)?(stream4.socket=null,stream4.destroy(err)):isRequest(stream4)?stream4.abort():
isRequest(stream4.req)?stream4.req.abort():typeof stream4.destroy=="function"?stream4.destroy(err):typeof stream4.close=="function"?stream4.
close():err?process2.nextTick(emitErrorCloseLegacy,stream4,err):process2.nextTick(emitCloseLegacy,stream4),stream4.destroyed||(stream4[kIsDestroyed]=
!0))}module.exports={construct,destroyer,destroy,undestroy,errorOrDestroy}}});var require_legacy=__commonJS({"node_modules/readable-stream/lib/internal/streams/legacy.js"(exports,module){"use strict";var{ArrayIsArray,ObjectSetPrototypeOf}=require_primordials(),
{EventEmitter:EE}=__require("events");function Stream(opts){EE.call(this,opts)}ObjectSetPrototypeOf(Stream.prototype,EE.prototype);ObjectSetPrototypeOf(
Stream,EE);Stream.prototype.pipe=function(dest,options){let source=this;function ondata(chunk){dest.writable&&dest.write(chunk)===!1&&source.
pause&&source.pause()}source.on("data",ondata);function ondrain(){source.readable&&source.resume&&source.resume()}dest.on("drain",ondrain),!dest.
_isStdio&&(!options||options.end!==!1)&&(source.on("end",onend),source.on("close",onclose));let didOnEnd=!1;function onend(){didOnEnd||(didOnEnd=
!0,dest.end())}function onclose(){didOnEnd||(didOnEnd=!0,typeof dest.destroy=="function"&&dest.destroy())}function onerror(er){var _this$listenerCount;
cleanup(),((_this$listenerCount=this.listenerCount)===null||_this$listenerCount===void 0?void 0:_this$listenerCount.call(this,"error"))===0&&
this.emit("error",er)}prependListener(source,"error",onerror),prependListener(dest,"error",onerror);function cleanup(){source.removeListener(
"data",ondata),dest.removeListener("drain",ondrain),source.removeListener("end",onend),source.removeListener("close",onclose),source.removeListener(
"error",onerror),dest.removeListener("error",onerror),source.removeListener("end",cleanup),source.removeListener("close",cleanup),dest.removeListener(
"close",cleanup)}return source.on("end",cleanup),source.on("close",cleanup),dest.on("close",cleanup),dest.emit("pipe",source),dest};function prependListener(emitter,event,fn){
if(typeof emitter.prependListener=="function")return emitter.prependListener(event,fn);!emitter._events||!emitter._events[event]?emitter.on(
event,fn):ArrayIsArray(emitter._events[event])?emitter._events[event].unshift(fn):emitter._events[event]=[fn,emitter._events[event]]}module.
exports={Stream,prependListener}}});var require_add_abort_signal=__commonJS({"node_modules/readable-stream/lib/internal/streams/add-abort-signal.js"(exports,module){"use strict";
var{SymbolDispose}=require_primordials(),{AbortError,codes}=require_errors(),{isNodeStream,isWebStream,kControllerErrorFunction}=require_utils(),
eos=require_end_of_stream(),{ERR_INVALID_ARG_TYPE}=codes,addAbortListener,validateAbortSignal=(signal,name2)=>{if(typeof signal!="object"||!("\
aborted"in signal))throw new ERR_INVALID_ARG_TYPE(name2,"AbortSignal",signal)};module.exports.addAbortSignal=function(signal,stream4){if(validateAbortSignal(
signal,"signal"),!isNodeStream(stream4)&&!isWebStream(stream4))throw new ERR_INVALID_ARG_TYPE("stream",["ReadableStream","WritableStream","S\
tream"],stream4);return module.exports.addAbortSignalNoValidate(signal,stream4)};module.exports.addAbortSignalNoValidate=function(signal,stream4){
if(typeof signal!="object"||!("aborted"in signal))return stream4;let onAbort=isNodeStream(stream4)?()=>{stream4.destroy(new AbortError(void 0,
{cause:signal.reason}))}:()=>{stream4[kControllerErrorFunction](new AbortError(void 0,{cause:signal.reason}))};if(signal.aborted)onAbort();else{
addAbortListener=addAbortListener||require_util2().addAbortListener;let disposable=addAbortListener(signal,onAbort);eos(stream4,disposable[SymbolDispose])}
return stream4}}});var require_buffer_list=__commonJS({"node_modules/readable-stream/lib/internal/streams/buffer_list.js"(exports,module){"use strict";var{StringPrototypeSlice,
SymbolIterator,TypedArrayPrototypeSet,Uint8Array:Uint8Array2}=require_primordials(),{Buffer:Buffer2}=__require("buffer"),{inspect}=require_util2();
module.exports=class{constructor(){this.head=null,this.tail=null,this.length=0}push(v){let entry={data:v,next:null};this.length>0?this.tail.
next=entry:this.head=entry,this.tail=entry,++this.length}unshift(v){let entry={data:v,next:this.head};this.length===0&&(this.tail=entry),this.
head=entry,++this.length}shift(){if(this.length===0)return;let ret=this.head.data;return this.length===1?this.head=this.tail=null:this.head=
this.head.next,--this.length,ret}clear(){this.head=this.tail=null,this.length=0}join(s){if(this.length===0)return"";let p=this.head,ret=""+p.
data;for(;(p=p.next)!==null;)ret+=s+p.data;return ret}concat(n){if(this.length===0)return Buffer2.alloc(0);let ret=Buffer2.allocUnsafe(n>>>0),
p=this.head,i=0;for(;p;)TypedArrayPrototypeSet(ret,p.data,i),i+=p.data.length,p=p.next;return ret}consume(n,hasStrings){let data=this.head.data;
if(n<data.length){let slice=data.slice(0,n);return this.head.data=data.slice(n),slice}return n===data.length?this.shift():hasStrings?this._getString(
n):this._getBuffer(n)}first(){return this.head.data}*[SymbolIterator](){for(let p=this.head;p;p=p.next)yield p.data}_getString(n){let ret="",
p=this.head,c=0;do{let str=p.data;if(n>str.length)ret+=str,n-=str.length;else{n===str.length?(ret+=str,++c,p.next?this.head=p.next:this.head=
this.tail=null):(ret+=StringPrototypeSlice(str,0,n),this.head=p,p.data=StringPrototypeSlice(str,n));break}++c}while((p=p.next)!==null);return this.
length-=c,ret}_getBuffer(n){let ret=Buffer2.allocUnsafe(n),retLen=n,p=this.head,c=0;do{let buf=p.data;if(n>buf.length)TypedArrayPrototypeSet(
ret,buf,retLen-n),n-=buf.length;else{n===buf.length?(TypedArrayPrototypeSet(ret,buf,retLen-n),++c,p.next?this.head=p.next:this.head=this.tail=
null):(TypedArrayPrototypeSet(ret,new Uint8Array2(buf.buffer,buf.byteOffset,n),retLen-n),this.head=p,p.data=buf.slice(n));break}++c}while((p=
p.next)!==null);return this.length-=c,ret}[Symbol.for("nodejs.util.inspect.custom")](_2,options){return inspect(this,{...options,depth:0,customInspect:!1})}}}});var require_state=__commonJS({"node_modules/readable-stream/lib/internal/streams/state.js"(exports,module){"use strict";var{MathFloor,NumberIsInteger}=require_primordials(),
{validateInteger}=require_validators(),{ERR_INVALID_ARG_VALUE}=require_errors().codes,defaultHighWaterMarkBytes=16*1024,defaultHighWaterMarkObjectMode=16;
function highWaterMarkFrom(options,isDuplex,duplexKey){return options.highWaterMark!=null?options.highWaterMark:isDuplex?options[duplexKey]:
null}function getDefaultHighWaterMark(objectMode){return objectMode?defaultHighWaterMarkObjectMode:defaultHighWaterMarkBytes}function setDefaultHighWaterMark(objectMode,value){
validateInteger(value,"value",0),objectMode?defaultHighWaterMarkObjectMode=value:defaultHighWaterMarkBytes=value}function getHighWaterMark(state,options,duplexKey,isDuplex){
let hwm=highWaterMarkFrom(options,isDuplex,duplexKey);if(hwm!=null){if(!NumberIsInteger(hwm)||hwm<0){let name2=isDuplex?`options.${duplexKey}`:
"options.highWaterMark";throw new ERR_INVALID_ARG_VALUE(name2,hwm)}return MathFloor(hwm)}return getDefaultHighWaterMark(state.objectMode)}module.
exports={getHighWaterMark,getDefaultHighWaterMark,setDefaultHighWaterMark}}});var require_safe_buffer2=__commonJS({"node_modules/safe-buffer/index.js"(exports,module){var buffer=__require("buffer"),Buffer2=buffer.Buffer;
function copyProps(src,dst){for(var key in src)dst[key]=src[key]}Buffer2.from&&Buffer2.alloc&&Buffer2.allocUnsafe&&Buffer2.allocUnsafeSlow?module.
exports=buffer:(copyProps(buffer,exports),exports.Buffer=SafeBuffer);function SafeBuffer(arg,encodingOrOffset,length){return Buffer2(arg,encodingOrOffset,
length)}SafeBuffer.prototype=Object.create(Buffer2.prototype);copyProps(Buffer2,SafeBuffer);SafeBuffer.from=function(arg,encodingOrOffset,length){
if(typeof arg=="number")throw new TypeError("Argument must not be a number");return Buffer2(arg,encodingOrOffset,length)};SafeBuffer.alloc=function(size,fill,encoding){
if(typeof size!="number")throw new TypeError("Argument must be a number");var buf=Buffer2(size);return fill!==void 0?typeof encoding=="strin\
g"?buf.fill(fill,encoding):buf.fill(fill):buf.fill(0),buf};SafeBuffer.allocUnsafe=function(size){if(typeof size!="number")throw new TypeError(
"Argument must be a number");return Buffer2(size)};SafeBuffer.allocUnsafeSlow=function(size){if(typeof size!="number")throw new TypeError("A\
rgument must be a number");return buffer.SlowBuffer(size)}}});var require_string_decoder2=__commonJS({"node_modules/string_decoder/lib/string_decoder.js"(exports){"use strict";var Buffer2=require_safe_buffer2().
Buffer,isEncoding=Buffer2.isEncoding||function(encoding){switch(encoding=""+encoding,encoding&&encoding.toLowerCase()){case"hex":case"utf8":case"\
utf-8":case"ascii":case"binary":case"base64":case"ucs2":case"ucs-2":case"utf16le":case"utf-16le":case"raw":return!0;default:return!1}};function _normalizeEncoding(enc){
if(!enc)return"utf8";for(var retried;;)switch(enc){case"utf8":case"utf-8":return"utf8";case"ucs2":case"ucs-2":case"utf16le":case"utf-16le":return"\
utf16le";case"latin1":case"binary":return"latin1";case"base64":case"ascii":case"hex":return enc;default:if(retried)return;enc=(""+enc).toLowerCase(),
retried=!0}}function normalizeEncoding(enc){var nenc=_normalizeEncoding(enc);if(typeof nenc!="string"&&(Buffer2.isEncoding===isEncoding||!isEncoding(
enc)))throw new Error("Unknown encoding: "+enc);return nenc||enc}exports.StringDecoder=StringDecoder;function StringDecoder(encoding){this.encoding=
normalizeEncoding(encoding);var nb;switch(this.encoding){case"utf16le":this.text=utf16Text,this.end=utf16End,nb=4;break;case"utf8":this.fillLast=
utf8FillLast,nb=4;break;case"base64":this.text=base64Text,this.end=base64End,nb=3;break;default:this.write=simpleWrite,this.end=simpleEnd;return}
this.lastNeed=0,this.lastTotal=0,this.lastChar=Buffer2.allocUnsafe(nb)}StringDecoder.prototype.write=function(buf){if(buf.length===0)return"";
var r,i;if(this.lastNeed){if(r=this.fillLast(buf),r===void 0)return"";i=this.lastNeed,this.lastNeed=0}else i=0;return i<buf.length?r?r+this.
text(buf,i):this.text(buf,i):r||""};StringDecoder.prototype.end=utf8End;StringDecoder.prototype.text=utf8Text;StringDecoder.prototype.fillLast=
function(buf){if(this.lastNeed<=buf.length)return buf.copy(this.lastChar,this.lastTotal-this.lastNeed,0,this.lastNeed),this.lastChar.toString(
this.encoding,0,this.lastTotal);buf.copy(this.lastChar,this.lastTotal-this.lastNeed,0,buf.length),this.lastNeed-=buf.length};function utf8CheckByte(byte){
return byte<=127?0:byte>>5===6?2:byte>>4===14?3:byte>>3===30?4:byte>>6===2?-1:-2}function utf8CheckIncomplete(self2,buf,i){var j=buf.length-
1;if(j<i)return 0;var nb=utf8CheckByte(buf[j]);return nb>=0?(nb>0&&(self2.lastNeed=nb-1),nb):--j<i||nb===-2?0:(nb=utf8CheckByte(buf[j]),nb>=
0?(nb>0&&(self2.lastNeed=nb-2),nb):--j<i||nb===-2?0:(nb=utf8CheckByte(buf[j]),nb>=0?(nb>0&&(nb===2?nb=0:self2.lastNeed=nb-3),nb):0))}function utf8CheckExtraBytes(self2,buf,p){
if((buf[0]&192)!==128)return self2.lastNeed=0,"\uFFFD";if(self2.lastNeed>1&&buf.length>1){if((buf[1]&192)!==128)return self2.lastNeed=1,"\uFFFD";
if(self2.lastNeed>2&&buf.length>2&&(buf[2]&192)!==128)return self2.lastNeed=2,"\uFFFD"}}function utf8FillLast(buf){var p=this.lastTotal-this.
lastNeed,r=utf8CheckExtraBytes(this,buf,p);if(r!==void 0)return r;if(this.lastNeed<=buf.length)return buf.copy(this.lastChar,p,0,this.lastNeed),
this.lastChar.toString(this.encoding,0,this.lastTotal);buf.copy(this.lastChar,p,0,buf.length),this.lastNeed-=buf.length}function utf8Text(buf,i){
var total=utf8CheckIncomplete(this,buf,i);if(!this.lastNeed)return buf.toString("utf8",i);this.lastTotal=total;var end=buf.length-(total-this.
lastNeed);return buf.copy(this.lastChar,0,end),buf.toString("utf8",i,end)}function utf8End(buf){var r=buf&&buf.length?this.write(buf):"";return this.
lastNeed?r+"\uFFFD":r}function utf16Text(buf,i){if((buf.length-i)%2===0){var r=buf.toString("utf16le",i);if(r){var c=r.charCodeAt(r.length-1);
if(c>=55296&&c<=56319)return this.lastNeed=2,this.lastTotal=4,this.lastChar[0]=buf[buf.length-2],this.lastChar[1]=buf[buf.length-1],r.slice(
0,-1)}return r}return this.lastNeed=1,this.lastTotal=2,this.lastChar[0]=buf[buf.length-1],buf.toString("utf16le",i,buf.length-1)}function utf16End(buf){
var r=buf&&buf.length?this.write(buf):"";if(this.lastNeed){var end=this.lastTotal-this.lastNeed;return r+this.lastChar.toString("utf16le",0,
end)}return r}function base64Text(buf,i){var n=(buf.length-i)%3;return n===0?buf.toString("base64",i):(this.lastNeed=3-n,this.lastTotal=3,n===
1?this.lastChar[0]=buf[buf.length-1]:(this.lastChar[0]=buf[buf.length-2],this.lastChar[1]=buf[buf.length-1]),buf.toString("base64",i,buf.length-
n))}function base64End(buf){var r=buf&&buf.length?this.write(buf):"";return this.lastNeed?r+this.lastChar.toString("base64",0,3-this.lastNeed):
r}function simpleWrite(buf){return buf.toString(this.encoding)}function simpleEnd(buf){return buf&&buf.length?this.write(buf):""}}});var require_from=__commonJS({"node_modules/readable-stream/lib/internal/streams/from.js"(exports,module){"use strict";var process2=require_process2(),
{PromisePrototypeThen,SymbolAsyncIterator,SymbolIterator}=require_primordials(),{Buffer:Buffer2}=__require("buffer"),{ERR_INVALID_ARG_TYPE,ERR_STREAM_NULL_VALUES}=require_errors().
codes;function from(Readable,iterable,opts){let iterator2;if(typeof iterable=="string"||iterable instanceof Buffer2)return new Readable({objectMode:!0,
...opts,read(){this.push(iterable),this.push(null)}});let isAsync;if(iterable&&iterable[SymbolAsyncIterator])isAsync=!0,iterator2=iterable[SymbolAsyncIterator]();else if(iterable&&
iterable[SymbolIterator])isAsync=!1,iterator2=iterable[SymbolIterator]();else throw new ERR_INVALID_ARG_TYPE("iterable",["Iterable"],iterable);
let readable=new Readable({objectMode:!0,highWaterMark:1,...opts}),reading=!1;readable._read=function(){reading||(reading=!0,next())},readable.
_destroy=function(error2,cb){PromisePrototypeThen(close(error2),()=>process2.nextTick(cb,error2),e=>process2.nextTick(cb,e||error2))};async function close(error2){
let hadError=error2!=null,hasThrow=typeof iterator2.throw=="function";if(hadError&&hasThrow){let{value,done}=await iterator2.throw(error2);if(await value,
done)return}if(typeof iterator2.return=="function"){let{value}=await iterator2.return();await value}}async function next(){for(;;){try{let{value,
done}=isAsync?await iterator2.next():iterator2.next();if(done)readable.push(null);else{let res=value&&typeof value.then=="function"?await value:
value;if(res===null)throw reading=!1,new ERR_STREAM_NULL_VALUES;if(readable.push(res))continue;reading=!1}}catch(err){readable.destroy(err)}
break}}return readable}module.exports=from}});var require_readable2=__commonJS({"node_modules/readable-stream/lib/internal/streams/readable.js"(exports,module){"use strict";var process2=require_process2(),
{ArrayPrototypeIndexOf,NumberIsInteger,NumberIsNaN,NumberParseInt,ObjectDefineProperties,ObjectKeys,ObjectSetPrototypeOf,Promise:Promise2,SafeSet,
SymbolAsyncDispose,SymbolAsyncIterator,Symbol:Symbol2}=require_primordials();module.exports=Readable;Readable.ReadableState=ReadableState;var{
EventEmitter:EE}=__require("events"),{Stream,prependListener}=require_legacy(),{Buffer:Buffer2}=__require("buffer"),{addAbortSignal}=require_add_abort_signal(),
eos=require_end_of_stream(),debug2=require_util2().debuglog("stream",fn=>{debug2=fn}),BufferList=require_buffer_list(),destroyImpl=require_destroy2(),
{getHighWaterMark,getDefaultHighWaterMark}=require_state(),{aggregateTwoErrors,codes:{ERR_INVALID_ARG_TYPE,ERR_METHOD_NOT_IMPLEMENTED,ERR_OUT_OF_RANGE,
ERR_STREAM_PUSH_AFTER_EOF,ERR_STREAM_UNSHIFT_AFTER_END_EVENT},AbortError}=require_errors(),{validateObject}=require_validators(),kPaused=Symbol2(
"kPaused"),{StringDecoder}=require_string_decoder2(),from=require_from();ObjectSetPrototypeOf(Readable.prototype,Stream.prototype);ObjectSetPrototypeOf(
Readable,Stream);var nop=()=>{},{errorOrDestroy}=destroyImpl,kObjectMode=1,kEnded=2,kEndEmitted=4,kReading=8,kConstructed=16,kSync=32,kNeedReadable=64,
kEmittedReadable=128,kReadableListening=256,kResumeScheduled=512,kErrorEmitted=1024,kEmitClose=2048,kAutoDestroy=4096,kDestroyed=8192,kClosed=16384,
kCloseEmitted=32768,kMultiAwaitDrain=65536,kReadingMore=1<<17,kDataEmitted=1<<18;function makeBitMapDescriptor(bit){return{enumerable:!1,get(){
return(this.state&bit)!==0},set(value){value?this.state|=bit:this.state&=~bit}}}ObjectDefineProperties(ReadableState.prototype,{objectMode:makeBitMapDescriptor(
kObjectMode),ended:makeBitMapDescriptor(kEnded),endEmitted:makeBitMapDescriptor(kEndEmitted),reading:makeBitMapDescriptor(kReading),constructed:makeBitMapDescriptor(
kConstructed),sync:makeBitMapDescriptor(kSync),needReadable:makeBitMapDescriptor(kNeedReadable),emittedReadable:makeBitMapDescriptor(kEmittedReadable),
readableListening:makeBitMapDescriptor(kReadableListening),resumeScheduled:makeBitMapDescriptor(kResumeScheduled),errorEmitted:makeBitMapDescriptor(
kErrorEmitted),emitClose:makeBitMapDescriptor(kEmitClose),autoDestroy:makeBitMapDescriptor(kAutoDestroy),destroyed:makeBitMapDescriptor(kDestroyed),
closed:makeBitMapDescriptor(kClosed),closeEmitted:makeBitMapDescriptor(kCloseEmitted),multiAwaitDrain:makeBitMapDescriptor(kMultiAwaitDrain),
readingMore:makeBitMapDescriptor(kReadingMore),dataEmitted:makeBitMapDescriptor(kDataEmitted)});function ReadableState(options,stream4,isDuplex){
typeof isDuplex!="boolean"&&(isDuplex=stream4 instanceof require_duplex()),this.state=kEmitClose|kAutoDestroy|kConstructed|kSync,options&&options.
objectMode&&(this.state|=kObjectMode),isDuplex&&options&&options.readableObjectMode&&(this.state|=kObjectMode),this.highWaterMark=options?getHighWaterMark(
this,options,"readableHighWaterMark",isDuplex):getDefaultHighWaterMark(!1),this.buffer=new BufferList,this.length=0,this.pipes=[],this.flowing=
null,this[kPaused]=null,options&&options.emitClose===!1&&(this.state&=~kEmitClose),options&&options.autoDestroy===!1&&(this.state&=~kAutoDestroy),
this.errored=null,this.defaultEncoding=options&&options.defaultEncoding||"utf8",this.awaitDrainWriters=null,this.decoder=null,this.encoding=
null,options&&options.encoding&&(this.decoder=new StringDecoder(options.encoding),this.encoding=options.encoding)}function Readable(options){
if(!(this instanceof Readable))return new Readable(options);let isDuplex=this instanceof require_duplex();this._readableState=new ReadableState(
options,this,isDuplex),options&&(typeof options.read=="function"&&(this._read=options.read),typeof options.destroy=="function"&&(this._destroy=
options.destroy),typeof options.construct=="function"&&(this._construct=options.construct),options.signal&&!isDuplex&&addAbortSignal(options.
signal,this)),Stream.call(this,options),destroyImpl.construct(this,()=>{this._readableState.needReadable&&maybeReadMore(this,this._readableState)})}
Readable.prototype.destroy=destroyImpl.destroy;Readable.prototype._undestroy=destroyImpl.undestroy;Readable.prototype._destroy=function(err,cb){
cb(err)};Readable.prototype[EE.captureRejectionSymbol]=function(err){this.destroy(err)};Readable.prototype[SymbolAsyncDispose]=function(){let error2;
return this.destroyed||(error2=this.readableEnded?null:new AbortError,this.destroy(error2)),new Promise2((resolve2,reject)=>eos(this,err=>err&&
err!==error2?reject(err):resolve2(null)))};Readable.prototype.push=function(chunk,encoding){return readableAddChunk(this,chunk,encoding,!1)};
Readable.prototype.unshift=function(chunk,encoding){return readableAddChunk(this,chunk,encoding,!0)};function readableAddChunk(stream4,chunk,encoding,addToFront){
debug2("readableAddChunk",chunk);let state=stream4._readableState,err;if((state.state&kObjectMode)===0&&(typeof chunk=="string"?(encoding=encoding||
state.defaultEncoding,state.encoding!==encoding&&(addToFront&&state.encoding?chunk=Buffer2.from(chunk,encoding).toString(state.encoding):(chunk=
Buffer2.from(chunk,encoding),encoding=""))):chunk instanceof Buffer2?encoding="":Stream._isUint8Array(chunk)?(chunk=Stream._uint8ArrayToBuffer(
chunk),encoding=""):chunk!=null&&(err=new ERR_INVALID_ARG_TYPE("chunk",["string","Buffer","Uint8Array"],chunk))),err)errorOrDestroy(stream4,
err);else if(chunk===null)state.state&=~kReading,onEofChunk(stream4,state);else if((state.state&kObjectMode)!==0||chunk&&chunk.length>0)if(addToFront)
if((state.state&kEndEmitted)!==0)errorOrDestroy(stream4,new ERR_STREAM_UNSHIFT_AFTER_END_EVENT);else{if(state.destroyed||state.errored)return!1;
addChunk(stream4,state,chunk,!0)}else if(state.ended)errorOrDestroy(stream4,new ERR_STREAM_PUSH_AFTER_EOF);else{if(state.destroyed||state.errored)
return!1;state.state&=~kReading,state.decoder&&!encoding?(chunk=state.decoder.write(chunk),state.objectMode||chunk.length!==0?addChunk(stream4,
state,chunk,!1):maybeReadMore(stream4,state)):addChunk(stream4,state,chunk,!1)}else addToFront||(state.state&=~kReading,maybeReadMore(stream4,
state));return!state.ended&&(state.length<state.highWaterMark||state.length===0)}function addChunk(stream4,state,chunk,addToFront){state.flowing&&
state.length===0&&!state.sync&&stream4.listenerCount("data")>0?((state.state&kMultiAwaitDrain)!==0?state.awaitDrainWriters.clear():state.awaitDrainWriters=
null,state.dataEmitted=!0,stream4.emit("data",chunk)):(state.length+=state.objectMode?1:chunk.length,addToFront?state.buffer.unshift(chunk):
state.buffer.push(chunk),(state.state&kNeedReadable)!==0&&emitReadable(stream4)),maybeReadMore(stream4,state)}Readable.prototype.isPaused=function(){
let state=this._readableState;return state[kPaused]===!0||state.flowing===!1};Readable.prototype.setEncoding=function(enc){let decoder=new StringDecoder(
enc);this._readableState.decoder=decoder,this._readableState.encoding=this._readableState.decoder.encoding;let buffer=this._readableState.buffer,
content="";for(let data of buffer)content+=decoder.write(data);return buffer.clear(),content!==""&&buffer.push(content),this._readableState.
length=content.length,this};var MAX_HWM=1073741824;function computeNewHighWaterMark(n){if(n>MAX_HWM)throw new ERR_OUT_OF_RANGE("size","<= 1G\
iB",n);return n--,n|=n>>>1,n|=n>>>2,n|=n>>>4,n|=n>>>8,n|=n>>>16,n++,n}function howMuchToRead(n,state){return n<=0||state.length===0&&state.ended?
0:(state.state&kObjectMode)!==0?1:NumberIsNaN(n)?state.flowing&&state.length?state.buffer.first().length:state.length:n<=state.length?n:state.
ended?state.length:0}Readable.prototype.read=function(n){debug2("read",n),n===void 0?n=NaN:NumberIsInteger(n)||(n=NumberParseInt(n,10));let state=this.
_readableState,nOrig=n;if(n>state.highWaterMark&&(state.highWaterMark=computeNewHighWaterMark(n)),n!==0&&(state.state&=~kEmittedReadable),n===
0&&state.needReadable&&((state.highWaterMark!==0?state.length>=state.highWaterMark:state.length>0)||state.ended))return debug2("read: emitRe\
adable",state.length,state.ended),state.length===0&&state.ended?endReadable(this):emitReadable(this),null;if(n=howMuchToRead(n,state),n===0&&
state.ended)return state.length===0&&endReadable(this),null;let doRead=(state.state&kNeedReadable)!==0;if(debug2("need readable",doRead),(state.
length===0||state.length-n<state.highWaterMark)&&(doRead=!0,debug2("length less than watermark",doRead)),state.ended||state.reading||state.destroyed||
state.errored||!state.constructed)doRead=!1,debug2("reading, ended or constructing",doRead);else if(doRead){debug2("do read"),state.state|=kReading|
kSync,state.length===0&&(state.state|=kNeedReadable);try{this._read(state.highWaterMark)}catch(err){errorOrDestroy(this,err)}state.state&=~kSync,
state.reading||(n=howMuchToRead(nOrig,state))}let ret;return n>0?ret=fromList(n,state):ret=null,ret===null?(state.needReadable=state.length<=
state.highWaterMark,n=0):(state.length-=n,state.multiAwaitDrain?state.awaitDrainWriters.clear():state.awaitDrainWriters=null),state.length===
0&&(state.ended||(state.needReadable=!0),nOrig!==n&&state.ended&&endReadable(this)),ret!==null&&!state.errorEmitted&&!state.closeEmitted&&(state.
dataEmitted=!0,this.emit("data",ret)),ret};function onEofChunk(stream4,state){if(debug2("onEofChunk"),!state.ended){if(state.decoder){let chunk=state.
decoder.end();chunk&&chunk.length&&(state.buffer.push(chunk),state.length+=state.objectMode?1:chunk.length)}state.ended=!0,state.sync?emitReadable(
stream4):(state.needReadable=!1,state.emittedReadable=!0,emitReadable_(stream4))}}function emitReadable(stream4){let state=stream4._readableState;
debug2("emitReadable",state.needReadable,state.emittedReadable),state.needReadable=!1,state.emittedReadable||(debug2("emitReadable",state.flowing),
state.emittedReadable=!0,process2.nextTick(emitReadable_,stream4))}function emitReadable_(stream4){let state=stream4._readableState;debug2("\
emitReadable_",state.destroyed,state.length,state.ended),!state.destroyed&&!state.errored&&(state.length||state.ended)&&(stream4.emit("reada\
ble"),state.emittedReadable=!1),state.needReadable=!state.flowing&&!state.ended&&state.length<=state.highWaterMark,flow(stream4)}function maybeReadMore(stream4,state){
!state.readingMore&&state.constructed&&(state.readingMore=!0,process2.nextTick(maybeReadMore_,stream4,state))}function maybeReadMore_(stream4,state){
for(;!state.reading&&!state.ended&&(state.length<state.highWaterMark||state.flowing&&state.length===0);){let len=state.length;if(debug2("may\
beReadMore read 0"),stream4.read(0),len===state.length)break}state.readingMore=!1}Readable.prototype._read=function(n){throw new ERR_METHOD_NOT_IMPLEMENTED(
"_read()")};Readable.prototype.pipe=function(dest,pipeOpts){let src=this,state=this._readableState;state.pipes.length===1&&(state.multiAwaitDrain||
(state.multiAwaitDrain=!0,state.awaitDrainWriters=new SafeSet(state.awaitDrainWriters?[state.awaitDrainWriters]:[]))),state.pipes.push(dest),
debug2("pipe count=%d opts=%j",state.pipes.length,pipeOpts);let endFn=(!pipeOpts||pipeOpts.end!==!1)&&dest!==process2.stdout&&dest!==process2.
stderr?onend:unpipe;state.endEmitted?process2.nextTick(endFn):src.once("end",endFn),dest.on("unpipe",onunpipe);function onunpipe(readable,unpipeInfo){
debug2("onunpipe"),readable===src&&unpipeInfo&&unpipeInfo.hasUnpiped===!1&&(unpipeInfo.hasUnpiped=!0,cleanup())}function onend(){debug2("one\
nd"),dest.end()}let ondrain,cleanedUp=!1;function cleanup(){debug2("cleanup"),dest.removeListener("close",onclose),dest.removeListener("fini\
sh",onfinish),ondrain&&dest.removeListener("drain",ondrain),dest.removeListener("error",onerror),dest.removeListener("unpipe",onunpipe),src.
removeListener("end",onend),src.removeListener("end",unpipe),src.removeListener("data",ondata),cleanedUp=!0,ondrain&&state.awaitDrainWriters&&
(!dest._writableState||dest._writableState.needDrain)&&ondrain()}function pause(){cleanedUp||(state.pipes.length===1&&state.pipes[0]===dest?
(debug2("false write response, pause",0),state.awaitDrainWriters=dest,state.multiAwaitDrain=!1):state.pipes.length>1&&state.pipes.includes(dest)&&
(debug2("false write response, pause",state.awaitDrainWriters.size),state.awaitDrainWriters.add(dest)),src.pause()),ondrain||(ondrain=pipeOnDrain(
src,dest),dest.on("drain",ondrain))}src.on("data",ondata);function ondata(chunk){debug2("ondata");let ret=dest.write(chunk);debug2("dest.wri\
te",ret),ret===!1&&pause()}function onerror(er){if(debug2("onerror",er),unpipe(),dest.removeListener("error",onerror),dest.listenerCount("er\
ror")===0){let s=dest._writableState||dest._readableState;s&&!s.errorEmitted?errorOrDestroy(dest,er):dest.emit("error",er)}}prependListener(
dest,"error",onerror);function onclose(){dest.removeListener("finish",onfinish),unpipe()}dest.once("close",onclose);function onfinish(){debug2(
"onfinish"),dest.removeListener("close",onclose),unpipe()}dest.once("finish",onfinish);function unpipe(){debug2("unpipe"),src.unpipe(dest)}return dest.
emit("pipe",src),dest.writableNeedDrain===!0?pause():state.flowing||(debug2("pipe resume"),src.resume()),dest};function pipeOnDrain(src,dest){
return function(){let state=src._readableState;state.awaitDrainWriters===dest?(debug2("pipeOnDrain",1),state.awaitDrainWriters=null):state.multiAwaitDrain&&
(debug2("pipeOnDrain",state.awaitDrainWriters.size),state.awaitDrainWriters.delete(dest)),(!state.awaitDrainWriters||state.awaitDrainWriters.
size===0)&&src.listenerCount("data")&&src.resume()}}Readable.prototype.unpipe=function(dest){let state=this._readableState,unpipeInfo={hasUnpiped:!1};
if(state.pipes.length===0)return this;if(!dest){let dests=state.pipes;state.pipes=[],this.pause();for(let i=0;i<dests.length;i++)dests[i].emit(
"unpipe",this,{hasUnpiped:!1});return this}let index=ArrayPrototypeIndexOf(state.pipes,dest);return index===-1?this:(state.pipes.splice(index,
1),state.pipes.length===0&&this.pause(),dest.emit("unpipe",this,unpipeInfo),this)};Readable.prototype.on=function(ev,fn){let res=Stream.prototype.
on.call(this,ev,fn),state=this._readableState;return ev==="data"?(state.readableListening=this.listenerCount("readable")>0,state.flowing!==!1&&
this.resume()):ev==="readable"&&!state.endEmitted&&!state.readableListening&&(state.readableListening=state.needReadable=!0,state.flowing=!1,
state.emittedReadable=!1,debug2("on readable",state.length,state.reading),state.length?emitReadable(this):state.reading||process2.nextTick(nReadingNextTick,
this)),res};Readable.prototype.addListener=Readable.prototype.on;Readable.prototype.removeListener=function(ev,fn){let res=Stream.prototype.
removeListener.call(this,ev,fn);return ev==="readable"&&process2.nextTick(updateReadableListening,this),res};Readable.prototype.off=Readable.
prototype.removeListener;Readable.prototype.removeAllListeners=function(ev){let res=Stream.prototype.removeAllListeners.apply(this,arguments);
return(ev==="readable"||ev===void 0)&&process2.nextTick(updateReadableListening,this),res};function updateReadableListening(self2){let state=self2.
_readableState;state.readableListening=self2.listenerCount("readable")>0,state.resumeScheduled&&state[kPaused]===!1?state.flowing=!0:self2.listenerCount(
"data")>0?self2.resume():state.readableListening||(state.flowing=null)}function nReadingNextTick(self2){debug2("readable nexttick read 0"),self2.
read(0)}Readable.prototype.resume=function(){let state=this._readableState;return state.flowing||(debug2("resume"),state.flowing=!state.readableListening,
resume(this,state)),state[kPaused]=!1,this};function resume(stream4,state){state.resumeScheduled||(state.resumeScheduled=!0,process2.nextTick(
resume_,stream4,state))}function resume_(stream4,state){debug2("resume",state.reading),state.reading||stream4.read(0),state.resumeScheduled=
!1,stream4.emit("resume"),flow(stream4),state.flowing&&!state.reading&&stream4.read(0)}Readable.prototype.pause=function(){return debug2("ca\
ll pause flowing=%j",this._readableState.flowing),this._readableState.flowing!==!1&&(debug2("pause"),this._readableState.flowing=!1,this.emit(
"pause")),this._readableState[kPaused]=!0,this};function flow(stream4){let state=stream4._readableState;for(debug2("flow",state.flowing);state.
flowing&&stream4.read()!==null;);}Readable.prototype.wrap=function(stream4){let paused=!1;stream4.on("data",chunk=>{!this.push(chunk)&&stream4.
pause&&(paused=!0,stream4.pause())}),stream4.on("end",()=>{this.push(null)}),stream4.on("error",err=>{errorOrDestroy(this,err)}),stream4.on(
"close",()=>{this.destroy()}),stream4.on("destroy",()=>{this.destroy()}),this._read=()=>{paused&&stream4.resume&&(paused=!1,stream4.resume())};
let streamKeys=ObjectKeys(stream4);for(let j=1;j<streamKeys.length;j++){let i=streamKeys[j];this[i]===void 0&&typeof stream4[i]=="function"&&
(this[i]=stream4[i].bind(stream4))}return this};Readable.prototype[SymbolAsyncIterator]=function(){return streamToAsyncIterator(this)};Readable.
prototype.iterator=function(options){return options!==void 0&&validateObject(options,"options"),streamToAsyncIterator(this,options)};function streamToAsyncIterator(stream4,options){
typeof stream4.read!="function"&&(stream4=Readable.wrap(stream4,{objectMode:!0}));let iter=createAsyncIterator(stream4,options);return iter.
stream=stream4,iter}async function*createAsyncIterator(stream4,options){let callback=nop;function next(resolve2){this===stream4?(callback(),
callback=nop):callback=resolve2}stream4.on("readable",next);let error2,cleanup=eos(stream4,{writable:!1},err=>{error2=err?aggregateTwoErrors(
error2,err):null,callback(),callback=nop});try{for(;;){let chunk=stream4.destroyed?null:stream4.read();if(chunk!==null)yield chunk;else{if(error2)
throw error2;if(error2===null)return;await new Promise2(next)}}}catch(err){throw error2=aggregateTwoErrors(error2,err),error2}finally{(error2||
options?.destroyOnReturn!==!1)&&(error2===void 0||stream4._readableState.autoDestroy)?destroyImpl.destroyer(stream4,null):(stream4.off("read\
able",next),cleanup())}}ObjectDefineProperties(Readable.prototype,{readable:{__proto__:null,get(){let r=this._readableState;return!!r&&r.readable!==
!1&&!r.destroyed&&!r.errorEmitted&&!r.endEmitted},set(val){this._readableState&&(this._readableState.readable=!!val)}},readableDidRead:{__proto__:null,
enumerable:!1,get:function(){return this._readableState.dataEmitted}},readableAborted:{__proto__:null,enumerable:!1,get:function(){return!!(this.
_readableState.readable!==!1&&(this._readableState.destroyed||this._readableState.errored)&&!this._readableState.endEmitted)}},readableHighWaterMark:{
__proto__:null,enumerable:!1,get:function(){return this._readableState.highWaterMark}},readableBuffer:{__proto__:null,enumerable:!1,get:function(){
return this._readableState&&this._readableState.buffer}},readableFlowing:{__proto__:null,enumerable:!1,get:function(){return this._readableState.
flowing},set:function(state){this._readableState&&(this._readableState.flowing=state)}},readableLength:{__proto__:null,enumerable:!1,get(){return this.
_readableState.length}},readableObjectMode:{__proto__:null,enumerable:!1,get(){return this._readableState?this._readableState.objectMode:!1}},
readableEncoding:{__proto__:null,enumerable:!1,get(){return this._readableState?this._readableState.encoding:null}},errored:{__proto__:null,
enumerable:!1,get(){return this._readableState?this._readableState.errored:null}},closed:{__proto__:null,get(){return this._readableState?this.
_readableState.closed:!1}},destroyed:{__proto__:null,enumerable:!1,get(){return this._readableState?this._readableState.destroyed:!1},set(value){
this._readableState&&(this._readableState.destroyed=value)}},readableEnded:{__proto__:null,enumerable:!1,get(){return this._readableState?this.
_readableState.endEmitted:!1}}});ObjectDefineProperties(ReadableState.prototype,{pipesCount:{__proto__:null,get(){return this.pipes.length}},
paused:{__proto__:null,get(){return this[kPaused]!==!1},set(value){this[kPaused]=!!value}}});Readable._fromList=fromList;function fromList(n,state){
if(state.length===0)return null;let ret;return state.objectMode?ret=state.buffer.shift():!n||n>=state.length?(state.decoder?ret=state.buffer.
join(""):state.buffer.length===1?ret=state.buffer.first():ret=state.buffer.concat(state.length),state.buffer.clear()):ret=state.buffer.consume(
n,state.decoder),ret}function endReadable(stream4){let state=stream4._readableState;debug2("endReadable",state.endEmitted),state.endEmitted||
(state.ended=!0,process2.nextTick(endReadableNT,state,stream4))}function endReadableNT(state,stream4){if(debug2("endReadableNT",state.endEmitted,
state.length),!state.errored&&!state.closeEmitted&&!state.endEmitted&&state.length===0){if(state.endEmitted=!0,stream4.emit("end"),stream4.writable&&
stream4.allowHalfOpen===!1)process2.nextTick(endWritableNT,stream4);else if(state.autoDestroy){let wState=stream4._writableState;(!wState||wState.
autoDestroy&&(wState.finished||wState.writable===!1))&&stream4.destroy()}}}function endWritableNT(stream4){stream4.writable&&!stream4.writableEnded&&
!stream4.destroyed&&stream4.end()}Readable.from=function(iterable,opts){return from(Readable,iterable,opts)};var webStreamsAdapters;function lazyWebStreams(){
return webStreamsAdapters===void 0&&(webStreamsAdapters={}),webStreamsAdapters}Readable.fromWeb=function(readableStream,options){return lazyWebStreams().
newStreamReadableFromReadableStream(readableStream,options)};Readable.toWeb=function(streamReadable,options){return lazyWebStreams().newReadableStreamFromStreamReadable(
streamReadable,options)};Readable.wrap=function(src,options){var _ref,_src$readableObjectMo;return new Readable({objectMode:(_ref=(_src$readableObjectMo=
src.readableObjectMode)!==null&&_src$readableObjectMo!==void 0?_src$readableObjectMo:src.objectMode)!==null&&_ref!==void 0?_ref:!0,...options,
destroy(err,callback){destroyImpl.destroyer(src,err),callback(err)}}).wrap(src)}}});var require_writable=__commonJS({"node_modules/readable-stream/lib/internal/streams/writable.js"(exports,module){"use strict";var process2=require_process2(),
{ArrayPrototypeSlice,Error:Error2,FunctionPrototypeSymbolHasInstance,ObjectDefineProperty,ObjectDefineProperties,ObjectSetPrototypeOf,StringPrototypeToLowerCase,
Symbol:Symbol2,SymbolHasInstance}=require_primordials();module.exports=Writable;Writable.WritableState=WritableState;var{EventEmitter:EE}=__require("events"),
Stream=require_legacy().Stream,{Buffer:Buffer2}=__require("buffer"),destroyImpl=require_destroy2(),{addAbortSignal}=require_add_abort_signal(),
{getHighWaterMark,getDefaultHighWaterMark}=require_state(),{ERR_INVALID_ARG_TYPE,ERR_METHOD_NOT_IMPLEMENTED,ERR_MULTIPLE_CALLBACK,ERR_STREAM_CANNOT_PIPE,
ERR_STREAM_DESTROYED,ERR_STREAM_ALREADY_FINISHED,ERR_STREAM_NULL_VALUES,ERR_STREAM_WRITE_AFTER_END,ERR_UNKNOWN_ENCODING}=require_errors().codes,
{errorOrDestroy}=destroyImpl;ObjectSetPrototypeOf(Writable.prototype,Stream.prototype);ObjectSetPrototypeOf(Writable,Stream);function nop(){}
var kOnFinished=Symbol2("kOnFinished");function WritableState(options,stream4,isDuplex){typeof isDuplex!="boolean"&&(isDuplex=stream4 instanceof
require_duplex()),this.objectMode=!!(options&&options.objectMode),isDuplex&&(this.objectMode=this.objectMode||!!(options&&options.writableObjectMode)),
this.highWaterMark=options?getHighWaterMark(this,options,"writableHighWaterMark",isDuplex):getDefaultHighWaterMark(!1),this.finalCalled=!1,this.
needDrain=!1,this.ending=!1,this.ended=!1,this.finished=!1,this.destroyed=!1;let noDecode=!!(options&&options.decodeStrings===!1);this.decodeStrings=
!noDecode,this.defaultEncoding=options&&options.defaultEncoding||"utf8",this.length=0,this.writing=!1,this.corked=0,this.sync=!0,this.bufferProcessing=
!1,this.onwrite=onwrite.bind(void 0,stream4),this.writecb=null,this.writelen=0,this.afterWriteTickInfo=null,resetBuffer(this),this.pendingcb=
0,this.constructed=!0,this.prefinished=!1,this.errorEmitted=!1,this.emitClose=!options||options.emitClose!==!1,this.autoDestroy=!options||options.
autoDestroy!==!1,this.errored=null,this.closed=!1,this.closeEmitted=!1,this[kOnFinished]=[]}function resetBuffer(state){state.buffered=[],state.
bufferedIndex=0,state.allBuffers=!0,state.allNoop=!0}WritableState.prototype.getBuffer=function(){return ArrayPrototypeSlice(this.buffered,this.
bufferedIndex)};ObjectDefineProperty(WritableState.prototype,"bufferedRequestCount",{__proto__:null,get(){return this.buffered.length-this.bufferedIndex}});
function Writable(options){let isDuplex=this instanceof require_duplex();if(!isDuplex&&!FunctionPrototypeSymbolHasInstance(Writable,this))return new Writable(
options);this._writableState=new WritableState(options,this,isDuplex),options&&(typeof options.write=="function"&&(this._write=options.write),
typeof options.writev=="function"&&(this._writev=options.writev),typeof options.destroy=="function"&&(this._destroy=options.destroy),typeof options.
final=="function"&&(this._final=options.final),typeof options.construct=="function"&&(this._construct=options.construct),options.signal&&addAbortSignal(
options.signal,this)),Stream.call(this,options),destroyImpl.construct(this,()=>{let state=this._writableState;state.writing||clearBuffer(this,
state),finishMaybe(this,state)})}ObjectDefineProperty(Writable,SymbolHasInstance,{__proto__:null,value:function(object){return FunctionPrototypeSymbolHasInstance(
this,object)?!0:this!==Writable?!1:object&&object._writableState instanceof WritableState}});Writable.prototype.pipe=function(){errorOrDestroy(
this,new ERR_STREAM_CANNOT_PIPE)};function _write(stream4,chunk,encoding,cb){let state=stream4._writableState;if(typeof encoding=="function")
cb=encoding,encoding=state.defaultEncoding;else{if(!encoding)encoding=state.defaultEncoding;else if(encoding!=="buffer"&&!Buffer2.isEncoding(
encoding))throw new ERR_UNKNOWN_ENCODING(encoding);typeof cb!="function"&&(cb=nop)}if(chunk===null)throw new ERR_STREAM_NULL_VALUES;if(!state.
objectMode)if(typeof chunk=="string")state.decodeStrings!==!1&&(chunk=Buffer2.from(chunk,encoding),encoding="buffer");else if(chunk instanceof
Buffer2)encoding="buffer";else if(Stream._isUint8Array(chunk))chunk=Stream._uint8ArrayToBuffer(chunk),encoding="buffer";else throw new ERR_INVALID_ARG_TYPE(
"chunk",["string","Buffer","Uint8Array"],chunk);let err;return state.ending?err=new ERR_STREAM_WRITE_AFTER_END:state.destroyed&&(err=new ERR_STREAM_DESTROYED(
"write")),err?(process2.nextTick(cb,err),errorOrDestroy(stream4,err,!0),err):(state.pendingcb++,writeOrBuffer(stream4,state,chunk,encoding,cb))}
Writable.prototype.write=function(chunk,encoding,cb){return _write(this,chunk,encoding,cb)===!0};Writable.prototype.cork=function(){this._writableState.
corked++};Writable.prototype.uncork=function(){let state=this._writableState;state.corked&&(state.corked--,state.writing||clearBuffer(this,state))};
Writable.prototype.setDefaultEncoding=function(encoding){if(typeof encoding=="string"&&(encoding=StringPrototypeToLowerCase(encoding)),!Buffer2.
isEncoding(encoding))throw new ERR_UNKNOWN_ENCODING(encoding);return this._writableState.defaultEncoding=encoding,this};function writeOrBuffer(stream4,state,chunk,encoding,callback){
let len=state.objectMode?1:chunk.length;state.length+=len;let ret=state.length<state.highWaterMark;return ret||(state.needDrain=!0),state.writing||
state.corked||state.errored||!state.constructed?(state.buffered.push({chunk,encoding,callback}),state.allBuffers&&encoding!=="buffer"&&(state.
allBuffers=!1),state.allNoop&&callback!==nop&&(state.allNoop=!1)):(state.writelen=len,state.writecb=callback,state.writing=!0,state.sync=!0,
stream4._write(chunk,encoding,state.onwrite),state.sync=!1),ret&&!state.errored&&!state.destroyed}function doWrite(stream4,state,writev,len,chunk,encoding,cb){
state.writelen=len,state.writecb=cb,state.writing=!0,state.sync=!0,state.destroyed?state.onwrite(new ERR_STREAM_DESTROYED("write")):writev?stream4.
_writev(chunk,state.onwrite):stream4._write(chunk,encoding,state.onwrite),state.sync=!1}function onwriteError(stream4,state,er,cb){--state.pendingcb,
cb(er),errorBuffer(state),errorOrDestroy(stream4,er)}function onwrite(stream4,er){let state=stream4._writableState,sync=state.sync,cb=state.
writecb;if(typeof cb!="function"){errorOrDestroy(stream4,new ERR_MULTIPLE_CALLBACK);return}state.writing=!1,state.writecb=null,state.length-=
state.writelen,state.writelen=0,er?(er.stack,state.errored||(state.errored=er),stream4._readableState&&!stream4._readableState.errored&&(stream4.
_readableState.errored=er),sync?process2.nextTick(onwriteError,stream4,state,er,cb):onwriteError(stream4,state,er,cb)):(state.buffered.length>
state.bufferedIndex&&clearBuffer(stream4,state),sync?state.afterWriteTickInfo!==null&&state.afterWriteTickInfo.cb===cb?state.afterWriteTickInfo.
count++:(state.afterWriteTickInfo={count:1,cb,stream:stream4,state},process2.nextTick(afterWriteTick,state.afterWriteTickInfo)):afterWrite(stream4,
state,1,cb))}function afterWriteTick({stream:stream4,state,count,cb}){return state.afterWriteTickInfo=null,afterWrite(stream4,state,count,cb)}
function afterWrite(stream4,state,count,cb){for(!state.ending&&!stream4.destroyed&&state.length===0&&state.needDrain&&(state.needDrain=!1,stream4.
emit("drain"));count-- >0;)state.pendingcb--,cb();state.destroyed&&errorBuffer(state),finishMaybe(stream4,state)}function errorBuffer(state){
if(state.writing)return;for(let n=state.bufferedIndex;n<state.buffered.length;++n){var _state$errored;let{chunk,callback}=state.buffered[n],
len=state.objectMode?1:chunk.length;state.length-=len,callback((_state$errored=state.errored)!==null&&_state$errored!==void 0?_state$errored:
new ERR_STREAM_DESTROYED("write"))}let onfinishCallbacks=state[kOnFinished].splice(0);for(let i=0;i<onfinishCallbacks.length;i++){var _state$errored2;
onfinishCallbacks[i]((_state$errored2=state.errored)!==null&&_state$errored2!==void 0?_state$errored2:new ERR_STREAM_DESTROYED("end"))}resetBuffer(
state)}function clearBuffer(stream4,state){if(state.corked||state.bufferProcessing||state.destroyed||!state.constructed)return;let{buffered,
bufferedIndex,objectMode}=state,bufferedLength=buffered.length-bufferedIndex;if(!bufferedLength)return;let i=bufferedIndex;if(state.bufferProcessing=
!0,bufferedLength>1&&stream4._writev){state.pendingcb-=bufferedLength-1;let callback=state.allNoop?nop:err=>{for(let n=i;n<buffered.length;++n)
buffered[n].callback(err)},chunks=state.allNoop&&i===0?buffered:ArrayPrototypeSlice(buffered,i);chunks.allBuffers=state.allBuffers,doWrite(stream4,
state,!0,state.length,chunks,"",callback),resetBuffer(state)}else{do{let{chunk,encoding,callback}=buffered[i];buffered[i++]=null;let len=objectMode?
1:chunk.length;doWrite(stream4,state,!1,len,chunk,encoding,callback)}while(i<buffered.length&&!state.writing);i===buffered.length?resetBuffer(
state):i>256?(buffered.splice(0,i),state.bufferedIndex=0):state.bufferedIndex=i}state.bufferProcessing=!1}Writable.prototype._write=function(chunk,encoding,cb){
if(this._writev)this._writev([{chunk,encoding}],cb);else throw new ERR_METHOD_NOT_IMPLEMENTED("_write()")};Writable.prototype._writev=null;Writable.
prototype.end=function(chunk,encoding,cb){let state=this._writableState;typeof chunk=="function"?(cb=chunk,chunk=null,encoding=null):typeof encoding==
"function"&&(cb=encoding,encoding=null);let err;if(chunk!=null){let ret=_write(this,chunk,encoding);ret instanceof Error2&&(err=ret)}return state.
corked&&(state.corked=1,this.uncork()),err||(!state.errored&&!state.ending?(state.ending=!0,finishMaybe(this,state,!0),state.ended=!0):state.
finished?err=new ERR_STREAM_ALREADY_FINISHED("end"):state.destroyed&&(err=new ERR_STREAM_DESTROYED("end"))),typeof cb=="function"&&(err||state.
finished?process2.nextTick(cb,err):state[kOnFinished].push(cb)),this};function needFinish(state){return state.ending&&!state.destroyed&&state.
constructed&&state.length===0&&!state.errored&&state.buffered.length===0&&!state.finished&&!state.writing&&!state.errorEmitted&&!state.closeEmitted}
function callFinal(stream4,state){let called=!1;function onFinish(err){if(called){errorOrDestroy(stream4,err??ERR_MULTIPLE_CALLBACK());return}
if(called=!0,state.pendingcb--,err){let onfinishCallbacks=state[kOnFinished].splice(0);for(let i=0;i<onfinishCallbacks.length;i++)onfinishCallbacks[i](
err);errorOrDestroy(stream4,err,state.sync)}else needFinish(state)&&(state.prefinished=!0,stream4.emit("prefinish"),state.pendingcb++,process2.
nextTick(finish,stream4,state))}state.sync=!0,state.pendingcb++;try{stream4._final(onFinish)}catch(err){onFinish(err)}state.sync=!1}function prefinish(stream4,state){
!state.prefinished&&!state.finalCalled&&(typeof stream4._final=="function"&&!state.destroyed?(state.finalCalled=!0,callFinal(stream4,state)):
(state.prefinished=!0,stream4.emit("prefinish")))}function finishMaybe(stream4,state,sync){needFinish(state)&&(prefinish(stream4,state),state.
pendingcb===0&&(sync?(state.pendingcb++,process2.nextTick((stream5,state2)=>{needFinish(state2)?finish(stream5,state2):state2.pendingcb--},stream4,
state)):needFinish(state)&&(state.pendingcb++,finish(stream4,state))))}function finish(stream4,state){state.pendingcb--,state.finished=!0;let onfinishCallbacks=state[kOnFinished].
splice(0);for(let i=0;i<onfinishCallbacks.length;i++)onfinishCallbacks[i]();if(stream4.emit("finish"),state.autoDestroy){let rState=stream4.
_readableState;(!rState||rState.autoDestroy&&(rState.endEmitted||rState.readable===!1))&&stream4.destroy()}}ObjectDefineProperties(Writable.
prototype,{closed:{__proto__:null,get(){return this._writableState?this._writableState.closed:!1}},destroyed:{__proto__:null,get(){return this.
_writableState?this._writableState.destroyed:!1},set(value){this._writableState&&(this._writableState.destroyed=value)}},writable:{__proto__:null,
get(){let w=this._writableState;return!!w&&w.writable!==!1&&!w.destroyed&&!w.errored&&!w.ending&&!w.ended},set(val){this._writableState&&(this.
_writableState.writable=!!val)}},writableFinished:{__proto__:null,get(){return this._writableState?this._writableState.finished:!1}},writableObjectMode:{
__proto__:null,get(){return this._writableState?this._writableState.objectMode:!1}},writableBuffer:{__proto__:null,get(){return this._writableState&&
this._writableState.getBuffer()}},writableEnded:{__proto__:null,get(){return this._writableState?this._writableState.ending:!1}},writableNeedDrain:{
__proto__:null,get(){let wState=this._writableState;return wState?!wState.destroyed&&!wState.ending&&wState.needDrain:!1}},writableHighWaterMark:{
__proto__:null,get(){return this._writableState&&this._writableState.highWaterMark}},writableCorked:{__proto__:null,get(){return this._writableState?
this._writableState.corked:0}},writableLength:{__proto__:null,get(){return this._writableState&&this._writableState.length}},errored:{__proto__:null,
enumerable:!1,get(){return this._writableState?this._writableState.errored:null}},writableAborted:{__proto__:null,enumerable:!1,get:function(){
return!!(this._writableState.writable!==!1&&(this._writableState.destroyed||this._writableState.errored)&&!this._writableState.finished)}}});
var destroy=destroyImpl.destroy;Writable.prototype.destroy=function(err,cb){let state=this._writableState;return!state.destroyed&&(state.bufferedIndex<
state.buffered.length||state[kOnFinished].length)&&process2.nextTick(errorBuffer,state),destroy.call(this,err,cb),this};Writable.prototype._undestroy=
destroyImpl.undestroy;Writable.prototype._destroy=function(err,cb){cb(err)};Writable.prototype[EE.captureRejectionSymbol]=function(err){this.
destroy(err)};var webStreamsAdapters;function lazyWebStreams(){return webStreamsAdapters===void 0&&(webStreamsAdapters={}),webStreamsAdapters}
Writable.fromWeb=function(writableStream,options){return lazyWebStreams().newStreamWritableFromWritableStream(writableStream,options)};Writable.
toWeb=function(streamWritable){return lazyWebStreams().newWritableStreamFromStreamWritable(streamWritable)}}});var require_duplexify=__commonJS({"node_modules/readable-stream/lib/internal/streams/duplexify.js"(exports,module){var process2=require_process2(),
bufferModule=__require("buffer"),{isReadable,isWritable,isIterable,isNodeStream,isReadableNodeStream,isWritableNodeStream,isDuplexNodeStream,
isReadableStream,isWritableStream}=require_utils(),eos=require_end_of_stream(),{AbortError,codes:{ERR_INVALID_ARG_TYPE,ERR_INVALID_RETURN_VALUE}}=require_errors(),
{destroyer}=require_destroy2(),Duplex=require_duplex(),Readable=require_readable2(),Writable=require_writable(),{createDeferredPromise}=require_util2(),
from=require_from(),Blob=globalThis.Blob||bufferModule.Blob,isBlob=typeof Blob<"u"?function(b){return b instanceof Blob}:function(b){return!1},
AbortController2=globalThis.AbortController||require_abort_controller().AbortController,{FunctionPrototypeCall}=require_primordials(),Duplexify=class extends Duplex{constructor(options){
super(options),options?.readable===!1&&(this._readableState.readable=!1,this._readableState.ended=!0,this._readableState.endEmitted=!0),options?.
writable===!1&&(this._writableState.writable=!1,this._writableState.ending=!0,this._writableState.ended=!0,this._writableState.finished=!0)}};
module.exports=function duplexify(body,name2){if(isDuplexNodeStream(body))return body;if(isReadableNodeStream(body))return _duplexify({readable:body});
if(isWritableNodeStream(body))return _duplexify({writable:body});if(isNodeStream(body))return _duplexify({writable:!1,readable:!1});if(isReadableStream(
body))return _duplexify({readable:Readable.fromWeb(body)});if(isWritableStream(body))return _duplexify({writable:Writable.fromWeb(body)});if(typeof body==
"function"){let{value,write,final,destroy}=fromAsyncGen(body);if(isIterable(value))return from(Duplexify,value,{objectMode:!0,write,final,destroy});
let then2=value?.then;if(typeof then2=="function"){let d,promise=FunctionPrototypeCall(then2,value,val=>{if(val!=null)throw new ERR_INVALID_RETURN_VALUE(
"nully","body",val)},err=>{destroyer(d,err)});return d=new Duplexify({objectMode:!0,readable:!1,write,final(cb){final(async()=>{try{await promise,
process2.nextTick(cb,null)}catch(err){process2.nextTick(cb,err)}})},destroy})}throw new ERR_INVALID_RETURN_VALUE("Iterable, AsyncIterable or\
 AsyncFunction",name2,value)}if(isBlob(body))return duplexify(body.arrayBuffer());if(isIterable(body))return from(Duplexify,body,{objectMode:!0,
writable:!1});if(isReadableStream(body?.readable)&&isWritableStream(body?.writable))return Duplexify.fromWeb(body);if(typeof body?.writable==
"object"||typeof body?.readable=="object"){let readable=body!=null&&body.readable?isReadableNodeStream(body?.readable)?body?.readable:duplexify(
body.readable):void 0,writable=body!=null&&body.writable?isWritableNodeStream(body?.writable)?body?.writable:duplexify(body.writable):void 0;
return _duplexify({readable,writable})}let then=body?.then;if(typeof then=="function"){let d;return FunctionPrototypeCall(then,body,val=>{val!=
null&&d.push(val),d.push(null)},err=>{destroyer(d,err)}),d=new Duplexify({objectMode:!0,writable:!1,read(){}})}throw new ERR_INVALID_ARG_TYPE(
name2,["Blob","ReadableStream","WritableStream","Stream","Iterable","AsyncIterable","Function","{ readable, writable } pair","Promise"],body)};
function fromAsyncGen(fn){let{promise,resolve:resolve2}=createDeferredPromise(),ac=new AbortController2,signal=ac.signal;return{value:fn((async function*(){
for(;;){let _promise=promise;promise=null;let{chunk,done,cb}=await _promise;if(process2.nextTick(cb),done)return;if(signal.aborted)throw new AbortError(
void 0,{cause:signal.reason});({promise,resolve:resolve2}=createDeferredPromise()),yield chunk}})(),{signal}),write(chunk,encoding,cb){let _resolve=resolve2;
resolve2=null,_resolve({chunk,done:!1,cb})},final(cb){let _resolve=resolve2;resolve2=null,_resolve({done:!0,cb})},destroy(err,cb){ac.abort(),
cb(err)}}}function _duplexify(pair){let r=pair.readable&&typeof pair.readable.read!="function"?Readable.wrap(pair.readable):pair.readable,w=pair.
writable,readable=!!isReadable(r),writable=!!isWritable(w),ondrain,onfinish,onreadable,onclose,d;function onfinished(err){let cb=onclose;onclose=
null,cb?cb(err):err&&d.destroy(err)}return d=new Duplexify({readableObjectMode:!!(r!=null&&r.readableObjectMode),writableObjectMode:!!(w!=null&&
w.writableObjectMode),readable,writable}),writable&&(eos(w,err=>{writable=!1,err&&destroyer(r,err),onfinished(err)}),d._write=function(chunk,encoding,callback){
w.write(chunk,encoding)?callback():ondrain=callback},d._final=function(callback){w.end(),onfinish=callback},w.on("drain",function(){if(ondrain){
let cb=ondrain;ondrain=null,cb()}}),w.on("finish",function(){if(onfinish){let cb=onfinish;onfinish=null,cb()}})),readable&&(eos(r,err=>{readable=
!1,err&&destroyer(r,err),onfinished(err)}),r.on("readable",function(){if(onreadable){let cb=onreadable;onreadable=null,cb()}}),r.on("end",function(){
d.push(null)}),d._read=function(){for(;;){let buf=r.read();if(buf===null){onreadable=d._read;return}if(!d.push(buf))return}}),d._destroy=function(err,callback){
!err&&onclose!==null&&(err=new AbortError),onreadable=null,ondrain=null,onfinish=null,onclose===null?callback(err):(onclose=callback,destroyer(
w,err),destroyer(r,err))},d}}});var require_duplex=__commonJS({"node_modules/readable-stream/lib/internal/streams/duplex.js"(exports,module){"use strict";var{ObjectDefineProperties,
ObjectGetOwnPropertyDescriptor,ObjectKeys,ObjectSetPrototypeOf}=require_primordials();module.exports=Duplex;var Readable=require_readable2(),
Writable=require_writable();ObjectSetPrototypeOf(Duplex.prototype,Readable.prototype);ObjectSetPrototypeOf(Duplex,Readable);{let keys=ObjectKeys(
Writable.prototype);for(let i=0;i<keys.length;i++){let method=keys[i];Duplex.prototype[method]||(Duplex.prototype[method]=Writable.prototype[method])}}
function Duplex(options){if(!(this instanceof Duplex))return new Duplex(options);Readable.call(this,options),Writable.call(this,options),options?
(this.allowHalfOpen=options.allowHalfOpen!==!1,options.readable===!1&&(this._readableState.readable=!1,this._readableState.ended=!0,this._readableState.
endEmitted=!0),options.writable===!1&&(this._writableState.writable=!1,this._writableState.ending=!0,this._writableState.ended=!0,this._writableState.
finished=!0)):this.allowHalfOpen=!0}ObjectDefineProperties(Duplex.prototype,{writable:{__proto__:null,...ObjectGetOwnPropertyDescriptor(Writable.
prototype,"writable")},writableHighWaterMark:{__proto__:null,...ObjectGetOwnPropertyDescriptor(Writable.prototype,"writableHighWaterMark")},
writableObjectMode:{__proto__:null,...ObjectGetOwnPropertyDescriptor(Writable.prototype,"writableObjectMode")},writableBuffer:{__proto__:null,
...ObjectGetOwnPropertyDescriptor(Writable.prototype,"writableBuffer")},writableLength:{__proto__:null,...ObjectGetOwnPropertyDescriptor(Writable.
prototype,"writableLength")},writableFinished:{__proto__:null,...ObjectGetOwnPropertyDescriptor(Writable.prototype,"writableFinished")},writableCorked:{
__proto__:null,...ObjectGetOwnPropertyDescriptor(Writable.prototype,"writableCorked")},writableEnded:{__proto__:null,...ObjectGetOwnPropertyDescriptor(
Writable.prototype,"writableEnded")},writableNeedDrain:{__proto__:null,...ObjectGetOwnPropertyDescriptor(Writable.prototype,"writableNeedDra\
in")},destroyed:{__proto__:null,get(){return this._readableState===void 0||this._writableState===void 0?!1:this._readableState.destroyed&&this.
_writableState.destroyed},set(value){this._readableState&&this._writableState&&(this._readableState.destroyed=value,this._writableState.destroyed=
value)}}});var webStreamsAdapters;function lazyWebStreams(){return webStreamsAdapters===void 0&&(webStreamsAdapters={}),webStreamsAdapters}Duplex.
fromWeb=function(pair,options){return lazyWebStreams().newStreamDuplexFromReadableWritablePair(pair,options)};Duplex.toWeb=function(duplex){
return lazyWebStreams().newReadableWritablePairFromDuplex(duplex)};var duplexify;Duplex.from=function(body){return duplexify||(duplexify=require_duplexify()),
duplexify(body,"body")}}});var require_transform=__commonJS({"node_modules/readable-stream/lib/internal/streams/transform.js"(exports,module){"use strict";var{ObjectSetPrototypeOf,
Symbol:Symbol2}=require_primordials();module.exports=Transform2;var{ERR_METHOD_NOT_IMPLEMENTED}=require_errors().codes,Duplex=require_duplex(),
{getHighWaterMark}=require_state();ObjectSetPrototypeOf(Transform2.prototype,Duplex.prototype);ObjectSetPrototypeOf(Transform2,Duplex);var kCallback=Symbol2(
"kCallback");function Transform2(options){if(!(this instanceof Transform2))return new Transform2(options);let readableHighWaterMark=options?
getHighWaterMark(this,options,"readableHighWaterMark",!0):null;readableHighWaterMark===0&&(options={...options,highWaterMark:null,readableHighWaterMark,
writableHighWaterMark:options.writableHighWaterMark||0}),Duplex.call(this,options),this._readableState.sync=!1,this[kCallback]=null,options&&
(typeof options.transform=="function"&&(this._transform=options.transform),typeof options.flush=="function"&&(this._flush=options.flush)),this.
on("prefinish",prefinish)}function final(cb){typeof this._flush=="function"&&!this.destroyed?this._flush((er,data)=>{if(er){cb?cb(er):this.destroy(
er);return}data!=null&&this.push(data),this.push(null),cb&&cb()}):(this.push(null),cb&&cb())}function prefinish(){this._final!==final&&final.
call(this)}Transform2.prototype._final=final;Transform2.prototype._transform=function(chunk,encoding,callback){throw new ERR_METHOD_NOT_IMPLEMENTED(
"_transform()")};Transform2.prototype._write=function(chunk,encoding,callback){let rState=this._readableState,wState=this._writableState,length=rState.
length;this._transform(chunk,encoding,(err,val)=>{if(err){callback(err);return}val!=null&&this.push(val),wState.ended||length===rState.length||
rState.length<rState.highWaterMark?callback():this[kCallback]=callback})};Transform2.prototype._read=function(){if(this[kCallback]){let callback=this[kCallback];
this[kCallback]=null,callback()}}}});var require_passthrough2=__commonJS({"node_modules/readable-stream/lib/internal/streams/passthrough.js"(exports,module){"use strict";var{ObjectSetPrototypeOf}=require_primordials();
module.exports=PassThrough3;var Transform2=require_transform();ObjectSetPrototypeOf(PassThrough3.prototype,Transform2.prototype);ObjectSetPrototypeOf(
PassThrough3,Transform2);function PassThrough3(options){if(!(this instanceof PassThrough3))return new PassThrough3(options);Transform2.call(
this,options)}PassThrough3.prototype._transform=function(chunk,encoding,cb){cb(null,chunk)}}});var require_pipeline=__commonJS({"node_modules/readable-stream/lib/internal/streams/pipeline.js"(exports,module){var process2=require_process2(),
{ArrayIsArray,Promise:Promise2,SymbolAsyncIterator,SymbolDispose}=require_primordials(),eos=require_end_of_stream(),{once}=require_util2(),destroyImpl=require_destroy2(),
Duplex=require_duplex(),{aggregateTwoErrors,codes:{ERR_INVALID_ARG_TYPE,ERR_INVALID_RETURN_VALUE,ERR_MISSING_ARGS,ERR_STREAM_DESTROYED,ERR_STREAM_PREMATURE_CLOSE},
AbortError}=require_errors(),{validateFunction,validateAbortSignal}=require_validators(),{isIterable,isReadable,isReadableNodeStream,isNodeStream,
isTransformStream,isWebStream,isReadableStream,isReadableFinished}=require_utils(),AbortController2=globalThis.AbortController||require_abort_controller().
AbortController,PassThrough3,Readable,addAbortListener;function destroyer(stream4,reading,writing){let finished=!1;stream4.on("close",()=>{finished=
!0});let cleanup=eos(stream4,{readable:reading,writable:writing},err=>{finished=!err});return{destroy:err=>{finished||(finished=!0,destroyImpl.
destroyer(stream4,err||new ERR_STREAM_DESTROYED("pipe")))},cleanup}}function popCallback(streams){return validateFunction(streams[streams.length-
1],"streams[stream.length - 1]"),streams.pop()}function makeAsyncIterable(val){if(isIterable(val))return val;if(isReadableNodeStream(val))return fromReadable(
val);throw new ERR_INVALID_ARG_TYPE("val",["Readable","Iterable","AsyncIterable"],val)}async function*fromReadable(val){Readable||(Readable=
require_readable2()),yield*Readable.prototype[SymbolAsyncIterator].call(val)}async function pumpToNode(iterable,writable,finish,{end}){let error2,
onresolve=null,resume=err=>{if(err&&(error2=err),onresolve){let callback=onresolve;onresolve=null,callback()}},wait=()=>new Promise2((resolve2,reject)=>{
error2?reject(error2):onresolve=()=>{error2?reject(error2):resolve2()}});writable.on("drain",resume);let cleanup=eos(writable,{readable:!1},
resume);try{writable.writableNeedDrain&&await wait();for await(let chunk of iterable)writable.write(chunk)||await wait();end&&(writable.end(),
await wait()),finish()}catch(err){finish(error2!==err?aggregateTwoErrors(error2,err):err)}finally{cleanup(),writable.off("drain",resume)}}async function pumpToWeb(readable,writable,finish,{
end}){isTransformStream(writable)&&(writable=writable.writable);let writer=writable.getWriter();try{for await(let chunk of readable)await writer.
ready,writer.write(chunk).catch(()=>{});await writer.ready,end&&await writer.close(),finish()}catch(err){try{await writer.abort(err),finish(
err)}catch(err2){finish(err2)}}}function pipeline(...streams){return pipelineImpl(streams,once(popCallback(streams)))}function pipelineImpl(streams,callback,opts){
if(streams.length===1&&ArrayIsArray(streams[0])&&(streams=streams[0]),streams.length<2)throw new ERR_MISSING_ARGS("streams");let ac=new AbortController2,
signal=ac.signal,outerSignal=opts?.signal,lastStreamCleanup=[];validateAbortSignal(outerSignal,"options.signal");function abort(){finishImpl(
new AbortError)}addAbortListener=addAbortListener||require_util2().addAbortListener;let disposable;outerSignal&&(disposable=addAbortListener(
outerSignal,abort));let error2,value,destroys=[],finishCount=0;function finish(err){finishImpl(err,--finishCount===0)}function finishImpl(err,final){
var _disposable;if(err&&(!error2||error2.code==="ERR_STREAM_PREMATURE_CLOSE")&&(error2=err),!(!error2&&!final)){for(;destroys.length;)destroys.
shift()(error2);(_disposable=disposable)===null||_disposable===void 0||_disposable[SymbolDispose](),ac.abort(),final&&(error2||lastStreamCleanup.
forEach(fn=>fn()),process2.nextTick(callback,error2,value))}}let ret;for(let i=0;i<streams.length;i++){let stream4=streams[i],reading=i<streams.
length-1,writing=i>0,end=reading||opts?.end!==!1,isLastStream=i===streams.length-1;if(isNodeStream(stream4)){let onError2=function(err){err&&
err.name!=="AbortError"&&err.code!=="ERR_STREAM_PREMATURE_CLOSE"&&finish(err)};var onError=onError2;if(end){let{destroy,cleanup}=destroyer(stream4,
reading,writing);destroys.push(destroy),isReadable(stream4)&&isLastStream&&lastStreamCleanup.push(cleanup)}stream4.on("error",onError2),isReadable(
stream4)&&isLastStream&&lastStreamCleanup.push(()=>{stream4.removeListener("error",onError2)})}if(i===0)if(typeof stream4=="function"){if(ret=
stream4({signal}),!isIterable(ret))throw new ERR_INVALID_RETURN_VALUE("Iterable, AsyncIterable or Stream","source",ret)}else isIterable(stream4)||
isReadableNodeStream(stream4)||isTransformStream(stream4)?ret=stream4:ret=Duplex.from(stream4);else if(typeof stream4=="function"){if(isTransformStream(
ret)){var _ret;ret=makeAsyncIterable((_ret=ret)===null||_ret===void 0?void 0:_ret.readable)}else ret=makeAsyncIterable(ret);if(ret=stream4(ret,
{signal}),reading){if(!isIterable(ret,!0))throw new ERR_INVALID_RETURN_VALUE("AsyncIterable",`transform[${i-1}]`,ret)}else{var _ret2;PassThrough3||
(PassThrough3=require_passthrough2());let pt=new PassThrough3({objectMode:!0}),then=(_ret2=ret)===null||_ret2===void 0?void 0:_ret2.then;if(typeof then==
"function")finishCount++,then.call(ret,val=>{value=val,val!=null&&pt.write(val),end&&pt.end(),process2.nextTick(finish)},err=>{pt.destroy(err),
process2.nextTick(finish,err)});else if(isIterable(ret,!0))finishCount++,pumpToNode(ret,pt,finish,{end});else if(isReadableStream(ret)||isTransformStream(
ret)){let toRead=ret.readable||ret;finishCount++,pumpToNode(toRead,pt,finish,{end})}else throw new ERR_INVALID_RETURN_VALUE("AsyncIterable o\
r Promise","destination",ret);ret=pt;let{destroy,cleanup}=destroyer(ret,!1,!0);destroys.push(destroy),isLastStream&&lastStreamCleanup.push(cleanup)}}else if(isNodeStream(
stream4)){if(isReadableNodeStream(ret)){finishCount+=2;let cleanup=pipe(ret,stream4,finish,{end});isReadable(stream4)&&isLastStream&&lastStreamCleanup.
push(cleanup)}else if(isTransformStream(ret)||isReadableStream(ret)){let toRead=ret.readable||ret;finishCount++,pumpToNode(toRead,stream4,finish,
{end})}else if(isIterable(ret))finishCount++,pumpToNode(ret,stream4,finish,{end});else throw new ERR_INVALID_ARG_TYPE("val",["Readable","Ite\
rable","AsyncIterable","ReadableStream","TransformStream"],ret);ret=stream4}else if(isWebStream(stream4)){if(isReadableNodeStream(ret))finishCount++,
pumpToWeb(makeAsyncIterable(ret),stream4,finish,{end});else if(isReadableStream(ret)||isIterable(ret))finishCount++,pumpToWeb(ret,stream4,finish,
{end});else if(isTransformStream(ret))finishCount++,pumpToWeb(ret.readable,stream4,finish,{end});else throw new ERR_INVALID_ARG_TYPE("val",[
"Readable","Iterable","AsyncIterable","ReadableStream","TransformStream"],ret);ret=stream4}else ret=Duplex.from(stream4)}return(signal!=null&&
signal.aborted||outerSignal!=null&&outerSignal.aborted)&&process2.nextTick(abort),ret}function pipe(src,dst,finish,{end}){let ended=!1;if(dst.
on("close",()=>{ended||finish(new ERR_STREAM_PREMATURE_CLOSE)}),src.pipe(dst,{end:!1}),end){let endFn2=function(){ended=!0,dst.end()};var endFn=endFn2;
isReadableFinished(src)?process2.nextTick(endFn2):src.once("end",endFn2)}else finish();return eos(src,{readable:!0,writable:!1},err=>{let rState=src.
_readableState;err&&err.code==="ERR_STREAM_PREMATURE_CLOSE"&&rState&&rState.ended&&!rState.errored&&!rState.errorEmitted?src.once("end",finish).
once("error",finish):finish(err)}),eos(dst,{readable:!1,writable:!0},finish)}module.exports={pipelineImpl,pipeline}}});var require_compose=__commonJS({"node_modules/readable-stream/lib/internal/streams/compose.js"(exports,module){"use strict";var{pipeline}=require_pipeline(),
Duplex=require_duplex(),{destroyer}=require_destroy2(),{isNodeStream,isReadable,isWritable,isWebStream,isTransformStream,isWritableStream,isReadableStream}=require_utils(),
{AbortError,codes:{ERR_INVALID_ARG_VALUE,ERR_MISSING_ARGS}}=require_errors(),eos=require_end_of_stream();module.exports=function(...streams){
if(streams.length===0)throw new ERR_MISSING_ARGS("streams");if(streams.length===1)return Duplex.from(streams[0]);let orgStreams=[...streams];
if(typeof streams[0]=="function"&&(streams[0]=Duplex.from(streams[0])),typeof streams[streams.length-1]=="function"){let idx=streams.length-
1;streams[idx]=Duplex.from(streams[idx])}for(let n=0;n<streams.length;++n)if(!(!isNodeStream(streams[n])&&!isWebStream(streams[n]))){if(n<streams.
length-1&&!(isReadable(streams[n])||isReadableStream(streams[n])||isTransformStream(streams[n])))throw new ERR_INVALID_ARG_VALUE(`streams[${n}\
]`,orgStreams[n],"must be readable");if(n>0&&!(isWritable(streams[n])||isWritableStream(streams[n])||isTransformStream(streams[n])))throw new ERR_INVALID_ARG_VALUE(
`streams[${n}]`,orgStreams[n],"must be writable")}let ondrain,onfinish,onreadable,onclose,d;function onfinished(err){let cb=onclose;onclose=
null,cb?cb(err):err?d.destroy(err):!readable&&!writable&&d.destroy()}let head=streams[0],tail=pipeline(streams,onfinished),writable=!!(isWritable(
head)||isWritableStream(head)||isTransformStream(head)),readable=!!(isReadable(tail)||isReadableStream(tail)||isTransformStream(tail));if(d=
new Duplex({writableObjectMode:!!(head!=null&&head.writableObjectMode),readableObjectMode:!!(tail!=null&&tail.readableObjectMode),writable,readable}),
writable){if(isNodeStream(head))d._write=function(chunk,encoding,callback){head.write(chunk,encoding)?callback():ondrain=callback},d._final=
function(callback){head.end(),onfinish=callback},head.on("drain",function(){if(ondrain){let cb=ondrain;ondrain=null,cb()}});else if(isWebStream(
head)){let writer=(isTransformStream(head)?head.writable:head).getWriter();d._write=async function(chunk,encoding,callback){try{await writer.
ready,writer.write(chunk).catch(()=>{}),callback()}catch(err){callback(err)}},d._final=async function(callback){try{await writer.ready,writer.
close().catch(()=>{}),onfinish=callback}catch(err){callback(err)}}}let toRead=isTransformStream(tail)?tail.readable:tail;eos(toRead,()=>{if(onfinish){
let cb=onfinish;onfinish=null,cb()}})}if(readable){if(isNodeStream(tail))tail.on("readable",function(){if(onreadable){let cb=onreadable;onreadable=
null,cb()}}),tail.on("end",function(){d.push(null)}),d._read=function(){for(;;){let buf=tail.read();if(buf===null){onreadable=d._read;return}
if(!d.push(buf))return}};else if(isWebStream(tail)){let reader=(isTransformStream(tail)?tail.readable:tail).getReader();d._read=async function(){
for(;;)try{let{value,done}=await reader.read();if(!d.push(value))return;if(done){d.push(null);return}}catch{return}}}}return d._destroy=function(err,callback){
!err&&onclose!==null&&(err=new AbortError),onreadable=null,ondrain=null,onfinish=null,onclose===null?callback(err):(onclose=callback,isNodeStream(
tail)&&destroyer(tail,err))},d}}});var require_operators=__commonJS({"node_modules/readable-stream/lib/internal/streams/operators.js"(exports,module){"use strict";var AbortController2=globalThis.
AbortController||require_abort_controller().AbortController,{codes:{ERR_INVALID_ARG_VALUE,ERR_INVALID_ARG_TYPE,ERR_MISSING_ARGS,ERR_OUT_OF_RANGE},
AbortError}=require_errors(),{validateAbortSignal,validateInteger,validateObject}=require_validators(),kWeakHandler=require_primordials().Symbol(
"kWeak"),kResistStopPropagation=require_primordials().Symbol("kResistStopPropagation"),{finished}=require_end_of_stream(),staticCompose=require_compose(),
{addAbortSignalNoValidate}=require_add_abort_signal(),{isWritable,isNodeStream}=require_utils(),{deprecate}=require_util2(),{ArrayPrototypePush,
Boolean:Boolean2,MathFloor,Number:Number2,NumberIsNaN,Promise:Promise2,PromiseReject,PromiseResolve,PromisePrototypeThen,Symbol:Symbol2}=require_primordials(),
kEmpty=Symbol2("kEmpty"),kEof=Symbol2("kEof");function compose(stream4,options){if(options!=null&&validateObject(options,"options"),options?.
signal!=null&&validateAbortSignal(options.signal,"options.signal"),isNodeStream(stream4)&&!isWritable(stream4))throw new ERR_INVALID_ARG_VALUE(
"stream",stream4,"must be writable");let composedStream=staticCompose(this,stream4);return options!=null&&options.signal&&addAbortSignalNoValidate(
options.signal,composedStream),composedStream}function map(fn,options){if(typeof fn!="function")throw new ERR_INVALID_ARG_TYPE("fn",["Functi\
on","AsyncFunction"],fn);options!=null&&validateObject(options,"options"),options?.signal!=null&&validateAbortSignal(options.signal,"options\
.signal");let concurrency=1;options?.concurrency!=null&&(concurrency=MathFloor(options.concurrency));let highWaterMark=concurrency-1;return options?.
highWaterMark!=null&&(highWaterMark=MathFloor(options.highWaterMark)),validateInteger(concurrency,"options.concurrency",1),validateInteger(highWaterMark,
"options.highWaterMark",0),highWaterMark+=concurrency,async function*(){let signal=require_util2().AbortSignalAny([options?.signal].filter(Boolean2)),
stream4=this,queue=[],signalOpt={signal},next,resume,done=!1,cnt=0;function onCatch(){done=!0,afterItemProcessed()}function afterItemProcessed(){
cnt-=1,maybeResume()}function maybeResume(){resume&&!done&&cnt<concurrency&&queue.length<highWaterMark&&(resume(),resume=null)}async function pump(){
try{for await(let val of stream4){if(done)return;if(signal.aborted)throw new AbortError;try{if(val=fn(val,signalOpt),val===kEmpty)continue;val=
PromiseResolve(val)}catch(err){val=PromiseReject(err)}cnt+=1,PromisePrototypeThen(val,afterItemProcessed,onCatch),queue.push(val),next&&(next(),
next=null),!done&&(queue.length>=highWaterMark||cnt>=concurrency)&&await new Promise2(resolve2=>{resume=resolve2})}queue.push(kEof)}catch(err){
let val=PromiseReject(err);PromisePrototypeThen(val,afterItemProcessed,onCatch),queue.push(val)}finally{done=!0,next&&(next(),next=null)}}pump();
try{for(;;){for(;queue.length>0;){let val=await queue[0];if(val===kEof)return;if(signal.aborted)throw new AbortError;val!==kEmpty&&(yield val),
queue.shift(),maybeResume()}await new Promise2(resolve2=>{next=resolve2})}}finally{done=!0,resume&&(resume(),resume=null)}}.call(this)}function asIndexedPairs(options=void 0){
return options!=null&&validateObject(options,"options"),options?.signal!=null&&validateAbortSignal(options.signal,"options.signal"),async function*(){
let index=0;for await(let val of this){var _options$signal;if(options!=null&&(_options$signal=options.signal)!==null&&_options$signal!==void 0&&
_options$signal.aborted)throw new AbortError({cause:options.signal.reason});yield[index++,val]}}.call(this)}async function some(fn,options=void 0){
for await(let unused of filter.call(this,fn,options))return!0;return!1}async function every(fn,options=void 0){if(typeof fn!="function")throw new ERR_INVALID_ARG_TYPE(
"fn",["Function","AsyncFunction"],fn);return!await some.call(this,async(...args)=>!await fn(...args),options)}async function find(fn,options){
for await(let result of filter.call(this,fn,options))return result}async function forEach(fn,options){if(typeof fn!="function")throw new ERR_INVALID_ARG_TYPE(
"fn",["Function","AsyncFunction"],fn);async function forEachFn(value,options2){return await fn(value,options2),kEmpty}for await(let unused of map.
call(this,forEachFn,options));}function filter(fn,options){if(typeof fn!="function")throw new ERR_INVALID_ARG_TYPE("fn",["Function","AsyncFu\
nction"],fn);async function filterFn(value,options2){return await fn(value,options2)?value:kEmpty}return map.call(this,filterFn,options)}var ReduceAwareErrMissingArgs=class extends ERR_MISSING_ARGS{constructor(){
super("reduce"),this.message="Reduce of an empty stream requires an initial value"}};async function reduce(reducer,initialValue,options){var _options$signal2;
if(typeof reducer!="function")throw new ERR_INVALID_ARG_TYPE("reducer",["Function","AsyncFunction"],reducer);options!=null&&validateObject(options,
"options"),options?.signal!=null&&validateAbortSignal(options.signal,"options.signal");let hasInitialValue=arguments.length>1;if(options!=null&&
(_options$signal2=options.signal)!==null&&_options$signal2!==void 0&&_options$signal2.aborted){let err=new AbortError(void 0,{cause:options.
signal.reason});throw this.once("error",()=>{}),await finished(this.destroy(err)),err}let ac=new AbortController2,signal=ac.signal;if(options!=
null&&options.signal){let opts={once:!0,[kWeakHandler]:this,[kResistStopPropagation]:!0};options.signal.addEventListener("abort",()=>ac.abort(),
opts)}let gotAnyItemFromStream=!1;try{for await(let value of this){var _options$signal3;if(gotAnyItemFromStream=!0,options!=null&&(_options$signal3=
options.signal)!==null&&_options$signal3!==void 0&&_options$signal3.aborted)throw new AbortError;hasInitialValue?initialValue=await reducer(
initialValue,value,{signal}):(initialValue=value,hasInitialValue=!0)}if(!gotAnyItemFromStream&&!hasInitialValue)throw new ReduceAwareErrMissingArgs}finally{
ac.abort()}return initialValue}async function toArray(options){options!=null&&validateObject(options,"options"),options?.signal!=null&&validateAbortSignal(
options.signal,"options.signal");let result=[];for await(let val of this){var _options$signal4;if(options!=null&&(_options$signal4=options.signal)!==
null&&_options$signal4!==void 0&&_options$signal4.aborted)throw new AbortError(void 0,{cause:options.signal.reason});ArrayPrototypePush(result,
val)}return result}function flatMap(fn,options){let values=map.call(this,fn,options);return async function*(){for await(let val of values)yield*val}.
call(this)}function toIntegerOrInfinity(number){if(number=Number2(number),NumberIsNaN(number))return 0;if(number<0)throw new ERR_OUT_OF_RANGE(
"number",">= 0",number);return number}function drop(number,options=void 0){return options!=null&&validateObject(options,"options"),options?.
signal!=null&&validateAbortSignal(options.signal,"options.signal"),number=toIntegerOrInfinity(number),async function*(){var _options$signal5;
if(options!=null&&(_options$signal5=options.signal)!==null&&_options$signal5!==void 0&&_options$signal5.aborted)throw new AbortError;for await(let val of this){
var _options$signal6;if(options!=null&&(_options$signal6=options.signal)!==null&&_options$signal6!==void 0&&_options$signal6.aborted)throw new AbortError;
number--<=0&&(yield val)}}.call(this)}function take(number,options=void 0){return options!=null&&validateObject(options,"options"),options?.
signal!=null&&validateAbortSignal(options.signal,"options.signal"),number=toIntegerOrInfinity(number),async function*(){var _options$signal7;
if(options!=null&&(_options$signal7=options.signal)!==null&&_options$signal7!==void 0&&_options$signal7.aborted)throw new AbortError;for await(let val of this){
var _options$signal8;if(options!=null&&(_options$signal8=options.signal)!==null&&_options$signal8!==void 0&&_options$signal8.aborted)throw new AbortError;
if(number-- >0&&(yield val),number<=0)return}}.call(this)}module.exports.streamReturningOperators={asIndexedPairs:deprecate(asIndexedPairs,"\
readable.asIndexedPairs will be removed in a future version."),drop,filter,flatMap,map,take,compose};module.exports.promiseReturningOperators=
{every,forEach,reduce,toArray,some,find}}});var require_promises=__commonJS({"node_modules/readable-stream/lib/stream/promises.js"(exports,module){"use strict";var{ArrayPrototypePop,Promise:Promise2}=require_primordials(),
{isIterable,isNodeStream,isWebStream}=require_utils(),{pipelineImpl:pl}=require_pipeline(),{finished}=require_end_of_stream();require_stream2();
function pipeline(...streams){return new Promise2((resolve2,reject)=>{let signal,end,lastArg=streams[streams.length-1];if(lastArg&&typeof lastArg==
"object"&&!isNodeStream(lastArg)&&!isIterable(lastArg)&&!isWebStream(lastArg)){let options=ArrayPrototypePop(streams);signal=options.signal,
end=options.end}pl(streams,(err,value)=>{err?reject(err):resolve2(value)},{signal,end})})}module.exports={finished,pipeline}}});var require_stream2=__commonJS({"node_modules/readable-stream/lib/stream.js"(exports,module){"use strict";var{Buffer:Buffer2}=__require("buffer"),
{ObjectDefineProperty,ObjectKeys,ReflectApply}=require_primordials(),{promisify:{custom:customPromisify}}=require_util2(),{streamReturningOperators,
promiseReturningOperators}=require_operators(),{codes:{ERR_ILLEGAL_CONSTRUCTOR}}=require_errors(),compose=require_compose(),{setDefaultHighWaterMark,
getDefaultHighWaterMark}=require_state(),{pipeline}=require_pipeline(),{destroyer}=require_destroy2(),eos=require_end_of_stream(),promises=require_promises(),
utils=require_utils(),Stream=module.exports=require_legacy().Stream;Stream.isDestroyed=utils.isDestroyed;Stream.isDisturbed=utils.isDisturbed;
Stream.isErrored=utils.isErrored;Stream.isReadable=utils.isReadable;Stream.isWritable=utils.isWritable;Stream.Readable=require_readable2();for(let key of ObjectKeys(
streamReturningOperators)){let fn=function(...args){if(new.target)throw ERR_ILLEGAL_CONSTRUCTOR();return Stream.Readable.from(ReflectApply(op,
this,args))},op=streamReturningOperators[key];ObjectDefineProperty(fn,"name",{__proto__:null,value:op.name}),ObjectDefineProperty(fn,"length",
{__proto__:null,value:op.length}),ObjectDefineProperty(Stream.Readable.prototype,key,{__proto__:null,value:fn,enumerable:!1,configurable:!0,
writable:!0})}for(let key of ObjectKeys(promiseReturningOperators)){let fn=function(...args){if(new.target)throw ERR_ILLEGAL_CONSTRUCTOR();return ReflectApply(
op,this,args)},op=promiseReturningOperators[key];ObjectDefineProperty(fn,"name",{__proto__:null,value:op.name}),ObjectDefineProperty(fn,"len\
gth",{__proto__:null,value:op.length}),ObjectDefineProperty(Stream.Readable.prototype,key,{__proto__:null,value:fn,enumerable:!1,configurable:!0,
writable:!0})}Stream.Writable=require_writable();Stream.Duplex=require_duplex();Stream.Transform=require_transform();Stream.PassThrough=require_passthrough2();
Stream.pipeline=pipeline;var{addAbortSignal}=require_add_abort_signal();Stream.addAbortSignal=addAbortSignal;Stream.finished=eos;Stream.destroy=
destroyer;Stream.compose=compose;Stream.setDefaultHighWaterMark=setDefaultHighWaterMark;Stream.getDefaultHighWaterMark=getDefaultHighWaterMark;
ObjectDefineProperty(Stream,"promises",{__proto__:null,configurable:!0,enumerable:!0,get(){return promises}});ObjectDefineProperty(pipeline,
customPromisify,{__proto__:null,enumerable:!0,get(){return promises.pipeline}});ObjectDefineProperty(eos,customPromisify,{__proto__:null,enumerable:!0,
get(){return promises.finished}});Stream.Stream=Stream;Stream._isUint8Array=function(value){return value instanceof Uint8Array};Stream._uint8ArrayToBuffer=
function(chunk){return Buffer2.from(chunk.buffer,chunk.byteOffset,chunk.byteLength)}}});var require_ours=__commonJS({"node_modules/readable-stream/lib/ours/index.js"(exports,module){"use strict";var Stream=__require("stream");if(Stream&&
process.env.READABLE_STREAM==="disable"){let promises=Stream.promises;module.exports._uint8ArrayToBuffer=Stream._uint8ArrayToBuffer,module.exports.
_isUint8Array=Stream._isUint8Array,module.exports.isDisturbed=Stream.isDisturbed,module.exports.isErrored=Stream.isErrored,module.exports.isReadable=
Stream.isReadable,module.exports.Readable=Stream.Readable,module.exports.Writable=Stream.Writable,module.exports.Duplex=Stream.Duplex,module.
exports.Transform=Stream.Transform,module.exports.PassThrough=Stream.PassThrough,module.exports.addAbortSignal=Stream.addAbortSignal,module.
exports.finished=Stream.finished,module.exports.destroy=Stream.destroy,module.exports.pipeline=Stream.pipeline,module.exports.compose=Stream.
compose,Object.defineProperty(Stream,"promises",{configurable:!0,enumerable:!0,get(){return promises}}),module.exports.Stream=Stream.Stream}else{
let CustomStream=require_stream2(),promises=require_promises(),originalDestroy=CustomStream.Readable.destroy;module.exports=CustomStream.Readable,
module.exports._uint8ArrayToBuffer=CustomStream._uint8ArrayToBuffer,module.exports._isUint8Array=CustomStream._isUint8Array,module.exports.isDisturbed=
CustomStream.isDisturbed,module.exports.isErrored=CustomStream.isErrored,module.exports.isReadable=CustomStream.isReadable,module.exports.Readable=
CustomStream.Readable,module.exports.Writable=CustomStream.Writable,module.exports.Duplex=CustomStream.Duplex,module.exports.Transform=CustomStream.
Transform,module.exports.PassThrough=CustomStream.PassThrough,module.exports.addAbortSignal=CustomStream.addAbortSignal,module.exports.finished=
CustomStream.finished,module.exports.destroy=CustomStream.destroy,module.exports.destroy=originalDestroy,module.exports.pipeline=CustomStream.
pipeline,module.exports.compose=CustomStream.compose,Object.defineProperty(CustomStream,"promises",{configurable:!0,enumerable:!0,get(){return promises}}),
module.exports.Stream=CustomStream.Stream}module.exports.default=module.exports}});var require_arrayPush=__commonJS({"node_modules/lodash/_arrayPush.js"(exports,module){function arrayPush(array,values){for(var index=-1,length=values.
length,offset=array.length;++index<length;)array[offset+index]=values[index];return array}module.exports=arrayPush}});var require_isFlattenable=__commonJS({"node_modules/lodash/_isFlattenable.js"(exports,module){var Symbol2=require_Symbol(),isArguments=require_isArguments(),
isArray=require_isArray(),spreadableSymbol=Symbol2?Symbol2.isConcatSpreadable:void 0;function isFlattenable(value){return isArray(value)||isArguments(
value)||!!(spreadableSymbol&&value&&value[spreadableSymbol])}module.exports=isFlattenable}});var require_baseFlatten=__commonJS({"node_modules/lodash/_baseFlatten.js"(exports,module){var arrayPush=require_arrayPush(),isFlattenable=require_isFlattenable();
function baseFlatten(array,depth,predicate,isStrict,result){var index=-1,length=array.length;for(predicate||(predicate=isFlattenable),result||
(result=[]);++index<length;){var value=array[index];depth>0&&predicate(value)?depth>1?baseFlatten(value,depth-1,predicate,isStrict,result):arrayPush(
result,value):isStrict||(result[result.length]=value)}return result}module.exports=baseFlatten}});var require_flatten=__commonJS({"node_modules/lodash/flatten.js"(exports,module){var baseFlatten=require_baseFlatten();function flatten(array){
var length=array==null?0:array.length;return length?baseFlatten(array,1):[]}module.exports=flatten}});var require_nativeCreate=__commonJS({"node_modules/lodash/_nativeCreate.js"(exports,module){var getNative=require_getNative(),nativeCreate=getNative(
Object,"create");module.exports=nativeCreate}});var require_hashClear=__commonJS({"node_modules/lodash/_hashClear.js"(exports,module){var nativeCreate=require_nativeCreate();function hashClear(){
this.__data__=nativeCreate?nativeCreate(null):{},this.size=0}module.exports=hashClear}});var require_hashDelete=__commonJS({"node_modules/lodash/_hashDelete.js"(exports,module){function hashDelete(key){var result=this.has(key)&&delete this.
__data__[key];return this.size-=result?1:0,result}module.exports=hashDelete}});var require_hashGet=__commonJS({"node_modules/lodash/_hashGet.js"(exports,module){var nativeCreate=require_nativeCreate(),HASH_UNDEFINED="__\
lodash_hash_undefined__",objectProto=Object.prototype,hasOwnProperty=objectProto.hasOwnProperty;function hashGet(key){var data=this.__data__;
if(nativeCreate){var result=data[key];return result===HASH_UNDEFINED?void 0:result}return hasOwnProperty.call(data,key)?data[key]:void 0}module.
exports=hashGet}});var require_hashHas=__commonJS({"node_modules/lodash/_hashHas.js"(exports,module){var nativeCreate=require_nativeCreate(),objectProto=Object.
prototype,hasOwnProperty=objectProto.hasOwnProperty;function hashHas(key){var data=this.__data__;return nativeCreate?data[key]!==void 0:hasOwnProperty.
call(data,key)}module.exports=hashHas}});var require_hashSet=__commonJS({"node_modules/lodash/_hashSet.js"(exports,module){var nativeCreate=require_nativeCreate(),HASH_UNDEFINED="__\
lodash_hash_undefined__";function hashSet(key,value){var data=this.__data__;return this.size+=this.has(key)?0:1,data[key]=nativeCreate&&value===
void 0?HASH_UNDEFINED:value,this}module.exports=hashSet}});var require_Hash=__commonJS({"node_modules/lodash/_Hash.js"(exports,module){var hashClear=require_hashClear(),hashDelete=require_hashDelete(),
hashGet=require_hashGet(),hashHas=require_hashHas(),hashSet=require_hashSet();function Hash(entries){var index=-1,length=entries==null?0:entries.
length;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}Hash.prototype.clear=hashClear;Hash.prototype.
delete=hashDelete;Hash.prototype.get=hashGet;Hash.prototype.has=hashHas;Hash.prototype.set=hashSet;module.exports=Hash}});var require_listCacheClear=__commonJS({"node_modules/lodash/_listCacheClear.js"(exports,module){function listCacheClear(){this.__data__=[],this.
size=0}module.exports=listCacheClear}});var require_assocIndexOf=__commonJS({"node_modules/lodash/_assocIndexOf.js"(exports,module){var eq=require_eq();function assocIndexOf(array,key){
for(var length=array.length;length--;)if(eq(array[length][0],key))return length;return-1}module.exports=assocIndexOf}});var require_listCacheDelete=__commonJS({"node_modules/lodash/_listCacheDelete.js"(exports,module){var assocIndexOf=require_assocIndexOf(),arrayProto=Array.
prototype,splice=arrayProto.splice;function listCacheDelete(key){var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.
length-1;return index==lastIndex?data.pop():splice.call(data,index,1),--this.size,!0}module.exports=listCacheDelete}});var require_listCacheGet=__commonJS({"node_modules/lodash/_listCacheGet.js"(exports,module){var assocIndexOf=require_assocIndexOf();function listCacheGet(key){
var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}module.exports=listCacheGet}});var require_listCacheHas=__commonJS({"node_modules/lodash/_listCacheHas.js"(exports,module){var assocIndexOf=require_assocIndexOf();function listCacheHas(key){
return assocIndexOf(this.__data__,key)>-1}module.exports=listCacheHas}});var require_listCacheSet=__commonJS({"node_modules/lodash/_listCacheSet.js"(exports,module){var assocIndexOf=require_assocIndexOf();function listCacheSet(key,value){
var data=this.__data__,index=assocIndexOf(data,key);return index<0?(++this.size,data.push([key,value])):data[index][1]=value,this}module.exports=
listCacheSet}});var require_ListCache=__commonJS({"node_modules/lodash/_ListCache.js"(exports,module){var listCacheClear=require_listCacheClear(),listCacheDelete=require_listCacheDelete(),
listCacheGet=require_listCacheGet(),listCacheHas=require_listCacheHas(),listCacheSet=require_listCacheSet();function ListCache(entries){var index=-1,
length=entries==null?0:entries.length;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}ListCache.prototype.
clear=listCacheClear;ListCache.prototype.delete=listCacheDelete;ListCache.prototype.get=listCacheGet;ListCache.prototype.has=listCacheHas;ListCache.
prototype.set=listCacheSet;module.exports=ListCache}});var require_Map=__commonJS({"node_modules/lodash/_Map.js"(exports,module){var getNative=require_getNative(),root=require_root(),Map2=getNative(
root,"Map");module.exports=Map2}});var require_mapCacheClear=__commonJS({"node_modules/lodash/_mapCacheClear.js"(exports,module){var Hash=require_Hash(),ListCache=require_ListCache(),
Map2=require_Map();function mapCacheClear(){this.size=0,this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}module.exports=
mapCacheClear}});var require_isKeyable=__commonJS({"node_modules/lodash/_isKeyable.js"(exports,module){function isKeyable(value){var type=typeof value;return type==
"string"||type=="number"||type=="symbol"||type=="boolean"?value!=="__proto__":value===null}module.exports=isKeyable}});var require_getMapData=__commonJS({"node_modules/lodash/_getMapData.js"(exports,module){var isKeyable=require_isKeyable();function getMapData(map,key){
var data=map.__data__;return isKeyable(key)?data[typeof key=="string"?"string":"hash"]:data.map}module.exports=getMapData}});var require_mapCacheDelete=__commonJS({"node_modules/lodash/_mapCacheDelete.js"(exports,module){var getMapData=require_getMapData();function mapCacheDelete(key){
var result=getMapData(this,key).delete(key);return this.size-=result?1:0,result}module.exports=mapCacheDelete}});var require_mapCacheGet=__commonJS({"node_modules/lodash/_mapCacheGet.js"(exports,module){var getMapData=require_getMapData();function mapCacheGet(key){
return getMapData(this,key).get(key)}module.exports=mapCacheGet}});var require_mapCacheHas=__commonJS({"node_modules/lodash/_mapCacheHas.js"(exports,module){var getMapData=require_getMapData();function mapCacheHas(key){
return getMapData(this,key).has(key)}module.exports=mapCacheHas}});var require_mapCacheSet=__commonJS({"node_modules/lodash/_mapCacheSet.js"(exports,module){var getMapData=require_getMapData();function mapCacheSet(key,value){
var data=getMapData(this,key),size=data.size;return data.set(key,value),this.size+=data.size==size?0:1,this}module.exports=mapCacheSet}});var require_MapCache=__commonJS({"node_modules/lodash/_MapCache.js"(exports,module){var mapCacheClear=require_mapCacheClear(),mapCacheDelete=require_mapCacheDelete(),
mapCacheGet=require_mapCacheGet(),mapCacheHas=require_mapCacheHas(),mapCacheSet=require_mapCacheSet();function MapCache(entries){var index=-1,
length=entries==null?0:entries.length;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}MapCache.prototype.
clear=mapCacheClear;MapCache.prototype.delete=mapCacheDelete;MapCache.prototype.get=mapCacheGet;MapCache.prototype.has=mapCacheHas;MapCache.
prototype.set=mapCacheSet;module.exports=MapCache}});var require_setCacheAdd=__commonJS({"node_modules/lodash/_setCacheAdd.js"(exports,module){var HASH_UNDEFINED="__lodash_hash_undefined__";function setCacheAdd(value){
return this.__data__.set(value,HASH_UNDEFINED),this}module.exports=setCacheAdd}});var require_setCacheHas=__commonJS({"node_modules/lodash/_setCacheHas.js"(exports,module){function setCacheHas(value){return this.__data__.has(
value)}module.exports=setCacheHas}});var require_SetCache=__commonJS({"node_modules/lodash/_SetCache.js"(exports,module){var MapCache=require_MapCache(),setCacheAdd=require_setCacheAdd(),
setCacheHas=require_setCacheHas();function SetCache(values){var index=-1,length=values==null?0:values.length;for(this.__data__=new MapCache;++index<
length;)this.add(values[index])}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd;SetCache.prototype.has=setCacheHas;module.exports=
SetCache}});var require_baseFindIndex=__commonJS({"node_modules/lodash/_baseFindIndex.js"(exports,module){function baseFindIndex(array,predicate,fromIndex,fromRight){
for(var length=array.length,index=fromIndex+(fromRight?1:-1);fromRight?index--:++index<length;)if(predicate(array[index],index,array))return index;
return-1}module.exports=baseFindIndex}});var require_baseIsNaN=__commonJS({"node_modules/lodash/_baseIsNaN.js"(exports,module){function baseIsNaN(value){return value!==value}module.
exports=baseIsNaN}});var require_strictIndexOf=__commonJS({"node_modules/lodash/_strictIndexOf.js"(exports,module){function strictIndexOf(array,value,fromIndex){
for(var index=fromIndex-1,length=array.length;++index<length;)if(array[index]===value)return index;return-1}module.exports=strictIndexOf}});var require_baseIndexOf=__commonJS({"node_modules/lodash/_baseIndexOf.js"(exports,module){var baseFindIndex=require_baseFindIndex(),baseIsNaN=require_baseIsNaN(),
strictIndexOf=require_strictIndexOf();function baseIndexOf(array,value,fromIndex){return value===value?strictIndexOf(array,value,fromIndex):
baseFindIndex(array,baseIsNaN,fromIndex)}module.exports=baseIndexOf}});var require_arrayIncludes=__commonJS({"node_modules/lodash/_arrayIncludes.js"(exports,module){var baseIndexOf=require_baseIndexOf();function arrayIncludes(array,value){
var length=array==null?0:array.length;return!!length&&baseIndexOf(array,value,0)>-1}module.exports=arrayIncludes}});var require_arrayIncludesWith=__commonJS({"node_modules/lodash/_arrayIncludesWith.js"(exports,module){function arrayIncludesWith(array,value,comparator){
for(var index=-1,length=array==null?0:array.length;++index<length;)if(comparator(value,array[index]))return!0;return!1}module.exports=arrayIncludesWith}});var require_arrayMap=__commonJS({"node_modules/lodash/_arrayMap.js"(exports,module){function arrayMap(array,iteratee){for(var index=-1,length=array==
null?0:array.length,result=Array(length);++index<length;)result[index]=iteratee(array[index],index,array);return result}module.exports=arrayMap}});var require_cacheHas=__commonJS({"node_modules/lodash/_cacheHas.js"(exports,module){function cacheHas(cache,key){return cache.has(key)}module.
exports=cacheHas}});var require_baseDifference=__commonJS({"node_modules/lodash/_baseDifference.js"(exports,module){var SetCache=require_SetCache(),arrayIncludes=require_arrayIncludes(),
arrayIncludesWith=require_arrayIncludesWith(),arrayMap=require_arrayMap(),baseUnary=require_baseUnary(),cacheHas=require_cacheHas(),LARGE_ARRAY_SIZE=200;
function baseDifference(array,values,iteratee,comparator){var index=-1,includes=arrayIncludes,isCommon=!0,length=array.length,result=[],valuesLength=values.
length;if(!length)return result;iteratee&&(values=arrayMap(values,baseUnary(iteratee))),comparator?(includes=arrayIncludesWith,isCommon=!1):
values.length>=LARGE_ARRAY_SIZE&&(includes=cacheHas,isCommon=!1,values=new SetCache(values));outer:for(;++index<length;){var value=array[index],
computed=iteratee==null?value:iteratee(value);if(value=comparator||value!==0?value:0,isCommon&&computed===computed){for(var valuesIndex=valuesLength;valuesIndex--;)
if(values[valuesIndex]===computed)continue outer;result.push(value)}else includes(values,computed,comparator)||result.push(value)}return result}
module.exports=baseDifference}});var require_isArrayLikeObject=__commonJS({"node_modules/lodash/isArrayLikeObject.js"(exports,module){var isArrayLike=require_isArrayLike(),isObjectLike=require_isObjectLike();
function isArrayLikeObject(value){return isObjectLike(value)&&isArrayLike(value)}module.exports=isArrayLikeObject}});var require_difference=__commonJS({"node_modules/lodash/difference.js"(exports,module){var baseDifference=require_baseDifference(),baseFlatten=require_baseFlatten(),
baseRest=require_baseRest(),isArrayLikeObject=require_isArrayLikeObject(),difference=baseRest(function(array,values){return isArrayLikeObject(
array)?baseDifference(array,baseFlatten(values,1,isArrayLikeObject,!0)):[]});module.exports=difference}});var require_Set=__commonJS({"node_modules/lodash/_Set.js"(exports,module){var getNative=require_getNative(),root=require_root(),Set2=getNative(
root,"Set");module.exports=Set2}});var require_noop=__commonJS({"node_modules/lodash/noop.js"(exports,module){function noop3(){}module.exports=noop3}});var require_setToArray=__commonJS({"node_modules/lodash/_setToArray.js"(exports,module){function setToArray(set){var index=-1,result=Array(set.
size);return set.forEach(function(value){result[++index]=value}),result}module.exports=setToArray}});var require_createSet=__commonJS({"node_modules/lodash/_createSet.js"(exports,module){var Set2=require_Set(),noop3=require_noop(),setToArray=require_setToArray(),
INFINITY=1/0,createSet=Set2&&1/setToArray(new Set2([,-0]))[1]==INFINITY?function(values){return new Set2(values)}:noop3;module.exports=createSet}});var require_baseUniq=__commonJS({"node_modules/lodash/_baseUniq.js"(exports,module){var SetCache=require_SetCache(),arrayIncludes=require_arrayIncludes(),
arrayIncludesWith=require_arrayIncludesWith(),cacheHas=require_cacheHas(),createSet=require_createSet(),setToArray=require_setToArray(),LARGE_ARRAY_SIZE=200;
function baseUniq(array,iteratee,comparator){var index=-1,includes=arrayIncludes,length=array.length,isCommon=!0,result=[],seen=result;if(comparator)
isCommon=!1,includes=arrayIncludesWith;else if(length>=LARGE_ARRAY_SIZE){var set=iteratee?null:createSet(array);if(set)return setToArray(set);
isCommon=!1,includes=cacheHas,seen=new SetCache}else seen=iteratee?[]:result;outer:for(;++index<length;){var value=array[index],computed=iteratee?
iteratee(value):value;if(value=comparator||value!==0?value:0,isCommon&&computed===computed){for(var seenIndex=seen.length;seenIndex--;)if(seen[seenIndex]===
computed)continue outer;iteratee&&seen.push(computed),result.push(value)}else includes(seen,computed,comparator)||(seen!==result&&seen.push(
computed),result.push(value))}return result}module.exports=baseUniq}});var require_union=__commonJS({"node_modules/lodash/union.js"(exports,module){var baseFlatten=require_baseFlatten(),baseRest=require_baseRest(),
baseUniq=require_baseUniq(),isArrayLikeObject=require_isArrayLikeObject(),union=baseRest(function(arrays){return baseUniq(baseFlatten(arrays,
1,isArrayLikeObject,!0))});module.exports=union}});var require_overArg=__commonJS({"node_modules/lodash/_overArg.js"(exports,module){function overArg(func,transform){return function(arg){return func(
transform(arg))}}module.exports=overArg}});var require_getPrototype=__commonJS({"node_modules/lodash/_getPrototype.js"(exports,module){var overArg=require_overArg(),getPrototype=overArg(
Object.getPrototypeOf,Object);module.exports=getPrototype}});var require_isPlainObject=__commonJS({"node_modules/lodash/isPlainObject.js"(exports,module){var baseGetTag=require_baseGetTag(),getPrototype=require_getPrototype(),
isObjectLike=require_isObjectLike(),objectTag="[object Object]",funcProto=Function.prototype,objectProto=Object.prototype,funcToString=funcProto.
toString,hasOwnProperty=objectProto.hasOwnProperty,objectCtorString=funcToString.call(Object);function isPlainObject3(value){if(!isObjectLike(
value)||baseGetTag(value)!=objectTag)return!1;var proto=getPrototype(value);if(proto===null)return!0;var Ctor=hasOwnProperty.call(proto,"con\
structor")&&proto.constructor;return typeof Ctor=="function"&&Ctor instanceof Ctor&&funcToString.call(Ctor)==objectCtorString}module.exports=
isPlainObject3}});var require_balanced_match2=__commonJS({"node_modules/archiver-utils/node_modules/balanced-match/index.js"(exports,module){"use strict";module.
exports=balanced;function balanced(a,b,str){a instanceof RegExp&&(a=maybeMatch(a,str)),b instanceof RegExp&&(b=maybeMatch(b,str));var r=range(
a,b,str);return r&&{start:r[0],end:r[1],pre:str.slice(0,r[0]),body:str.slice(r[0]+a.length,r[1]),post:str.slice(r[1]+b.length)}}function maybeMatch(reg,str){
var m=str.match(reg);return m?m[0]:null}balanced.range=range;function range(a,b,str){var begs,beg,left,right,result,ai=str.indexOf(a),bi=str.
indexOf(b,ai+1),i=ai;if(ai>=0&&bi>0){if(a===b)return[ai,bi];for(begs=[],left=str.length;i>=0&&!result;)i==ai?(begs.push(i),ai=str.indexOf(a,
i+1)):begs.length==1?result=[begs.pop(),bi]:(beg=begs.pop(),beg<left&&(left=beg,right=bi),bi=str.indexOf(b,i+1)),i=ai<bi&&ai>=0?ai:bi;begs.length&&
(result=[left,right])}return result}}});var require_brace_expansion2=__commonJS({"node_modules/archiver-utils/node_modules/brace-expansion/index.js"(exports,module){var balanced=require_balanced_match2();
module.exports=expandTop;var escSlash="\0SLASH"+Math.random().toFixed(16)+"\0",escOpen="\0OPEN"+Math.random().toFixed(16)+"\0",escClose="\0CL\
OSE"+Math.random().toFixed(16)+"\0",escComma="\0COMMA"+Math.random().toFixed(16)+"\0",escPeriod="\0PERIOD"+Math.random().toFixed(16)+"\0",EXPANSION_MAX=1e5,
EXPANSION_MAX_LENGTH=4e6,EXPANSION_MAX_DEPTH=1e3,EXPANSION_MAX_REWRITES=1e3,EXPANSION_MAX_STEPS=2e7,CALL_STEPS=16;function numeric(str){return parseInt(
str,10)==str?parseInt(str,10):str.charCodeAt(0)}function escapeBraces(str){return str.split("\\\\").join(escSlash).split("\\{").join(escOpen).
split("\\}").join(escClose).split("\\,").join(escComma).split("\\.").join(escPeriod)}function unescapeBraces(str){return str.split(escSlash).
join("\\").split(escOpen).join("{").split(escClose).join("}").split(escComma).join(",").split(escPeriod).join(".")}function pushAll(target,items){
for(var i=0;i<items.length;i++)target.push(items[i])}function balancedWithBudget(str,masked,budget){if(!(budget.remaining<0)){var r=balanced.
range("{","}",masked),unmatched=r!==void 0&&masked.indexOf("{")<r[0];if(budget.remaining-=r&&!unmatched?r[1]+1:str.length,!(!r||budget.remaining<
0))return{end:r[1],pre:str.slice(0,r[0]),body:str.slice(r[0]+1,r[1]),post:str.slice(r[1]+1),unmatched}}}function maskUnmatchedOpens(masked,budget){
budget.remaining-=masked.length;for(var open=[],i=0;i<masked.length;i++){var c=masked.charCodeAt(i);c===123?open.push(i):c===125&&open.length&&
open.pop()}for(var out="",last=0,j=0;j<open.length;j++)out+=masked.slice(last,open[j])+"\0",last=open[j]+1;return out+masked.slice(last)}function commaSetFollows(str,budget){
if(budget.remaining-=str.length,budget.remaining<0)return!1;for(var close=!1,i=str.length-1;i>=0;i--){var c=str.charCodeAt(i);if(c===125)close=
!0;else if(c===10||c===13||c===8232||c===8233)close=!1;else if(c===44&&close&&str.charCodeAt(i+1)!==44)return!0}return!1}function parseCommaParts(str,budget){
for(var parts=[],carry="";;){var m=balancedWithBudget(str,str,budget);if(budget.remaining<0)return;if(!m){var tail=str.split(",");return tail[0]=
carry+tail[0],pushAll(parts,tail),parts}var pre=m.pre,body=m.body,post=m.post,p=pre.split(",");if(p[0]=carry+p[0],p[p.length-1]+="{"+body+"}",
!post.length)return pushAll(parts,p),parts;carry=p.pop(),pushAll(parts,p),str=post}}function bound(value,fallback){return value==null||isNaN(
value)?fallback:value}function expandTop(str,options){if(!str)return[];options=options||{};var max=bound(options.max,EXPANSION_MAX),maxLength=bound(
options.maxLength,EXPANSION_MAX_LENGTH),maxDepth=bound(options.maxDepth,EXPANSION_MAX_DEPTH),maxRewrites=bound(options.maxRewrites,EXPANSION_MAX_REWRITES),
maxSteps=bound(options.maxSteps,EXPANSION_MAX_STEPS);return str.substr(0,2)==="{}"&&(str="\\{\\}"+str.substr(2)),expand2(escapeBraces(str),max,
maxLength,maxDepth,0,maxRewrites,{remaining:maxSteps},!0).map(unescapeBraces)}function embrace(str){return"{"+str+"}"}function isPadded(el){
return/^-?0\d/.test(el)}function lte(i,y){return i<=y}function gte(i,y){return i>=y}function combine(acc,pre,values,max,maxLength,dropEmpties,budget){
var out=[],length=0,nonEmpty;outer:for(var a=0;a<acc.length;a++){var prefix=acc[a]+pre,vs=values;dropEmpties&&!prefix&&(nonEmpty||(nonEmpty=
values.filter(Boolean)),vs=nonEmpty);for(var v=0;v<vs.length;v++){if(out.length>=max)break outer;var expansion=prefix+vs[v];if(length+expansion.
length>maxLength)break outer;out.push(expansion),length+=expansion.length}}return budget.remaining-=out.length,out}function expandSequence(body,isAlphaSequence,max,maxLength,budget){
var n=body.split(/\.\./),N=[];if(n[0]===void 0||n[1]===void 0)return N;var x=numeric(n[0]),y=numeric(n[1]),width=Math.max(n[0].length,n[1].length),
incr=n.length===3&&n[2]!==void 0?Math.max(Math.abs(numeric(n[2])),1):1,test=lte,reverse=y<x;reverse&&(incr*=-1,test=gte);for(var pad=n.some(
isPadded),cost=pad?width:1,length=0,i=x;test(i,y)&&N.length<max;i+=incr){if(budget.remaining-=cost,budget.remaining<0)return;var c;if(isAlphaSequence)
c=String.fromCharCode(i),c==="\\"&&(c="");else if(c=String(i),pad){var need=width-c.length;if(need>0){var z=new Array(need+1).join("0");i<0?
c="-"+z+c.slice(1):c=z+c}}if(length+c.length>maxLength)break;N.push(c),length+=c.length}return N}function expand2(str,max,maxLength,maxDepth,depth,maxRewrites,budget,isTop){
if(budget.remaining-=CALL_STEPS,depth>maxDepth)return[str];for(var acc=[""],rewrites=0,dropEmpties=!1,firstGroup=!0,masked=str;;){let m=balancedWithBudget(
str,masked,budget);if(!m)return combine(acc,str,[""],max,maxLength,dropEmpties,budget);m.unmatched&&(masked=maskUnmatchedOpens(masked,budget));
let pre=m.pre;var literal=function(){return combine(acc,pre+"{"+m.body+"}"+m.post,[""],max,maxLength,dropEmpties,budget)};if(/\$$/.test(pre)){
if(acc=combine(acc,pre+"{"+m.body+"}",[""],max,maxLength,dropEmpties&&!m.post.length,budget),firstGroup=!1,!m.post.length)break;str=m.post,masked=
masked.slice(m.end+1);continue}var isNumericSequence=/^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body),isAlphaSequence=/^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.
test(m.body),isSequence=isNumericSequence||isAlphaSequence,isOptions=m.body.indexOf(",")>=0;if(!isSequence&&!isOptions){if(rewrites<maxRewrites&&
commaSetFollows(m.post,budget)){rewrites++,str=m.pre+"{"+m.body+escClose+m.post,masked=masked.slice(0,m.end)+escClose+masked.slice(m.end+1),
isTop=!0;continue}return literal()}firstGroup&&(dropEmpties=isTop&&!isSequence,firstGroup=!1);var values;if(isSequence){if(values=expandSequence(
m.body,isAlphaSequence,max,maxLength,budget),!values)return literal()}else{var n=parseCommaParts(m.body,budget);if(!n)return literal();if(n.
length===1&&n[0]!==void 0){if(n=expand2(n[0],max,maxLength,maxDepth,depth+1,maxRewrites,budget,!1).map(embrace),budget.remaining<0)return literal();
if(n.length===1){var single=combine(acc,pre+n[0],[""],max,maxLength,dropEmpties&&!m.post.length,budget);if(budget.remaining<0)return literal();
if(acc=single,!m.post.length)break;str=m.post,masked=masked.slice(m.end+1);continue}}for(var dropsEmpties=dropEmpties&&!m.post.length&&!pre,
d=0;dropsEmpties&&d<acc.length;d++)acc[d]&&(dropsEmpties=!1);values=[];var valuesLength=0;outer:for(var j=0;j<n.length;j++){var expanded=expand2(
n[j],max,maxLength,maxDepth,depth+1,maxRewrites,budget,!1);if(budget.remaining<0)return literal();for(var k=0;k<expanded.length;k++){var v=expanded[k];
if(!(dropsEmpties&&!v)){if(values.length>=max||valuesLength+v.length>maxLength)break outer;values.push(v),valuesLength+=v.length}}}}var next=combine(
acc,pre,values,max,maxLength,dropEmpties&&!m.post.length,budget);if(budget.remaining<0)return literal();if(acc=next,!m.post.length)break;str=
m.post,masked=masked.slice(m.end+1)}return acc}}});var require_assert_valid_pattern=__commonJS({"node_modules/archiver-utils/node_modules/minimatch/dist/commonjs/assert-valid-pattern.js"(exports){
"use strict";Object.defineProperty(exports,"__esModule",{value:!0});exports.assertValidPattern=void 0;var MAX_PATTERN_LENGTH=1024*64,assertValidPattern=pattern=>{
if(typeof pattern!="string")throw new TypeError("invalid pattern");if(pattern.length>MAX_PATTERN_LENGTH)throw new TypeError("pattern is too \
long")};exports.assertValidPattern=assertValidPattern}});var require_brace_expressions=__commonJS({"node_modules/archiver-utils/node_modules/minimatch/dist/commonjs/brace-expressions.js"(exports){"\
use strict";Object.defineProperty(exports,"__esModule",{value:!0});exports.parseClass=void 0;var posixClasses={"[:alnum:]":["\\p{L}\\p{Nl}\\p{N\
d}",!0],"[:alpha:]":["\\p{L}\\p{Nl}",!0],"[:ascii:]":["\\x00-\\x7f",!1],"[:blank:]":["\\p{Zs}\\t",!0],"[:cntrl:]":["\\p{Cc}",!0],"[:digit:]":[
"\\p{Nd}",!0],"[:graph:]":["\\p{Z}\\p{C}",!0,!0],"[:lower:]":["\\p{Ll}",!0],"[:print:]":["\\p{C}",!0],"[:punct:]":["\\p{P}",!0],"[:space:]":[
"\\p{Z}\\t\\r\\n\\v\\f",!0],"[:upper:]":["\\p{Lu}",!0],"[:word:]":["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}",!0],"[:xdigit:]":["A-Fa-f0-9",!1]},braceEscape=s=>s.
replace(/[[\]\\-]/g,"\\$&"),regexpEscape=s=>s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&"),rangesToString=ranges=>ranges.join(""),parseClass=(glob,position)=>{
let pos=position;if(glob.charAt(pos)!=="[")throw new Error("not in a brace expression");let ranges=[],negs=[],i=pos+1,sawStart=!1,uflag=!1,escaping=!1,
negate=!1,endPos=pos,rangeStart="";WHILE:for(;i<glob.length;){let c=glob.charAt(i);if((c==="!"||c==="^")&&i===pos+1){negate=!0,i++;continue}
if(c==="]"&&sawStart&&!escaping){endPos=i+1;break}if(sawStart=!0,c==="\\"&&!escaping){escaping=!0,i++;continue}if(c==="["&&!escaping){for(let[
cls,[unip,u,neg]]of Object.entries(posixClasses))if(glob.startsWith(cls,i)){if(rangeStart)return["$.",!1,glob.length-pos,!0];i+=cls.length,neg?
negs.push(unip):ranges.push(unip),uflag=uflag||u;continue WHILE}}if(escaping=!1,rangeStart){c>rangeStart?ranges.push(braceEscape(rangeStart)+
"-"+braceEscape(c)):c===rangeStart&&ranges.push(braceEscape(c)),rangeStart="",i++;continue}if(glob.startsWith("-]",i+1)){ranges.push(braceEscape(
c+"-")),i+=2;continue}if(glob.startsWith("-",i+1)){rangeStart=c,i+=2;continue}ranges.push(braceEscape(c)),i++}if(endPos<i)return["",!1,0,!1];
if(!ranges.length&&!negs.length)return["$.",!1,glob.length-pos,!0];if(negs.length===0&&ranges.length===1&&/^\\?.$/.test(ranges[0])&&!negate){
let r=ranges[0].length===2?ranges[0].slice(-1):ranges[0];return[regexpEscape(r),!1,endPos-pos,!1]}let sranges="["+(negate?"^":"")+rangesToString(
ranges)+"]",snegs="["+(negate?"":"^")+rangesToString(negs)+"]";return[ranges.length&&negs.length?"("+sranges+"|"+snegs+")":ranges.length?sranges:
snegs,uflag,endPos-pos,!0]};exports.parseClass=parseClass}});var require_unescape=__commonJS({"node_modules/archiver-utils/node_modules/minimatch/dist/commonjs/unescape.js"(exports){"use strict";Object.
defineProperty(exports,"__esModule",{value:!0});exports.unescape=void 0;var unescape=(s,{windowsPathsNoEscape=!1}={})=>windowsPathsNoEscape?
s.replace(/\[([^\/\\])\]/g,"$1"):s.replace(/((?!\\).|^)\[([^\/\\])\]/g,"$1$2").replace(/\\([^\/])/g,"$1");exports.unescape=unescape}});var require_ast=__commonJS({"node_modules/archiver-utils/node_modules/minimatch/dist/commonjs/ast.js"(exports){"use strict";var _a;Object.defineProperty(
exports,"__esModule",{value:!0});exports.AST=void 0;var brace_expressions_js_1=require_brace_expressions(),unescape_js_1=require_unescape(),
types=new Set(["!","?","+","*","@"]),isExtglobType=c=>types.has(c),isExtglobAST=c=>isExtglobType(c.type),adoptionMap=new Map([["!",["@"]],["\
?",["?","@"]],["@",["@"]],["*",["*","+","?","@"]],["+",["+","@"]]]),adoptionWithSpaceMap=new Map([["!",["?"]],["@",["?"]],["+",["?","*"]]]),
adoptionAnyMap=new Map([["!",["?","@"]],["?",["?","@"]],["@",["?","@"]],["*",["*","+","?","@"]],["+",["+","@","?","*"]]]),usurpMap=new Map([
["!",new Map([["!","@"]])],["?",new Map([["*","*"],["+","*"]])],["@",new Map([["!","!"],["?","?"],["@","@"],["*","*"],["+","+"]])],["+",new Map(
[["?","*"],["*","*"]])]]),startNoTraversal="(?!(?:^|/)\\.\\.?(?:$|/))",startNoDot="(?!\\.)",addPatternStart=new Set(["[","."]),justDots=new Set(
["..","."]),reSpecials=new Set("().*{}+?[]^$\\!"),regExpEscape=s=>s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&"),qmark="[^/]",star=qmark+"*?",
starNoEmpty=qmark+"+?",AST=class{type;#root;#hasMagic;#uflag=!1;#parts=[];#parent;#parentIndex;#negs;#filledNegs=!1;#options;#toString;#emptyExt=!1;constructor(type,parent,options={}){
this.type=type,type&&(this.#hasMagic=!0),this.#parent=parent,this.#root=this.#parent?this.#parent.#root:this,this.#options=this.#root===this?
options:this.#root.#options,this.#negs=this.#root===this?[]:this.#root.#negs,type==="!"&&!this.#root.#filledNegs&&this.#negs.push(this),this.#parentIndex=
this.#parent?this.#parent.#parts.length:0}get hasMagic(){if(this.#hasMagic!==void 0)return this.#hasMagic;for(let p of this.#parts)if(typeof p!=
"string"&&(p.type||p.hasMagic))return this.#hasMagic=!0;return this.#hasMagic}toString(){return this.#toString!==void 0?this.#toString:this.
type?this.#toString=this.type+"("+this.#parts.map(p=>String(p)).join("|")+")":this.#toString=this.#parts.map(p=>String(p)).join("")}#fillNegs(){
if(this!==this.#root)throw new Error("should only call on root");if(this.#filledNegs)return this;this.toString(),this.#filledNegs=!0;let n;for(;n=
this.#negs.pop();){if(n.type!=="!")continue;let p=n,pp=p.#parent;for(;pp;){for(let i=p.#parentIndex+1;!pp.type&&i<pp.#parts.length;i++)for(let part of n.#parts){
if(typeof part=="string")throw new Error("string part in extglob AST??");part.copyIn(pp.#parts[i])}p=pp,pp=p.#parent}}return this}push(...parts){
for(let p of parts)if(p!==""){if(typeof p!="string"&&!(p instanceof _a&&p.#parent===this))throw new Error("invalid part: "+p);this.#parts.push(
p)}}toJSON(){let ret=this.type===null?this.#parts.slice().map(p=>typeof p=="string"?p:p.toJSON()):[this.type,...this.#parts.map(p=>p.toJSON())];
return this.isStart()&&!this.type&&ret.unshift([]),this.isEnd()&&(this===this.#root||this.#root.#filledNegs&&this.#parent?.type==="!")&&ret.
push({}),ret}isStart(){if(this.#root===this)return!0;if(!this.#parent?.isStart())return!1;if(this.#parentIndex===0)return!0;let p=this.#parent;
for(let i=0;i<this.#parentIndex;i++){let pp=p.#parts[i];if(!(pp instanceof _a&&pp.type==="!"))return!1}return!0}isEnd(){if(this.#root===this||
this.#parent?.type==="!")return!0;if(!this.#parent?.isEnd())return!1;if(!this.type)return this.#parent?.isEnd();let pl=this.#parent?this.#parent.#parts.
length:0;return this.#parentIndex===pl-1}copyIn(part){typeof part=="string"?this.push(part):this.push(part.clone(this))}clone(parent){let c=new _a(
this.type,parent);for(let p of this.#parts)c.copyIn(p);return c}static#parseAST(str,ast,pos,opt,extDepth){let maxDepth=opt.maxExtglobRecursion??
2,escaping=!1,inBrace=!1,braceStart=-1,braceNeg=!1;if(ast.type===null){let i2=pos,acc2="";for(;i2<str.length;){let c=str.charAt(i2++);if(escaping||
c==="\\"){escaping=!escaping,acc2+=c;continue}if(inBrace){i2===braceStart+1?(c==="^"||c==="!")&&(braceNeg=!0):c==="]"&&!(i2===braceStart+2&&
braceNeg)&&(inBrace=!1),acc2+=c;continue}else if(c==="["){inBrace=!0,braceStart=i2,braceNeg=!1,acc2+=c;continue}if(!opt.noext&&isExtglobType(
c)&&str.charAt(i2)==="("&&extDepth<=maxDepth){ast.push(acc2),acc2="";let ext=new _a(c,ast);i2=_a.#parseAST(str,ext,i2,opt,extDepth+1),ast.push(
ext);continue}acc2+=c}return ast.push(acc2),i2}let i=pos+1,part=new _a(null,ast),parts=[],acc="";for(;i<str.length;){let c=str.charAt(i++);if(escaping||
c==="\\"){escaping=!escaping,acc+=c;continue}if(inBrace){i===braceStart+1?(c==="^"||c==="!")&&(braceNeg=!0):c==="]"&&!(i===braceStart+2&&braceNeg)&&
(inBrace=!1),acc+=c;continue}else if(c==="["){inBrace=!0,braceStart=i,braceNeg=!1,acc+=c;continue}if(isExtglobType(c)&&str.charAt(i)==="("&&
(extDepth<=maxDepth||ast&&ast.#canAdoptType(c))){let depthAdd=ast&&ast.#canAdoptType(c)?0:1;part.push(acc),acc="";let ext=new _a(c,part);part.
push(ext),i=_a.#parseAST(str,ext,i,opt,extDepth+depthAdd);continue}if(c==="|"){part.push(acc),acc="",parts.push(part),part=new _a(null,ast);
continue}if(c===")")return acc===""&&ast.#parts.length===0&&(ast.#emptyExt=!0),part.push(acc),acc="",ast.push(...parts,part),i;acc+=c}return ast.
type=null,ast.#hasMagic=void 0,ast.#parts=[str.substring(pos-1)],i}#canAdoptWithSpace(child){return this.#canAdopt(child,adoptionWithSpaceMap)}#canAdopt(child,map=adoptionMap){
if(!child||typeof child!="object"||child.type!==null||child.#parts.length!==1||this.type===null)return!1;let gc=child.#parts[0];return!gc||typeof gc!=
"object"||gc.type===null?!1:this.#canAdoptType(gc.type,map)}#canAdoptType(c,map=adoptionAnyMap){return!!map.get(this.type)?.includes(c)}#adoptWithSpace(child,index){
let gc=child.#parts[0],blank=new _a(null,gc,this.options);blank.#parts.push(""),gc.push(blank),this.#adopt(child,index)}#adopt(child,index){
let gc=child.#parts[0];this.#parts.splice(index,1,...gc.#parts);for(let p of gc.#parts)typeof p=="object"&&(p.#parent=this);this.#toString=void 0}#canUsurpType(c){
return!!usurpMap.get(this.type)?.has(c)}#canUsurp(child){if(!child||typeof child!="object"||child.type!==null||child.#parts.length!==1||this.
type===null||this.#parts.length!==1)return!1;let gc=child.#parts[0];return!gc||typeof gc!="object"||gc.type===null?!1:this.#canUsurpType(gc.
type)}#usurp(child){let m=usurpMap.get(this.type),gc=child.#parts[0],nt=m?.get(gc.type);if(!nt)return!1;this.#parts=gc.#parts;for(let p of this.#parts)
typeof p=="object"&&(p.#parent=this);this.type=nt,this.#toString=void 0,this.#emptyExt=!1}#flatten(){if(isExtglobAST(this)){let iterations=0,
done=!1;do{done=!0;for(let i=0;i<this.#parts.length;i++){let c=this.#parts[i];typeof c=="object"&&(c.#flatten(),this.#canAdopt(c)?(done=!1,this.#adopt(
c,i)):this.#canAdoptWithSpace(c)?(done=!1,this.#adoptWithSpace(c,i)):this.#canUsurp(c)&&(done=!1,this.#usurp(c)))}}while(!done&&++iterations<
10)}else for(let p of this.#parts)typeof p=="object"&&p.#flatten();this.#toString=void 0}static fromGlob(pattern,options={}){let ast=new _a(
null,void 0,options);return _a.#parseAST(pattern,ast,0,options,0),ast}toMMPattern(){if(this!==this.#root)return this.#root.toMMPattern();let glob=this.
toString(),[re,body,hasMagic,uflag]=this.toRegExpSource();if(!(hasMagic||this.#hasMagic||this.#options.nocase&&!this.#options.nocaseMagicOnly&&
glob.toUpperCase()!==glob.toLowerCase()))return body;let flags=(this.#options.nocase?"i":"")+(uflag?"u":"");return Object.assign(new RegExp(
`^${re}$`,flags),{_src:re,_glob:glob})}get options(){return this.#options}toRegExpSource(allowDot){let dot=allowDot??!!this.#options.dot;if(this.#root===
this&&(this.#flatten(),this.#fillNegs()),!isExtglobAST(this)){let noEmpty=this.isStart()&&this.isEnd(),src=this.#parts.map(p=>{let[re,_2,hasMagic,
uflag]=typeof p=="string"?_a.#parseGlob(p,this.#hasMagic,noEmpty):p.toRegExpSource(allowDot);return this.#hasMagic=this.#hasMagic||hasMagic,
this.#uflag=this.#uflag||uflag,re}).join(""),start2="";if(this.isStart()&&typeof this.#parts[0]=="string"&&!(this.#parts.length===1&&justDots.
has(this.#parts[0]))){let aps=addPatternStart,needNoTrav=dot&&aps.has(src.charAt(0))||src.startsWith("\\.")&&aps.has(src.charAt(2))||src.startsWith(
"\\.\\.")&&aps.has(src.charAt(4)),needNoDot=!dot&&!allowDot&&aps.has(src.charAt(0));start2=needNoTrav?startNoTraversal:needNoDot?startNoDot:
""}let end="";return this.isEnd()&&this.#root.#filledNegs&&this.#parent?.type==="!"&&(end="(?:$|\\/)"),[start2+src+end,(0,unescape_js_1.unescape)(
src),this.#hasMagic=!!this.#hasMagic,this.#uflag]}let repeated=this.type==="*"||this.type==="+",start=this.type==="!"?"(?:(?!(?:":"(?:",body=this.#partsToRegExp(
dot);if(this.isStart()&&this.isEnd()&&!body&&this.type!=="!"){let s=this.toString(),me=this;return me.#parts=[s],me.type=null,me.#hasMagic=void 0,
[s,(0,unescape_js_1.unescape)(this.toString()),!1,!1]}let bodyDotAllowed=!repeated||allowDot||dot||!startNoDot?"":this.#partsToRegExp(!0);bodyDotAllowed===
body&&(bodyDotAllowed=""),bodyDotAllowed&&(body=`(?:${body})(?:${bodyDotAllowed})*?`);let final="";if(this.type==="!"&&this.#emptyExt)final=
(this.isStart()&&!dot?startNoDot:"")+starNoEmpty;else{let close=this.type==="!"?"))"+(this.isStart()&&!dot&&!allowDot?startNoDot:"")+star+")":
this.type==="@"?")":this.type==="?"?")?":this.type==="+"&&bodyDotAllowed?")":this.type==="*"&&bodyDotAllowed?")?":`)${this.type}`;final=start+
body+close}return[final,(0,unescape_js_1.unescape)(body),this.#hasMagic=!!this.#hasMagic,this.#uflag]}#partsToRegExp(dot){return this.#parts.
map(p=>{if(typeof p=="string")throw new Error("string type in extglob ast??");let[re,_2,_hasMagic,uflag]=p.toRegExpSource(dot);return this.#uflag=
this.#uflag||uflag,re}).filter(p=>!(this.isStart()&&this.isEnd())||!!p).join("|")}static#parseGlob(glob,hasMagic,noEmpty=!1){let escaping=!1,
re="",uflag=!1,inStar=!1;for(let i=0;i<glob.length;i++){let c=glob.charAt(i);if(escaping){escaping=!1,re+=(reSpecials.has(c)?"\\":"")+c,inStar=
!1;continue}if(c==="\\"){i===glob.length-1?re+="\\\\":escaping=!0;continue}if(c==="["){let[src,needUflag,consumed,magic]=(0,brace_expressions_js_1.
parseClass)(glob,i);if(consumed){re+=src,uflag=uflag||needUflag,i+=consumed-1,hasMagic=hasMagic||magic,inStar=!1;continue}}if(c==="*"){if(inStar)
continue;inStar=!0,re+=noEmpty&&/^[*]+$/.test(glob)?starNoEmpty:star,hasMagic=!0;continue}else inStar=!1;if(c==="?"){re+=qmark,hasMagic=!0;continue}
re+=regExpEscape(c)}return[re,(0,unescape_js_1.unescape)(glob),!!hasMagic,uflag]}};exports.AST=AST;_a=AST}});var require_escape=__commonJS({"node_modules/archiver-utils/node_modules/minimatch/dist/commonjs/escape.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.escape=void 0;var escape=(s,{windowsPathsNoEscape=!1}={})=>windowsPathsNoEscape?s.replace(/[?*()[\]]/g,
"[$&]"):s.replace(/[?*()[\]\\]/g,"\\$&");exports.escape=escape}});var require_commonjs3=__commonJS({"node_modules/archiver-utils/node_modules/minimatch/dist/commonjs/index.js"(exports){"use strict";var __importDefault=exports&&
exports.__importDefault||function(mod){return mod&&mod.__esModule?mod:{default:mod}};Object.defineProperty(exports,"__esModule",{value:!0});
exports.unescape=exports.escape=exports.AST=exports.Minimatch=exports.match=exports.makeRe=exports.braceExpand=exports.defaults=exports.filter=
exports.GLOBSTAR=exports.sep=exports.minimatch=void 0;var brace_expansion_1=__importDefault(require_brace_expansion2()),assert_valid_pattern_js_1=require_assert_valid_pattern(),
ast_js_1=require_ast(),escape_js_1=require_escape(),unescape_js_1=require_unescape(),minimatch=(p,pattern,options={})=>((0,assert_valid_pattern_js_1.
assertValidPattern)(pattern),!options.nocomment&&pattern.charAt(0)==="#"?!1:new Minimatch(pattern,options).match(p));exports.minimatch=minimatch;
var starDotExtRE=/^\*+([^+@!?\*\[\(]*)$/,starDotExtTest=ext2=>f=>!f.startsWith(".")&&f.endsWith(ext2),starDotExtTestDot=ext2=>f=>f.endsWith(
ext2),starDotExtTestNocase=ext2=>(ext2=ext2.toLowerCase(),f=>!f.startsWith(".")&&f.toLowerCase().endsWith(ext2)),starDotExtTestNocaseDot=ext2=>(ext2=
ext2.toLowerCase(),f=>f.toLowerCase().endsWith(ext2)),starDotStarRE=/^\*+\.\*+$/,starDotStarTest=f=>!f.startsWith(".")&&f.includes("."),starDotStarTestDot=f=>f!==
"."&&f!==".."&&f.includes("."),dotStarRE=/^\.\*+$/,dotStarTest=f=>f!=="."&&f!==".."&&f.startsWith("."),starRE=/^\*+$/,starTest=f=>f.length!==
0&&!f.startsWith("."),starTestDot=f=>f.length!==0&&f!=="."&&f!=="..",qmarksRE=/^\?+([^+@!?\*\[\(]*)?$/,qmarksTestNocase=([$0,ext2=""])=>{let noext=qmarksTestNoExt(
[$0]);return ext2?(ext2=ext2.toLowerCase(),f=>noext(f)&&f.toLowerCase().endsWith(ext2)):noext},qmarksTestNocaseDot=([$0,ext2=""])=>{let noext=qmarksTestNoExtDot(
[$0]);return ext2?(ext2=ext2.toLowerCase(),f=>noext(f)&&f.toLowerCase().endsWith(ext2)):noext},qmarksTestDot=([$0,ext2=""])=>{let noext=qmarksTestNoExtDot(
[$0]);return ext2?f=>noext(f)&&f.endsWith(ext2):noext},qmarksTest=([$0,ext2=""])=>{let noext=qmarksTestNoExt([$0]);return ext2?f=>noext(f)&&
f.endsWith(ext2):noext},qmarksTestNoExt=([$0])=>{let len=$0.length;return f=>f.length===len&&!f.startsWith(".")},qmarksTestNoExtDot=([$0])=>{
let len=$0.length;return f=>f.length===len&&f!=="."&&f!==".."},defaultPlatform=typeof process=="object"&&process?typeof process.env=="object"&&
process.env&&process.env.__MINIMATCH_TESTING_PLATFORM__||process.platform:"posix",path2={win32:{sep:"\\"},posix:{sep:"/"}};exports.sep=defaultPlatform===
"win32"?path2.win32.sep:path2.posix.sep;exports.minimatch.sep=exports.sep;exports.GLOBSTAR=Symbol("globstar **");exports.minimatch.GLOBSTAR=
exports.GLOBSTAR;var qmark="[^/]",star=qmark+"*?",twoStarDot="(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?",twoStarNoDot="(?:(?!(?:\\/|^)\\.).)*?",
filter=(pattern,options={})=>p=>(0,exports.minimatch)(p,pattern,options);exports.filter=filter;exports.minimatch.filter=exports.filter;var ext=(a,b={})=>Object.
assign({},a,b),defaults2=def=>{if(!def||typeof def!="object"||!Object.keys(def).length)return exports.minimatch;let orig=exports.minimatch;return Object.
assign((p,pattern,options={})=>orig(p,pattern,ext(def,options)),{Minimatch:class extends orig.Minimatch{constructor(pattern,options={}){super(
pattern,ext(def,options))}static defaults(options){return orig.defaults(ext(def,options)).Minimatch}},AST:class extends orig.AST{constructor(type,parent,options={}){
super(type,parent,ext(def,options))}static fromGlob(pattern,options={}){return orig.AST.fromGlob(pattern,ext(def,options))}},unescape:(s,options={})=>orig.
unescape(s,ext(def,options)),escape:(s,options={})=>orig.escape(s,ext(def,options)),filter:(pattern,options={})=>orig.filter(pattern,ext(def,
options)),defaults:options=>orig.defaults(ext(def,options)),makeRe:(pattern,options={})=>orig.makeRe(pattern,ext(def,options)),braceExpand:(pattern,options={})=>orig.
braceExpand(pattern,ext(def,options)),match:(list,pattern,options={})=>orig.match(list,pattern,ext(def,options)),sep:orig.sep,GLOBSTAR:exports.
GLOBSTAR})};exports.defaults=defaults2;exports.minimatch.defaults=exports.defaults;var braceExpand=(pattern,options={})=>((0,assert_valid_pattern_js_1.
assertValidPattern)(pattern),options.nobrace||!/\{(?:(?!\{).)*\}/.test(pattern)?[pattern]:(0,brace_expansion_1.default)(pattern));exports.braceExpand=
braceExpand;exports.minimatch.braceExpand=exports.braceExpand;var makeRe=(pattern,options={})=>new Minimatch(pattern,options).makeRe();exports.
makeRe=makeRe;exports.minimatch.makeRe=exports.makeRe;var match=(list,pattern,options={})=>{let mm=new Minimatch(pattern,options);return list=
list.filter(f=>mm.match(f)),mm.options.nonull&&!list.length&&list.push(pattern),list};exports.match=match;exports.minimatch.match=exports.match;
var globMagic=/[?*]|[+@!]\(.*?\)|\[|\]/,regExpEscape=s=>s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&"),Minimatch=class{options;set;pattern;windowsPathsNoEscape;nonegate;negate;comment;empty;preserveMultipleSlashes;partial;globSet;globParts;nocase;isWindows;platform;windowsNoMagicRoot;maxGlobstarRecursion;regexp;constructor(pattern,options={}){
(0,assert_valid_pattern_js_1.assertValidPattern)(pattern),options=options||{},this.options=options,this.maxGlobstarRecursion=options.maxGlobstarRecursion??
200,this.pattern=pattern,this.platform=options.platform||defaultPlatform,this.isWindows=this.platform==="win32",this.windowsPathsNoEscape=!!options.
windowsPathsNoEscape||options.allowWindowsEscape===!1,this.windowsPathsNoEscape&&(this.pattern=this.pattern.replace(/\\/g,"/")),this.preserveMultipleSlashes=
!!options.preserveMultipleSlashes,this.regexp=null,this.negate=!1,this.nonegate=!!options.nonegate,this.comment=!1,this.empty=!1,this.partial=
!!options.partial,this.nocase=!!this.options.nocase,this.windowsNoMagicRoot=options.windowsNoMagicRoot!==void 0?options.windowsNoMagicRoot:!!(this.
isWindows&&this.nocase),this.globSet=[],this.globParts=[],this.set=[],this.make()}hasMagic(){if(this.options.magicalBraces&&this.set.length>
1)return!0;for(let pattern of this.set)for(let part of pattern)if(typeof part!="string")return!0;return!1}debug(..._2){}make(){let pattern=this.
pattern,options=this.options;if(!options.nocomment&&pattern.charAt(0)==="#"){this.comment=!0;return}if(!pattern){this.empty=!0;return}this.parseNegate(),
this.globSet=[...new Set(this.braceExpand())],options.debug&&(this.debug=(...args)=>console.error(...args)),this.debug(this.pattern,this.globSet);
let rawGlobParts=this.globSet.map(s=>this.slashSplit(s));this.globParts=this.preprocess(rawGlobParts),this.debug(this.pattern,this.globParts);
let set=this.globParts.map((s,_2,__)=>{if(this.isWindows&&this.windowsNoMagicRoot){let isUNC=s[0]===""&&s[1]===""&&(s[2]==="?"||!globMagic.test(
s[2]))&&!globMagic.test(s[3]),isDrive=/^[a-z]:/i.test(s[0]);if(isUNC)return[...s.slice(0,4),...s.slice(4).map(ss=>this.parse(ss))];if(isDrive)
return[s[0],...s.slice(1).map(ss=>this.parse(ss))]}return s.map(ss=>this.parse(ss))});if(this.debug(this.pattern,set),this.set=set.filter(s=>s.
indexOf(!1)===-1),this.isWindows)for(let i=0;i<this.set.length;i++){let p=this.set[i];p[0]===""&&p[1]===""&&this.globParts[i][2]==="?"&&typeof p[3]==
"string"&&/^[a-z]:$/i.test(p[3])&&(p[2]="?")}this.debug(this.pattern,this.set)}preprocess(globParts){if(this.options.noglobstar)for(let i=0;i<
globParts.length;i++)for(let j=0;j<globParts[i].length;j++)globParts[i][j]==="**"&&(globParts[i][j]="*");let{optimizationLevel=1}=this.options;
return optimizationLevel>=2?(globParts=this.firstPhasePreProcess(globParts),globParts=this.secondPhasePreProcess(globParts)):optimizationLevel>=
1?globParts=this.levelOneOptimize(globParts):globParts=this.adjascentGlobstarOptimize(globParts),globParts}adjascentGlobstarOptimize(globParts){
return globParts.map(parts=>{let gs=-1;for(;(gs=parts.indexOf("**",gs+1))!==-1;){let i=gs;for(;parts[i+1]==="**";)i++;i!==gs&&parts.splice(gs,
i-gs)}return parts})}levelOneOptimize(globParts){return globParts.map(parts=>(parts=parts.reduce((set,part)=>{let prev=set[set.length-1];return part===
"**"&&prev==="**"?set:part===".."&&prev&&prev!==".."&&prev!=="."&&prev!=="**"?(set.pop(),set):(set.push(part),set)},[]),parts.length===0?[""]:
parts))}levelTwoFileOptimize(parts){Array.isArray(parts)||(parts=this.slashSplit(parts));let didSomething=!1;do{if(didSomething=!1,!this.preserveMultipleSlashes){
for(let i=1;i<parts.length-1;i++){let p=parts[i];i===1&&p===""&&parts[0]===""||(p==="."||p==="")&&(didSomething=!0,parts.splice(i,1),i--)}parts[0]===
"."&&parts.length===2&&(parts[1]==="."||parts[1]==="")&&(didSomething=!0,parts.pop())}let dd=0;for(;(dd=parts.indexOf("..",dd+1))!==-1;){let p=parts[dd-
1];p&&p!=="."&&p!==".."&&p!=="**"&&(didSomething=!0,parts.splice(dd-1,2),dd-=2)}}while(didSomething);return parts.length===0?[""]:parts}firstPhasePreProcess(globParts){
let didSomething=!1;do{didSomething=!1;for(let parts of globParts){let gs=-1;for(;(gs=parts.indexOf("**",gs+1))!==-1;){let gss=gs;for(;parts[gss+
1]==="**";)gss++;gss>gs&&parts.splice(gs+1,gss-gs);let next=parts[gs+1],p=parts[gs+2],p2=parts[gs+3];if(next!==".."||!p||p==="."||p===".."||
!p2||p2==="."||p2==="..")continue;didSomething=!0,parts.splice(gs,1);let other=parts.slice(0);other[gs]="**",globParts.push(other),gs--}if(!this.
preserveMultipleSlashes){for(let i=1;i<parts.length-1;i++){let p=parts[i];i===1&&p===""&&parts[0]===""||(p==="."||p==="")&&(didSomething=!0,
parts.splice(i,1),i--)}parts[0]==="."&&parts.length===2&&(parts[1]==="."||parts[1]==="")&&(didSomething=!0,parts.pop())}let dd=0;for(;(dd=parts.
indexOf("..",dd+1))!==-1;){let p=parts[dd-1];if(p&&p!=="."&&p!==".."&&p!=="**"){didSomething=!0;let splin=dd===1&&parts[dd+1]==="**"?["."]:[];
parts.splice(dd-1,2,...splin),parts.length===0&&parts.push(""),dd-=2}}}}while(didSomething);return globParts}secondPhasePreProcess(globParts){
for(let i=0;i<globParts.length-1;i++)for(let j=i+1;j<globParts.length;j++){let matched=this.partsMatch(globParts[i],globParts[j],!this.preserveMultipleSlashes);
if(matched){globParts[i]=[],globParts[j]=matched;break}}return globParts.filter(gs=>gs.length)}partsMatch(a,b,emptyGSMatch=!1){let ai=0,bi=0,
result=[],which="";for(;ai<a.length&&bi<b.length;)if(a[ai]===b[bi])result.push(which==="b"?b[bi]:a[ai]),ai++,bi++;else if(emptyGSMatch&&a[ai]===
"**"&&b[bi]===a[ai+1])result.push(a[ai]),ai++;else if(emptyGSMatch&&b[bi]==="**"&&a[ai]===b[bi+1])result.push(b[bi]),bi++;else if(a[ai]==="*"&&
b[bi]&&(this.options.dot||!b[bi].startsWith("."))&&b[bi]!=="**"){if(which==="b")return!1;which="a",result.push(a[ai]),ai++,bi++}else if(b[bi]===
"*"&&a[ai]&&(this.options.dot||!a[ai].startsWith("."))&&a[ai]!=="**"){if(which==="a")return!1;which="b",result.push(b[bi]),ai++,bi++}else return!1;
return a.length===b.length&&result}parseNegate(){if(this.nonegate)return;let pattern=this.pattern,negate=!1,negateOffset=0;for(let i=0;i<pattern.
length&&pattern.charAt(i)==="!";i++)negate=!negate,negateOffset++;negateOffset&&(this.pattern=pattern.slice(negateOffset)),this.negate=negate}matchOne(file,pattern,partial=!1){
let fileStartIndex=0,patternStartIndex=0;if(this.isWindows){let fileDrive=typeof file[0]=="string"&&/^[a-z]:$/i.test(file[0]),fileUNC=!fileDrive&&
file[0]===""&&file[1]===""&&file[2]==="?"&&/^[a-z]:$/i.test(file[3]),patternDrive=typeof pattern[0]=="string"&&/^[a-z]:$/i.test(pattern[0]),
patternUNC=!patternDrive&&pattern[0]===""&&pattern[1]===""&&pattern[2]==="?"&&typeof pattern[3]=="string"&&/^[a-z]:$/i.test(pattern[3]),fdi=fileUNC?
3:fileDrive?0:void 0,pdi=patternUNC?3:patternDrive?0:void 0;if(typeof fdi=="number"&&typeof pdi=="number"){let[fd,pd]=[file[fdi],pattern[pdi]];
fd.toLowerCase()===pd.toLowerCase()&&(pattern[pdi]=fd,patternStartIndex=pdi,fileStartIndex=fdi)}}let{optimizationLevel=1}=this.options;return optimizationLevel>=
2&&(file=this.levelTwoFileOptimize(file)),pattern.includes(exports.GLOBSTAR)?this.#matchGlobstar(file,pattern,partial,fileStartIndex,patternStartIndex):
this.#matchOne(file,pattern,partial,fileStartIndex,patternStartIndex)}#matchGlobstar(file,pattern,partial,fileIndex,patternIndex){let firstgs=pattern.
indexOf(exports.GLOBSTAR,patternIndex),lastgs=pattern.lastIndexOf(exports.GLOBSTAR),[head,body,tail]=partial?[pattern.slice(patternIndex,firstgs),
pattern.slice(firstgs+1),[]]:[pattern.slice(patternIndex,firstgs),pattern.slice(firstgs+1,lastgs),pattern.slice(lastgs+1)];if(head.length){let fileHead=file.
slice(fileIndex,fileIndex+head.length);if(!this.#matchOne(fileHead,head,partial,0,0))return!1;fileIndex+=head.length}let fileTailMatch=0;if(tail.
length){if(tail.length+fileIndex>file.length)return!1;let tailStart=file.length-tail.length;if(this.#matchOne(file,tail,partial,tailStart,0))
fileTailMatch=tail.length;else{if(file[file.length-1]!==""||fileIndex+tail.length===file.length||(tailStart--,!this.#matchOne(file,tail,partial,
tailStart,0)))return!1;fileTailMatch=tail.length+1}}if(!body.length){let sawSome=!!fileTailMatch;for(let i2=fileIndex;i2<file.length-fileTailMatch;i2++){
let f=String(file[i2]);if(sawSome=!0,f==="."||f===".."||!this.options.dot&&f.startsWith("."))return!1}return partial||sawSome}let bodySegments=[
[[],0]],currentBody=bodySegments[0],nonGsParts=0,nonGsPartsSums=[0];for(let b of body)b===exports.GLOBSTAR?(nonGsPartsSums.push(nonGsParts),
currentBody=[[],0],bodySegments.push(currentBody)):(currentBody[0].push(b),nonGsParts++);let i=bodySegments.length-1,fileLength=file.length-
fileTailMatch;for(let b of bodySegments)b[1]=fileLength-(nonGsPartsSums[i--]+b[0].length);return!!this.#matchGlobStarBodySections(file,bodySegments,
fileIndex,0,partial,0,!!fileTailMatch)}#matchGlobStarBodySections(file,bodySegments,fileIndex,bodyIndex,partial,globStarDepth,sawTail){let bs=bodySegments[bodyIndex];
if(!bs){for(let i=fileIndex;i<file.length;i++){sawTail=!0;let f=file[i];if(f==="."||f===".."||!this.options.dot&&f.startsWith("."))return!1}
return sawTail}let[body,after]=bs;for(;fileIndex<=after;){if(this.#matchOne(file.slice(0,fileIndex+body.length),body,partial,fileIndex,0)&&globStarDepth<
this.maxGlobstarRecursion){let sub=this.#matchGlobStarBodySections(file,bodySegments,fileIndex+body.length,bodyIndex+1,partial,globStarDepth+
1,sawTail);if(sub!==!1)return sub}let f=file[fileIndex];if(f==="."||f===".."||!this.options.dot&&f.startsWith("."))return!1;fileIndex++}return partial||
null}#matchOne(file,pattern,partial,fileIndex,patternIndex){let fi,pi,pl,fl;for(fi=fileIndex,pi=patternIndex,fl=file.length,pl=pattern.length;fi<
fl&&pi<pl;fi++,pi++){this.debug("matchOne loop");let p=pattern[pi],f=file[fi];if(this.debug(pattern,p,f),p===!1||p===exports.GLOBSTAR)return!1;
let hit;if(typeof p=="string"?(hit=f===p,this.debug("string match",p,f,hit)):(hit=p.test(f),this.debug("pattern match",p,f,hit)),!hit)return!1}
if(fi===fl&&pi===pl)return!0;if(fi===fl)return partial;if(pi===pl)return fi===fl-1&&file[fi]==="";throw new Error("wtf?")}braceExpand(){return(0,exports.
braceExpand)(this.pattern,this.options)}parse(pattern){(0,assert_valid_pattern_js_1.assertValidPattern)(pattern);let options=this.options;if(pattern===
"**")return exports.GLOBSTAR;if(pattern==="")return"";let m,fastTest=null;(m=pattern.match(starRE))?fastTest=options.dot?starTestDot:starTest:
(m=pattern.match(starDotExtRE))?fastTest=(options.nocase?options.dot?starDotExtTestNocaseDot:starDotExtTestNocase:options.dot?starDotExtTestDot:
starDotExtTest)(m[1]):(m=pattern.match(qmarksRE))?fastTest=(options.nocase?options.dot?qmarksTestNocaseDot:qmarksTestNocase:options.dot?qmarksTestDot:
qmarksTest)(m):(m=pattern.match(starDotStarRE))?fastTest=options.dot?starDotStarTestDot:starDotStarTest:(m=pattern.match(dotStarRE))&&(fastTest=
dotStarTest);let re=ast_js_1.AST.fromGlob(pattern,this.options).toMMPattern();return fastTest&&typeof re=="object"&&Reflect.defineProperty(re,
"test",{value:fastTest}),re}makeRe(){if(this.regexp||this.regexp===!1)return this.regexp;let set=this.set;if(!set.length)return this.regexp=
!1,this.regexp;let options=this.options,twoStar=options.noglobstar?star:options.dot?twoStarDot:twoStarNoDot,flags=new Set(options.nocase?["i"]:
[]),re=set.map(pattern=>{let pp=pattern.map(p=>{if(p instanceof RegExp)for(let f of p.flags.split(""))flags.add(f);return typeof p=="string"?
regExpEscape(p):p===exports.GLOBSTAR?exports.GLOBSTAR:p._src});return pp.forEach((p,i)=>{let next=pp[i+1],prev=pp[i-1];p!==exports.GLOBSTAR||
prev===exports.GLOBSTAR||(prev===void 0?next!==void 0&&next!==exports.GLOBSTAR?pp[i+1]="(?:\\/|"+twoStar+"\\/)?"+next:pp[i]=twoStar:next===void 0?
pp[i-1]=prev+"(?:\\/|"+twoStar+")?":next!==exports.GLOBSTAR&&(pp[i-1]=prev+"(?:\\/|\\/"+twoStar+"\\/)"+next,pp[i+1]=exports.GLOBSTAR))}),pp.
filter(p=>p!==exports.GLOBSTAR).join("/")}).join("|"),[open,close]=set.length>1?["(?:",")"]:["",""];re="^"+open+re+close+"$",this.negate&&(re=
"^(?!"+re+").+$");try{this.regexp=new RegExp(re,[...flags].join(""))}catch{this.regexp=!1}return this.regexp}slashSplit(p){return this.preserveMultipleSlashes?
p.split("/"):this.isWindows&&/^\/\/[^\/]+/.test(p)?["",...p.split(/\/+/)]:p.split(/\/+/)}match(f,partial=this.partial){if(this.debug("match",
f,this.pattern),this.comment)return!1;if(this.empty)return f==="";if(f==="/"&&partial)return!0;let options=this.options;this.isWindows&&(f=f.
split("\\").join("/"));let ff=this.slashSplit(f);this.debug(this.pattern,"split",ff);let set=this.set;this.debug(this.pattern,"set",set);let filename=ff[ff.
length-1];if(!filename)for(let i=ff.length-2;!filename&&i>=0;i--)filename=ff[i];for(let i=0;i<set.length;i++){let pattern=set[i],file=ff;if(options.
matchBase&&pattern.length===1&&(file=[filename]),this.matchOne(file,pattern,partial))return options.flipNegate?!0:!this.negate}return options.
flipNegate?!1:this.negate}static defaults(def){return exports.minimatch.defaults(def).Minimatch}};exports.Minimatch=Minimatch;var ast_js_2=require_ast();
Object.defineProperty(exports,"AST",{enumerable:!0,get:function(){return ast_js_2.AST}});var escape_js_2=require_escape();Object.defineProperty(
exports,"escape",{enumerable:!0,get:function(){return escape_js_2.escape}});var unescape_js_2=require_unescape();Object.defineProperty(exports,
"unescape",{enumerable:!0,get:function(){return unescape_js_2.unescape}});exports.minimatch.AST=ast_js_1.AST;exports.minimatch.Minimatch=Minimatch;
exports.minimatch.escape=escape_js_1.escape;exports.minimatch.unescape=unescape_js_1.unescape}});var require_commonjs4=__commonJS({"node_modules/archiver-utils/node_modules/lru-cache/dist/commonjs/index.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.LRUCache=void 0;var perf=typeof performance=="object"&&performance&&typeof performance.now=="functi\
on"?performance:Date,warned=new Set,PROCESS=typeof process=="object"&&process?process:{},emitWarning=(msg,type,code,fn)=>{typeof PROCESS.emitWarning==
"function"?PROCESS.emitWarning(msg,type,code,fn):console.error(`[${code}] ${type}: ${msg}`)},AC=globalThis.AbortController,AS=globalThis.AbortSignal;
if(typeof AC>"u"){AS=class{onabort;_onabort=[];reason;aborted=!1;addEventListener(_2,fn){this._onabort.push(fn)}},AC=class{constructor(){warnACPolyfill()}signal=new AS;abort(reason){
if(!this.signal.aborted){this.signal.reason=reason,this.signal.aborted=!0;for(let fn of this.signal._onabort)fn(reason);this.signal.onabort?.(
reason)}}};let printACPolyfillWarning=PROCESS.env?.LRU_CACHE_IGNORE_AC_WARNING!=="1",warnACPolyfill=()=>{printACPolyfillWarning&&(printACPolyfillWarning=
!1,emitWarning("AbortController is not defined. If using lru-cache in node 14, load an AbortController polyfill from the `node-abort-control\
ler` package. A minimal polyfill is provided for use by LRUCache.fetch(), but it should not be relied upon in other contexts (eg, passing it\
 to other APIs that use AbortController/AbortSignal might have undesirable effects). You may disable this with LRU_CACHE_IGNORE_AC_WARNING=1\
 in the env.","NO_ABORT_CONTROLLER","ENOTSUP",warnACPolyfill))}}var shouldWarn=code=>!warned.has(code),isPosInt=n=>n&&n===Math.floor(n)&&n>0&&
isFinite(n),getUintArray=max=>isPosInt(max)?max<=Math.pow(2,8)?Uint8Array:max<=Math.pow(2,16)?Uint16Array:max<=Math.pow(2,32)?Uint32Array:max<=
Number.MAX_SAFE_INTEGER?ZeroArray:null:null,ZeroArray=class extends Array{constructor(size){super(size),this.fill(0)}},Stack=class _Stack{heap;length;static#constructing=!1;static create(max){
let HeapCls=getUintArray(max);if(!HeapCls)return[];_Stack.#constructing=!0;let s=new _Stack(max,HeapCls);return _Stack.#constructing=!1,s}constructor(max,HeapCls){
if(!_Stack.#constructing)throw new TypeError("instantiate Stack using Stack.create(n)");this.heap=new HeapCls(max),this.length=0}push(n){this.
heap[this.length++]=n}pop(){return this.heap[--this.length]}},LRUCache=class _LRUCache{#max;#maxSize;#dispose;#disposeAfter;#fetchMethod;#memoMethod;ttl;ttlResolution;ttlAutopurge;updateAgeOnGet;updateAgeOnHas;allowStale;noDisposeOnSet;noUpdateTTL;maxEntrySize;sizeCalculation;noDeleteOnFetchRejection;noDeleteOnStaleGet;allowStaleOnFetchAbort;allowStaleOnFetchRejection;ignoreFetchAbort;#size;#calculatedSize;#keyMap;#keyList;#valList;#next;#prev;#head;#tail;#free;#disposed;#sizes;#starts;#ttls;#hasDispose;#hasFetchMethod;#hasDisposeAfter;static unsafeExposeInternals(c){
return{starts:c.#starts,ttls:c.#ttls,sizes:c.#sizes,keyMap:c.#keyMap,keyList:c.#keyList,valList:c.#valList,next:c.#next,prev:c.#prev,get head(){
return c.#head},get tail(){return c.#tail},free:c.#free,isBackgroundFetch:p=>c.#isBackgroundFetch(p),backgroundFetch:(k,index,options,context3)=>c.#backgroundFetch(
k,index,options,context3),moveToTail:index=>c.#moveToTail(index),indexes:options=>c.#indexes(options),rindexes:options=>c.#rindexes(options),
isStale:index=>c.#isStale(index)}}get max(){return this.#max}get maxSize(){return this.#maxSize}get calculatedSize(){return this.#calculatedSize}get size(){
return this.#size}get fetchMethod(){return this.#fetchMethod}get memoMethod(){return this.#memoMethod}get dispose(){return this.#dispose}get disposeAfter(){
return this.#disposeAfter}constructor(options){let{max=0,ttl,ttlResolution=1,ttlAutopurge,updateAgeOnGet,updateAgeOnHas,allowStale,dispose,disposeAfter,
noDisposeOnSet,noUpdateTTL,maxSize=0,maxEntrySize=0,sizeCalculation,fetchMethod,memoMethod,noDeleteOnFetchRejection,noDeleteOnStaleGet,allowStaleOnFetchRejection,
allowStaleOnFetchAbort,ignoreFetchAbort}=options;if(max!==0&&!isPosInt(max))throw new TypeError("max option must be a nonnegative integer");
let UintArray=max?getUintArray(max):Array;if(!UintArray)throw new Error("invalid max value: "+max);if(this.#max=max,this.#maxSize=maxSize,this.
maxEntrySize=maxEntrySize||this.#maxSize,this.sizeCalculation=sizeCalculation,this.sizeCalculation){if(!this.#maxSize&&!this.maxEntrySize)throw new TypeError(
"cannot set sizeCalculation without setting maxSize or maxEntrySize");if(typeof this.sizeCalculation!="function")throw new TypeError("sizeCa\
lculation set to non-function")}if(memoMethod!==void 0&&typeof memoMethod!="function")throw new TypeError("memoMethod must be a function if \
defined");if(this.#memoMethod=memoMethod,fetchMethod!==void 0&&typeof fetchMethod!="function")throw new TypeError("fetchMethod must be a fun\
ction if specified");if(this.#fetchMethod=fetchMethod,this.#hasFetchMethod=!!fetchMethod,this.#keyMap=new Map,this.#keyList=new Array(max).fill(
void 0),this.#valList=new Array(max).fill(void 0),this.#next=new UintArray(max),this.#prev=new UintArray(max),this.#head=0,this.#tail=0,this.#free=
Stack.create(max),this.#size=0,this.#calculatedSize=0,typeof dispose=="function"&&(this.#dispose=dispose),typeof disposeAfter=="function"?(this.#disposeAfter=
disposeAfter,this.#disposed=[]):(this.#disposeAfter=void 0,this.#disposed=void 0),this.#hasDispose=!!this.#dispose,this.#hasDisposeAfter=!!this.#disposeAfter,
this.noDisposeOnSet=!!noDisposeOnSet,this.noUpdateTTL=!!noUpdateTTL,this.noDeleteOnFetchRejection=!!noDeleteOnFetchRejection,this.allowStaleOnFetchRejection=
!!allowStaleOnFetchRejection,this.allowStaleOnFetchAbort=!!allowStaleOnFetchAbort,this.ignoreFetchAbort=!!ignoreFetchAbort,this.maxEntrySize!==
0){if(this.#maxSize!==0&&!isPosInt(this.#maxSize))throw new TypeError("maxSize must be a positive integer if specified");if(!isPosInt(this.maxEntrySize))
throw new TypeError("maxEntrySize must be a positive integer if specified");this.#initializeSizeTracking()}if(this.allowStale=!!allowStale,this.
noDeleteOnStaleGet=!!noDeleteOnStaleGet,this.updateAgeOnGet=!!updateAgeOnGet,this.updateAgeOnHas=!!updateAgeOnHas,this.ttlResolution=isPosInt(
ttlResolution)||ttlResolution===0?ttlResolution:1,this.ttlAutopurge=!!ttlAutopurge,this.ttl=ttl||0,this.ttl){if(!isPosInt(this.ttl))throw new TypeError(
"ttl must be a positive integer if specified");this.#initializeTTLTracking()}if(this.#max===0&&this.ttl===0&&this.#maxSize===0)throw new TypeError(
"At least one of max, maxSize, or ttl is required");if(!this.ttlAutopurge&&!this.#max&&!this.#maxSize){let code="LRU_CACHE_UNBOUNDED";shouldWarn(
code)&&(warned.add(code),emitWarning("TTL caching without ttlAutopurge, max, or maxSize can result in unbounded memory consumption.","Unboun\
dedCacheWarning",code,_LRUCache))}}getRemainingTTL(key){return this.#keyMap.has(key)?1/0:0}#initializeTTLTracking(){let ttls=new ZeroArray(this.#max),
starts=new ZeroArray(this.#max);this.#ttls=ttls,this.#starts=starts,this.#setItemTTL=(index,ttl,start=perf.now())=>{if(starts[index]=ttl!==0?
start:0,ttls[index]=ttl,ttl!==0&&this.ttlAutopurge){let t=setTimeout(()=>{this.#isStale(index)&&this.#delete(this.#keyList[index],"expire")},
ttl+1);t.unref&&t.unref()}},this.#updateItemAge=index=>{starts[index]=ttls[index]!==0?perf.now():0},this.#statusTTL=(status,index)=>{if(ttls[index]){
let ttl=ttls[index],start=starts[index];if(!ttl||!start)return;status.ttl=ttl,status.start=start,status.now=cachedNow||getNow();let age=status.
now-start;status.remainingTTL=ttl-age}};let cachedNow=0,getNow=()=>{let n=perf.now();if(this.ttlResolution>0){cachedNow=n;let t=setTimeout(()=>cachedNow=
0,this.ttlResolution);t.unref&&t.unref()}return n};this.getRemainingTTL=key=>{let index=this.#keyMap.get(key);if(index===void 0)return 0;let ttl=ttls[index],
start=starts[index];if(!ttl||!start)return 1/0;let age=(cachedNow||getNow())-start;return ttl-age},this.#isStale=index=>{let s=starts[index],
t=ttls[index];return!!t&&!!s&&(cachedNow||getNow())-s>t}}#updateItemAge=()=>{};#statusTTL=()=>{};#setItemTTL=()=>{};#isStale=()=>!1;#initializeSizeTracking(){
let sizes=new ZeroArray(this.#max);this.#calculatedSize=0,this.#sizes=sizes,this.#removeItemSize=index=>{this.#calculatedSize-=sizes[index],
sizes[index]=0},this.#requireSize=(k,v,size,sizeCalculation)=>{if(this.#isBackgroundFetch(v))return 0;if(!isPosInt(size))if(sizeCalculation){
if(typeof sizeCalculation!="function")throw new TypeError("sizeCalculation must be a function");if(size=sizeCalculation(v,k),!isPosInt(size))
throw new TypeError("sizeCalculation return invalid (expect positive integer)")}else throw new TypeError("invalid size value (must be positi\
ve integer). When maxSize or maxEntrySize is used, sizeCalculation or size must be set.");return size},this.#addItemSize=(index,size,status)=>{
if(sizes[index]=size,this.#maxSize){let maxSize=this.#maxSize-sizes[index];for(;this.#calculatedSize>maxSize;)this.#evict(!0)}this.#calculatedSize+=
sizes[index],status&&(status.entrySize=size,status.totalCalculatedSize=this.#calculatedSize)}}#removeItemSize=_i=>{};#addItemSize=(_i,_s,_st)=>{};#requireSize=(_k,_v,size,sizeCalculation)=>{
if(size||sizeCalculation)throw new TypeError("cannot set size without setting maxSize or maxEntrySize on cache");return 0};*#indexes({allowStale=this.
allowStale}={}){if(this.#size)for(let i=this.#tail;!(!this.#isValidIndex(i)||((allowStale||!this.#isStale(i))&&(yield i),i===this.#head));)i=
this.#prev[i]}*#rindexes({allowStale=this.allowStale}={}){if(this.#size)for(let i=this.#head;!(!this.#isValidIndex(i)||((allowStale||!this.#isStale(
i))&&(yield i),i===this.#tail));)i=this.#next[i]}#isValidIndex(index){return index!==void 0&&this.#keyMap.get(this.#keyList[index])===index}*entries(){
for(let i of this.#indexes())this.#valList[i]!==void 0&&this.#keyList[i]!==void 0&&!this.#isBackgroundFetch(this.#valList[i])&&(yield[this.#keyList[i],
this.#valList[i]])}*rentries(){for(let i of this.#rindexes())this.#valList[i]!==void 0&&this.#keyList[i]!==void 0&&!this.#isBackgroundFetch(
this.#valList[i])&&(yield[this.#keyList[i],this.#valList[i]])}*keys(){for(let i of this.#indexes()){let k=this.#keyList[i];k!==void 0&&!this.#isBackgroundFetch(
this.#valList[i])&&(yield k)}}*rkeys(){for(let i of this.#rindexes()){let k=this.#keyList[i];k!==void 0&&!this.#isBackgroundFetch(this.#valList[i])&&
(yield k)}}*values(){for(let i of this.#indexes())this.#valList[i]!==void 0&&!this.#isBackgroundFetch(this.#valList[i])&&(yield this.#valList[i])}*rvalues(){
for(let i of this.#rindexes())this.#valList[i]!==void 0&&!this.#isBackgroundFetch(this.#valList[i])&&(yield this.#valList[i])}[Symbol.iterator](){
return this.entries()}[Symbol.toStringTag]="LRUCache";find(fn,getOptions={}){for(let i of this.#indexes()){let v=this.#valList[i],value=this.#isBackgroundFetch(
v)?v.__staleWhileFetching:v;if(value!==void 0&&fn(value,this.#keyList[i],this))return this.get(this.#keyList[i],getOptions)}}forEach(fn,thisp=this){
for(let i of this.#indexes()){let v=this.#valList[i],value=this.#isBackgroundFetch(v)?v.__staleWhileFetching:v;value!==void 0&&fn.call(thisp,
value,this.#keyList[i],this)}}rforEach(fn,thisp=this){for(let i of this.#rindexes()){let v=this.#valList[i],value=this.#isBackgroundFetch(v)?
v.__staleWhileFetching:v;value!==void 0&&fn.call(thisp,value,this.#keyList[i],this)}}purgeStale(){let deleted=!1;for(let i of this.#rindexes(
{allowStale:!0}))this.#isStale(i)&&(this.#delete(this.#keyList[i],"expire"),deleted=!0);return deleted}info(key){let i=this.#keyMap.get(key);
if(i===void 0)return;let v=this.#valList[i],value=this.#isBackgroundFetch(v)?v.__staleWhileFetching:v;if(value===void 0)return;let entry={value};
if(this.#ttls&&this.#starts){let ttl=this.#ttls[i],start=this.#starts[i];if(ttl&&start){let remain=ttl-(perf.now()-start);entry.ttl=remain,entry.
start=Date.now()}}return this.#sizes&&(entry.size=this.#sizes[i]),entry}dump(){let arr=[];for(let i of this.#indexes({allowStale:!0})){let key=this.#keyList[i],
v=this.#valList[i],value=this.#isBackgroundFetch(v)?v.__staleWhileFetching:v;if(value===void 0||key===void 0)continue;let entry={value};if(this.#ttls&&
this.#starts){entry.ttl=this.#ttls[i];let age=perf.now()-this.#starts[i];entry.start=Math.floor(Date.now()-age)}this.#sizes&&(entry.size=this.#sizes[i]),
arr.unshift([key,entry])}return arr}load(arr){this.clear();for(let[key,entry]of arr){if(entry.start){let age=Date.now()-entry.start;entry.start=
perf.now()-age}this.set(key,entry.value,entry)}}set(k,v,setOptions={}){if(v===void 0)return this.delete(k),this;let{ttl=this.ttl,start,noDisposeOnSet=this.
noDisposeOnSet,sizeCalculation=this.sizeCalculation,status}=setOptions,{noUpdateTTL=this.noUpdateTTL}=setOptions,size=this.#requireSize(k,v,
setOptions.size||0,sizeCalculation);if(this.maxEntrySize&&size>this.maxEntrySize)return status&&(status.set="miss",status.maxEntrySizeExceeded=
!0),this.#delete(k,"set"),this;let index=this.#size===0?void 0:this.#keyMap.get(k);if(index===void 0)index=this.#size===0?this.#tail:this.#free.
length!==0?this.#free.pop():this.#size===this.#max?this.#evict(!1):this.#size,this.#keyList[index]=k,this.#valList[index]=v,this.#keyMap.set(
k,index),this.#next[this.#tail]=index,this.#prev[index]=this.#tail,this.#tail=index,this.#size++,this.#addItemSize(index,size,status),status&&
(status.set="add"),noUpdateTTL=!1;else{this.#moveToTail(index);let oldVal=this.#valList[index];if(v!==oldVal){if(this.#hasFetchMethod&&this.#isBackgroundFetch(
oldVal)){oldVal.__abortController.abort(new Error("replaced"));let{__staleWhileFetching:s}=oldVal;s!==void 0&&!noDisposeOnSet&&(this.#hasDispose&&
this.#dispose?.(s,k,"set"),this.#hasDisposeAfter&&this.#disposed?.push([s,k,"set"]))}else noDisposeOnSet||(this.#hasDispose&&this.#dispose?.(
oldVal,k,"set"),this.#hasDisposeAfter&&this.#disposed?.push([oldVal,k,"set"]));if(this.#removeItemSize(index),this.#addItemSize(index,size,status),
this.#valList[index]=v,status){status.set="replace";let oldValue=oldVal&&this.#isBackgroundFetch(oldVal)?oldVal.__staleWhileFetching:oldVal;
oldValue!==void 0&&(status.oldValue=oldValue)}}else status&&(status.set="update")}if(ttl!==0&&!this.#ttls&&this.#initializeTTLTracking(),this.#ttls&&
(noUpdateTTL||this.#setItemTTL(index,ttl,start),status&&this.#statusTTL(status,index)),!noDisposeOnSet&&this.#hasDisposeAfter&&this.#disposed){
let dt=this.#disposed,task;for(;task=dt?.shift();)this.#disposeAfter?.(...task)}return this}pop(){try{for(;this.#size;){let val=this.#valList[this.#head];
if(this.#evict(!0),this.#isBackgroundFetch(val)){if(val.__staleWhileFetching)return val.__staleWhileFetching}else if(val!==void 0)return val}}finally{
if(this.#hasDisposeAfter&&this.#disposed){let dt=this.#disposed,task;for(;task=dt?.shift();)this.#disposeAfter?.(...task)}}}#evict(free){let head=this.#head,
k=this.#keyList[head],v=this.#valList[head];return this.#hasFetchMethod&&this.#isBackgroundFetch(v)?v.__abortController.abort(new Error("evi\
cted")):(this.#hasDispose||this.#hasDisposeAfter)&&(this.#hasDispose&&this.#dispose?.(v,k,"evict"),this.#hasDisposeAfter&&this.#disposed?.push(
[v,k,"evict"])),this.#removeItemSize(head),free&&(this.#keyList[head]=void 0,this.#valList[head]=void 0,this.#free.push(head)),this.#size===
1?(this.#head=this.#tail=0,this.#free.length=0):this.#head=this.#next[head],this.#keyMap.delete(k),this.#size--,head}has(k,hasOptions={}){let{
updateAgeOnHas=this.updateAgeOnHas,status}=hasOptions,index=this.#keyMap.get(k);if(index!==void 0){let v=this.#valList[index];if(this.#isBackgroundFetch(
v)&&v.__staleWhileFetching===void 0)return!1;if(this.#isStale(index))status&&(status.has="stale",this.#statusTTL(status,index));else return updateAgeOnHas&&
this.#updateItemAge(index),status&&(status.has="hit",this.#statusTTL(status,index)),!0}else status&&(status.has="miss");return!1}peek(k,peekOptions={}){
let{allowStale=this.allowStale}=peekOptions,index=this.#keyMap.get(k);if(index===void 0||!allowStale&&this.#isStale(index))return;let v=this.#valList[index];
return this.#isBackgroundFetch(v)?v.__staleWhileFetching:v}#backgroundFetch(k,index,options,context3){let v=index===void 0?void 0:this.#valList[index];
if(this.#isBackgroundFetch(v))return v;let ac=new AC,{signal}=options;signal?.addEventListener("abort",()=>ac.abort(signal.reason),{signal:ac.
signal});let fetchOpts={signal:ac.signal,options,context:context3},cb=(v2,updateCache=!1)=>{let{aborted}=ac.signal,ignoreAbort=options.ignoreFetchAbort&&
v2!==void 0;if(options.status&&(aborted&&!updateCache?(options.status.fetchAborted=!0,options.status.fetchError=ac.signal.reason,ignoreAbort&&
(options.status.fetchAbortIgnored=!0)):options.status.fetchResolved=!0),aborted&&!ignoreAbort&&!updateCache)return fetchFail(ac.signal.reason);
let bf2=p;return this.#valList[index]===p&&(v2===void 0?bf2.__staleWhileFetching?this.#valList[index]=bf2.__staleWhileFetching:this.#delete(
k,"fetch"):(options.status&&(options.status.fetchUpdated=!0),this.set(k,v2,fetchOpts.options))),v2},eb=er=>(options.status&&(options.status.
fetchRejected=!0,options.status.fetchError=er),fetchFail(er)),fetchFail=er=>{let{aborted}=ac.signal,allowStaleAborted=aborted&&options.allowStaleOnFetchAbort,
allowStale=allowStaleAborted||options.allowStaleOnFetchRejection,noDelete=allowStale||options.noDeleteOnFetchRejection,bf2=p;if(this.#valList[index]===
p&&(!noDelete||bf2.__staleWhileFetching===void 0?this.#delete(k,"fetch"):allowStaleAborted||(this.#valList[index]=bf2.__staleWhileFetching)),
allowStale)return options.status&&bf2.__staleWhileFetching!==void 0&&(options.status.returnedStale=!0),bf2.__staleWhileFetching;if(bf2.__returned===
bf2)throw er},pcall=(res,rej)=>{let fmp=this.#fetchMethod?.(k,v,fetchOpts);fmp&&fmp instanceof Promise&&fmp.then(v2=>res(v2===void 0?void 0:
v2),rej),ac.signal.addEventListener("abort",()=>{(!options.ignoreFetchAbort||options.allowStaleOnFetchAbort)&&(res(void 0),options.allowStaleOnFetchAbort&&
(res=v2=>cb(v2,!0)))})};options.status&&(options.status.fetchDispatched=!0);let p=new Promise(pcall).then(cb,eb),bf=Object.assign(p,{__abortController:ac,
__staleWhileFetching:v,__returned:void 0});return index===void 0?(this.set(k,bf,{...fetchOpts.options,status:void 0}),index=this.#keyMap.get(
k)):this.#valList[index]=bf,bf}#isBackgroundFetch(p){if(!this.#hasFetchMethod)return!1;let b=p;return!!b&&b instanceof Promise&&b.hasOwnProperty(
"__staleWhileFetching")&&b.__abortController instanceof AC}async fetch(k,fetchOptions={}){let{allowStale=this.allowStale,updateAgeOnGet=this.
updateAgeOnGet,noDeleteOnStaleGet=this.noDeleteOnStaleGet,ttl=this.ttl,noDisposeOnSet=this.noDisposeOnSet,size=0,sizeCalculation=this.sizeCalculation,
noUpdateTTL=this.noUpdateTTL,noDeleteOnFetchRejection=this.noDeleteOnFetchRejection,allowStaleOnFetchRejection=this.allowStaleOnFetchRejection,
ignoreFetchAbort=this.ignoreFetchAbort,allowStaleOnFetchAbort=this.allowStaleOnFetchAbort,context:context3,forceRefresh=!1,status,signal}=fetchOptions;
if(!this.#hasFetchMethod)return status&&(status.fetch="get"),this.get(k,{allowStale,updateAgeOnGet,noDeleteOnStaleGet,status});let options={
allowStale,updateAgeOnGet,noDeleteOnStaleGet,ttl,noDisposeOnSet,size,sizeCalculation,noUpdateTTL,noDeleteOnFetchRejection,allowStaleOnFetchRejection,
allowStaleOnFetchAbort,ignoreFetchAbort,status,signal},index=this.#keyMap.get(k);if(index===void 0){status&&(status.fetch="miss");let p=this.#backgroundFetch(
k,index,options,context3);return p.__returned=p}else{let v=this.#valList[index];if(this.#isBackgroundFetch(v)){let stale=allowStale&&v.__staleWhileFetching!==
void 0;return status&&(status.fetch="inflight",stale&&(status.returnedStale=!0)),stale?v.__staleWhileFetching:v.__returned=v}let isStale=this.#isStale(
index);if(!forceRefresh&&!isStale)return status&&(status.fetch="hit"),this.#moveToTail(index),updateAgeOnGet&&this.#updateItemAge(index),status&&
this.#statusTTL(status,index),v;let p=this.#backgroundFetch(k,index,options,context3),staleVal=p.__staleWhileFetching!==void 0&&allowStale;return status&&
(status.fetch=isStale?"stale":"refresh",staleVal&&isStale&&(status.returnedStale=!0)),staleVal?p.__staleWhileFetching:p.__returned=p}}async forceFetch(k,fetchOptions={}){
let v=await this.fetch(k,fetchOptions);if(v===void 0)throw new Error("fetch() returned undefined");return v}memo(k,memoOptions={}){let memoMethod=this.#memoMethod;
if(!memoMethod)throw new Error("no memoMethod provided to constructor");let{context:context3,forceRefresh,...options}=memoOptions,v=this.get(
k,options);if(!forceRefresh&&v!==void 0)return v;let vv=memoMethod(k,v,{options,context:context3});return this.set(k,vv,options),vv}get(k,getOptions={}){
let{allowStale=this.allowStale,updateAgeOnGet=this.updateAgeOnGet,noDeleteOnStaleGet=this.noDeleteOnStaleGet,status}=getOptions,index=this.#keyMap.
get(k);if(index!==void 0){let value=this.#valList[index],fetching=this.#isBackgroundFetch(value);return status&&this.#statusTTL(status,index),
this.#isStale(index)?(status&&(status.get="stale"),fetching?(status&&allowStale&&value.__staleWhileFetching!==void 0&&(status.returnedStale=
!0),allowStale?value.__staleWhileFetching:void 0):(noDeleteOnStaleGet||this.#delete(k,"expire"),status&&allowStale&&(status.returnedStale=!0),
allowStale?value:void 0)):(status&&(status.get="hit"),fetching?value.__staleWhileFetching:(this.#moveToTail(index),updateAgeOnGet&&this.#updateItemAge(
index),value))}else status&&(status.get="miss")}#connect(p,n){this.#prev[n]=p,this.#next[p]=n}#moveToTail(index){index!==this.#tail&&(index===
this.#head?this.#head=this.#next[index]:this.#connect(this.#prev[index],this.#next[index]),this.#connect(this.#tail,index),this.#tail=index)}delete(k){
return this.#delete(k,"delete")}#delete(k,reason){let deleted=!1;if(this.#size!==0){let index=this.#keyMap.get(k);if(index!==void 0)if(deleted=
!0,this.#size===1)this.#clear(reason);else{this.#removeItemSize(index);let v=this.#valList[index];if(this.#isBackgroundFetch(v)?v.__abortController.
abort(new Error("deleted")):(this.#hasDispose||this.#hasDisposeAfter)&&(this.#hasDispose&&this.#dispose?.(v,k,reason),this.#hasDisposeAfter&&
this.#disposed?.push([v,k,reason])),this.#keyMap.delete(k),this.#keyList[index]=void 0,this.#valList[index]=void 0,index===this.#tail)this.#tail=
this.#prev[index];else if(index===this.#head)this.#head=this.#next[index];else{let pi=this.#prev[index];this.#next[pi]=this.#next[index];let ni=this.#next[index];
this.#prev[ni]=this.#prev[index]}this.#size--,this.#free.push(index)}}if(this.#hasDisposeAfter&&this.#disposed?.length){let dt=this.#disposed,
task;for(;task=dt?.shift();)this.#disposeAfter?.(...task)}return deleted}clear(){return this.#clear("delete")}#clear(reason){for(let index of this.#rindexes(
{allowStale:!0})){let v=this.#valList[index];if(this.#isBackgroundFetch(v))v.__abortController.abort(new Error("deleted"));else{let k=this.#keyList[index];
this.#hasDispose&&this.#dispose?.(v,k,reason),this.#hasDisposeAfter&&this.#disposed?.push([v,k,reason])}}if(this.#keyMap.clear(),this.#valList.
fill(void 0),this.#keyList.fill(void 0),this.#ttls&&this.#starts&&(this.#ttls.fill(0),this.#starts.fill(0)),this.#sizes&&this.#sizes.fill(0),
this.#head=0,this.#tail=0,this.#free.length=0,this.#calculatedSize=0,this.#size=0,this.#hasDisposeAfter&&this.#disposed){let dt=this.#disposed,
task;for(;task=dt?.shift();)this.#disposeAfter?.(...task)}}};exports.LRUCache=LRUCache}});var require_commonjs5=__commonJS({"node_modules/minipass/dist/commonjs/index.js"(exports){"use strict";var __importDefault=exports&&exports.
__importDefault||function(mod){return mod&&mod.__esModule?mod:{default:mod}};Object.defineProperty(exports,"__esModule",{value:!0});exports.
Minipass=exports.isWritable=exports.isReadable=exports.isStream=void 0;var proc=typeof process=="object"&&process?process:{stdout:null,stderr:null},
node_events_1=__require("node:events"),node_stream_1=__importDefault(__require("node:stream")),node_string_decoder_1=__require("node:string_decoder"),
isStream=s=>!!s&&typeof s=="object"&&(s instanceof Minipass||s instanceof node_stream_1.default||(0,exports.isReadable)(s)||(0,exports.isWritable)(
s));exports.isStream=isStream;var isReadable=s=>!!s&&typeof s=="object"&&s instanceof node_events_1.EventEmitter&&typeof s.pipe=="function"&&
s.pipe!==node_stream_1.default.Writable.prototype.pipe;exports.isReadable=isReadable;var isWritable=s=>!!s&&typeof s=="object"&&s instanceof
node_events_1.EventEmitter&&typeof s.write=="function"&&typeof s.end=="function";exports.isWritable=isWritable;var EOF=Symbol("EOF"),MAYBE_EMIT_END=Symbol(
"maybeEmitEnd"),EMITTED_END=Symbol("emittedEnd"),EMITTING_END=Symbol("emittingEnd"),EMITTED_ERROR=Symbol("emittedError"),CLOSED=Symbol("clos\
ed"),READ=Symbol("read"),FLUSH=Symbol("flush"),FLUSHCHUNK=Symbol("flushChunk"),ENCODING=Symbol("encoding"),DECODER=Symbol("decoder"),FLOWING=Symbol(
"flowing"),PAUSED=Symbol("paused"),RESUME=Symbol("resume"),BUFFER=Symbol("buffer"),PIPES=Symbol("pipes"),BUFFERLENGTH=Symbol("bufferLength"),
BUFFERPUSH=Symbol("bufferPush"),BUFFERSHIFT=Symbol("bufferShift"),OBJECTMODE=Symbol("objectMode"),DESTROYED=Symbol("destroyed"),ERROR=Symbol(
"error"),EMITDATA=Symbol("emitData"),EMITEND=Symbol("emitEnd"),EMITEND2=Symbol("emitEnd2"),ASYNC=Symbol("async"),ABORT=Symbol("abort"),ABORTED=Symbol(
"aborted"),SIGNAL=Symbol("signal"),DATALISTENERS=Symbol("dataListeners"),DISCARDED=Symbol("discarded"),defer=fn=>Promise.resolve().then(fn),
nodefer=fn=>fn(),isEndish=ev=>ev==="end"||ev==="finish"||ev==="prefinish",isArrayBufferLike=b=>b instanceof ArrayBuffer||!!b&&typeof b=="obj\
ect"&&b.constructor&&b.constructor.name==="ArrayBuffer"&&b.byteLength>=0,isArrayBufferView=b=>!Buffer.isBuffer(b)&&ArrayBuffer.isView(b),Pipe=class{src;dest;opts;ondrain;constructor(src,dest,opts){
this.src=src,this.dest=dest,this.opts=opts,this.ondrain=()=>src[RESUME](),this.dest.on("drain",this.ondrain)}unpipe(){this.dest.removeListener(
"drain",this.ondrain)}proxyErrors(_er){}end(){this.unpipe(),this.opts.end&&this.dest.end()}},PipeProxyErrors=class extends Pipe{unpipe(){this.
src.removeListener("error",this.proxyErrors),super.unpipe()}constructor(src,dest,opts){super(src,dest,opts),this.proxyErrors=er=>this.dest.emit(
"error",er),src.on("error",this.proxyErrors)}},isObjectModeOptions=o=>!!o.objectMode,isEncodingOptions=o=>!o.objectMode&&!!o.encoding&&o.encoding!==
"buffer",Minipass=class extends node_events_1.EventEmitter{[FLOWING]=!1;[PAUSED]=!1;[PIPES]=[];[BUFFER]=[];[OBJECTMODE];[ENCODING];[ASYNC];[DECODER];[EOF]=!1;[EMITTED_END]=!1;[EMITTING_END]=!1;[CLOSED]=!1;[EMITTED_ERROR]=null;[BUFFERLENGTH]=0;[DESTROYED]=!1;[SIGNAL];[ABORTED]=!1;[DATALISTENERS]=0;[DISCARDED]=!1;writable=!0;readable=!0;constructor(...args){
let options=args[0]||{};if(super(),options.objectMode&&typeof options.encoding=="string")throw new TypeError("Encoding and objectMode may no\
t be used together");isObjectModeOptions(options)?(this[OBJECTMODE]=!0,this[ENCODING]=null):isEncodingOptions(options)?(this[ENCODING]=options.
encoding,this[OBJECTMODE]=!1):(this[OBJECTMODE]=!1,this[ENCODING]=null),this[ASYNC]=!!options.async,this[DECODER]=this[ENCODING]?new node_string_decoder_1.
StringDecoder(this[ENCODING]):null,options&&options.debugExposeBuffer===!0&&Object.defineProperty(this,"buffer",{get:()=>this[BUFFER]}),options&&
options.debugExposePipes===!0&&Object.defineProperty(this,"pipes",{get:()=>this[PIPES]});let{signal}=options;signal&&(this[SIGNAL]=signal,signal.
aborted?this[ABORT]():signal.addEventListener("abort",()=>this[ABORT]()))}get bufferLength(){return this[BUFFERLENGTH]}get encoding(){return this[ENCODING]}set encoding(_enc){
throw new Error("Encoding must be set at instantiation time")}setEncoding(_enc){throw new Error("Encoding must be set at instantiation time")}get objectMode(){
return this[OBJECTMODE]}set objectMode(_om){throw new Error("objectMode must be set at instantiation time")}get async(){return this[ASYNC]}set async(a){
this[ASYNC]=this[ASYNC]||!!a}[ABORT](){this[ABORTED]=!0,this.emit("abort",this[SIGNAL]?.reason),this.destroy(this[SIGNAL]?.reason)}get aborted(){
return this[ABORTED]}set aborted(_2){}write(chunk,encoding,cb){if(this[ABORTED])return!1;if(this[EOF])throw new Error("write after end");if(this[DESTROYED])
return this.emit("error",Object.assign(new Error("Cannot call write after a stream was destroyed"),{code:"ERR_STREAM_DESTROYED"})),!0;typeof encoding==
"function"&&(cb=encoding,encoding="utf8"),encoding||(encoding="utf8");let fn=this[ASYNC]?defer:nodefer;if(!this[OBJECTMODE]&&!Buffer.isBuffer(
chunk)){if(isArrayBufferView(chunk))chunk=Buffer.from(chunk.buffer,chunk.byteOffset,chunk.byteLength);else if(isArrayBufferLike(chunk))chunk=
Buffer.from(chunk);else if(typeof chunk!="string")throw new Error("Non-contiguous data written to non-objectMode stream")}return this[OBJECTMODE]?
(this[FLOWING]&&this[BUFFERLENGTH]!==0&&this[FLUSH](!0),this[FLOWING]?this.emit("data",chunk):this[BUFFERPUSH](chunk),this[BUFFERLENGTH]!==0&&
this.emit("readable"),cb&&fn(cb),this[FLOWING]):chunk.length?(typeof chunk=="string"&&!(encoding===this[ENCODING]&&!this[DECODER]?.lastNeed)&&
(chunk=Buffer.from(chunk,encoding)),Buffer.isBuffer(chunk)&&this[ENCODING]&&(chunk=this[DECODER].write(chunk)),this[FLOWING]&&this[BUFFERLENGTH]!==
0&&this[FLUSH](!0),this[FLOWING]?this.emit("data",chunk):this[BUFFERPUSH](chunk),this[BUFFERLENGTH]!==0&&this.emit("readable"),cb&&fn(cb),this[FLOWING]):
(this[BUFFERLENGTH]!==0&&this.emit("readable"),cb&&fn(cb),this[FLOWING])}read(n){if(this[DESTROYED])return null;if(this[DISCARDED]=!1,this[BUFFERLENGTH]===
0||n===0||n&&n>this[BUFFERLENGTH])return this[MAYBE_EMIT_END](),null;this[OBJECTMODE]&&(n=null),this[BUFFER].length>1&&!this[OBJECTMODE]&&(this[BUFFER]=
[this[ENCODING]?this[BUFFER].join(""):Buffer.concat(this[BUFFER],this[BUFFERLENGTH])]);let ret=this[READ](n||null,this[BUFFER][0]);return this[MAYBE_EMIT_END](),
ret}[READ](n,chunk){if(this[OBJECTMODE])this[BUFFERSHIFT]();else{let c=chunk;n===c.length||n===null?this[BUFFERSHIFT]():typeof c=="string"?(this[BUFFER][0]=
c.slice(n),chunk=c.slice(0,n),this[BUFFERLENGTH]-=n):(this[BUFFER][0]=c.subarray(n),chunk=c.subarray(0,n),this[BUFFERLENGTH]-=n)}return this.
emit("data",chunk),!this[BUFFER].length&&!this[EOF]&&this.emit("drain"),chunk}end(chunk,encoding,cb){return typeof chunk=="function"&&(cb=chunk,
chunk=void 0),typeof encoding=="function"&&(cb=encoding,encoding="utf8"),chunk!==void 0&&this.write(chunk,encoding),cb&&this.once("end",cb),
this[EOF]=!0,this.writable=!1,(this[FLOWING]||!this[PAUSED])&&this[MAYBE_EMIT_END](),this}[RESUME](){this[DESTROYED]||(!this[DATALISTENERS]&&
!this[PIPES].length&&(this[DISCARDED]=!0),this[PAUSED]=!1,this[FLOWING]=!0,this.emit("resume"),this[BUFFER].length?this[FLUSH]():this[EOF]?this[MAYBE_EMIT_END]():
this.emit("drain"))}resume(){return this[RESUME]()}pause(){this[FLOWING]=!1,this[PAUSED]=!0,this[DISCARDED]=!1}get destroyed(){return this[DESTROYED]}get flowing(){
return this[FLOWING]}get paused(){return this[PAUSED]}[BUFFERPUSH](chunk){this[OBJECTMODE]?this[BUFFERLENGTH]+=1:this[BUFFERLENGTH]+=chunk.length,
this[BUFFER].push(chunk)}[BUFFERSHIFT](){return this[OBJECTMODE]?this[BUFFERLENGTH]-=1:this[BUFFERLENGTH]-=this[BUFFER][0].length,this[BUFFER].
shift()}[FLUSH](noDrain=!1){do;while(this[FLUSHCHUNK](this[BUFFERSHIFT]())&&this[BUFFER].length);!noDrain&&!this[BUFFER].length&&!this[EOF]&&
this.emit("drain")}[FLUSHCHUNK](chunk){return this.emit("data",chunk),this[FLOWING]}pipe(dest,opts){if(this[DESTROYED])return dest;this[DISCARDED]=
!1;let ended=this[EMITTED_END];return opts=opts||{},dest===proc.stdout||dest===proc.stderr?opts.end=!1:opts.end=opts.end!==!1,opts.proxyErrors=
!!opts.proxyErrors,ended?opts.end&&dest.end():(this[PIPES].push(opts.proxyErrors?new PipeProxyErrors(this,dest,opts):new Pipe(this,dest,opts)),
this[ASYNC]?defer(()=>this[RESUME]()):this[RESUME]()),dest}unpipe(dest){let p=this[PIPES].find(p2=>p2.dest===dest);p&&(this[PIPES].length===
1?(this[FLOWING]&&this[DATALISTENERS]===0&&(this[FLOWING]=!1),this[PIPES]=[]):this[PIPES].splice(this[PIPES].indexOf(p),1),p.unpipe())}addListener(ev,handler2){
return this.on(ev,handler2)}on(ev,handler2){let ret=super.on(ev,handler2);if(ev==="data")this[DISCARDED]=!1,this[DATALISTENERS]++,!this[PIPES].
length&&!this[FLOWING]&&this[RESUME]();else if(ev==="readable"&&this[BUFFERLENGTH]!==0)super.emit("readable");else if(isEndish(ev)&&this[EMITTED_END])
super.emit(ev),this.removeAllListeners(ev);else if(ev==="error"&&this[EMITTED_ERROR]){let h=handler2;this[ASYNC]?defer(()=>h.call(this,this[EMITTED_ERROR])):
h.call(this,this[EMITTED_ERROR])}return ret}removeListener(ev,handler2){return this.off(ev,handler2)}off(ev,handler2){let ret=super.off(ev,handler2);
return ev==="data"&&(this[DATALISTENERS]=this.listeners("data").length,this[DATALISTENERS]===0&&!this[DISCARDED]&&!this[PIPES].length&&(this[FLOWING]=
!1)),ret}removeAllListeners(ev){let ret=super.removeAllListeners(ev);return(ev==="data"||ev===void 0)&&(this[DATALISTENERS]=0,!this[DISCARDED]&&
!this[PIPES].length&&(this[FLOWING]=!1)),ret}get emittedEnd(){return this[EMITTED_END]}[MAYBE_EMIT_END](){!this[EMITTING_END]&&!this[EMITTED_END]&&
!this[DESTROYED]&&this[BUFFER].length===0&&this[EOF]&&(this[EMITTING_END]=!0,this.emit("end"),this.emit("prefinish"),this.emit("finish"),this[CLOSED]&&
this.emit("close"),this[EMITTING_END]=!1)}emit(ev,...args){let data=args[0];if(ev!=="error"&&ev!=="close"&&ev!==DESTROYED&&this[DESTROYED])return!1;
if(ev==="data")return!this[OBJECTMODE]&&!data?!1:this[ASYNC]?(defer(()=>this[EMITDATA](data)),!0):this[EMITDATA](data);if(ev==="end")return this[EMITEND]();
if(ev==="close"){if(this[CLOSED]=!0,!this[EMITTED_END]&&!this[DESTROYED])return!1;let ret2=super.emit("close");return this.removeAllListeners(
"close"),ret2}else if(ev==="error"){this[EMITTED_ERROR]=data,super.emit(ERROR,data);let ret2=!this[SIGNAL]||this.listeners("error").length?super.
emit("error",data):!1;return this[MAYBE_EMIT_END](),ret2}else if(ev==="resume"){let ret2=super.emit("resume");return this[MAYBE_EMIT_END](),
ret2}else if(ev==="finish"||ev==="prefinish"){let ret2=super.emit(ev);return this.removeAllListeners(ev),ret2}let ret=super.emit(ev,...args);
return this[MAYBE_EMIT_END](),ret}[EMITDATA](data){for(let p of this[PIPES])p.dest.write(data)===!1&&this.pause();let ret=this[DISCARDED]?!1:
super.emit("data",data);return this[MAYBE_EMIT_END](),ret}[EMITEND](){return this[EMITTED_END]?!1:(this[EMITTED_END]=!0,this.readable=!1,this[ASYNC]?
(defer(()=>this[EMITEND2]()),!0):this[EMITEND2]())}[EMITEND2](){if(this[DECODER]){let data=this[DECODER].end();if(data){for(let p of this[PIPES])
p.dest.write(data);this[DISCARDED]||super.emit("data",data)}}for(let p of this[PIPES])p.end();let ret=super.emit("end");return this.removeAllListeners(
"end"),ret}async collect(){let buf=Object.assign([],{dataLength:0});this[OBJECTMODE]||(buf.dataLength=0);let p=this.promise();return this.on(
"data",c=>{buf.push(c),this[OBJECTMODE]||(buf.dataLength+=c.length)}),await p,buf}async concat(){if(this[OBJECTMODE])throw new Error("cannot\
 concat in objectMode");let buf=await this.collect();return this[ENCODING]?buf.join(""):Buffer.concat(buf,buf.dataLength)}async promise(){return new Promise(
(resolve2,reject)=>{this.on(DESTROYED,()=>reject(new Error("stream destroyed"))),this.on("error",er=>reject(er)),this.on("end",()=>resolve2())})}[Symbol.
asyncIterator](){this[DISCARDED]=!1;let stopped=!1,stop=async()=>(this.pause(),stopped=!0,{value:void 0,done:!0});return{next:()=>{if(stopped)
return stop();let res=this.read();if(res!==null)return Promise.resolve({done:!1,value:res});if(this[EOF])return stop();let resolve2,reject,onerr=er=>{
this.off("data",ondata),this.off("end",onend),this.off(DESTROYED,ondestroy),stop(),reject(er)},ondata=value=>{this.off("error",onerr),this.off(
"end",onend),this.off(DESTROYED,ondestroy),this.pause(),resolve2({value,done:!!this[EOF]})},onend=()=>{this.off("error",onerr),this.off("dat\
a",ondata),this.off(DESTROYED,ondestroy),stop(),resolve2({done:!0,value:void 0})},ondestroy=()=>onerr(new Error("stream destroyed"));return new Promise(
(res2,rej)=>{reject=rej,resolve2=res2,this.once(DESTROYED,ondestroy),this.once("error",onerr),this.once("end",onend),this.once("data",ondata)})},
throw:stop,return:stop,[Symbol.asyncIterator](){return this},[Symbol.asyncDispose]:async()=>{}}}[Symbol.iterator](){this[DISCARDED]=!1;let stopped=!1,
stop=()=>(this.pause(),this.off(ERROR,stop),this.off(DESTROYED,stop),this.off("end",stop),stopped=!0,{done:!0,value:void 0}),next=()=>{if(stopped)
return stop();let value=this.read();return value===null?stop():{done:!1,value}};return this.once("end",stop),this.once(ERROR,stop),this.once(
DESTROYED,stop),{next,throw:stop,return:stop,[Symbol.iterator](){return this},[Symbol.dispose]:()=>{}}}destroy(er){if(this[DESTROYED])return er?
this.emit("error",er):this.emit(DESTROYED),this;this[DESTROYED]=!0,this[DISCARDED]=!0,this[BUFFER].length=0,this[BUFFERLENGTH]=0;let wc=this;
return typeof wc.close=="function"&&!this[CLOSED]&&wc.close(),er?this.emit("error",er):this.emit(DESTROYED),this}static get isStream(){return exports.
isStream}};exports.Minipass=Minipass}});var require_commonjs6=__commonJS({"node_modules/archiver-utils/node_modules/path-scurry/dist/commonjs/index.js"(exports){"use strict";var __createBinding=exports&&
exports.__createBinding||(Object.create?(function(o,m,k,k2){k2===void 0&&(k2=k);var desc=Object.getOwnPropertyDescriptor(m,k);(!desc||("get"in
desc?!m.__esModule:desc.writable||desc.configurable))&&(desc={enumerable:!0,get:function(){return m[k]}}),Object.defineProperty(o,k2,desc)}):
(function(o,m,k,k2){k2===void 0&&(k2=k),o[k2]=m[k]})),__setModuleDefault=exports&&exports.__setModuleDefault||(Object.create?(function(o,v){
Object.defineProperty(o,"default",{enumerable:!0,value:v})}):function(o,v){o.default=v}),__importStar=exports&&exports.__importStar||function(mod){
if(mod&&mod.__esModule)return mod;var result={};if(mod!=null)for(var k in mod)k!=="default"&&Object.prototype.hasOwnProperty.call(mod,k)&&__createBinding(
result,mod,k);return __setModuleDefault(result,mod),result};Object.defineProperty(exports,"__esModule",{value:!0});exports.PathScurry=exports.
Path=exports.PathScurryDarwin=exports.PathScurryPosix=exports.PathScurryWin32=exports.PathScurryBase=exports.PathPosix=exports.PathWin32=exports.
PathBase=exports.ChildrenCache=exports.ResolveCache=void 0;var lru_cache_1=require_commonjs4(),node_path_1=__require("node:path"),node_url_1=__require("node:url"),
fs_1=__require("fs"),actualFS=__importStar(__require("node:fs")),realpathSync=fs_1.realpathSync.native,promises_1=__require("node:fs/promises"),
minipass_1=require_commonjs5(),defaultFS={lstatSync:fs_1.lstatSync,readdir:fs_1.readdir,readdirSync:fs_1.readdirSync,readlinkSync:fs_1.readlinkSync,
realpathSync,promises:{lstat:promises_1.lstat,readdir:promises_1.readdir,readlink:promises_1.readlink,realpath:promises_1.realpath}},fsFromOption=fsOption=>!fsOption||
fsOption===defaultFS||fsOption===actualFS?defaultFS:{...defaultFS,...fsOption,promises:{...defaultFS.promises,...fsOption.promises||{}}},uncDriveRegexp=/^\\\\\?\\([a-z]:)\\?$/i,
uncToDrive=rootPath=>rootPath.replace(/\//g,"\\").replace(uncDriveRegexp,"$1\\"),eitherSep=/[\\\/]/,UNKNOWN=0,IFIFO=1,IFCHR=2,IFDIR=4,IFBLK=6,
IFREG=8,IFLNK=10,IFSOCK=12,IFMT=15,IFMT_UNKNOWN=~IFMT,READDIR_CALLED=16,LSTAT_CALLED=32,ENOTDIR=64,ENOENT=128,ENOREADLINK=256,ENOREALPATH=512,
ENOCHILD=ENOTDIR|ENOENT|ENOREALPATH,TYPEMASK=1023,entToType=s=>s.isFile()?IFREG:s.isDirectory()?IFDIR:s.isSymbolicLink()?IFLNK:s.isCharacterDevice()?
IFCHR:s.isBlockDevice()?IFBLK:s.isSocket()?IFSOCK:s.isFIFO()?IFIFO:UNKNOWN,normalizeCache=new Map,normalize2=s=>{let c=normalizeCache.get(s);
if(c)return c;let n=s.normalize("NFKD");return normalizeCache.set(s,n),n},normalizeNocaseCache=new Map,normalizeNocase=s=>{let c=normalizeNocaseCache.
get(s);if(c)return c;let n=normalize2(s.toLowerCase());return normalizeNocaseCache.set(s,n),n},ResolveCache=class extends lru_cache_1.LRUCache{constructor(){
super({max:256})}};exports.ResolveCache=ResolveCache;var ChildrenCache=class extends lru_cache_1.LRUCache{constructor(maxSize=16*1024){super(
{maxSize,sizeCalculation:a=>a.length+1})}};exports.ChildrenCache=ChildrenCache;var setAsCwd=Symbol("PathScurry setAsCwd"),PathBase=class{name;root;roots;parent;nocase;isCWD=!1;#fs;#dev;get dev(){
return this.#dev}#mode;get mode(){return this.#mode}#nlink;get nlink(){return this.#nlink}#uid;get uid(){return this.#uid}#gid;get gid(){return this.#gid}#rdev;get rdev(){
return this.#rdev}#blksize;get blksize(){return this.#blksize}#ino;get ino(){return this.#ino}#size;get size(){return this.#size}#blocks;get blocks(){
return this.#blocks}#atimeMs;get atimeMs(){return this.#atimeMs}#mtimeMs;get mtimeMs(){return this.#mtimeMs}#ctimeMs;get ctimeMs(){return this.#ctimeMs}#birthtimeMs;get birthtimeMs(){
return this.#birthtimeMs}#atime;get atime(){return this.#atime}#mtime;get mtime(){return this.#mtime}#ctime;get ctime(){return this.#ctime}#birthtime;get birthtime(){
return this.#birthtime}#matchName;#depth;#fullpath;#fullpathPosix;#relative;#relativePosix;#type;#children;#linkTarget;#realpath;get parentPath(){
return(this.parent||this).fullpath()}get path(){return this.parentPath}constructor(name2,type=UNKNOWN,root,roots,nocase,children,opts){this.
name=name2,this.#matchName=nocase?normalizeNocase(name2):normalize2(name2),this.#type=type&TYPEMASK,this.nocase=nocase,this.roots=roots,this.
root=root||this,this.#children=children,this.#fullpath=opts.fullpath,this.#relative=opts.relative,this.#relativePosix=opts.relativePosix,this.
parent=opts.parent,this.parent?this.#fs=this.parent.#fs:this.#fs=fsFromOption(opts.fs)}depth(){return this.#depth!==void 0?this.#depth:this.
parent?this.#depth=this.parent.depth()+1:this.#depth=0}childrenCache(){return this.#children}resolve(path2){if(!path2)return this;let rootPath=this.
getRootString(path2),dirParts=path2.substring(rootPath.length).split(this.splitSep);return rootPath?this.getRoot(rootPath).#resolveParts(dirParts):
this.#resolveParts(dirParts)}#resolveParts(dirParts){let p=this;for(let part of dirParts)p=p.child(part);return p}children(){let cached=this.#children.
get(this);if(cached)return cached;let children=Object.assign([],{provisional:0});return this.#children.set(this,children),this.#type&=~READDIR_CALLED,
children}child(pathPart,opts){if(pathPart===""||pathPart===".")return this;if(pathPart==="..")return this.parent||this;let children=this.children(),
name2=this.nocase?normalizeNocase(pathPart):normalize2(pathPart);for(let p of children)if(p.#matchName===name2)return p;let s=this.parent?this.
sep:"",fullpath=this.#fullpath?this.#fullpath+s+pathPart:void 0,pchild=this.newChild(pathPart,UNKNOWN,{...opts,parent:this,fullpath});return this.
canReaddir()||(pchild.#type|=ENOENT),children.push(pchild),pchild}relative(){if(this.isCWD)return"";if(this.#relative!==void 0)return this.#relative;
let name2=this.name,p=this.parent;if(!p)return this.#relative=this.name;let pv=p.relative();return pv+(!pv||!p.parent?"":this.sep)+name2}relativePosix(){
if(this.sep==="/")return this.relative();if(this.isCWD)return"";if(this.#relativePosix!==void 0)return this.#relativePosix;let name2=this.name,
p=this.parent;if(!p)return this.#relativePosix=this.fullpathPosix();let pv=p.relativePosix();return pv+(!pv||!p.parent?"":"/")+name2}fullpath(){
if(this.#fullpath!==void 0)return this.#fullpath;let name2=this.name,p=this.parent;if(!p)return this.#fullpath=this.name;let fp=p.fullpath()+
(p.parent?this.sep:"")+name2;return this.#fullpath=fp}fullpathPosix(){if(this.#fullpathPosix!==void 0)return this.#fullpathPosix;if(this.sep===
"/")return this.#fullpathPosix=this.fullpath();if(!this.parent){let p2=this.fullpath().replace(/\\/g,"/");return/^[a-z]:\//i.test(p2)?this.#fullpathPosix=
`//?/${p2}`:this.#fullpathPosix=p2}let p=this.parent,pfpp=p.fullpathPosix(),fpp=pfpp+(!pfpp||!p.parent?"":"/")+this.name;return this.#fullpathPosix=
fpp}isUnknown(){return(this.#type&IFMT)===UNKNOWN}isType(type){return this[`is${type}`]()}getType(){return this.isUnknown()?"Unknown":this.isDirectory()?
"Directory":this.isFile()?"File":this.isSymbolicLink()?"SymbolicLink":this.isFIFO()?"FIFO":this.isCharacterDevice()?"CharacterDevice":this.isBlockDevice()?
"BlockDevice":this.isSocket()?"Socket":"Unknown"}isFile(){return(this.#type&IFMT)===IFREG}isDirectory(){return(this.#type&IFMT)===IFDIR}isCharacterDevice(){
return(this.#type&IFMT)===IFCHR}isBlockDevice(){return(this.#type&IFMT)===IFBLK}isFIFO(){return(this.#type&IFMT)===IFIFO}isSocket(){return(this.#type&
IFMT)===IFSOCK}isSymbolicLink(){return(this.#type&IFLNK)===IFLNK}lstatCached(){return this.#type&LSTAT_CALLED?this:void 0}readlinkCached(){return this.#linkTarget}realpathCached(){
return this.#realpath}readdirCached(){let children=this.children();return children.slice(0,children.provisional)}canReadlink(){if(this.#linkTarget)
return!0;if(!this.parent)return!1;let ifmt=this.#type&IFMT;return!(ifmt!==UNKNOWN&&ifmt!==IFLNK||this.#type&ENOREADLINK||this.#type&ENOENT)}calledReaddir(){
return!!(this.#type&READDIR_CALLED)}isENOENT(){return!!(this.#type&ENOENT)}isNamed(n){return this.nocase?this.#matchName===normalizeNocase(n):
this.#matchName===normalize2(n)}async readlink(){let target=this.#linkTarget;if(target)return target;if(this.canReadlink()&&this.parent)try{
let read=await this.#fs.promises.readlink(this.fullpath()),linkTarget=(await this.parent.realpath())?.resolve(read);if(linkTarget)return this.#linkTarget=
linkTarget}catch(er){this.#readlinkFail(er.code);return}}readlinkSync(){let target=this.#linkTarget;if(target)return target;if(this.canReadlink()&&
this.parent)try{let read=this.#fs.readlinkSync(this.fullpath()),linkTarget=this.parent.realpathSync()?.resolve(read);if(linkTarget)return this.#linkTarget=
linkTarget}catch(er){this.#readlinkFail(er.code);return}}#readdirSuccess(children){this.#type|=READDIR_CALLED;for(let p=children.provisional;p<
children.length;p++){let c=children[p];c&&c.#markENOENT()}}#markENOENT(){this.#type&ENOENT||(this.#type=(this.#type|ENOENT)&IFMT_UNKNOWN,this.#markChildrenENOENT())}#markChildrenENOENT(){
let children=this.children();children.provisional=0;for(let p of children)p.#markENOENT()}#markENOREALPATH(){this.#type|=ENOREALPATH,this.#markENOTDIR()}#markENOTDIR(){
if(this.#type&ENOTDIR)return;let t=this.#type;(t&IFMT)===IFDIR&&(t&=IFMT_UNKNOWN),this.#type=t|ENOTDIR,this.#markChildrenENOENT()}#readdirFail(code=""){
code==="ENOTDIR"||code==="EPERM"?this.#markENOTDIR():code==="ENOENT"?this.#markENOENT():this.children().provisional=0}#lstatFail(code=""){code===
"ENOTDIR"?this.parent.#markENOTDIR():code==="ENOENT"&&this.#markENOENT()}#readlinkFail(code=""){let ter=this.#type;ter|=ENOREADLINK,code==="\
ENOENT"&&(ter|=ENOENT),(code==="EINVAL"||code==="UNKNOWN")&&(ter&=IFMT_UNKNOWN),this.#type=ter,code==="ENOTDIR"&&this.parent&&this.parent.#markENOTDIR()}#readdirAddChild(e,c){
return this.#readdirMaybePromoteChild(e,c)||this.#readdirAddNewChild(e,c)}#readdirAddNewChild(e,c){let type=entToType(e),child=this.newChild(
e.name,type,{parent:this}),ifmt=child.#type&IFMT;return ifmt!==IFDIR&&ifmt!==IFLNK&&ifmt!==UNKNOWN&&(child.#type|=ENOTDIR),c.unshift(child),
c.provisional++,child}#readdirMaybePromoteChild(e,c){for(let p=c.provisional;p<c.length;p++){let pchild=c[p];if((this.nocase?normalizeNocase(
e.name):normalize2(e.name))===pchild.#matchName)return this.#readdirPromoteChild(e,pchild,p,c)}}#readdirPromoteChild(e,p,index,c){let v=p.name;
return p.#type=p.#type&IFMT_UNKNOWN|entToType(e),v!==e.name&&(p.name=e.name),index!==c.provisional&&(index===c.length-1?c.pop():c.splice(index,
1),c.unshift(p)),c.provisional++,p}async lstat(){if((this.#type&ENOENT)===0)try{return this.#applyStat(await this.#fs.promises.lstat(this.fullpath())),
this}catch(er){this.#lstatFail(er.code)}}lstatSync(){if((this.#type&ENOENT)===0)try{return this.#applyStat(this.#fs.lstatSync(this.fullpath())),
this}catch(er){this.#lstatFail(er.code)}}#applyStat(st){let{atime,atimeMs,birthtime,birthtimeMs,blksize,blocks,ctime,ctimeMs,dev,gid,ino,mode,
mtime,mtimeMs,nlink,rdev,size,uid}=st;this.#atime=atime,this.#atimeMs=atimeMs,this.#birthtime=birthtime,this.#birthtimeMs=birthtimeMs,this.#blksize=
blksize,this.#blocks=blocks,this.#ctime=ctime,this.#ctimeMs=ctimeMs,this.#dev=dev,this.#gid=gid,this.#ino=ino,this.#mode=mode,this.#mtime=mtime,
this.#mtimeMs=mtimeMs,this.#nlink=nlink,this.#rdev=rdev,this.#size=size,this.#uid=uid;let ifmt=entToType(st);this.#type=this.#type&IFMT_UNKNOWN|
ifmt|LSTAT_CALLED,ifmt!==UNKNOWN&&ifmt!==IFDIR&&ifmt!==IFLNK&&(this.#type|=ENOTDIR)}#onReaddirCB=[];#readdirCBInFlight=!1;#callOnReaddirCB(children){
this.#readdirCBInFlight=!1;let cbs=this.#onReaddirCB.slice();this.#onReaddirCB.length=0,cbs.forEach(cb=>cb(null,children))}readdirCB(cb,allowZalgo=!1){
if(!this.canReaddir()){allowZalgo?cb(null,[]):queueMicrotask(()=>cb(null,[]));return}let children=this.children();if(this.calledReaddir()){let c=children.
slice(0,children.provisional);allowZalgo?cb(null,c):queueMicrotask(()=>cb(null,c));return}if(this.#onReaddirCB.push(cb),this.#readdirCBInFlight)
return;this.#readdirCBInFlight=!0;let fullpath=this.fullpath();this.#fs.readdir(fullpath,{withFileTypes:!0},(er,entries)=>{if(er)this.#readdirFail(
er.code),children.provisional=0;else{for(let e of entries)this.#readdirAddChild(e,children);this.#readdirSuccess(children)}this.#callOnReaddirCB(
children.slice(0,children.provisional))})}#asyncReaddirInFlight;async readdir(){if(!this.canReaddir())return[];let children=this.children();
if(this.calledReaddir())return children.slice(0,children.provisional);let fullpath=this.fullpath();if(this.#asyncReaddirInFlight)await this.#asyncReaddirInFlight;else{
let resolve2=()=>{};this.#asyncReaddirInFlight=new Promise(res=>resolve2=res);try{for(let e of await this.#fs.promises.readdir(fullpath,{withFileTypes:!0}))
this.#readdirAddChild(e,children);this.#readdirSuccess(children)}catch(er){this.#readdirFail(er.code),children.provisional=0}this.#asyncReaddirInFlight=
void 0,resolve2()}return children.slice(0,children.provisional)}readdirSync(){if(!this.canReaddir())return[];let children=this.children();if(this.
calledReaddir())return children.slice(0,children.provisional);let fullpath=this.fullpath();try{for(let e of this.#fs.readdirSync(fullpath,{withFileTypes:!0}))
this.#readdirAddChild(e,children);this.#readdirSuccess(children)}catch(er){this.#readdirFail(er.code),children.provisional=0}return children.
slice(0,children.provisional)}canReaddir(){if(this.#type&ENOCHILD)return!1;let ifmt=IFMT&this.#type;return ifmt===UNKNOWN||ifmt===IFDIR||ifmt===
IFLNK}shouldWalk(dirs,walkFilter){return(this.#type&IFDIR)===IFDIR&&!(this.#type&ENOCHILD)&&!dirs.has(this)&&(!walkFilter||walkFilter(this))}async realpath(){
if(this.#realpath)return this.#realpath;if(!((ENOREALPATH|ENOREADLINK|ENOENT)&this.#type))try{let rp=await this.#fs.promises.realpath(this.fullpath());
return this.#realpath=this.resolve(rp)}catch{this.#markENOREALPATH()}}realpathSync(){if(this.#realpath)return this.#realpath;if(!((ENOREALPATH|
ENOREADLINK|ENOENT)&this.#type))try{let rp=this.#fs.realpathSync(this.fullpath());return this.#realpath=this.resolve(rp)}catch{this.#markENOREALPATH()}}[setAsCwd](oldCwd){
if(oldCwd===this)return;oldCwd.isCWD=!1,this.isCWD=!0;let changed=new Set([]),rp=[],p=this;for(;p&&p.parent;)changed.add(p),p.#relative=rp.join(
this.sep),p.#relativePosix=rp.join("/"),p=p.parent,rp.push("..");for(p=oldCwd;p&&p.parent&&!changed.has(p);)p.#relative=void 0,p.#relativePosix=
void 0,p=p.parent}};exports.PathBase=PathBase;var PathWin32=class _PathWin32 extends PathBase{sep="\\";splitSep=eitherSep;constructor(name2,type=UNKNOWN,root,roots,nocase,children,opts){
super(name2,type,root,roots,nocase,children,opts)}newChild(name2,type=UNKNOWN,opts={}){return new _PathWin32(name2,type,this.root,this.roots,
this.nocase,this.childrenCache(),opts)}getRootString(path2){return node_path_1.win32.parse(path2).root}getRoot(rootPath){if(rootPath=uncToDrive(
rootPath.toUpperCase()),rootPath===this.root.name)return this.root;for(let[compare,root]of Object.entries(this.roots))if(this.sameRoot(rootPath,
compare))return this.roots[rootPath]=root;return this.roots[rootPath]=new PathScurryWin32(rootPath,this).root}sameRoot(rootPath,compare=this.
root.name){return rootPath=rootPath.toUpperCase().replace(/\//g,"\\").replace(uncDriveRegexp,"$1\\"),rootPath===compare}};exports.PathWin32=
PathWin32;var PathPosix=class _PathPosix extends PathBase{splitSep="/";sep="/";constructor(name2,type=UNKNOWN,root,roots,nocase,children,opts){
super(name2,type,root,roots,nocase,children,opts)}getRootString(path2){return path2.startsWith("/")?"/":""}getRoot(_rootPath){return this.root}newChild(name2,type=UNKNOWN,opts={}){
return new _PathPosix(name2,type,this.root,this.roots,this.nocase,this.childrenCache(),opts)}};exports.PathPosix=PathPosix;var PathScurryBase=class{root;rootPath;roots;cwd;#resolveCache;#resolvePosixCache;#children;nocase;#fs;constructor(cwd=process.
cwd(),pathImpl,sep2,{nocase,childrenCacheSize=16*1024,fs:fs3=defaultFS}={}){this.#fs=fsFromOption(fs3),(cwd instanceof URL||cwd.startsWith("\
file://"))&&(cwd=(0,node_url_1.fileURLToPath)(cwd));let cwdPath=pathImpl.resolve(cwd);this.roots=Object.create(null),this.rootPath=this.parseRootPath(
cwdPath),this.#resolveCache=new ResolveCache,this.#resolvePosixCache=new ResolveCache,this.#children=new ChildrenCache(childrenCacheSize);let split=cwdPath.
substring(this.rootPath.length).split(sep2);if(split.length===1&&!split[0]&&split.pop(),nocase===void 0)throw new TypeError("must provide no\
case setting to PathScurryBase ctor");this.nocase=nocase,this.root=this.newRoot(this.#fs),this.roots[this.rootPath]=this.root;let prev=this.
root,len=split.length-1,joinSep=pathImpl.sep,abs=this.rootPath,sawFirst=!1;for(let part of split){let l=len--;prev=prev.child(part,{relative:new Array(
l).fill("..").join(joinSep),relativePosix:new Array(l).fill("..").join("/"),fullpath:abs+=(sawFirst?"":joinSep)+part}),sawFirst=!0}this.cwd=
prev}depth(path2=this.cwd){return typeof path2=="string"&&(path2=this.cwd.resolve(path2)),path2.depth()}childrenCache(){return this.#children}resolve(...paths){
let r="";for(let i=paths.length-1;i>=0;i--){let p=paths[i];if(!(!p||p===".")&&(r=r?`${p}/${r}`:p,this.isAbsolute(p)))break}let cached=this.#resolveCache.
get(r);if(cached!==void 0)return cached;let result=this.cwd.resolve(r).fullpath();return this.#resolveCache.set(r,result),result}resolvePosix(...paths){
let r="";for(let i=paths.length-1;i>=0;i--){let p=paths[i];if(!(!p||p===".")&&(r=r?`${p}/${r}`:p,this.isAbsolute(p)))break}let cached=this.#resolvePosixCache.
get(r);if(cached!==void 0)return cached;let result=this.cwd.resolve(r).fullpathPosix();return this.#resolvePosixCache.set(r,result),result}relative(entry=this.
cwd){return typeof entry=="string"&&(entry=this.cwd.resolve(entry)),entry.relative()}relativePosix(entry=this.cwd){return typeof entry=="str\
ing"&&(entry=this.cwd.resolve(entry)),entry.relativePosix()}basename(entry=this.cwd){return typeof entry=="string"&&(entry=this.cwd.resolve(
entry)),entry.name}dirname(entry=this.cwd){return typeof entry=="string"&&(entry=this.cwd.resolve(entry)),(entry.parent||entry).fullpath()}async readdir(entry=this.
cwd,opts={withFileTypes:!0}){typeof entry=="string"?entry=this.cwd.resolve(entry):entry instanceof PathBase||(opts=entry,entry=this.cwd);let{
withFileTypes}=opts;if(entry.canReaddir()){let p=await entry.readdir();return withFileTypes?p:p.map(e=>e.name)}else return[]}readdirSync(entry=this.
cwd,opts={withFileTypes:!0}){typeof entry=="string"?entry=this.cwd.resolve(entry):entry instanceof PathBase||(opts=entry,entry=this.cwd);let{
withFileTypes=!0}=opts;return entry.canReaddir()?withFileTypes?entry.readdirSync():entry.readdirSync().map(e=>e.name):[]}async lstat(entry=this.
cwd){return typeof entry=="string"&&(entry=this.cwd.resolve(entry)),entry.lstat()}lstatSync(entry=this.cwd){return typeof entry=="string"&&(entry=
this.cwd.resolve(entry)),entry.lstatSync()}async readlink(entry=this.cwd,{withFileTypes}={withFileTypes:!1}){typeof entry=="string"?entry=this.
cwd.resolve(entry):entry instanceof PathBase||(withFileTypes=entry.withFileTypes,entry=this.cwd);let e=await entry.readlink();return withFileTypes?
e:e?.fullpath()}readlinkSync(entry=this.cwd,{withFileTypes}={withFileTypes:!1}){typeof entry=="string"?entry=this.cwd.resolve(entry):entry instanceof
PathBase||(withFileTypes=entry.withFileTypes,entry=this.cwd);let e=entry.readlinkSync();return withFileTypes?e:e?.fullpath()}async realpath(entry=this.
cwd,{withFileTypes}={withFileTypes:!1}){typeof entry=="string"?entry=this.cwd.resolve(entry):entry instanceof PathBase||(withFileTypes=entry.
withFileTypes,entry=this.cwd);let e=await entry.realpath();return withFileTypes?e:e?.fullpath()}realpathSync(entry=this.cwd,{withFileTypes}={
withFileTypes:!1}){typeof entry=="string"?entry=this.cwd.resolve(entry):entry instanceof PathBase||(withFileTypes=entry.withFileTypes,entry=
this.cwd);let e=entry.realpathSync();return withFileTypes?e:e?.fullpath()}async walk(entry=this.cwd,opts={}){typeof entry=="string"?entry=this.
cwd.resolve(entry):entry instanceof PathBase||(opts=entry,entry=this.cwd);let{withFileTypes=!0,follow=!1,filter,walkFilter}=opts,results=[];
(!filter||filter(entry))&&results.push(withFileTypes?entry:entry.fullpath());let dirs=new Set,walk=(dir,cb)=>{dirs.add(dir),dir.readdirCB((er,entries)=>{
if(er)return cb(er);let len=entries.length;if(!len)return cb();let next=()=>{--len===0&&cb()};for(let e of entries)(!filter||filter(e))&&results.
push(withFileTypes?e:e.fullpath()),follow&&e.isSymbolicLink()?e.realpath().then(r=>r?.isUnknown()?r.lstat():r).then(r=>r?.shouldWalk(dirs,walkFilter)?
walk(r,next):next()):e.shouldWalk(dirs,walkFilter)?walk(e,next):next()},!0)},start=entry;return new Promise((res,rej)=>{walk(start,er=>{if(er)
return rej(er);res(results)})})}walkSync(entry=this.cwd,opts={}){typeof entry=="string"?entry=this.cwd.resolve(entry):entry instanceof PathBase||
(opts=entry,entry=this.cwd);let{withFileTypes=!0,follow=!1,filter,walkFilter}=opts,results=[];(!filter||filter(entry))&&results.push(withFileTypes?
entry:entry.fullpath());let dirs=new Set([entry]);for(let dir of dirs){let entries=dir.readdirSync();for(let e of entries){(!filter||filter(
e))&&results.push(withFileTypes?e:e.fullpath());let r=e;if(e.isSymbolicLink()){if(!(follow&&(r=e.realpathSync())))continue;r.isUnknown()&&r.
lstatSync()}r.shouldWalk(dirs,walkFilter)&&dirs.add(r)}}return results}[Symbol.asyncIterator](){return this.iterate()}iterate(entry=this.cwd,options={}){
return typeof entry=="string"?entry=this.cwd.resolve(entry):entry instanceof PathBase||(options=entry,entry=this.cwd),this.stream(entry,options)[Symbol.
asyncIterator]()}[Symbol.iterator](){return this.iterateSync()}*iterateSync(entry=this.cwd,opts={}){typeof entry=="string"?entry=this.cwd.resolve(
entry):entry instanceof PathBase||(opts=entry,entry=this.cwd);let{withFileTypes=!0,follow=!1,filter,walkFilter}=opts;(!filter||filter(entry))&&
(yield withFileTypes?entry:entry.fullpath());let dirs=new Set([entry]);for(let dir of dirs){let entries=dir.readdirSync();for(let e of entries){
(!filter||filter(e))&&(yield withFileTypes?e:e.fullpath());let r=e;if(e.isSymbolicLink()){if(!(follow&&(r=e.realpathSync())))continue;r.isUnknown()&&
r.lstatSync()}r.shouldWalk(dirs,walkFilter)&&dirs.add(r)}}}stream(entry=this.cwd,opts={}){typeof entry=="string"?entry=this.cwd.resolve(entry):
entry instanceof PathBase||(opts=entry,entry=this.cwd);let{withFileTypes=!0,follow=!1,filter,walkFilter}=opts,results=new minipass_1.Minipass(
{objectMode:!0});(!filter||filter(entry))&&results.write(withFileTypes?entry:entry.fullpath());let dirs=new Set,queue=[entry],processing=0,process2=()=>{
let paused=!1;for(;!paused;){let dir=queue.shift();if(!dir){processing===0&&results.end();return}processing++,dirs.add(dir);let onReaddir=(er,entries,didRealpaths=!1)=>{
if(er)return results.emit("error",er);if(follow&&!didRealpaths){let promises=[];for(let e of entries)e.isSymbolicLink()&&promises.push(e.realpath().
then(r=>r?.isUnknown()?r.lstat():r));if(promises.length){Promise.all(promises).then(()=>onReaddir(null,entries,!0));return}}for(let e of entries)
e&&(!filter||filter(e))&&(results.write(withFileTypes?e:e.fullpath())||(paused=!0));processing--;for(let e of entries){let r=e.realpathCached()||
e;r.shouldWalk(dirs,walkFilter)&&queue.push(r)}paused&&!results.flowing?results.once("drain",process2):sync||process2()},sync=!0;dir.readdirCB(
onReaddir,!0),sync=!1}};return process2(),results}streamSync(entry=this.cwd,opts={}){typeof entry=="string"?entry=this.cwd.resolve(entry):entry instanceof
PathBase||(opts=entry,entry=this.cwd);let{withFileTypes=!0,follow=!1,filter,walkFilter}=opts,results=new minipass_1.Minipass({objectMode:!0}),
dirs=new Set;(!filter||filter(entry))&&results.write(withFileTypes?entry:entry.fullpath());let queue=[entry],processing=0,process2=()=>{let paused=!1;
for(;!paused;){let dir=queue.shift();if(!dir){processing===0&&results.end();return}processing++,dirs.add(dir);let entries=dir.readdirSync();
for(let e of entries)(!filter||filter(e))&&(results.write(withFileTypes?e:e.fullpath())||(paused=!0));processing--;for(let e of entries){let r=e;
if(e.isSymbolicLink()){if(!(follow&&(r=e.realpathSync())))continue;r.isUnknown()&&r.lstatSync()}r.shouldWalk(dirs,walkFilter)&&queue.push(r)}}
paused&&!results.flowing&&results.once("drain",process2)};return process2(),results}chdir(path2=this.cwd){let oldCwd=this.cwd;this.cwd=typeof path2==
"string"?this.cwd.resolve(path2):path2,this.cwd[setAsCwd](oldCwd)}};exports.PathScurryBase=PathScurryBase;var PathScurryWin32=class extends PathScurryBase{sep="\
\\";constructor(cwd=process.cwd(),opts={}){let{nocase=!0}=opts;super(cwd,node_path_1.win32,"\\",{...opts,nocase}),this.nocase=nocase;for(let p=this.
cwd;p;p=p.parent)p.nocase=this.nocase}parseRootPath(dir){return node_path_1.win32.parse(dir).root.toUpperCase()}newRoot(fs3){return new PathWin32(
this.rootPath,IFDIR,void 0,this.roots,this.nocase,this.childrenCache(),{fs:fs3})}isAbsolute(p){return p.startsWith("/")||p.startsWith("\\")||
/^[a-z]:(\/|\\)/i.test(p)}};exports.PathScurryWin32=PathScurryWin32;var PathScurryPosix=class extends PathScurryBase{sep="/";constructor(cwd=process.
cwd(),opts={}){let{nocase=!1}=opts;super(cwd,node_path_1.posix,"/",{...opts,nocase}),this.nocase=nocase}parseRootPath(_dir){return"/"}newRoot(fs3){
return new PathPosix(this.rootPath,IFDIR,void 0,this.roots,this.nocase,this.childrenCache(),{fs:fs3})}isAbsolute(p){return p.startsWith("/")}};
exports.PathScurryPosix=PathScurryPosix;var PathScurryDarwin=class extends PathScurryPosix{constructor(cwd=process.cwd(),opts={}){let{nocase=!0}=opts;
super(cwd,{...opts,nocase})}};exports.PathScurryDarwin=PathScurryDarwin;exports.Path=process.platform==="win32"?PathWin32:PathPosix;exports.
PathScurry=process.platform==="win32"?PathScurryWin32:process.platform==="darwin"?PathScurryDarwin:PathScurryPosix}});var require_pattern=__commonJS({"node_modules/archiver-utils/node_modules/glob/dist/commonjs/pattern.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.Pattern=void 0;var minimatch_1=require_commonjs3(),isPatternList=pl=>pl.length>=1,isGlobList=gl=>gl.
length>=1,Pattern=class _Pattern{#patternList;#globList;#index;length;#platform;#rest;#globString;#isDrive;#isUNC;#isAbsolute;#followGlobstar=!0;constructor(patternList,globList,index,platform){
if(!isPatternList(patternList))throw new TypeError("empty pattern list");if(!isGlobList(globList))throw new TypeError("empty glob list");if(globList.
length!==patternList.length)throw new TypeError("mismatched pattern list and glob list lengths");if(this.length=patternList.length,index<0||
index>=this.length)throw new TypeError("index out of range");if(this.#patternList=patternList,this.#globList=globList,this.#index=index,this.#platform=
platform,this.#index===0){if(this.isUNC()){let[p0,p1,p2,p3,...prest]=this.#patternList,[g0,g1,g2,g3,...grest]=this.#globList;prest[0]===""&&
(prest.shift(),grest.shift());let p=[p0,p1,p2,p3,""].join("/"),g=[g0,g1,g2,g3,""].join("/");this.#patternList=[p,...prest],this.#globList=[g,
...grest],this.length=this.#patternList.length}else if(this.isDrive()||this.isAbsolute()){let[p1,...prest]=this.#patternList,[g1,...grest]=this.#globList;
prest[0]===""&&(prest.shift(),grest.shift());let p=p1+"/",g=g1+"/";this.#patternList=[p,...prest],this.#globList=[g,...grest],this.length=this.#patternList.
length}}}pattern(){return this.#patternList[this.#index]}isString(){return typeof this.#patternList[this.#index]=="string"}isGlobstar(){return this.#patternList[this.#index]===
minimatch_1.GLOBSTAR}isRegExp(){return this.#patternList[this.#index]instanceof RegExp}globString(){return this.#globString=this.#globString||
(this.#index===0?this.isAbsolute()?this.#globList[0]+this.#globList.slice(1).join("/"):this.#globList.join("/"):this.#globList.slice(this.#index).
join("/"))}hasMore(){return this.length>this.#index+1}rest(){return this.#rest!==void 0?this.#rest:this.hasMore()?(this.#rest=new _Pattern(this.#patternList,
this.#globList,this.#index+1,this.#platform),this.#rest.#isAbsolute=this.#isAbsolute,this.#rest.#isUNC=this.#isUNC,this.#rest.#isDrive=this.#isDrive,
this.#rest):this.#rest=null}isUNC(){let pl=this.#patternList;return this.#isUNC!==void 0?this.#isUNC:this.#isUNC=this.#platform==="win32"&&this.#index===
0&&pl[0]===""&&pl[1]===""&&typeof pl[2]=="string"&&!!pl[2]&&typeof pl[3]=="string"&&!!pl[3]}isDrive(){let pl=this.#patternList;return this.#isDrive!==
void 0?this.#isDrive:this.#isDrive=this.#platform==="win32"&&this.#index===0&&this.length>1&&typeof pl[0]=="string"&&/^[a-z]:$/i.test(pl[0])}isAbsolute(){
let pl=this.#patternList;return this.#isAbsolute!==void 0?this.#isAbsolute:this.#isAbsolute=pl[0]===""&&pl.length>1||this.isDrive()||this.isUNC()}root(){
let p=this.#patternList[0];return typeof p=="string"&&this.isAbsolute()&&this.#index===0?p:""}checkFollowGlobstar(){return!(this.#index===0||
!this.isGlobstar()||!this.#followGlobstar)}markFollowGlobstar(){return this.#index===0||!this.isGlobstar()||!this.#followGlobstar?!1:(this.#followGlobstar=
!1,!0)}};exports.Pattern=Pattern}});var require_ignore=__commonJS({"node_modules/archiver-utils/node_modules/glob/dist/commonjs/ignore.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.Ignore=void 0;var minimatch_1=require_commonjs3(),pattern_js_1=require_pattern(),defaultPlatform=typeof process==
"object"&&process&&typeof process.platform=="string"?process.platform:"linux",Ignore=class{relative;relativeChildren;absolute;absoluteChildren;platform;mmopts;constructor(ignored,{
nobrace,nocase,noext,noglobstar,platform=defaultPlatform}){this.relative=[],this.absolute=[],this.relativeChildren=[],this.absoluteChildren=
[],this.platform=platform,this.mmopts={dot:!0,nobrace,nocase,noext,noglobstar,optimizationLevel:2,platform,nocomment:!0,nonegate:!0};for(let ign of ignored)
this.add(ign)}add(ign){let mm=new minimatch_1.Minimatch(ign,this.mmopts);for(let i=0;i<mm.set.length;i++){let parsed=mm.set[i],globParts=mm.
globParts[i];if(!parsed||!globParts)throw new Error("invalid pattern object");for(;parsed[0]==="."&&globParts[0]===".";)parsed.shift(),globParts.
shift();let p=new pattern_js_1.Pattern(parsed,globParts,0,this.platform),m=new minimatch_1.Minimatch(p.globString(),this.mmopts),children=globParts[globParts.
length-1]==="**",absolute=p.isAbsolute();absolute?this.absolute.push(m):this.relative.push(m),children&&(absolute?this.absoluteChildren.push(
m):this.relativeChildren.push(m))}}ignored(p){let fullpath=p.fullpath(),fullpaths=`${fullpath}/`,relative=p.relative()||".",relatives=`${relative}\
/`;for(let m of this.relative)if(m.match(relative)||m.match(relatives))return!0;for(let m of this.absolute)if(m.match(fullpath)||m.match(fullpaths))
return!0;return!1}childrenIgnored(p){let fullpath=p.fullpath()+"/",relative=(p.relative()||".")+"/";for(let m of this.relativeChildren)if(m.
match(relative))return!0;for(let m of this.absoluteChildren)if(m.match(fullpath))return!0;return!1}};exports.Ignore=Ignore}});var require_processor=__commonJS({"node_modules/archiver-utils/node_modules/glob/dist/commonjs/processor.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.Processor=exports.SubWalks=exports.MatchRecord=exports.HasWalkedCache=void 0;var minimatch_1=require_commonjs3(),
HasWalkedCache=class _HasWalkedCache{store;constructor(store=new Map){this.store=store}copy(){return new _HasWalkedCache(new Map(this.store))}hasWalked(target,pattern){
return this.store.get(target.fullpath())?.has(pattern.globString())}storeWalked(target,pattern){let fullpath=target.fullpath(),cached=this.store.
get(fullpath);cached?cached.add(pattern.globString()):this.store.set(fullpath,new Set([pattern.globString()]))}};exports.HasWalkedCache=HasWalkedCache;
var MatchRecord=class{store=new Map;add(target,absolute,ifDir){let n=(absolute?2:0)|(ifDir?1:0),current=this.store.get(target);this.store.set(
target,current===void 0?n:n&current)}entries(){return[...this.store.entries()].map(([path2,n])=>[path2,!!(n&2),!!(n&1)])}};exports.MatchRecord=
MatchRecord;var SubWalks=class{store=new Map;add(target,pattern){if(!target.canReaddir())return;let subs=this.store.get(target);subs?subs.find(
p=>p.globString()===pattern.globString())||subs.push(pattern):this.store.set(target,[pattern])}get(target){let subs=this.store.get(target);if(!subs)
throw new Error("attempting to walk unknown path");return subs}entries(){return this.keys().map(k=>[k,this.store.get(k)])}keys(){return[...this.
store.keys()].filter(t=>t.canReaddir())}};exports.SubWalks=SubWalks;var Processor=class _Processor{hasWalkedCache;matches=new MatchRecord;subwalks=new SubWalks;patterns;follow;dot;opts;constructor(opts,hasWalkedCache){
this.opts=opts,this.follow=!!opts.follow,this.dot=!!opts.dot,this.hasWalkedCache=hasWalkedCache?hasWalkedCache.copy():new HasWalkedCache}processPatterns(target,patterns){
this.patterns=patterns;let processingSet=patterns.map(p=>[target,p]);for(let[t,pattern]of processingSet){this.hasWalkedCache.storeWalked(t,pattern);
let root=pattern.root(),absolute=pattern.isAbsolute()&&this.opts.absolute!==!1;if(root){t=t.resolve(root==="/"&&this.opts.root!==void 0?this.
opts.root:root);let rest2=pattern.rest();if(rest2)pattern=rest2;else{this.matches.add(t,!0,!1);continue}}if(t.isENOENT())continue;let p,rest,
changed=!1;for(;typeof(p=pattern.pattern())=="string"&&(rest=pattern.rest());)t=t.resolve(p),pattern=rest,changed=!0;if(p=pattern.pattern(),
rest=pattern.rest(),changed){if(this.hasWalkedCache.hasWalked(t,pattern))continue;this.hasWalkedCache.storeWalked(t,pattern)}if(typeof p=="s\
tring"){let ifDir=p===".."||p===""||p===".";this.matches.add(t.resolve(p),absolute,ifDir);continue}else if(p===minimatch_1.GLOBSTAR){(!t.isSymbolicLink()||
this.follow||pattern.checkFollowGlobstar())&&this.subwalks.add(t,pattern);let rp=rest?.pattern(),rrest=rest?.rest();if(!rest||(rp===""||rp===
".")&&!rrest)this.matches.add(t,absolute,rp===""||rp===".");else if(rp===".."){let tp=t.parent||t;rrest?this.hasWalkedCache.hasWalked(tp,rrest)||
this.subwalks.add(tp,rrest):this.matches.add(tp,absolute,!0)}}else p instanceof RegExp&&this.subwalks.add(t,pattern)}return this}subwalkTargets(){
return this.subwalks.keys()}child(){return new _Processor(this.opts,this.hasWalkedCache)}filterEntries(parent,entries){let patterns=this.subwalks.
get(parent),results=this.child();for(let e of entries)for(let pattern of patterns){let absolute=pattern.isAbsolute(),p=pattern.pattern(),rest=pattern.
rest();p===minimatch_1.GLOBSTAR?results.testGlobstar(e,pattern,rest,absolute):p instanceof RegExp?results.testRegExp(e,p,rest,absolute):results.
testString(e,p,rest,absolute)}return results}testGlobstar(e,pattern,rest,absolute){if((this.dot||!e.name.startsWith("."))&&(pattern.hasMore()||
this.matches.add(e,absolute,!1),e.canReaddir()&&(this.follow||!e.isSymbolicLink()?this.subwalks.add(e,pattern):e.isSymbolicLink()&&(rest&&pattern.
checkFollowGlobstar()?this.subwalks.add(e,rest):pattern.markFollowGlobstar()&&this.subwalks.add(e,pattern)))),rest){let rp=rest.pattern();if(typeof rp==
"string"&&rp!==".."&&rp!==""&&rp!==".")this.testString(e,rp,rest.rest(),absolute);else if(rp===".."){let ep=e.parent||e;this.subwalks.add(ep,
rest)}else rp instanceof RegExp&&this.testRegExp(e,rp,rest.rest(),absolute)}}testRegExp(e,p,rest,absolute){p.test(e.name)&&(rest?this.subwalks.
add(e,rest):this.matches.add(e,absolute,!1))}testString(e,p,rest,absolute){e.isNamed(p)&&(rest?this.subwalks.add(e,rest):this.matches.add(e,
absolute,!1))}};exports.Processor=Processor}});var require_walker=__commonJS({"node_modules/archiver-utils/node_modules/glob/dist/commonjs/walker.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.GlobStream=exports.GlobWalker=exports.GlobUtil=void 0;var minipass_1=require_commonjs5(),ignore_js_1=require_ignore(),
processor_js_1=require_processor(),makeIgnore=(ignore,opts)=>typeof ignore=="string"?new ignore_js_1.Ignore([ignore],opts):Array.isArray(ignore)?
new ignore_js_1.Ignore(ignore,opts):ignore,GlobUtil=class{path;patterns;opts;seen=new Set;paused=!1;aborted=!1;#onResume=[];#ignore;#sep;signal;maxDepth;includeChildMatches;constructor(patterns,path2,opts){
if(this.patterns=patterns,this.path=path2,this.opts=opts,this.#sep=!opts.posix&&opts.platform==="win32"?"\\":"/",this.includeChildMatches=opts.
includeChildMatches!==!1,(opts.ignore||!this.includeChildMatches)&&(this.#ignore=makeIgnore(opts.ignore??[],opts),!this.includeChildMatches&&
typeof this.#ignore.add!="function")){let m="cannot ignore child matches, ignore lacks add() method.";throw new Error(m)}this.maxDepth=opts.
maxDepth||1/0,opts.signal&&(this.signal=opts.signal,this.signal.addEventListener("abort",()=>{this.#onResume.length=0}))}#ignored(path2){return this.
seen.has(path2)||!!this.#ignore?.ignored?.(path2)}#childrenIgnored(path2){return!!this.#ignore?.childrenIgnored?.(path2)}pause(){this.paused=
!0}resume(){if(this.signal?.aborted)return;this.paused=!1;let fn;for(;!this.paused&&(fn=this.#onResume.shift());)fn()}onResume(fn){this.signal?.
aborted||(this.paused?this.#onResume.push(fn):fn())}async matchCheck(e,ifDir){if(ifDir&&this.opts.nodir)return;let rpc;if(this.opts.realpath){
if(rpc=e.realpathCached()||await e.realpath(),!rpc)return;e=rpc}let s=e.isUnknown()||this.opts.stat?await e.lstat():e;if(this.opts.follow&&this.
opts.nodir&&s?.isSymbolicLink()){let target=await s.realpath();target&&(target.isUnknown()||this.opts.stat)&&await target.lstat()}return this.
matchCheckTest(s,ifDir)}matchCheckTest(e,ifDir){return e&&(this.maxDepth===1/0||e.depth()<=this.maxDepth)&&(!ifDir||e.canReaddir())&&(!this.
opts.nodir||!e.isDirectory())&&(!this.opts.nodir||!this.opts.follow||!e.isSymbolicLink()||!e.realpathCached()?.isDirectory())&&!this.#ignored(
e)?e:void 0}matchCheckSync(e,ifDir){if(ifDir&&this.opts.nodir)return;let rpc;if(this.opts.realpath){if(rpc=e.realpathCached()||e.realpathSync(),
!rpc)return;e=rpc}let s=e.isUnknown()||this.opts.stat?e.lstatSync():e;if(this.opts.follow&&this.opts.nodir&&s?.isSymbolicLink()){let target=s.
realpathSync();target&&(target?.isUnknown()||this.opts.stat)&&target.lstatSync()}return this.matchCheckTest(s,ifDir)}matchFinish(e,absolute){
if(this.#ignored(e))return;if(!this.includeChildMatches&&this.#ignore?.add){let ign=`${e.relativePosix()}/**`;this.#ignore.add(ign)}let abs=this.
opts.absolute===void 0?absolute:this.opts.absolute;this.seen.add(e);let mark=this.opts.mark&&e.isDirectory()?this.#sep:"";if(this.opts.withFileTypes)
this.matchEmit(e);else if(abs){let abs2=this.opts.posix?e.fullpathPosix():e.fullpath();this.matchEmit(abs2+mark)}else{let rel=this.opts.posix?
e.relativePosix():e.relative(),pre=this.opts.dotRelative&&!rel.startsWith(".."+this.#sep)?"."+this.#sep:"";this.matchEmit(rel?pre+rel+mark:"\
."+mark)}}async match(e,absolute,ifDir){let p=await this.matchCheck(e,ifDir);p&&this.matchFinish(p,absolute)}matchSync(e,absolute,ifDir){let p=this.
matchCheckSync(e,ifDir);p&&this.matchFinish(p,absolute)}walkCB(target,patterns,cb){this.signal?.aborted&&cb(),this.walkCB2(target,patterns,new processor_js_1.
Processor(this.opts),cb)}walkCB2(target,patterns,processor,cb){if(this.#childrenIgnored(target))return cb();if(this.signal?.aborted&&cb(),this.
paused){this.onResume(()=>this.walkCB2(target,patterns,processor,cb));return}processor.processPatterns(target,patterns);let tasks=1,next=()=>{
--tasks===0&&cb()};for(let[m,absolute,ifDir]of processor.matches.entries())this.#ignored(m)||(tasks++,this.match(m,absolute,ifDir).then(()=>next()));
for(let t of processor.subwalkTargets()){if(this.maxDepth!==1/0&&t.depth()>=this.maxDepth)continue;tasks++;let childrenCached=t.readdirCached();
t.calledReaddir()?this.walkCB3(t,childrenCached,processor,next):t.readdirCB((_2,entries)=>this.walkCB3(t,entries,processor,next),!0)}next()}walkCB3(target,entries,processor,cb){
processor=processor.filterEntries(target,entries);let tasks=1,next=()=>{--tasks===0&&cb()};for(let[m,absolute,ifDir]of processor.matches.entries())
this.#ignored(m)||(tasks++,this.match(m,absolute,ifDir).then(()=>next()));for(let[target2,patterns]of processor.subwalks.entries())tasks++,this.
walkCB2(target2,patterns,processor.child(),next);next()}walkCBSync(target,patterns,cb){this.signal?.aborted&&cb(),this.walkCB2Sync(target,patterns,
new processor_js_1.Processor(this.opts),cb)}walkCB2Sync(target,patterns,processor,cb){if(this.#childrenIgnored(target))return cb();if(this.signal?.
aborted&&cb(),this.paused){this.onResume(()=>this.walkCB2Sync(target,patterns,processor,cb));return}processor.processPatterns(target,patterns);
let tasks=1,next=()=>{--tasks===0&&cb()};for(let[m,absolute,ifDir]of processor.matches.entries())this.#ignored(m)||this.matchSync(m,absolute,
ifDir);for(let t of processor.subwalkTargets()){if(this.maxDepth!==1/0&&t.depth()>=this.maxDepth)continue;tasks++;let children=t.readdirSync();
this.walkCB3Sync(t,children,processor,next)}next()}walkCB3Sync(target,entries,processor,cb){processor=processor.filterEntries(target,entries);
let tasks=1,next=()=>{--tasks===0&&cb()};for(let[m,absolute,ifDir]of processor.matches.entries())this.#ignored(m)||this.matchSync(m,absolute,
ifDir);for(let[target2,patterns]of processor.subwalks.entries())tasks++,this.walkCB2Sync(target2,patterns,processor.child(),next);next()}};exports.
GlobUtil=GlobUtil;var GlobWalker=class extends GlobUtil{matches=new Set;constructor(patterns,path2,opts){super(patterns,path2,opts)}matchEmit(e){
this.matches.add(e)}async walk(){if(this.signal?.aborted)throw this.signal.reason;return this.path.isUnknown()&&await this.path.lstat(),await new Promise(
(res,rej)=>{this.walkCB(this.path,this.patterns,()=>{this.signal?.aborted?rej(this.signal.reason):res(this.matches)})}),this.matches}walkSync(){
if(this.signal?.aborted)throw this.signal.reason;return this.path.isUnknown()&&this.path.lstatSync(),this.walkCBSync(this.path,this.patterns,
()=>{if(this.signal?.aborted)throw this.signal.reason}),this.matches}};exports.GlobWalker=GlobWalker;var GlobStream=class extends GlobUtil{results;constructor(patterns,path2,opts){
super(patterns,path2,opts),this.results=new minipass_1.Minipass({signal:this.signal,objectMode:!0}),this.results.on("drain",()=>this.resume()),
this.results.on("resume",()=>this.resume())}matchEmit(e){this.results.write(e),this.results.flowing||this.pause()}stream(){let target=this.path;
return target.isUnknown()?target.lstat().then(()=>{this.walkCB(target,this.patterns,()=>this.results.end())}):this.walkCB(target,this.patterns,
()=>this.results.end()),this.results}streamSync(){return this.path.isUnknown()&&this.path.lstatSync(),this.walkCBSync(this.path,this.patterns,
()=>this.results.end()),this.results}};exports.GlobStream=GlobStream}});var require_glob=__commonJS({"node_modules/archiver-utils/node_modules/glob/dist/commonjs/glob.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.Glob=void 0;var minimatch_1=require_commonjs3(),node_url_1=__require("node:url"),path_scurry_1=require_commonjs6(),
pattern_js_1=require_pattern(),walker_js_1=require_walker(),defaultPlatform=typeof process=="object"&&process&&typeof process.platform=="str\
ing"?process.platform:"linux",Glob=class{absolute;cwd;root;dot;dotRelative;follow;ignore;magicalBraces;mark;matchBase;maxDepth;nobrace;nocase;nodir;noext;noglobstar;pattern;platform;realpath;scurry;stat;signal;windowsPathsNoEscape;withFileTypes;includeChildMatches;opts;patterns;constructor(pattern,opts){
if(!opts)throw new TypeError("glob options required");if(this.withFileTypes=!!opts.withFileTypes,this.signal=opts.signal,this.follow=!!opts.
follow,this.dot=!!opts.dot,this.dotRelative=!!opts.dotRelative,this.nodir=!!opts.nodir,this.mark=!!opts.mark,opts.cwd?(opts.cwd instanceof URL||
opts.cwd.startsWith("file://"))&&(opts.cwd=(0,node_url_1.fileURLToPath)(opts.cwd)):this.cwd="",this.cwd=opts.cwd||"",this.root=opts.root,this.
magicalBraces=!!opts.magicalBraces,this.nobrace=!!opts.nobrace,this.noext=!!opts.noext,this.realpath=!!opts.realpath,this.absolute=opts.absolute,
this.includeChildMatches=opts.includeChildMatches!==!1,this.noglobstar=!!opts.noglobstar,this.matchBase=!!opts.matchBase,this.maxDepth=typeof opts.
maxDepth=="number"?opts.maxDepth:1/0,this.stat=!!opts.stat,this.ignore=opts.ignore,this.withFileTypes&&this.absolute!==void 0)throw new Error(
"cannot set absolute and withFileTypes:true");if(typeof pattern=="string"&&(pattern=[pattern]),this.windowsPathsNoEscape=!!opts.windowsPathsNoEscape||
opts.allowWindowsEscape===!1,this.windowsPathsNoEscape&&(pattern=pattern.map(p=>p.replace(/\\/g,"/"))),this.matchBase){if(opts.noglobstar)throw new TypeError(
"base matching requires globstar");pattern=pattern.map(p=>p.includes("/")?p:`./**/${p}`)}if(this.pattern=pattern,this.platform=opts.platform||
defaultPlatform,this.opts={...opts,platform:this.platform},opts.scurry){if(this.scurry=opts.scurry,opts.nocase!==void 0&&opts.nocase!==opts.
scurry.nocase)throw new Error("nocase option contradicts provided scurry option")}else{let Scurry=opts.platform==="win32"?path_scurry_1.PathScurryWin32:
opts.platform==="darwin"?path_scurry_1.PathScurryDarwin:opts.platform?path_scurry_1.PathScurryPosix:path_scurry_1.PathScurry;this.scurry=new Scurry(
this.cwd,{nocase:opts.nocase,fs:opts.fs})}this.nocase=this.scurry.nocase;let nocaseMagicOnly=this.platform==="darwin"||this.platform==="win3\
2",mmo={...opts,dot:this.dot,matchBase:this.matchBase,nobrace:this.nobrace,nocase:this.nocase,nocaseMagicOnly,nocomment:!0,noext:this.noext,
nonegate:!0,optimizationLevel:2,platform:this.platform,windowsPathsNoEscape:this.windowsPathsNoEscape,debug:!!this.opts.debug},mms=this.pattern.
map(p=>new minimatch_1.Minimatch(p,mmo)),[matchSet,globParts]=mms.reduce((set,m)=>(set[0].push(...m.set),set[1].push(...m.globParts),set),[[],
[]]);this.patterns=matchSet.map((set,i)=>{let g=globParts[i];if(!g)throw new Error("invalid pattern object");return new pattern_js_1.Pattern(
set,g,0,this.platform)})}async walk(){return[...await new walker_js_1.GlobWalker(this.patterns,this.scurry.cwd,{...this.opts,maxDepth:this.maxDepth!==
1/0?this.maxDepth+this.scurry.cwd.depth():1/0,platform:this.platform,nocase:this.nocase,includeChildMatches:this.includeChildMatches}).walk()]}walkSync(){
return[...new walker_js_1.GlobWalker(this.patterns,this.scurry.cwd,{...this.opts,maxDepth:this.maxDepth!==1/0?this.maxDepth+this.scurry.cwd.
depth():1/0,platform:this.platform,nocase:this.nocase,includeChildMatches:this.includeChildMatches}).walkSync()]}stream(){return new walker_js_1.
GlobStream(this.patterns,this.scurry.cwd,{...this.opts,maxDepth:this.maxDepth!==1/0?this.maxDepth+this.scurry.cwd.depth():1/0,platform:this.
platform,nocase:this.nocase,includeChildMatches:this.includeChildMatches}).stream()}streamSync(){return new walker_js_1.GlobStream(this.patterns,
this.scurry.cwd,{...this.opts,maxDepth:this.maxDepth!==1/0?this.maxDepth+this.scurry.cwd.depth():1/0,platform:this.platform,nocase:this.nocase,
includeChildMatches:this.includeChildMatches}).streamSync()}iterateSync(){return this.streamSync()[Symbol.iterator]()}[Symbol.iterator](){return this.
iterateSync()}iterate(){return this.stream()[Symbol.asyncIterator]()}[Symbol.asyncIterator](){return this.iterate()}};exports.Glob=Glob}});var require_has_magic=__commonJS({"node_modules/archiver-utils/node_modules/glob/dist/commonjs/has-magic.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.hasMagic=void 0;var minimatch_1=require_commonjs3(),hasMagic=(pattern,options={})=>{Array.isArray(pattern)||
(pattern=[pattern]);for(let p of pattern)if(new minimatch_1.Minimatch(p,options).hasMagic())return!0;return!1};exports.hasMagic=hasMagic}});var require_commonjs7=__commonJS({"node_modules/archiver-utils/node_modules/glob/dist/commonjs/index.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.glob=exports.sync=exports.iterate=exports.iterateSync=exports.stream=exports.streamSync=exports.Ignore=
exports.hasMagic=exports.Glob=exports.unescape=exports.escape=void 0;exports.globStreamSync=globStreamSync;exports.globStream=globStream;exports.
globSync=globSync;exports.globIterateSync=globIterateSync;exports.globIterate=globIterate;var minimatch_1=require_commonjs3(),glob_js_1=require_glob(),
has_magic_js_1=require_has_magic(),minimatch_2=require_commonjs3();Object.defineProperty(exports,"escape",{enumerable:!0,get:function(){return minimatch_2.
escape}});Object.defineProperty(exports,"unescape",{enumerable:!0,get:function(){return minimatch_2.unescape}});var glob_js_2=require_glob();
Object.defineProperty(exports,"Glob",{enumerable:!0,get:function(){return glob_js_2.Glob}});var has_magic_js_2=require_has_magic();Object.defineProperty(
exports,"hasMagic",{enumerable:!0,get:function(){return has_magic_js_2.hasMagic}});var ignore_js_1=require_ignore();Object.defineProperty(exports,
"Ignore",{enumerable:!0,get:function(){return ignore_js_1.Ignore}});function globStreamSync(pattern,options={}){return new glob_js_1.Glob(pattern,
options).streamSync()}function globStream(pattern,options={}){return new glob_js_1.Glob(pattern,options).stream()}function globSync(pattern,options={}){
return new glob_js_1.Glob(pattern,options).walkSync()}async function glob_(pattern,options={}){return new glob_js_1.Glob(pattern,options).walk()}
function globIterateSync(pattern,options={}){return new glob_js_1.Glob(pattern,options).iterateSync()}function globIterate(pattern,options={}){
return new glob_js_1.Glob(pattern,options).iterate()}exports.streamSync=globStreamSync;exports.stream=Object.assign(globStream,{sync:globStreamSync});
exports.iterateSync=globIterateSync;exports.iterate=Object.assign(globIterate,{sync:globIterateSync});exports.sync=Object.assign(globSync,{stream:globStreamSync,
iterate:globIterateSync});exports.glob=Object.assign(glob_,{glob:glob_,globSync,sync:exports.sync,globStream,stream:exports.stream,globStreamSync,
streamSync:exports.streamSync,globIterate,iterate:exports.iterate,globIterateSync,iterateSync:exports.iterateSync,Glob:glob_js_1.Glob,hasMagic:has_magic_js_1.
hasMagic,escape:minimatch_1.escape,unescape:minimatch_1.unescape});exports.glob.glob=exports.glob}});var require_file=__commonJS({"node_modules/archiver-utils/file.js"(exports,module){var fs3=require_graceful_fs(),path2=__require("path"),flatten=require_flatten(),
difference=require_difference(),union=require_union(),isPlainObject3=require_isPlainObject(),glob=require_commonjs7(),file=module.exports={},
pathSeparatorRe=/[\/\\]/g,processPatterns=function(patterns,fn){var result=[];return flatten(patterns).forEach(function(pattern){var exclusion=pattern.
indexOf("!")===0;exclusion&&(pattern=pattern.slice(1));var matches=fn(pattern);exclusion?result=difference(result,matches):result=union(result,
matches)}),result};file.exists=function(){var filepath=path2.join.apply(path2,arguments);return fs3.existsSync(filepath)};file.expand=function(...args){
var options=isPlainObject3(args[0])?args.shift():{},patterns=Array.isArray(args[0])?args[0]:args;if(patterns.length===0)return[];var matches=processPatterns(
patterns,function(pattern){return glob.sync(pattern,options)});return options.filter&&(matches=matches.filter(function(filepath){filepath=path2.
join(options.cwd||"",filepath);try{return typeof options.filter=="function"?options.filter(filepath):fs3.statSync(filepath)[options.filter]()}catch{
return!1}})),matches};file.expandMapping=function(patterns,destBase,options){options=Object.assign({rename:function(destBase2,destPath){return path2.
join(destBase2||"",destPath)}},options);var files2=[],fileByDest={};return file.expand(options,patterns).forEach(function(src){var destPath=src;
options.flatten&&(destPath=path2.basename(destPath)),options.ext&&(destPath=destPath.replace(/(\.[^\/]*)?$/,options.ext));var dest=options.rename(
destBase,destPath,options);options.cwd&&(src=path2.join(options.cwd,src)),dest=dest.replace(pathSeparatorRe,"/"),src=src.replace(pathSeparatorRe,
"/"),fileByDest[dest]?fileByDest[dest].src.push(src):(files2.push({src:[src],dest}),fileByDest[dest]=files2[files2.length-1])}),files2};file.
normalizeFilesArray=function(data){var files2=[];return data.forEach(function(obj){var prop;("src"in obj||"dest"in obj)&&files2.push(obj)}),
files2.length===0?[]:(files2=_(files2).chain().forEach(function(obj){!("src"in obj)||!obj.src||(Array.isArray(obj.src)?obj.src=flatten(obj.src):
obj.src=[obj.src])}).map(function(obj){var expandOptions=Object.assign({},obj);if(delete expandOptions.src,delete expandOptions.dest,obj.expand)
return file.expandMapping(obj.src,obj.dest,expandOptions).map(function(mapObj){var result2=Object.assign({},obj);return result2.orig=Object.
assign({},obj),result2.src=mapObj.src,result2.dest=mapObj.dest,["expand","cwd","flatten","rename","ext"].forEach(function(prop){delete result2[prop]}),
result2});var result=Object.assign({},obj);return result.orig=Object.assign({},obj),"src"in result&&Object.defineProperty(result,"src",{enumerable:!0,
get:function fn(){var src;return"result"in fn||(src=obj.src,src=Array.isArray(src)?flatten(src):[src],fn.result=file.expand(expandOptions,src)),
fn.result}}),"dest"in result&&(result.dest=obj.dest),result}).flatten().value(),files2)}}});var require_archiver_utils=__commonJS({"node_modules/archiver-utils/index.js"(exports,module){var fs3=require_graceful_fs(),path2=__require("path"),
isStream=require_is_stream(),lazystream=require_lazystream(),normalizePath=require_normalize_path(),defaults2=require_defaults(),Stream=__require("stream").
Stream,PassThrough3=require_ours().PassThrough,utils=module.exports={};utils.file=require_file();utils.collectStream=function(source,callback){
var collection=[],size=0;source.on("error",callback),source.on("data",function(chunk){collection.push(chunk),size+=chunk.length}),source.on(
"end",function(){var buf=Buffer.alloc(size),offset=0;collection.forEach(function(data){data.copy(buf,offset),offset+=data.length}),callback(
null,buf)})};utils.dateify=function(dateish){return dateish=dateish||new Date,dateish instanceof Date?dateish=dateish:typeof dateish=="strin\
g"?dateish=new Date(dateish):dateish=new Date,dateish};utils.defaults=function(object,source,guard){var args=arguments;return args[0]=args[0]||
{},defaults2(...args)};utils.isStream=function(source){return isStream(source)};utils.lazyReadStream=function(filepath){return new lazystream.
Readable(function(){return fs3.createReadStream(filepath)})};utils.normalizeInputSource=function(source){return source===null?Buffer.alloc(0):
typeof source=="string"?Buffer.from(source):utils.isStream(source)?source.pipe(new PassThrough3):source};utils.sanitizePath=function(filepath){
return normalizePath(filepath,!1).replace(/^\w+:/,"").replace(/^(\.\.\/|\/)+/,"")};utils.trailingSlashIt=function(str){return str.slice(-1)!==
"/"?str+"/":str};utils.unixifyPath=function(filepath){return normalizePath(filepath,!1).replace(/^\w+:/,"")};utils.walkdir=function(dirpath,base,callback){
var results=[];typeof base=="function"&&(callback=base,base=dirpath),fs3.readdir(dirpath,function(err,list){var i=0,file,filepath;if(err)return callback(
err);(function next(){if(file=list[i++],!file)return callback(null,results);filepath=path2.join(dirpath,file),fs3.stat(filepath,function(err2,stats){
results.push({path:filepath,relative:path2.relative(base,filepath).replace(/\\/g,"/"),stats}),stats&&stats.isDirectory()?utils.walkdir(filepath,
base,function(err3,res){if(err3)return callback(err3);res.forEach(function(dirEntry){results.push(dirEntry)}),next()}):next()})})()})}}});var require_error=__commonJS({"node_modules/archiver/lib/error.js"(exports,module){var util=__require("util"),ERROR_CODES={ABORTED:"archive \
was aborted",DIRECTORYDIRPATHREQUIRED:"diretory dirpath argument must be a non-empty string value",DIRECTORYFUNCTIONINVALIDDATA:"invalid dat\
a returned by directory custom data function",ENTRYNAMEREQUIRED:"entry name must be a non-empty string value",FILEFILEPATHREQUIRED:"file fil\
epath argument must be a non-empty string value",FINALIZING:"archive already finalizing",QUEUECLOSED:"queue closed",NOENDMETHOD:"no suitable\
 finalize/end method defined by module",DIRECTORYNOTSUPPORTED:"support for directory entries not defined by module",FORMATSET:"archive forma\
t already set",INPUTSTEAMBUFFERREQUIRED:"input source must be valid Stream or Buffer instance",MODULESET:"module already set",SYMLINKNOTSUPPORTED:"\
support for symlink entries not defined by module",SYMLINKFILEPATHREQUIRED:"symlink filepath argument must be a non-empty string value",SYMLINKTARGETREQUIRED:"\
symlink target argument must be a non-empty string value",ENTRYNOTSUPPORTED:"entry not supported"};function ArchiverError(code,data){Error.captureStackTrace(
this,this.constructor),this.message=ERROR_CODES[code]||code,this.code=code,this.data=data}util.inherits(ArchiverError,Error);exports=module.
exports=ArchiverError}});var require_core=__commonJS({"node_modules/archiver/lib/core.js"(exports,module){var fs3=__require("fs"),glob=require_readdir_glob(),async=require_async(),
path2=__require("path"),util=require_archiver_utils(),inherits=__require("util").inherits,ArchiverError=require_error(),Transform2=require_ours().
Transform,win32=process.platform==="win32",Archiver=function(format,options){if(!(this instanceof Archiver))return new Archiver(format,options);
typeof format!="string"&&(options=format,format="zip"),options=this.options=util.defaults(options,{highWaterMark:1024*1024,statConcurrency:4}),
Transform2.call(this,options),this._format=!1,this._module=!1,this._pending=0,this._pointer=0,this._entriesCount=0,this._entriesProcessedCount=
0,this._fsEntriesTotalBytes=0,this._fsEntriesProcessedBytes=0,this._queue=async.queue(this._onQueueTask.bind(this),1),this._queue.drain(this.
_onQueueDrain.bind(this)),this._statQueue=async.queue(this._onStatQueueTask.bind(this),options.statConcurrency),this._statQueue.drain(this._onQueueDrain.
bind(this)),this._state={aborted:!1,finalize:!1,finalizing:!1,finalized:!1,modulePiped:!1},this._streams=[]};inherits(Archiver,Transform2);Archiver.
prototype._abort=function(){this._state.aborted=!0,this._queue.kill(),this._statQueue.kill(),this._queue.idle()&&this._shutdown()};Archiver.
prototype._append=function(filepath,data){data=data||{};var task={source:null,filepath};data.name||(data.name=filepath),data.sourcePath=filepath,
task.data=data,this._entriesCount++,data.stats&&data.stats instanceof fs3.Stats?(task=this._updateQueueTaskWithStats(task,data.stats),task&&
(data.stats.size&&(this._fsEntriesTotalBytes+=data.stats.size),this._queue.push(task))):this._statQueue.push(task)};Archiver.prototype._finalize=
function(){this._state.finalizing||this._state.finalized||this._state.aborted||(this._state.finalizing=!0,this._moduleFinalize(),this._state.
finalizing=!1,this._state.finalized=!0)};Archiver.prototype._maybeFinalize=function(){return this._state.finalizing||this._state.finalized||
this._state.aborted?!1:this._state.finalize&&this._pending===0&&this._queue.idle()&&this._statQueue.idle()?(this._finalize(),!0):!1};Archiver.
prototype._moduleAppend=function(source,data,callback){if(this._state.aborted){callback();return}this._module.append(source,data,function(err){
if(this._task=null,this._state.aborted){this._shutdown();return}if(err){this.emit("error",err),setImmediate(callback);return}this.emit("entr\
y",data),this._entriesProcessedCount++,data.stats&&data.stats.size&&(this._fsEntriesProcessedBytes+=data.stats.size),this.emit("progress",{entries:{
total:this._entriesCount,processed:this._entriesProcessedCount},fs:{totalBytes:this._fsEntriesTotalBytes,processedBytes:this._fsEntriesProcessedBytes}}),
setImmediate(callback)}.bind(this))};Archiver.prototype._moduleFinalize=function(){typeof this._module.finalize=="function"?this._module.finalize():
typeof this._module.end=="function"?this._module.end():this.emit("error",new ArchiverError("NOENDMETHOD"))};Archiver.prototype._modulePipe=function(){
this._module.on("error",this._onModuleError.bind(this)),this._module.pipe(this),this._state.modulePiped=!0};Archiver.prototype._moduleSupports=
function(key){return!this._module.supports||!this._module.supports[key]?!1:this._module.supports[key]};Archiver.prototype._moduleUnpipe=function(){
this._module.unpipe(this),this._state.modulePiped=!1};Archiver.prototype._normalizeEntryData=function(data,stats){data=util.defaults(data,{type:"\
file",name:null,date:null,mode:null,prefix:null,sourcePath:null,stats:!1}),stats&&data.stats===!1&&(data.stats=stats);var isDir=data.type===
"directory";return data.name&&(typeof data.prefix=="string"&&data.prefix!==""&&(data.name=data.prefix+"/"+data.name,data.prefix=null),data.name=
util.sanitizePath(data.name),data.type!=="symlink"&&data.name.slice(-1)==="/"?(isDir=!0,data.type="directory"):isDir&&(data.name+="/")),typeof data.
mode=="number"?win32?data.mode&=511:data.mode&=4095:data.stats&&data.mode===null?(win32?data.mode=data.stats.mode&511:data.mode=data.stats.mode&
4095,win32&&isDir&&(data.mode=493)):data.mode===null&&(data.mode=isDir?493:420),data.stats&&data.date===null?data.date=data.stats.mtime:data.
date=util.dateify(data.date),data};Archiver.prototype._onModuleError=function(err){this.emit("error",err)};Archiver.prototype._onQueueDrain=
function(){this._state.finalizing||this._state.finalized||this._state.aborted||this._state.finalize&&this._pending===0&&this._queue.idle()&&
this._statQueue.idle()&&this._finalize()};Archiver.prototype._onQueueTask=function(task,callback){var fullCallback=()=>{task.data.callback&&
task.data.callback(),callback()};if(this._state.finalizing||this._state.finalized||this._state.aborted){fullCallback();return}this._task=task,
this._moduleAppend(task.source,task.data,fullCallback)};Archiver.prototype._onStatQueueTask=function(task,callback){if(this._state.finalizing||
this._state.finalized||this._state.aborted){callback();return}fs3.lstat(task.filepath,function(err,stats){if(this._state.aborted){setImmediate(
callback);return}if(err){this._entriesCount--,this.emit("warning",err),setImmediate(callback);return}task=this._updateQueueTaskWithStats(task,
stats),task&&(stats.size&&(this._fsEntriesTotalBytes+=stats.size),this._queue.push(task)),setImmediate(callback)}.bind(this))};Archiver.prototype.
_shutdown=function(){this._moduleUnpipe(),this.end()};Archiver.prototype._transform=function(chunk,encoding,callback){chunk&&(this._pointer+=
chunk.length),callback(null,chunk)};Archiver.prototype._updateQueueTaskWithStats=function(task,stats){if(stats.isFile())task.data.type="file",
task.data.sourceType="stream",task.source=util.lazyReadStream(task.filepath);else if(stats.isDirectory()&&this._moduleSupports("directory"))
task.data.name=util.trailingSlashIt(task.data.name),task.data.type="directory",task.data.sourcePath=util.trailingSlashIt(task.filepath),task.
data.sourceType="buffer",task.source=Buffer.concat([]);else if(stats.isSymbolicLink()&&this._moduleSupports("symlink")){var linkPath=fs3.readlinkSync(
task.filepath),dirName=path2.dirname(task.filepath);task.data.type="symlink",task.data.linkname=path2.relative(dirName,path2.resolve(dirName,
linkPath)),task.data.sourceType="buffer",task.source=Buffer.concat([])}else return stats.isDirectory()?this.emit("warning",new ArchiverError(
"DIRECTORYNOTSUPPORTED",task.data)):stats.isSymbolicLink()?this.emit("warning",new ArchiverError("SYMLINKNOTSUPPORTED",task.data)):this.emit(
"warning",new ArchiverError("ENTRYNOTSUPPORTED",task.data)),null;return task.data=this._normalizeEntryData(task.data,stats),task};Archiver.prototype.
abort=function(){return this._state.aborted||this._state.finalized?this:(this._abort(),this)};Archiver.prototype.append=function(source,data){
if(this._state.finalize||this._state.aborted)return this.emit("error",new ArchiverError("QUEUECLOSED")),this;if(data=this._normalizeEntryData(
data),typeof data.name!="string"||data.name.length===0)return this.emit("error",new ArchiverError("ENTRYNAMEREQUIRED")),this;if(data.type===
"directory"&&!this._moduleSupports("directory"))return this.emit("error",new ArchiverError("DIRECTORYNOTSUPPORTED",{name:data.name})),this;if(source=
util.normalizeInputSource(source),Buffer.isBuffer(source))data.sourceType="buffer";else if(util.isStream(source))data.sourceType="stream";else
return this.emit("error",new ArchiverError("INPUTSTEAMBUFFERREQUIRED",{name:data.name})),this;return this._entriesCount++,this._queue.push({
data,source}),this};Archiver.prototype.directory=function(dirpath,destpath,data){if(this._state.finalize||this._state.aborted)return this.emit(
"error",new ArchiverError("QUEUECLOSED")),this;if(typeof dirpath!="string"||dirpath.length===0)return this.emit("error",new ArchiverError("D\
IRECTORYDIRPATHREQUIRED")),this;this._pending++,destpath===!1?destpath="":typeof destpath!="string"&&(destpath=dirpath);var dataFunction=!1;
typeof data=="function"?(dataFunction=data,data={}):typeof data!="object"&&(data={});var globOptions={stat:!0,dot:!0};function onGlobEnd(){this.
_pending--,this._maybeFinalize()}function onGlobError(err){this.emit("error",err)}function onGlobMatch(match){globber.pause();var ignoreMatch=!1,
entryData=Object.assign({},data);entryData.name=match.relative,entryData.prefix=destpath,entryData.stats=match.stat,entryData.callback=globber.
resume.bind(globber);try{if(dataFunction){if(entryData=dataFunction(entryData),entryData===!1)ignoreMatch=!0;else if(typeof entryData!="obje\
ct")throw new ArchiverError("DIRECTORYFUNCTIONINVALIDDATA",{dirpath})}}catch(e){this.emit("error",e);return}if(ignoreMatch){globber.resume();
return}this._append(match.absolute,entryData)}var globber=glob(dirpath,globOptions);return globber.on("error",onGlobError.bind(this)),globber.
on("match",onGlobMatch.bind(this)),globber.on("end",onGlobEnd.bind(this)),this};Archiver.prototype.file=function(filepath,data){return this.
_state.finalize||this._state.aborted?(this.emit("error",new ArchiverError("QUEUECLOSED")),this):typeof filepath!="string"||filepath.length===
0?(this.emit("error",new ArchiverError("FILEFILEPATHREQUIRED")),this):(this._append(filepath,data),this)};Archiver.prototype.glob=function(pattern,options,data){
this._pending++,options=util.defaults(options,{stat:!0,pattern});function onGlobEnd(){this._pending--,this._maybeFinalize()}function onGlobError(err){
this.emit("error",err)}function onGlobMatch(match){globber.pause();var entryData=Object.assign({},data);entryData.callback=globber.resume.bind(
globber),entryData.stats=match.stat,entryData.name=match.relative,this._append(match.absolute,entryData)}var globber=glob(options.cwd||".",options);
return globber.on("error",onGlobError.bind(this)),globber.on("match",onGlobMatch.bind(this)),globber.on("end",onGlobEnd.bind(this)),this};Archiver.
prototype.finalize=function(){if(this._state.aborted){var abortedError=new ArchiverError("ABORTED");return this.emit("error",abortedError),Promise.
reject(abortedError)}if(this._state.finalize){var finalizingError=new ArchiverError("FINALIZING");return this.emit("error",finalizingError),
Promise.reject(finalizingError)}this._state.finalize=!0,this._pending===0&&this._queue.idle()&&this._statQueue.idle()&&this._finalize();var self2=this;
return new Promise(function(resolve2,reject){var errored;self2._module.on("end",function(){errored||resolve2()}),self2._module.on("error",function(err){
errored=!0,reject(err)})})};Archiver.prototype.setFormat=function(format){return this._format?(this.emit("error",new ArchiverError("FORMATSE\
T")),this):(this._format=format,this)};Archiver.prototype.setModule=function(module2){return this._state.aborted?(this.emit("error",new ArchiverError(
"ABORTED")),this):this._state.module?(this.emit("error",new ArchiverError("MODULESET")),this):(this._module=module2,this._modulePipe(),this)};
Archiver.prototype.symlink=function(filepath,target,mode){if(this._state.finalize||this._state.aborted)return this.emit("error",new ArchiverError(
"QUEUECLOSED")),this;if(typeof filepath!="string"||filepath.length===0)return this.emit("error",new ArchiverError("SYMLINKFILEPATHREQUIRED")),
this;if(typeof target!="string"||target.length===0)return this.emit("error",new ArchiverError("SYMLINKTARGETREQUIRED",{filepath})),this;if(!this.
_moduleSupports("symlink"))return this.emit("error",new ArchiverError("SYMLINKNOTSUPPORTED",{filepath})),this;var data={};return data.type="\
symlink",data.name=filepath.replace(/\\/g,"/"),data.linkname=target.replace(/\\/g,"/"),data.sourceType="buffer",typeof mode=="number"&&(data.
mode=mode),this._entriesCount++,this._queue.push({data,source:Buffer.concat([])}),this};Archiver.prototype.pointer=function(){return this._pointer};
Archiver.prototype.use=function(plugin){return this._streams.push(plugin),this};module.exports=Archiver}});var require_archive_entry=__commonJS({"node_modules/compress-commons/lib/archivers/archive-entry.js"(exports,module){var ArchiveEntry=module.
exports=function(){};ArchiveEntry.prototype.getName=function(){};ArchiveEntry.prototype.getSize=function(){};ArchiveEntry.prototype.getLastModifiedDate=
function(){};ArchiveEntry.prototype.isDirectory=function(){}}});var require_util3=__commonJS({"node_modules/compress-commons/lib/archivers/zip/util.js"(exports,module){var util=module.exports={};util.dateToDos=
function(d,forceLocalTime){forceLocalTime=forceLocalTime||!1;var year=forceLocalTime?d.getFullYear():d.getUTCFullYear();if(year<1980)return 2162688;
if(year>=2044)return 2141175677;var val={year,month:forceLocalTime?d.getMonth():d.getUTCMonth(),date:forceLocalTime?d.getDate():d.getUTCDate(),
hours:forceLocalTime?d.getHours():d.getUTCHours(),minutes:forceLocalTime?d.getMinutes():d.getUTCMinutes(),seconds:forceLocalTime?d.getSeconds():
d.getUTCSeconds()};return val.year-1980<<25|val.month+1<<21|val.date<<16|val.hours<<11|val.minutes<<5|val.seconds/2};util.dosToDate=function(dos){
return new Date((dos>>25&127)+1980,(dos>>21&15)-1,dos>>16&31,dos>>11&31,dos>>5&63,(dos&31)<<1)};util.fromDosTime=function(buf){return util.dosToDate(
buf.readUInt32LE(0))};util.getEightBytes=function(v){var buf=Buffer.alloc(8);return buf.writeUInt32LE(v%4294967296,0),buf.writeUInt32LE(v/4294967296|
0,4),buf};util.getShortBytes=function(v){var buf=Buffer.alloc(2);return buf.writeUInt16LE((v&65535)>>>0,0),buf};util.getShortBytesValue=function(buf,offset){
return buf.readUInt16LE(offset)};util.getLongBytes=function(v){var buf=Buffer.alloc(4);return buf.writeUInt32LE((v&4294967295)>>>0,0),buf};util.
getLongBytesValue=function(buf,offset){return buf.readUInt32LE(offset)};util.toDosTime=function(d){return util.getLongBytes(util.dateToDos(d))}}});var require_general_purpose_bit=__commonJS({"node_modules/compress-commons/lib/archivers/zip/general-purpose-bit.js"(exports,module){var zipUtil=require_util3(),
DATA_DESCRIPTOR_FLAG=8,ENCRYPTION_FLAG=1,NUMBER_OF_SHANNON_FANO_TREES_FLAG=4,SLIDING_DICTIONARY_SIZE_FLAG=2,STRONG_ENCRYPTION_FLAG=64,UFT8_NAMES_FLAG=2048,
GeneralPurposeBit=module.exports=function(){return this instanceof GeneralPurposeBit?(this.descriptor=!1,this.encryption=!1,this.utf8=!1,this.
numberOfShannonFanoTrees=0,this.strongEncryption=!1,this.slidingDictionarySize=0,this):new GeneralPurposeBit};GeneralPurposeBit.prototype.encode=
function(){return zipUtil.getShortBytes((this.descriptor?DATA_DESCRIPTOR_FLAG:0)|(this.utf8?UFT8_NAMES_FLAG:0)|(this.encryption?ENCRYPTION_FLAG:
0)|(this.strongEncryption?STRONG_ENCRYPTION_FLAG:0))};GeneralPurposeBit.prototype.parse=function(buf,offset){var flag=zipUtil.getShortBytesValue(
buf,offset),gbp=new GeneralPurposeBit;return gbp.useDataDescriptor((flag&DATA_DESCRIPTOR_FLAG)!==0),gbp.useUTF8ForNames((flag&UFT8_NAMES_FLAG)!==
0),gbp.useStrongEncryption((flag&STRONG_ENCRYPTION_FLAG)!==0),gbp.useEncryption((flag&ENCRYPTION_FLAG)!==0),gbp.setSlidingDictionarySize((flag&
SLIDING_DICTIONARY_SIZE_FLAG)!==0?8192:4096),gbp.setNumberOfShannonFanoTrees((flag&NUMBER_OF_SHANNON_FANO_TREES_FLAG)!==0?3:2),gbp};GeneralPurposeBit.
prototype.setNumberOfShannonFanoTrees=function(n){this.numberOfShannonFanoTrees=n};GeneralPurposeBit.prototype.getNumberOfShannonFanoTrees=function(){
return this.numberOfShannonFanoTrees};GeneralPurposeBit.prototype.setSlidingDictionarySize=function(n){this.slidingDictionarySize=n};GeneralPurposeBit.
prototype.getSlidingDictionarySize=function(){return this.slidingDictionarySize};GeneralPurposeBit.prototype.useDataDescriptor=function(b){this.
descriptor=b};GeneralPurposeBit.prototype.usesDataDescriptor=function(){return this.descriptor};GeneralPurposeBit.prototype.useEncryption=function(b){
this.encryption=b};GeneralPurposeBit.prototype.usesEncryption=function(){return this.encryption};GeneralPurposeBit.prototype.useStrongEncryption=
function(b){this.strongEncryption=b};GeneralPurposeBit.prototype.usesStrongEncryption=function(){return this.strongEncryption};GeneralPurposeBit.
prototype.useUTF8ForNames=function(b){this.utf8=b};GeneralPurposeBit.prototype.usesUTF8ForNames=function(){return this.utf8}}});var require_unix_stat=__commonJS({"node_modules/compress-commons/lib/archivers/zip/unix-stat.js"(exports,module){module.exports={PERM_MASK:4095,
FILE_TYPE_FLAG:61440,LINK_FLAG:40960,FILE_FLAG:32768,DIR_FLAG:16384,DEFAULT_LINK_PERM:511,DEFAULT_DIR_PERM:493,DEFAULT_FILE_PERM:420}}});var require_constants=__commonJS({"node_modules/compress-commons/lib/archivers/zip/constants.js"(exports,module){module.exports={WORD:4,DWORD:8,
EMPTY:Buffer.alloc(0),SHORT:2,SHORT_MASK:65535,SHORT_SHIFT:16,SHORT_ZERO:Buffer.from(Array(2)),LONG:4,LONG_ZERO:Buffer.from(Array(4)),MIN_VERSION_INITIAL:10,
MIN_VERSION_DATA_DESCRIPTOR:20,MIN_VERSION_ZIP64:45,VERSION_MADEBY:45,METHOD_STORED:0,METHOD_DEFLATED:8,PLATFORM_UNIX:3,PLATFORM_FAT:0,SIG_LFH:67324752,
SIG_DD:134695760,SIG_CFH:33639248,SIG_EOCD:101010256,SIG_ZIP64_EOCD:101075792,SIG_ZIP64_EOCD_LOC:117853008,ZIP64_MAGIC_SHORT:65535,ZIP64_MAGIC:4294967295,
ZIP64_EXTRA_ID:1,ZLIB_NO_COMPRESSION:0,ZLIB_BEST_SPEED:1,ZLIB_BEST_COMPRESSION:9,ZLIB_DEFAULT_COMPRESSION:-1,MODE_MASK:4095,DEFAULT_FILE_MODE:33188,
DEFAULT_DIR_MODE:16877,EXT_FILE_ATTR_DIR:1106051088,EXT_FILE_ATTR_FILE:2175008800,S_IFMT:61440,S_IFIFO:4096,S_IFCHR:8192,S_IFDIR:16384,S_IFBLK:24576,
S_IFREG:32768,S_IFLNK:40960,S_IFSOCK:49152,S_DOS_A:32,S_DOS_D:16,S_DOS_V:8,S_DOS_S:4,S_DOS_H:2,S_DOS_R:1}}});var require_zip_archive_entry=__commonJS({"node_modules/compress-commons/lib/archivers/zip/zip-archive-entry.js"(exports,module){var inherits=__require("util").
inherits,normalizePath=require_normalize_path(),ArchiveEntry=require_archive_entry(),GeneralPurposeBit=require_general_purpose_bit(),UnixStat=require_unix_stat(),
constants=require_constants(),zipUtil=require_util3(),ZipArchiveEntry=module.exports=function(name2){if(!(this instanceof ZipArchiveEntry))return new ZipArchiveEntry(
name2);ArchiveEntry.call(this),this.platform=constants.PLATFORM_FAT,this.method=-1,this.name=null,this.size=0,this.csize=0,this.gpb=new GeneralPurposeBit,
this.crc=0,this.time=-1,this.minver=constants.MIN_VERSION_INITIAL,this.mode=-1,this.extra=null,this.exattr=0,this.inattr=0,this.comment=null,
name2&&this.setName(name2)};inherits(ZipArchiveEntry,ArchiveEntry);ZipArchiveEntry.prototype.getCentralDirectoryExtra=function(){return this.
getExtra()};ZipArchiveEntry.prototype.getComment=function(){return this.comment!==null?this.comment:""};ZipArchiveEntry.prototype.getCompressedSize=
function(){return this.csize};ZipArchiveEntry.prototype.getCrc=function(){return this.crc};ZipArchiveEntry.prototype.getExternalAttributes=function(){
return this.exattr};ZipArchiveEntry.prototype.getExtra=function(){return this.extra!==null?this.extra:constants.EMPTY};ZipArchiveEntry.prototype.
getGeneralPurposeBit=function(){return this.gpb};ZipArchiveEntry.prototype.getInternalAttributes=function(){return this.inattr};ZipArchiveEntry.
prototype.getLastModifiedDate=function(){return this.getTime()};ZipArchiveEntry.prototype.getLocalFileDataExtra=function(){return this.getExtra()};
ZipArchiveEntry.prototype.getMethod=function(){return this.method};ZipArchiveEntry.prototype.getName=function(){return this.name};ZipArchiveEntry.
prototype.getPlatform=function(){return this.platform};ZipArchiveEntry.prototype.getSize=function(){return this.size};ZipArchiveEntry.prototype.
getTime=function(){return this.time!==-1?zipUtil.dosToDate(this.time):-1};ZipArchiveEntry.prototype.getTimeDos=function(){return this.time!==
-1?this.time:0};ZipArchiveEntry.prototype.getUnixMode=function(){return this.platform!==constants.PLATFORM_UNIX?0:this.getExternalAttributes()>>
constants.SHORT_SHIFT&constants.SHORT_MASK};ZipArchiveEntry.prototype.getVersionNeededToExtract=function(){return this.minver};ZipArchiveEntry.
prototype.setComment=function(comment){Buffer.byteLength(comment)!==comment.length&&this.getGeneralPurposeBit().useUTF8ForNames(!0),this.comment=
comment};ZipArchiveEntry.prototype.setCompressedSize=function(size){if(size<0)throw new Error("invalid entry compressed size");this.csize=size};
ZipArchiveEntry.prototype.setCrc=function(crc){if(crc<0)throw new Error("invalid entry crc32");this.crc=crc};ZipArchiveEntry.prototype.setExternalAttributes=
function(attr){this.exattr=attr>>>0};ZipArchiveEntry.prototype.setExtra=function(extra){this.extra=extra};ZipArchiveEntry.prototype.setGeneralPurposeBit=
function(gpb){if(!(gpb instanceof GeneralPurposeBit))throw new Error("invalid entry GeneralPurposeBit");this.gpb=gpb};ZipArchiveEntry.prototype.
setInternalAttributes=function(attr){this.inattr=attr};ZipArchiveEntry.prototype.setMethod=function(method){if(method<0)throw new Error("inv\
alid entry compression method");this.method=method};ZipArchiveEntry.prototype.setName=function(name2,prependSlash=!1){name2=normalizePath(name2,
!1).replace(/^\w+:/,"").replace(/^(\.\.\/|\/)+/,""),prependSlash&&(name2=`/${name2}`),Buffer.byteLength(name2)!==name2.length&&this.getGeneralPurposeBit().
useUTF8ForNames(!0),this.name=name2};ZipArchiveEntry.prototype.setPlatform=function(platform){this.platform=platform};ZipArchiveEntry.prototype.
setSize=function(size){if(size<0)throw new Error("invalid entry size");this.size=size};ZipArchiveEntry.prototype.setTime=function(time,forceLocalTime){
if(!(time instanceof Date))throw new Error("invalid entry time");this.time=zipUtil.dateToDos(time,forceLocalTime)};ZipArchiveEntry.prototype.
setUnixMode=function(mode){mode|=this.isDirectory()?constants.S_IFDIR:constants.S_IFREG;var extattr=0;extattr|=mode<<constants.SHORT_SHIFT|(this.
isDirectory()?constants.S_DOS_D:constants.S_DOS_A),this.setExternalAttributes(extattr),this.mode=mode&constants.MODE_MASK,this.platform=constants.
PLATFORM_UNIX};ZipArchiveEntry.prototype.setVersionNeededToExtract=function(minver){this.minver=minver};ZipArchiveEntry.prototype.isDirectory=
function(){return this.getName().slice(-1)==="/"};ZipArchiveEntry.prototype.isUnixSymlink=function(){return(this.getUnixMode()&UnixStat.FILE_TYPE_FLAG)===
UnixStat.LINK_FLAG};ZipArchiveEntry.prototype.isZip64=function(){return this.csize>constants.ZIP64_MAGIC||this.size>constants.ZIP64_MAGIC}}});var require_util4=__commonJS({"node_modules/compress-commons/lib/util/index.js"(exports,module){var Stream=__require("stream").Stream,PassThrough3=require_ours().
PassThrough,isStream=require_is_stream(),util=module.exports={};util.normalizeInputSource=function(source){if(source===null)return Buffer.alloc(
0);if(typeof source=="string")return Buffer.from(source);if(isStream(source)&&!source._readableState){var normalized=new PassThrough3;return source.
pipe(normalized),normalized}return source}}});var require_archive_output_stream=__commonJS({"node_modules/compress-commons/lib/archivers/archive-output-stream.js"(exports,module){var inherits=__require("util").
inherits,isStream=require_is_stream(),Transform2=require_ours().Transform,ArchiveEntry=require_archive_entry(),util=require_util4(),ArchiveOutputStream=module.
exports=function(options){if(!(this instanceof ArchiveOutputStream))return new ArchiveOutputStream(options);Transform2.call(this,options),this.
offset=0,this._archive={finish:!1,finished:!1,processing:!1}};inherits(ArchiveOutputStream,Transform2);ArchiveOutputStream.prototype._appendBuffer=
function(zae,source,callback){};ArchiveOutputStream.prototype._appendStream=function(zae,source,callback){};ArchiveOutputStream.prototype._emitErrorCallback=
function(err){err&&this.emit("error",err)};ArchiveOutputStream.prototype._finish=function(ae){};ArchiveOutputStream.prototype._normalizeEntry=
function(ae){};ArchiveOutputStream.prototype._transform=function(chunk,encoding,callback){callback(null,chunk)};ArchiveOutputStream.prototype.
entry=function(ae,source,callback){if(source=source||null,typeof callback!="function"&&(callback=this._emitErrorCallback.bind(this)),!(ae instanceof
ArchiveEntry)){callback(new Error("not a valid instance of ArchiveEntry"));return}if(this._archive.finish||this._archive.finished){callback(
new Error("unacceptable entry after finish"));return}if(this._archive.processing){callback(new Error("already processing an entry"));return}
if(this._archive.processing=!0,this._normalizeEntry(ae),this._entry=ae,source=util.normalizeInputSource(source),Buffer.isBuffer(source))this.
_appendBuffer(ae,source,callback);else if(isStream(source))this._appendStream(ae,source,callback);else{this._archive.processing=!1,callback(
new Error("input source must be valid Stream or Buffer instance"));return}return this};ArchiveOutputStream.prototype.finish=function(){if(this.
_archive.processing){this._archive.finish=!0;return}this._finish()};ArchiveOutputStream.prototype.getBytesWritten=function(){return this.offset};
ArchiveOutputStream.prototype.write=function(chunk,cb){return chunk&&(this.offset+=chunk.length),Transform2.prototype.write.call(this,chunk,
cb)}}});var require_crc32=__commonJS({"node_modules/crc-32/crc32.js"(exports){var CRC32;(function(factory){typeof DO_NOT_EXPORT_CRC>"u"?typeof exports==
"object"?factory(exports):typeof define=="function"&&define.amd?define(function(){var module2={};return factory(module2),module2}):factory(CRC32=
{}):factory(CRC32={})})(function(CRC322){CRC322.version="1.2.2";function signed_crc_table(){for(var c=0,table=new Array(256),n=0;n!=256;++n)
c=n,c=c&1?-306674912^c>>>1:c>>>1,c=c&1?-306674912^c>>>1:c>>>1,c=c&1?-306674912^c>>>1:c>>>1,c=c&1?-306674912^c>>>1:c>>>1,c=c&1?-306674912^c>>>
1:c>>>1,c=c&1?-306674912^c>>>1:c>>>1,c=c&1?-306674912^c>>>1:c>>>1,c=c&1?-306674912^c>>>1:c>>>1,table[n]=c;return typeof Int32Array<"u"?new Int32Array(
table):table}var T0=signed_crc_table();function slice_by_16_tables(T){var c=0,v=0,n=0,table=typeof Int32Array<"u"?new Int32Array(4096):new Array(
4096);for(n=0;n!=256;++n)table[n]=T[n];for(n=0;n!=256;++n)for(v=T[n],c=256+n;c<4096;c+=256)v=table[c]=v>>>8^T[v&255];var out=[];for(n=1;n!=16;++n)
out[n-1]=typeof Int32Array<"u"?table.subarray(n*256,n*256+256):table.slice(n*256,n*256+256);return out}var TT=slice_by_16_tables(T0),T1=TT[0],
T2=TT[1],T3=TT[2],T4=TT[3],T5=TT[4],T6=TT[5],T7=TT[6],T8=TT[7],T9=TT[8],Ta=TT[9],Tb=TT[10],Tc=TT[11],Td=TT[12],Te=TT[13],Tf=TT[14];function crc32_bstr(bstr,seed){
for(var C=seed^-1,i=0,L=bstr.length;i<L;)C=C>>>8^T0[(C^bstr.charCodeAt(i++))&255];return~C}function crc32_buf(B,seed){for(var C=seed^-1,L=B.
length-15,i=0;i<L;)C=Tf[B[i++]^C&255]^Te[B[i++]^C>>8&255]^Td[B[i++]^C>>16&255]^Tc[B[i++]^C>>>24]^Tb[B[i++]]^Ta[B[i++]]^T9[B[i++]]^T8[B[i++]]^
T7[B[i++]]^T6[B[i++]]^T5[B[i++]]^T4[B[i++]]^T3[B[i++]]^T2[B[i++]]^T1[B[i++]]^T0[B[i++]];for(L+=15;i<L;)C=C>>>8^T0[(C^B[i++])&255];return~C}function crc32_str(str,seed){
for(var C=seed^-1,i=0,L=str.length,c=0,d=0;i<L;)c=str.charCodeAt(i++),c<128?C=C>>>8^T0[(C^c)&255]:c<2048?(C=C>>>8^T0[(C^(192|c>>6&31))&255],
C=C>>>8^T0[(C^(128|c&63))&255]):c>=55296&&c<57344?(c=(c&1023)+64,d=str.charCodeAt(i++)&1023,C=C>>>8^T0[(C^(240|c>>8&7))&255],C=C>>>8^T0[(C^(128|
c>>2&63))&255],C=C>>>8^T0[(C^(128|d>>6&15|(c&3)<<4))&255],C=C>>>8^T0[(C^(128|d&63))&255]):(C=C>>>8^T0[(C^(224|c>>12&15))&255],C=C>>>8^T0[(C^
(128|c>>6&63))&255],C=C>>>8^T0[(C^(128|c&63))&255]);return~C}CRC322.table=T0,CRC322.bstr=crc32_bstr,CRC322.buf=crc32_buf,CRC322.str=crc32_str})}});var require_crc32_stream=__commonJS({"node_modules/crc32-stream/lib/crc32-stream.js"(exports,module){"use strict";var{Transform:Transform2}=require_ours(),
crc32=require_crc32(),CRC32Stream=class extends Transform2{constructor(options){super(options),this.checksum=Buffer.allocUnsafe(4),this.checksum.
writeInt32BE(0,0),this.rawSize=0}_transform(chunk,encoding,callback){chunk&&(this.checksum=crc32.buf(chunk,this.checksum)>>>0,this.rawSize+=
chunk.length),callback(null,chunk)}digest(encoding){let checksum=Buffer.allocUnsafe(4);return checksum.writeUInt32BE(this.checksum>>>0,0),encoding?
checksum.toString(encoding):checksum}hex(){return this.digest("hex").toUpperCase()}size(){return this.rawSize}};module.exports=CRC32Stream}});var require_deflate_crc32_stream=__commonJS({"node_modules/crc32-stream/lib/deflate-crc32-stream.js"(exports,module){"use strict";var{DeflateRaw}=__require("zlib"),
crc32=require_crc32(),DeflateCRC32Stream=class extends DeflateRaw{constructor(options){super(options),this.checksum=Buffer.allocUnsafe(4),this.
checksum.writeInt32BE(0,0),this.rawSize=0,this.compressedSize=0}push(chunk,encoding){return chunk&&(this.compressedSize+=chunk.length),super.
push(chunk,encoding)}_transform(chunk,encoding,callback){chunk&&(this.checksum=crc32.buf(chunk,this.checksum)>>>0,this.rawSize+=chunk.length),
super._transform(chunk,encoding,callback)}digest(encoding){let checksum=Buffer.allocUnsafe(4);return checksum.writeUInt32BE(this.checksum>>>
0,0),encoding?checksum.toString(encoding):checksum}hex(){return this.digest("hex").toUpperCase()}size(compressed=!1){return compressed?this.
compressedSize:this.rawSize}};module.exports=DeflateCRC32Stream}});var require_lib=__commonJS({"node_modules/crc32-stream/lib/index.js"(exports,module){"use strict";module.exports={CRC32Stream:require_crc32_stream(),
DeflateCRC32Stream:require_deflate_crc32_stream()}}});var require_zip_archive_output_stream=__commonJS({"node_modules/compress-commons/lib/archivers/zip/zip-archive-output-stream.js"(exports,module){
var inherits=__require("util").inherits,crc32=require_crc32(),{CRC32Stream}=require_lib(),{DeflateCRC32Stream}=require_lib(),ArchiveOutputStream=require_archive_output_stream(),
ZipArchiveEntry=require_zip_archive_entry(),GeneralPurposeBit=require_general_purpose_bit(),constants=require_constants(),util=require_util4(),
zipUtil=require_util3(),ZipArchiveOutputStream=module.exports=function(options){if(!(this instanceof ZipArchiveOutputStream))return new ZipArchiveOutputStream(
options);options=this.options=this._defaults(options),ArchiveOutputStream.call(this,options),this._entry=null,this._entries=[],this._archive=
{centralLength:0,centralOffset:0,comment:"",finish:!1,finished:!1,processing:!1,forceZip64:options.forceZip64,forceLocalTime:options.forceLocalTime}};
inherits(ZipArchiveOutputStream,ArchiveOutputStream);ZipArchiveOutputStream.prototype._afterAppend=function(ae){this._entries.push(ae),ae.getGeneralPurposeBit().
usesDataDescriptor()&&this._writeDataDescriptor(ae),this._archive.processing=!1,this._entry=null,this._archive.finish&&!this._archive.finished&&
this._finish()};ZipArchiveOutputStream.prototype._appendBuffer=function(ae,source,callback){source.length===0&&ae.setMethod(constants.METHOD_STORED);
var method=ae.getMethod();if(method===constants.METHOD_STORED&&(ae.setSize(source.length),ae.setCompressedSize(source.length),ae.setCrc(crc32.
buf(source)>>>0)),this._writeLocalFileHeader(ae),method===constants.METHOD_STORED){this.write(source),this._afterAppend(ae),callback(null,ae);
return}else if(method===constants.METHOD_DEFLATED){this._smartStream(ae,callback).end(source);return}else{callback(new Error("compression me\
thod "+method+" not implemented"));return}};ZipArchiveOutputStream.prototype._appendStream=function(ae,source,callback){ae.getGeneralPurposeBit().
useDataDescriptor(!0),ae.setVersionNeededToExtract(constants.MIN_VERSION_DATA_DESCRIPTOR),this._writeLocalFileHeader(ae);var smart=this._smartStream(
ae,callback);source.once("error",function(err){smart.emit("error",err),smart.end()}),source.pipe(smart)};ZipArchiveOutputStream.prototype._defaults=
function(o){return typeof o!="object"&&(o={}),typeof o.zlib!="object"&&(o.zlib={}),typeof o.zlib.level!="number"&&(o.zlib.level=constants.ZLIB_BEST_SPEED),
o.forceZip64=!!o.forceZip64,o.forceLocalTime=!!o.forceLocalTime,o};ZipArchiveOutputStream.prototype._finish=function(){this._archive.centralOffset=
this.offset,this._entries.forEach(function(ae){this._writeCentralFileHeader(ae)}.bind(this)),this._archive.centralLength=this.offset-this._archive.
centralOffset,this.isZip64()&&this._writeCentralDirectoryZip64(),this._writeCentralDirectoryEnd(),this._archive.processing=!1,this._archive.
finish=!0,this._archive.finished=!0,this.end()};ZipArchiveOutputStream.prototype._normalizeEntry=function(ae){ae.getMethod()===-1&&ae.setMethod(
constants.METHOD_DEFLATED),ae.getMethod()===constants.METHOD_DEFLATED&&(ae.getGeneralPurposeBit().useDataDescriptor(!0),ae.setVersionNeededToExtract(
constants.MIN_VERSION_DATA_DESCRIPTOR)),ae.getTime()===-1&&ae.setTime(new Date,this._archive.forceLocalTime),ae._offsets={file:0,data:0,contents:0}};
ZipArchiveOutputStream.prototype._smartStream=function(ae,callback){var deflate=ae.getMethod()===constants.METHOD_DEFLATED,process2=deflate?
new DeflateCRC32Stream(this.options.zlib):new CRC32Stream,error2=null;function handleStuff(){var digest=process2.digest().readUInt32BE(0);ae.
setCrc(digest),ae.setSize(process2.size()),ae.setCompressedSize(process2.size(!0)),this._afterAppend(ae),callback(error2,ae)}return process2.
once("end",handleStuff.bind(this)),process2.once("error",function(err){error2=err}),process2.pipe(this,{end:!1}),process2};ZipArchiveOutputStream.
prototype._writeCentralDirectoryEnd=function(){var records=this._entries.length,size=this._archive.centralLength,offset=this._archive.centralOffset;
this.isZip64()&&(records=constants.ZIP64_MAGIC_SHORT,size=constants.ZIP64_MAGIC,offset=constants.ZIP64_MAGIC),this.write(zipUtil.getLongBytes(
constants.SIG_EOCD)),this.write(constants.SHORT_ZERO),this.write(constants.SHORT_ZERO),this.write(zipUtil.getShortBytes(records)),this.write(
zipUtil.getShortBytes(records)),this.write(zipUtil.getLongBytes(size)),this.write(zipUtil.getLongBytes(offset));var comment=this.getComment(),
commentLength=Buffer.byteLength(comment);this.write(zipUtil.getShortBytes(commentLength)),this.write(comment)};ZipArchiveOutputStream.prototype.
_writeCentralDirectoryZip64=function(){this.write(zipUtil.getLongBytes(constants.SIG_ZIP64_EOCD)),this.write(zipUtil.getEightBytes(44)),this.
write(zipUtil.getShortBytes(constants.MIN_VERSION_ZIP64)),this.write(zipUtil.getShortBytes(constants.MIN_VERSION_ZIP64)),this.write(constants.
LONG_ZERO),this.write(constants.LONG_ZERO),this.write(zipUtil.getEightBytes(this._entries.length)),this.write(zipUtil.getEightBytes(this._entries.
length)),this.write(zipUtil.getEightBytes(this._archive.centralLength)),this.write(zipUtil.getEightBytes(this._archive.centralOffset)),this.
write(zipUtil.getLongBytes(constants.SIG_ZIP64_EOCD_LOC)),this.write(constants.LONG_ZERO),this.write(zipUtil.getEightBytes(this._archive.centralOffset+
this._archive.centralLength)),this.write(zipUtil.getLongBytes(1))};ZipArchiveOutputStream.prototype._writeCentralFileHeader=function(ae){var gpb=ae.
getGeneralPurposeBit(),method=ae.getMethod(),fileOffset=ae._offsets.file,size=ae.getSize(),compressedSize=ae.getCompressedSize();if(ae.isZip64()||
fileOffset>constants.ZIP64_MAGIC){size=constants.ZIP64_MAGIC,compressedSize=constants.ZIP64_MAGIC,fileOffset=constants.ZIP64_MAGIC,ae.setVersionNeededToExtract(
constants.MIN_VERSION_ZIP64);var extraBuf=Buffer.concat([zipUtil.getShortBytes(constants.ZIP64_EXTRA_ID),zipUtil.getShortBytes(24),zipUtil.getEightBytes(
ae.getSize()),zipUtil.getEightBytes(ae.getCompressedSize()),zipUtil.getEightBytes(ae._offsets.file)],28);ae.setExtra(extraBuf)}this.write(zipUtil.
getLongBytes(constants.SIG_CFH)),this.write(zipUtil.getShortBytes(ae.getPlatform()<<8|constants.VERSION_MADEBY)),this.write(zipUtil.getShortBytes(
ae.getVersionNeededToExtract())),this.write(gpb.encode()),this.write(zipUtil.getShortBytes(method)),this.write(zipUtil.getLongBytes(ae.getTimeDos())),
this.write(zipUtil.getLongBytes(ae.getCrc())),this.write(zipUtil.getLongBytes(compressedSize)),this.write(zipUtil.getLongBytes(size));var name2=ae.
getName(),comment=ae.getComment(),extra=ae.getCentralDirectoryExtra();gpb.usesUTF8ForNames()&&(name2=Buffer.from(name2),comment=Buffer.from(
comment)),this.write(zipUtil.getShortBytes(name2.length)),this.write(zipUtil.getShortBytes(extra.length)),this.write(zipUtil.getShortBytes(comment.
length)),this.write(constants.SHORT_ZERO),this.write(zipUtil.getShortBytes(ae.getInternalAttributes())),this.write(zipUtil.getLongBytes(ae.getExternalAttributes())),
this.write(zipUtil.getLongBytes(fileOffset)),this.write(name2),this.write(extra),this.write(comment)};ZipArchiveOutputStream.prototype._writeDataDescriptor=
function(ae){this.write(zipUtil.getLongBytes(constants.SIG_DD)),this.write(zipUtil.getLongBytes(ae.getCrc())),ae.isZip64()?(this.write(zipUtil.
getEightBytes(ae.getCompressedSize())),this.write(zipUtil.getEightBytes(ae.getSize()))):(this.write(zipUtil.getLongBytes(ae.getCompressedSize())),
this.write(zipUtil.getLongBytes(ae.getSize())))};ZipArchiveOutputStream.prototype._writeLocalFileHeader=function(ae){var gpb=ae.getGeneralPurposeBit(),
method=ae.getMethod(),name2=ae.getName(),extra=ae.getLocalFileDataExtra();ae.isZip64()&&(gpb.useDataDescriptor(!0),ae.setVersionNeededToExtract(
constants.MIN_VERSION_ZIP64)),gpb.usesUTF8ForNames()&&(name2=Buffer.from(name2)),ae._offsets.file=this.offset,this.write(zipUtil.getLongBytes(
constants.SIG_LFH)),this.write(zipUtil.getShortBytes(ae.getVersionNeededToExtract())),this.write(gpb.encode()),this.write(zipUtil.getShortBytes(
method)),this.write(zipUtil.getLongBytes(ae.getTimeDos())),ae._offsets.data=this.offset,gpb.usesDataDescriptor()?(this.write(constants.LONG_ZERO),
this.write(constants.LONG_ZERO),this.write(constants.LONG_ZERO)):(this.write(zipUtil.getLongBytes(ae.getCrc())),this.write(zipUtil.getLongBytes(
ae.getCompressedSize())),this.write(zipUtil.getLongBytes(ae.getSize()))),this.write(zipUtil.getShortBytes(name2.length)),this.write(zipUtil.
getShortBytes(extra.length)),this.write(name2),this.write(extra),ae._offsets.contents=this.offset};ZipArchiveOutputStream.prototype.getComment=
function(comment){return this._archive.comment!==null?this._archive.comment:""};ZipArchiveOutputStream.prototype.isZip64=function(){return this.
_archive.forceZip64||this._entries.length>constants.ZIP64_MAGIC_SHORT||this._archive.centralLength>constants.ZIP64_MAGIC||this._archive.centralOffset>
constants.ZIP64_MAGIC};ZipArchiveOutputStream.prototype.setComment=function(comment){this._archive.comment=comment}}});var require_compress_commons=__commonJS({"node_modules/compress-commons/lib/compress-commons.js"(exports,module){module.exports={ArchiveEntry:require_archive_entry(),
ZipArchiveEntry:require_zip_archive_entry(),ArchiveOutputStream:require_archive_output_stream(),ZipArchiveOutputStream:require_zip_archive_output_stream()}}});var require_zip_stream=__commonJS({"node_modules/zip-stream/index.js"(exports,module){var inherits=__require("util").inherits,ZipArchiveOutputStream=require_compress_commons().
ZipArchiveOutputStream,ZipArchiveEntry=require_compress_commons().ZipArchiveEntry,util=require_archiver_utils(),ZipStream=module.exports=function(options){
if(!(this instanceof ZipStream))return new ZipStream(options);options=this.options=options||{},options.zlib=options.zlib||{},ZipArchiveOutputStream.
call(this,options),typeof options.level=="number"&&options.level>=0&&(options.zlib.level=options.level,delete options.level),!options.forceZip64&&
typeof options.zlib.level=="number"&&options.zlib.level===0&&(options.store=!0),options.namePrependSlash=options.namePrependSlash||!1,options.
comment&&options.comment.length>0&&this.setComment(options.comment)};inherits(ZipStream,ZipArchiveOutputStream);ZipStream.prototype._normalizeFileData=
function(data){data=util.defaults(data,{type:"file",name:null,namePrependSlash:this.options.namePrependSlash,linkname:null,date:null,mode:null,
store:this.options.store,comment:""});var isDir=data.type==="directory",isSymlink=data.type==="symlink";return data.name&&(data.name=util.sanitizePath(
data.name),!isSymlink&&data.name.slice(-1)==="/"?(isDir=!0,data.type="directory"):isDir&&(data.name+="/")),(isDir||isSymlink)&&(data.store=!0),
data.date=util.dateify(data.date),data};ZipStream.prototype.entry=function(source,data,callback){if(typeof callback!="function"&&(callback=this.
_emitErrorCallback.bind(this)),data=this._normalizeFileData(data),data.type!=="file"&&data.type!=="directory"&&data.type!=="symlink"){callback(
new Error(data.type+" entries not currently supported"));return}if(typeof data.name!="string"||data.name.length===0){callback(new Error("ent\
ry name must be a non-empty string value"));return}if(data.type==="symlink"&&typeof data.linkname!="string"){callback(new Error("entry linkn\
ame must be a non-empty string value when type equals symlink"));return}var entry=new ZipArchiveEntry(data.name);return entry.setTime(data.date,
this.options.forceLocalTime),data.namePrependSlash&&entry.setName(data.name,!0),data.store&&entry.setMethod(0),data.comment.length>0&&entry.
setComment(data.comment),data.type==="symlink"&&typeof data.mode!="number"&&(data.mode=40960),typeof data.mode=="number"&&(data.type==="syml\
ink"&&(data.mode|=40960),entry.setUnixMode(data.mode)),data.type==="symlink"&&typeof data.linkname=="string"&&(source=Buffer.from(data.linkname)),
ZipArchiveOutputStream.prototype.entry.call(this,entry,source,callback)};ZipStream.prototype.finalize=function(){this.finish()}}});var require_zip=__commonJS({"node_modules/archiver/lib/plugins/zip.js"(exports,module){var engine=require_zip_stream(),util=require_archiver_utils(),
Zip=function(options){if(!(this instanceof Zip))return new Zip(options);options=this.options=util.defaults(options,{comment:"",forceUTC:!1,namePrependSlash:!1,
store:!1}),this.supports={directory:!0,symlink:!0},this.engine=new engine(options)};Zip.prototype.append=function(source,data,callback){this.
engine.entry(source,data,callback)};Zip.prototype.finalize=function(){this.engine.finalize()};Zip.prototype.on=function(){return this.engine.
on.apply(this.engine,arguments)};Zip.prototype.pipe=function(){return this.engine.pipe.apply(this.engine,arguments)};Zip.prototype.unpipe=function(){
return this.engine.unpipe.apply(this.engine,arguments)};module.exports=Zip}});var require_default=__commonJS({"node_modules/events-universal/default.js"(exports,module){module.exports=__require("events")}});var require_fixed_size=__commonJS({"node_modules/fast-fifo/fixed-size.js"(exports,module){module.exports=class{constructor(hwm){if(!(hwm>0)||
(hwm-1&hwm)!==0)throw new Error("Max size for a FixedFIFO should be a power of two");this.buffer=new Array(hwm),this.mask=hwm-1,this.top=0,this.
btm=0,this.next=null}clear(){this.top=this.btm=0,this.next=null,this.buffer.fill(void 0)}push(data){return this.buffer[this.top]!==void 0?!1:
(this.buffer[this.top]=data,this.top=this.top+1&this.mask,!0)}shift(){let last=this.buffer[this.btm];if(last!==void 0)return this.buffer[this.
btm]=void 0,this.btm=this.btm+1&this.mask,last}peek(){return this.buffer[this.btm]}isEmpty(){return this.buffer[this.btm]===void 0}}}});var require_fast_fifo=__commonJS({"node_modules/fast-fifo/index.js"(exports,module){var FixedFIFO=require_fixed_size();module.exports=class{constructor(hwm){
this.hwm=hwm||16,this.head=new FixedFIFO(this.hwm),this.tail=this.head,this.length=0}clear(){this.head=this.tail,this.head.clear(),this.length=
0}push(val){if(this.length++,!this.head.push(val)){let prev=this.head;this.head=prev.next=new FixedFIFO(2*this.head.buffer.length),this.head.
push(val)}}shift(){this.length!==0&&this.length--;let val=this.tail.shift();if(val===void 0&&this.tail.next){let next=this.tail.next;return this.
tail.next=null,this.tail=next,this.tail.shift()}return val}peek(){let val=this.tail.peek();return val===void 0&&this.tail.next?this.tail.next.
peek():val}isEmpty(){return this.length===0}}}});var require_b4a=__commonJS({"node_modules/b4a/index.js"(exports,module){function isBuffer(value){return Buffer.isBuffer(value)||value instanceof
Uint8Array}function isEncoding(encoding){return Buffer.isEncoding(encoding)}function alloc(size,fill2,encoding){return Buffer.alloc(size,fill2,
encoding)}function allocUnsafe(size){return Buffer.allocUnsafe(size)}function allocUnsafeSlow(size){return Buffer.allocUnsafeSlow(size)}function byteLength(string,encoding){
return Buffer.byteLength(string,encoding)}function compare(a,b){return Buffer.compare(a,b)}function concat(buffers,totalLength){return Buffer.
concat(buffers,totalLength)}function copy(source,target,targetStart,start,end){return toBuffer(source).copy(target,targetStart,start,end)}function equals(a,b){
return toBuffer(a).equals(b)}function fill(buffer,value,offset,end,encoding){return toBuffer(buffer).fill(value,offset,end,encoding)}function from(value,encodingOrOffset,length){
return Buffer.from(value,encodingOrOffset,length)}function includes(buffer,value,byteOffset,encoding){return toBuffer(buffer).includes(value,
byteOffset,encoding)}function indexOf(buffer,value,byfeOffset,encoding){return toBuffer(buffer).indexOf(value,byfeOffset,encoding)}function lastIndexOf(buffer,value,byteOffset,encoding){
return toBuffer(buffer).lastIndexOf(value,byteOffset,encoding)}function swap16(buffer){return toBuffer(buffer).swap16()}function swap32(buffer){
return toBuffer(buffer).swap32()}function swap64(buffer){return toBuffer(buffer).swap64()}function toBuffer(buffer){return Buffer.isBuffer(buffer)?
buffer:Buffer.from(buffer.buffer,buffer.byteOffset,buffer.byteLength)}function toString(buffer,encoding,start,end){return toBuffer(buffer).toString(
encoding,start,end)}function toHex(buffer,start,end){return toBuffer(buffer).toString("hex",start,end)}function write(buffer,string,offset,length,encoding){
return toBuffer(buffer).write(string,offset,length,encoding)}function readDoubleBE(buffer,offset){return toBuffer(buffer).readDoubleBE(offset)}
function readDoubleLE(buffer,offset){return toBuffer(buffer).readDoubleLE(offset)}function readFloatBE(buffer,offset){return toBuffer(buffer).
readFloatBE(offset)}function readFloatLE(buffer,offset){return toBuffer(buffer).readFloatLE(offset)}function readInt32BE(buffer,offset){return toBuffer(
buffer).readInt32BE(offset)}function readInt32LE(buffer,offset){return toBuffer(buffer).readInt32LE(offset)}function readUInt32BE(buffer,offset){
return toBuffer(buffer).readUInt32BE(offset)}function readUInt32LE(buffer,offset){return toBuffer(buffer).readUInt32LE(offset)}function writeDoubleBE(buffer,value,offset){
return toBuffer(buffer).writeDoubleBE(value,offset)}function writeDoubleLE(buffer,value,offset){return toBuffer(buffer).writeDoubleLE(value,
offset)}function writeFloatBE(buffer,value,offset){return toBuffer(buffer).writeFloatBE(value,offset)}function writeFloatLE(buffer,value,offset){
return toBuffer(buffer).writeFloatLE(value,offset)}function writeInt32BE(buffer,value,offset){return toBuffer(buffer).writeInt32BE(value,offset)}
function writeInt32LE(buffer,value,offset){return toBuffer(buffer).writeInt32LE(value,offset)}function writeUInt32BE(buffer,value,offset){return toBuffer(
buffer).writeUInt32BE(value,offset)}function writeUInt32LE(buffer,value,offset){return toBuffer(buffer).writeUInt32LE(value,offset)}module.exports=
{isBuffer,isEncoding,alloc,allocUnsafe,allocUnsafeSlow,byteLength,compare,concat,copy,equals,fill,from,includes,indexOf,lastIndexOf,swap16,swap32,
swap64,toBuffer,toString,toHex,write,readDoubleBE,readDoubleLE,readFloatBE,readFloatLE,readInt32BE,readInt32LE,readUInt32BE,readUInt32LE,writeDoubleBE,
writeDoubleLE,writeFloatBE,writeFloatLE,writeInt32BE,writeInt32LE,writeUInt32BE,writeUInt32LE}}});var require_pass_through_decoder=__commonJS({"node_modules/text-decoder/lib/pass-through-decoder.js"(exports,module){var b4a=require_b4a();module.
exports=class{constructor(encoding){this.encoding=encoding}get remaining(){return 0}decode(data){return b4a.toString(data,this.encoding)}flush(){
return""}}}});var require_utf8_decoder=__commonJS({"node_modules/text-decoder/lib/utf8-decoder.js"(exports,module){var b4a=require_b4a();module.exports=class{constructor(){
this._reset()}get remaining(){return this.bytesSeen}decode(data){if(data.byteLength===0)return"";if(this.bytesNeeded===0&&trailingIncomplete(
data,0)===0)return this.bytesSeen=trailingBytesSeen(data),b4a.toString(data,"utf8");let result="",start=0;if(this.bytesNeeded>0){for(;start<
data.byteLength;){let byte=data[start];if(byte<this.lowerBoundary||byte>this.upperBoundary){result+="\uFFFD",this._reset();break}if(this.lowerBoundary=
128,this.upperBoundary=191,this.codePoint=this.codePoint<<6|byte&63,this.bytesSeen++,start++,this.bytesSeen===this.bytesNeeded){result+=String.
fromCodePoint(this.codePoint),this._reset();break}}if(this.bytesNeeded>0)return result}let trailing=trailingIncomplete(data,start),end=data.
byteLength-trailing;end>start&&(result+=b4a.toString(data,"utf8",start,end));for(let i=end;i<data.byteLength;i++){let byte=data[i];if(this.bytesNeeded===
0){byte<=127?(this.bytesSeen=0,result+=String.fromCharCode(byte)):byte>=194&&byte<=223?(this.bytesNeeded=2,this.bytesSeen=1,this.codePoint=byte&
31):byte>=224&&byte<=239?(byte===224?this.lowerBoundary=160:byte===237&&(this.upperBoundary=159),this.bytesNeeded=3,this.bytesSeen=1,this.codePoint=
byte&15):byte>=240&&byte<=244?(byte===240?this.lowerBoundary=144:byte===244&&(this.upperBoundary=143),this.bytesNeeded=4,this.bytesSeen=1,this.
codePoint=byte&7):(this.bytesSeen=1,result+="\uFFFD");continue}if(byte<this.lowerBoundary||byte>this.upperBoundary){result+="\uFFFD",i--,this.
_reset();continue}this.lowerBoundary=128,this.upperBoundary=191,this.codePoint=this.codePoint<<6|byte&63,this.bytesSeen++,this.bytesSeen===this.
bytesNeeded&&(result+=String.fromCodePoint(this.codePoint),this._reset())}return result}flush(){let result=this.bytesNeeded>0?"\uFFFD":"";return this.
_reset(),result}_reset(){this.codePoint=0,this.bytesNeeded=0,this.bytesSeen=0,this.lowerBoundary=128,this.upperBoundary=191}};function trailingIncomplete(data,start){
let len=data.byteLength;if(len<=start)return 0;let limit=Math.max(start,len-4),i=len-1;for(;i>limit&&(data[i]&192)===128;)i--;if(i<start)return 0;
let byte=data[i],needed;if(byte<=127)return 0;if(byte>=194&&byte<=223)needed=2;else if(byte>=224&&byte<=239)needed=3;else if(byte>=240&&byte<=
244)needed=4;else return 0;let available=len-i;return available<needed?available:0}function trailingBytesSeen(data){let len=data.byteLength;
if(len===0)return 0;let last=data[len-1];if(last<=127)return 0;if((last&192)!==128)return 1;let limit=Math.max(0,len-4),i=len-2;for(;i>=limit&&
(data[i]&192)===128;)i--;if(i<0)return 1;let first=data[i],needed;if(first>=194&&first<=223)needed=2;else if(first>=224&&first<=239)needed=3;else if(first>=
240&&first<=244)needed=4;else return 1;if(len-i!==needed)return 1;if(needed>=3){let second=data[i+1];if(first===224&&second<160||first===237&&
second>159||first===240&&second<144||first===244&&second>143)return 1}return 0}}});var require_text_decoder=__commonJS({"node_modules/text-decoder/index.js"(exports,module){var PassThroughDecoder=require_pass_through_decoder(),
UTF8Decoder=require_utf8_decoder();module.exports=class{constructor(encoding="utf8"){switch(this.encoding=normalizeEncoding(encoding),this.encoding){case"\
utf8":this.decoder=new UTF8Decoder;break;case"utf16le":case"base64":throw new Error("Unsupported encoding: "+this.encoding);default:this.decoder=
new PassThroughDecoder(this.encoding)}}get remaining(){return this.decoder.remaining}push(data){return typeof data=="string"?data:this.decoder.
decode(data)}write(data){return this.push(data)}end(data){let result="";return data&&(result=this.push(data)),result+=this.decoder.flush(),result}};
function normalizeEncoding(encoding){switch(encoding=encoding.toLowerCase(),encoding){case"utf8":case"utf-8":return"utf8";case"ucs2":case"uc\
s-2":case"utf16le":case"utf-16le":return"utf16le";case"latin1":case"binary":return"latin1";case"base64":case"ascii":case"hex":return encoding;default:
throw new Error("Unknown encoding: "+encoding)}}}});var require_errors2=__commonJS({"node_modules/streamx/lib/errors.js"(exports,module){module.exports=class StreamError extends Error{constructor(msg,code,fn=StreamError){
super(msg),this.code=code,Error.captureStackTrace&&Error.captureStackTrace(this,fn)}static isStreamDestroyed(err){return err&&err.code==="ST\
REAM_DESTROYED"}static isPrematureClose(err){return err&&err.code==="PREMATURE_CLOSE"}static isAborted(err){return err&&err.code==="ABORTED"}static isBadArgument(err){
return err&&err.code==="BAD_ARGUMENT"}get name(){return"StreamError"}static STREAM_DESTROYED(){return new StreamError("Stream was destroyed",
"STREAM_DESTROYED",StreamError.STREAM_DESTROYED)}static PREMATURE_CLOSE(msg="Premature close"){return new StreamError(msg,"PREMATURE_CLOSE",
StreamError.PREMATURE_CLOSE)}static ABORTED(){return new StreamError("Stream aborted","ABORTED",StreamError.ABORTED)}static BAD_ARGUMENT(msg="\
Bad argument"){return new StreamError(msg,"BAD_ARGUMENT",StreamError.BAD_ARGUMENT)}}}});var require_streamx=__commonJS({"node_modules/streamx/index.js"(exports,module){var{EventEmitter}=require_default(),FIFO=require_fast_fifo(),
TextDecoder=require_text_decoder(),StreamError=require_errors2(),qmt=typeof queueMicrotask>"u"?fn=>global.process.nextTick(fn):queueMicrotask,
MAX=(1<<29)-1,OPENING=1,PREDESTROYING=2,DESTROYING=4,DESTROYED=8,NOT_OPENING=MAX^OPENING,NOT_PREDESTROYING=MAX^PREDESTROYING,READ_ACTIVE=16,
READ_UPDATING=32,READ_PRIMARY=64,READ_QUEUED=128,READ_RESUMED=256,READ_PIPE_DRAINED=512,READ_ENDING=1024,READ_EMIT_DATA=2048,READ_EMIT_READABLE=4096,
READ_EMITTED_READABLE=8192,READ_DONE=16384,READ_NEXT_TICK=32768,READ_NEEDS_PUSH=65536,READ_READ_AHEAD=131072,READ_FLOWING=READ_RESUMED|READ_PIPE_DRAINED,
READ_ACTIVE_AND_NEEDS_PUSH=READ_ACTIVE|READ_NEEDS_PUSH,READ_PRIMARY_AND_ACTIVE=READ_PRIMARY|READ_ACTIVE,READ_EMIT_READABLE_AND_QUEUED=READ_EMIT_READABLE|
READ_QUEUED,READ_RESUMED_READ_AHEAD=READ_RESUMED|READ_READ_AHEAD,READ_NOT_ACTIVE=MAX^READ_ACTIVE,READ_NON_PRIMARY=MAX^READ_PRIMARY,READ_NON_PRIMARY_AND_PUSHED=MAX^
(READ_PRIMARY|READ_NEEDS_PUSH),READ_PUSHED=MAX^READ_NEEDS_PUSH,READ_PAUSED=MAX^READ_RESUMED,READ_NOT_QUEUED=MAX^(READ_QUEUED|READ_EMITTED_READABLE),
READ_NOT_ENDING=MAX^READ_ENDING,READ_PIPE_NOT_DRAINED=MAX^READ_FLOWING,READ_NOT_NEXT_TICK=MAX^READ_NEXT_TICK,READ_NOT_UPDATING=MAX^READ_UPDATING,
READ_NO_READ_AHEAD=MAX^READ_READ_AHEAD,READ_PAUSED_NO_READ_AHEAD=MAX^READ_RESUMED_READ_AHEAD,WRITE_ACTIVE=1<<18,WRITE_UPDATING=2<<18,WRITE_PRIMARY=4<<
18,WRITE_QUEUED=8<<18,WRITE_UNDRAINED=16<<18,WRITE_DONE=32<<18,WRITE_EMIT_DRAIN=64<<18,WRITE_NEXT_TICK=128<<18,WRITE_WRITING=256<<18,WRITE_FINISHING=512<<
18,WRITE_CORKED=1024<<18,WRITE_NOT_ACTIVE=MAX^(WRITE_ACTIVE|WRITE_WRITING),WRITE_NON_PRIMARY=MAX^WRITE_PRIMARY,WRITE_NOT_FINISHING=MAX^(WRITE_ACTIVE|
WRITE_FINISHING),WRITE_DRAINED=MAX^WRITE_UNDRAINED,WRITE_NOT_QUEUED=MAX^WRITE_QUEUED,WRITE_NOT_NEXT_TICK=MAX^WRITE_NEXT_TICK,WRITE_NOT_UPDATING=MAX^
WRITE_UPDATING,WRITE_NOT_CORKED=MAX^WRITE_CORKED,ACTIVE=READ_ACTIVE|WRITE_ACTIVE,NOT_ACTIVE=MAX^ACTIVE,DONE=READ_DONE|WRITE_DONE,DESTROY_STATUS=DESTROYING|
DESTROYED|PREDESTROYING,OPEN_STATUS=DESTROY_STATUS|OPENING,AUTO_DESTROY=DESTROY_STATUS|DONE,NON_PRIMARY=WRITE_NON_PRIMARY&READ_NON_PRIMARY,ACTIVE_OR_TICKING=WRITE_NEXT_TICK|
READ_NEXT_TICK,TICKING=ACTIVE_OR_TICKING&NOT_ACTIVE,IS_OPENING=OPEN_STATUS|TICKING,READ_PRIMARY_STATUS=OPEN_STATUS|READ_ENDING|READ_DONE,READ_STATUS=OPEN_STATUS|
READ_DONE|READ_QUEUED,READ_ENDING_STATUS=OPEN_STATUS|READ_ENDING|READ_QUEUED,READ_READABLE_STATUS=OPEN_STATUS|READ_EMIT_READABLE|READ_QUEUED|
READ_EMITTED_READABLE,SHOULD_NOT_READ=OPEN_STATUS|READ_ACTIVE|READ_ENDING|READ_DONE|READ_NEEDS_PUSH|READ_READ_AHEAD,READ_BACKPRESSURE_STATUS=DESTROY_STATUS|
READ_ENDING|READ_DONE,READ_UPDATE_SYNC_STATUS=READ_UPDATING|OPEN_STATUS|READ_NEXT_TICK|READ_PRIMARY,READ_NEXT_TICK_OR_OPENING=READ_NEXT_TICK|
OPENING,WRITE_PRIMARY_STATUS=OPEN_STATUS|WRITE_FINISHING|WRITE_DONE,WRITE_QUEUED_AND_UNDRAINED=WRITE_QUEUED|WRITE_UNDRAINED,WRITE_QUEUED_AND_ACTIVE=WRITE_QUEUED|
WRITE_ACTIVE,WRITE_DRAIN_STATUS=WRITE_QUEUED|WRITE_UNDRAINED|OPEN_STATUS|WRITE_ACTIVE,WRITE_STATUS=OPEN_STATUS|WRITE_ACTIVE|WRITE_QUEUED|WRITE_CORKED,
WRITE_PRIMARY_AND_ACTIVE=WRITE_PRIMARY|WRITE_ACTIVE,WRITE_ACTIVE_AND_WRITING=WRITE_ACTIVE|WRITE_WRITING,WRITE_FINISHING_STATUS=OPEN_STATUS|WRITE_FINISHING|
WRITE_QUEUED_AND_ACTIVE|WRITE_DONE,WRITE_BACKPRESSURE_STATUS=WRITE_UNDRAINED|DESTROY_STATUS|WRITE_FINISHING|WRITE_DONE,WRITE_UPDATE_SYNC_STATUS=WRITE_UPDATING|
OPEN_STATUS|WRITE_NEXT_TICK|WRITE_PRIMARY,WRITE_DROP_DATA=WRITE_FINISHING|WRITE_DONE|DESTROY_STATUS,asyncIterator=Symbol.asyncIterator||Symbol(
"asyncIterator"),WritableState=class{constructor(stream4,{highWaterMark=16384,map=null,mapWritable,byteLength,byteLengthWritable}={}){this.stream=
stream4,this.queue=new FIFO,this.highWaterMark=highWaterMark,this.buffered=0,this.error=null,this.pipeline=null,this.drains=null,this.byteLength=
byteLengthWritable||byteLength||defaultByteLength,this.map=mapWritable||map,this.afterWrite=afterWrite.bind(this),this.afterUpdateNextTick=updateWriteNT.
bind(this)}get ending(){return(this.stream._duplexState&WRITE_FINISHING)!==0}get ended(){return(this.stream._duplexState&WRITE_DONE)!==0}push(data){
return(this.stream._duplexState&WRITE_DROP_DATA)!==0?!1:(this.map!==null&&(data=this.map(data)),this.buffered+=this.byteLength(data),this.queue.
push(data),this.buffered<this.highWaterMark?(this.stream._duplexState|=WRITE_QUEUED,!0):(this.stream._duplexState|=WRITE_QUEUED_AND_UNDRAINED,
!1))}shift(){let data=this.queue.shift();return this.buffered-=this.byteLength(data),this.buffered===0&&(this.stream._duplexState&=WRITE_NOT_QUEUED),
data}end(data){typeof data=="function"?this.stream.once("finish",data):data!=null&&this.push(data),this.stream._duplexState=(this.stream._duplexState|
WRITE_FINISHING)&WRITE_NON_PRIMARY}autoBatch(data,cb){let buffer=[],stream4=this.stream;for(buffer.push(data);(stream4._duplexState&WRITE_STATUS)===
WRITE_QUEUED_AND_ACTIVE;)buffer.push(stream4._writableState.shift());if((stream4._duplexState&OPEN_STATUS)!==0)return cb(null);stream4._writev(
buffer,cb)}update(){let stream4=this.stream;stream4._duplexState|=WRITE_UPDATING;do{for(;(stream4._duplexState&WRITE_STATUS)===WRITE_QUEUED;){
let data=this.shift();stream4._duplexState|=WRITE_ACTIVE_AND_WRITING,stream4._write(data,this.afterWrite)}(stream4._duplexState&WRITE_PRIMARY_AND_ACTIVE)===
0&&this.updateNonPrimary()}while(this.continueUpdate()===!0);stream4._duplexState&=WRITE_NOT_UPDATING}updateNonPrimary(){let stream4=this.stream;
if((stream4._duplexState&WRITE_FINISHING_STATUS)===WRITE_FINISHING){stream4._duplexState=stream4._duplexState|WRITE_ACTIVE,stream4._final(afterFinal.
bind(this));return}if((stream4._duplexState&DESTROY_STATUS)===DESTROYING){(stream4._duplexState&ACTIVE_OR_TICKING)===0&&(stream4._duplexState|=
ACTIVE,stream4._destroy(afterDestroy.bind(this)));return}(stream4._duplexState&IS_OPENING)===OPENING&&(stream4._duplexState=(stream4._duplexState|
ACTIVE)&NOT_OPENING,stream4._open(afterOpen.bind(this)))}continueUpdate(){return(this.stream._duplexState&WRITE_NEXT_TICK)===0?!1:(this.stream.
_duplexState&=WRITE_NOT_NEXT_TICK,!0)}updateCallback(){(this.stream._duplexState&WRITE_UPDATE_SYNC_STATUS)===WRITE_PRIMARY?this.update():this.
updateNextTick()}updateNextTick(){(this.stream._duplexState&WRITE_NEXT_TICK)===0&&(this.stream._duplexState|=WRITE_NEXT_TICK,(this.stream._duplexState&
WRITE_UPDATING)===0&&qmt(this.afterUpdateNextTick))}},ReadableState=class{constructor(stream4,{highWaterMark=16384,map=null,mapReadable,byteLength,
byteLengthReadable}={}){this.stream=stream4,this.queue=new FIFO,this.highWaterMark=highWaterMark===0?1:highWaterMark,this.buffered=0,this.readAhead=
highWaterMark>0,this.error=null,this.pipeline=null,this.byteLength=byteLengthReadable||byteLength||defaultByteLength,this.map=mapReadable||map,
this.pipeTo=null,this.afterRead=afterRead.bind(this),this.afterUpdateNextTick=updateReadNT.bind(this)}get ending(){return(this.stream._duplexState&
READ_ENDING)!==0}get ended(){return(this.stream._duplexState&READ_DONE)!==0}pipe(pipeTo,cb){if(this.pipeTo!==null)throw StreamError.BAD_ARGUMENT(
"Can only pipe to one destination");if(typeof cb!="function"&&(cb=null),this.stream._duplexState|=READ_PIPE_DRAINED,this.pipeTo=pipeTo,this.
pipeline=new Pipeline(this.stream,pipeTo,cb),cb&&this.stream.on("error",noop3),isStreamx(pipeTo))pipeTo._writableState.pipeline=this.pipeline,
cb&&pipeTo.on("error",noop3),pipeTo.on("finish",this.pipeline.finished.bind(this.pipeline));else{let onerror=this.pipeline.done.bind(this.pipeline,
pipeTo),onclose=this.pipeline.done.bind(this.pipeline,pipeTo,null);pipeTo.on("error",onerror),pipeTo.on("close",onclose),pipeTo.on("finish",
this.pipeline.finished.bind(this.pipeline))}pipeTo.on("drain",afterDrain.bind(this)),this.stream.emit("piping",pipeTo),pipeTo.emit("pipe",this.
stream)}push(data){let stream4=this.stream;return data===null?(this.highWaterMark=0,stream4._duplexState=(stream4._duplexState|READ_ENDING)&
READ_NON_PRIMARY_AND_PUSHED,!1):this.map!==null&&(data=this.map(data),data===null)?(stream4._duplexState&=READ_PUSHED,this.buffered<this.highWaterMark):
(this.buffered+=this.byteLength(data),this.queue.push(data),stream4._duplexState=(stream4._duplexState|READ_QUEUED)&READ_PUSHED,this.buffered<
this.highWaterMark)}shift(){let data=this.queue.shift();return this.buffered-=this.byteLength(data),this.buffered===0&&(this.stream._duplexState&=
READ_NOT_QUEUED),data}unshift(data){let pending=[this.map!==null?this.map(data):data];for(;this.buffered>0;)pending.push(this.shift());for(let i=0;i<
pending.length-1;i++){let data2=pending[i];this.buffered+=this.byteLength(data2),this.queue.push(data2)}this.push(pending[pending.length-1])}read(){
let stream4=this.stream;if((stream4._duplexState&READ_STATUS)===READ_QUEUED){let data=this.shift();return this.pipeTo!==null&&this.pipeTo.write(
data)===!1&&(stream4._duplexState&=READ_PIPE_NOT_DRAINED),(stream4._duplexState&READ_EMIT_DATA)!==0&&stream4.emit("data",data),data}return this.
readAhead===!1&&(stream4._duplexState|=READ_READ_AHEAD,this.updateNextTick()),null}drain(){let stream4=this.stream;for(;(stream4._duplexState&
READ_STATUS)===READ_QUEUED&&(stream4._duplexState&READ_FLOWING)!==0;){let data=this.shift();this.pipeTo!==null&&this.pipeTo.write(data)===!1&&
(stream4._duplexState&=READ_PIPE_NOT_DRAINED),(stream4._duplexState&READ_EMIT_DATA)!==0&&stream4.emit("data",data)}}update(){let stream4=this.
stream;stream4._duplexState|=READ_UPDATING;do{for(this.drain();this.buffered<this.highWaterMark&&(stream4._duplexState&SHOULD_NOT_READ)===READ_READ_AHEAD;)
stream4._duplexState|=READ_ACTIVE_AND_NEEDS_PUSH,stream4._read(this.afterRead),this.drain();(stream4._duplexState&READ_READABLE_STATUS)===READ_EMIT_READABLE_AND_QUEUED&&
(stream4._duplexState|=READ_EMITTED_READABLE,stream4.emit("readable")),(stream4._duplexState&READ_PRIMARY_AND_ACTIVE)===0&&this.updateNonPrimary()}while(this.
continueUpdate()===!0);stream4._duplexState&=READ_NOT_UPDATING}updateNonPrimary(){let stream4=this.stream;if((stream4._duplexState&READ_ENDING_STATUS)===
READ_ENDING&&(stream4._duplexState=(stream4._duplexState|READ_DONE)&READ_NOT_ENDING,stream4.emit("end"),(stream4._duplexState&AUTO_DESTROY)===
DONE&&(stream4._duplexState|=DESTROYING),this.pipeTo!==null&&this.pipeTo.end()),(stream4._duplexState&DESTROY_STATUS)===DESTROYING){(stream4.
_duplexState&ACTIVE_OR_TICKING)===0&&(stream4._duplexState|=ACTIVE,stream4._destroy(afterDestroy.bind(this)));return}(stream4._duplexState&IS_OPENING)===
OPENING&&(stream4._duplexState=(stream4._duplexState|ACTIVE)&NOT_OPENING,stream4._open(afterOpen.bind(this)))}continueUpdate(){return(this.stream.
_duplexState&READ_NEXT_TICK)===0?!1:(this.stream._duplexState&=READ_NOT_NEXT_TICK,!0)}updateCallback(){(this.stream._duplexState&READ_UPDATE_SYNC_STATUS)===
READ_PRIMARY?this.update():this.updateNextTick()}updateNextTickIfOpen(){(this.stream._duplexState&READ_NEXT_TICK_OR_OPENING)===0&&(this.stream.
_duplexState|=READ_NEXT_TICK,(this.stream._duplexState&READ_UPDATING)===0&&qmt(this.afterUpdateNextTick))}updateNextTick(){(this.stream._duplexState&
READ_NEXT_TICK)===0&&(this.stream._duplexState|=READ_NEXT_TICK,(this.stream._duplexState&READ_UPDATING)===0&&qmt(this.afterUpdateNextTick))}},
TransformState=class{constructor(stream4){this.data=null,this.afterTransform=afterTransform.bind(stream4),this.afterFinal=null}},Pipeline=class{constructor(src,dst,cb){
this.from=src,this.to=dst,this.afterPipe=cb,this.error=null,this.pipeToFinished=!1}finished(){this.pipeToFinished=!0}done(stream4,err){if(err&&
(this.error=err),stream4===this.to&&(this.to=null,this.from!==null)){((this.from._duplexState&READ_DONE)===0||!this.pipeToFinished)&&this.from.
destroy(this.error||StreamError.PREMATURE_CLOSE("Writable stream closed"));return}if(stream4===this.from&&(this.from=null,this.to!==null)){(stream4.
_duplexState&READ_DONE)===0&&this.to.destroy(this.error||StreamError.PREMATURE_CLOSE("Readable stream closed"));return}this.afterPipe!==null&&
this.afterPipe(this.error),this.to=this.from=this.afterPipe=null}};function afterDrain(){this.stream._duplexState|=READ_PIPE_DRAINED,this.updateCallback()}
function afterFinal(err){let stream4=this.stream;err&&stream4.destroy(err),(stream4._duplexState&DESTROY_STATUS)===0&&(stream4._duplexState|=
WRITE_DONE,stream4.emit("finish")),(stream4._duplexState&AUTO_DESTROY)===DONE&&(stream4._duplexState|=DESTROYING),stream4._duplexState&=WRITE_NOT_FINISHING,
(stream4._duplexState&WRITE_UPDATING)===0?this.update():this.updateNextTick()}function afterDestroy(err){let stream4=this.stream;!err&&!StreamError.
isStreamDestroyed(this.error)&&(err=this.error),err&&stream4.emit("error",err),stream4._duplexState|=DESTROYED,stream4.emit("close");let rs=stream4.
_readableState,ws=stream4._writableState;if(rs!==null&&rs.pipeline!==null&&rs.pipeline.done(stream4,err),ws!==null){for(;ws.drains!==null&&ws.
drains.length>0;)ws.drains.shift().resolve(!1);ws.pipeline!==null&&ws.pipeline.done(stream4,err)}}function afterWrite(err){let stream4=this.
stream;err&&stream4.destroy(err),stream4._duplexState&=WRITE_NOT_ACTIVE,this.drains!==null&&tickDrains(this.drains),(stream4._duplexState&WRITE_DRAIN_STATUS)===
WRITE_UNDRAINED&&(stream4._duplexState&=WRITE_DRAINED,(stream4._duplexState&WRITE_EMIT_DRAIN)===WRITE_EMIT_DRAIN&&stream4.emit("drain")),this.
updateCallback()}function afterRead(err){err&&this.stream.destroy(err),this.stream._duplexState&=READ_NOT_ACTIVE,this.readAhead===!1&&(this.
stream._duplexState&READ_RESUMED)===0&&(this.stream._duplexState&=READ_NO_READ_AHEAD),this.updateCallback()}function updateReadNT(){(this.stream.
_duplexState&READ_UPDATING)===0&&(this.stream._duplexState&=READ_NOT_NEXT_TICK,this.update())}function updateWriteNT(){(this.stream._duplexState&
WRITE_UPDATING)===0&&(this.stream._duplexState&=WRITE_NOT_NEXT_TICK,this.update())}function tickDrains(drains){for(let i=0;i<drains.length;i++)
--drains[i].writes===0&&(drains.shift().resolve(!0),i--)}function afterOpen(err){let stream4=this.stream;err&&stream4.destroy(err),(stream4.
_duplexState&DESTROYING)===0&&((stream4._duplexState&READ_PRIMARY_STATUS)===0&&(stream4._duplexState|=READ_PRIMARY),(stream4._duplexState&WRITE_PRIMARY_STATUS)===
0&&(stream4._duplexState|=WRITE_PRIMARY),stream4.emit("open")),stream4._duplexState&=NOT_ACTIVE,stream4._writableState!==null&&stream4._writableState.
updateCallback(),stream4._readableState!==null&&stream4._readableState.updateCallback()}function afterTransform(err,data){data!=null&&this.push(
data),this._writableState.afterWrite(err)}function newListener(name2){this._readableState!==null&&(name2==="data"&&(this._duplexState|=READ_EMIT_DATA|
READ_RESUMED_READ_AHEAD,this._readableState.updateNextTick()),name2==="readable"&&(this._duplexState|=READ_EMIT_READABLE,this._readableState.
updateNextTick())),this._writableState!==null&&name2==="drain"&&(this._duplexState|=WRITE_EMIT_DRAIN,this._writableState.updateNextTick())}var Stream=class extends EventEmitter{constructor(opts){
super(),this._duplexState=0,this._readableState=null,this._writableState=null,opts&&(opts.open&&(this._open=opts.open),opts.destroy&&(this._destroy=
opts.destroy),opts.predestroy&&(this._predestroy=opts.predestroy),opts.signal&&opts.signal.addEventListener("abort",abort.bind(this))),this.
on("newListener",newListener)}_open(cb){cb(null)}_destroy(cb){cb(null)}_predestroy(){}get readable(){return this._readableState!==null?!0:void 0}get writable(){
return this._writableState!==null?!0:void 0}get destroyed(){return(this._duplexState&DESTROYED)!==0}get destroying(){return(this._duplexState&
DESTROY_STATUS)!==0}destroy(err){(this._duplexState&DESTROY_STATUS)===0&&(err||(err=StreamError.STREAM_DESTROYED()),this._duplexState=(this.
_duplexState|DESTROYING)&NON_PRIMARY,this._readableState!==null&&(this._readableState.highWaterMark=0,this._readableState.error=err),this._writableState!==
null&&(this._writableState.highWaterMark=0,this._writableState.error=err),this._duplexState|=PREDESTROYING,this._predestroy(),this._duplexState&=
NOT_PREDESTROYING,this._readableState!==null&&this._readableState.updateNextTick(),this._writableState!==null&&this._writableState.updateNextTick())}},
Readable=class _Readable extends Stream{constructor(opts){super(opts),this._duplexState|=OPENING|WRITE_DONE|READ_READ_AHEAD,this._readableState=
new ReadableState(this,opts),opts&&(this._readableState.readAhead===!1&&(this._duplexState&=READ_NO_READ_AHEAD),opts.read&&(this._read=opts.
read),opts.eagerOpen&&this._readableState.updateNextTick(),opts.encoding&&this.setEncoding(opts.encoding))}static deferred(fn,opts){let out=new PassThrough3(
opts);return fn().then(src=>{if(src===null)return out.end();out.destroying||pipeline(src,out,noop3)}).catch(err=>out.destroy(err)),out}setEncoding(encoding){
let dec=new TextDecoder(encoding),map=this._readableState.map||echo;return this._readableState.map=mapOrSkip,this;function mapOrSkip(data){let next=dec.
push(data);return next===""&&(data.byteLength!==0||dec.remaining>0)?null:map(next)}}_read(cb){cb(null)}pipe(dest,cb){return this._readableState.
updateNextTick(),this._readableState.pipe(dest,cb),dest}read(){return this._readableState.updateNextTick(),this._readableState.read()}push(data){
return this._readableState.updateNextTickIfOpen(),this._readableState.push(data)}unshift(data){return this._readableState.updateNextTickIfOpen(),
this._readableState.unshift(data)}resume(){return this._duplexState|=READ_RESUMED_READ_AHEAD,this._readableState.updateNextTick(),this}pause(){
return this._duplexState&=this._readableState.readAhead===!1?READ_PAUSED_NO_READ_AHEAD:READ_PAUSED,this}static _fromAsyncIterator(ite,opts){
let destroy,rs=new _Readable({...opts,read(cb){ite.next().then(push).then(cb.bind(null,null)).catch(cb)},predestroy(){destroy=ite.return()},
destroy(cb){if(!destroy)return cb(null);destroy.then(cb.bind(null,null)).catch(cb)}});return rs;function push(data){data.done?rs.push(null):
rs.push(data.value)}}static from(data,opts){if(isReadStreamx(data))return data;if(data[asyncIterator])return this._fromAsyncIterator(data[asyncIterator](),
opts);Array.isArray(data)||(data=data===void 0?[]:[data]);let i=0;return new _Readable({...opts,read(cb){this.push(i===data.length?null:data[i++]),
cb(null)}})}static isBackpressured(rs){return(rs._duplexState&READ_BACKPRESSURE_STATUS)!==0||rs._readableState.buffered>=rs._readableState.highWaterMark}static isPaused(rs){
return(rs._duplexState&READ_RESUMED)===0}[asyncIterator](){let stream4=this,error2=null,promiseResolve=null,promiseReject=null;return this.on(
"error",err=>{error2=err}),this.on("readable",onreadable),this.on("close",onclose),{[asyncIterator](){return this},next(){return new Promise(
function(resolve2,reject){promiseResolve=resolve2,promiseReject=reject;let data=stream4.read();data!==null?ondata(data):(stream4._duplexState&
DESTROYED)!==0&&ondata(null)})},return(){return destroy(null)},throw(err){return destroy(err)}};function onreadable(){promiseResolve!==null&&
ondata(stream4.read())}function onclose(){promiseResolve!==null&&ondata(null)}function ondata(data){promiseReject!==null&&(error2?promiseReject(
error2):data===null&&(stream4._duplexState&READ_DONE)===0?promiseReject(StreamError.STREAM_DESTROYED()):promiseResolve({value:data,done:data===
null}),promiseReject=promiseResolve=null)}function destroy(err){return stream4.destroy(err),new Promise((resolve2,reject)=>{if(stream4._duplexState&
DESTROYED)return resolve2({value:void 0,done:!0});stream4.once("close",function(){err?reject(err):resolve2({value:void 0,done:!0})})})}}},Writable=class extends Stream{constructor(opts){
super(opts),this._duplexState|=OPENING|READ_DONE,this._writableState=new WritableState(this,opts),opts&&(opts.writev&&(this._writev=opts.writev),
opts.write&&(this._write=opts.write),opts.final&&(this._final=opts.final),opts.eagerOpen&&this._writableState.updateNextTick())}cork(){this.
_duplexState|=WRITE_CORKED}uncork(){this._duplexState&=WRITE_NOT_CORKED,this._writableState.updateNextTick()}_writev(batch,cb){cb(null)}_write(data,cb){
this._writableState.autoBatch(data,cb)}_final(cb){cb(null)}static isBackpressured(ws){return(ws._duplexState&WRITE_BACKPRESSURE_STATUS)!==0}static drained(ws){
if(ws.destroyed)return Promise.resolve(!1);let state=ws._writableState,writes=(isWritev(ws)?Math.min(1,state.queue.length):state.queue.length)+
(ws._duplexState&WRITE_WRITING?1:0);return writes===0?Promise.resolve(!0):(state.drains===null&&(state.drains=[]),new Promise(resolve2=>{state.
drains.push({writes,resolve:resolve2})}))}write(data){return this._writableState.updateNextTick(),this._writableState.push(data)}end(data){return this.
_writableState.updateNextTick(),this._writableState.end(data),this}},Duplex=class extends Readable{constructor(opts){super(opts),this._duplexState=
OPENING|this._duplexState&READ_READ_AHEAD,this._writableState=new WritableState(this,opts),opts&&(opts.writev&&(this._writev=opts.writev),opts.
write&&(this._write=opts.write),opts.final&&(this._final=opts.final))}cork(){this._duplexState|=WRITE_CORKED}uncork(){this._duplexState&=WRITE_NOT_CORKED,
this._writableState.updateNextTick()}_writev(batch,cb){cb(null)}_write(data,cb){this._writableState.autoBatch(data,cb)}_final(cb){cb(null)}write(data){
return this._writableState.updateNextTick(),this._writableState.push(data)}end(data){return this._writableState.updateNextTick(),this._writableState.
end(data),this}},Transform2=class extends Duplex{constructor(opts){super(opts),this._transformState=new TransformState(this),opts&&(opts.transform&&
(this._transform=opts.transform),opts.flush&&(this._flush=opts.flush))}_write(data,cb){this._readableState.buffered>=this._readableState.highWaterMark?
this._transformState.data=data:this._transform(data,this._transformState.afterTransform)}_read(cb){if(this._transformState.data!==null){let data=this.
_transformState.data;this._transformState.data=null,cb(null),this._transform(data,this._transformState.afterTransform)}else cb(null)}destroy(err){
super.destroy(err),this._transformState.data!==null&&(this._transformState.data=null,this._transformState.afterTransform())}_transform(data,cb){
cb(null,data)}_flush(cb){cb(null)}_final(cb){this._transformState.afterFinal=cb,this._flush(transformAfterFlush.bind(this))}},PassThrough3=class extends Transform2{};
function transformAfterFlush(err,data){let cb=this._transformState.afterFinal;if(err)return cb(err);data!=null&&this.push(data),this.push(null),
cb(null)}function pipelinePromise(...streams){return new Promise((resolve2,reject)=>pipeline(...streams,err=>{if(err)return reject(err);resolve2()}))}
function pipeline(stream4,...streams){let all=Array.isArray(stream4)?[...stream4,...streams]:[stream4,...streams],done=all.length&&typeof all[all.
length-1]=="function"?all.pop():null;if(all.length<2)throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");let src=all[0],dest=null,
error2=null;for(let i=1;i<all.length;i++)dest=all[i],isStreamx(src)?src.pipe(dest,onerror):(errorHandle(src,!0,i>1,onerror),src.pipe(dest)),
src=dest;if(done){let fin=!1,autoDestroy=isStreamx(dest)||!!(dest._writableState&&dest._writableState.autoDestroy);dest.on("error",err=>{error2===
null&&(error2=err)}),dest.on("finish",()=>{fin=!0,autoDestroy||done(error2)}),autoDestroy&&dest.on("close",()=>done(error2||(fin?null:StreamError.
PREMATURE_CLOSE())))}return dest;function errorHandle(s,rd,wr,onerror2){s.on("error",onerror2),s.on("close",onclose);function onclose(){if(rd&&
s._readableState&&!s._readableState.ended||wr&&s._writableState&&!s._writableState.ended)return onerror2(StreamError.PREMATURE_CLOSE())}}function onerror(err){
if(!(!err||error2)){error2=err;for(let s of all)s.destroy(err)}}}function echo(s){return s}function isStream(stream4){return!!stream4._readableState||
!!stream4._writableState}function isStreamx(stream4){return typeof stream4._duplexState=="number"&&isStream(stream4)}function isEnding(stream4){
return!!stream4._readableState&&stream4._readableState.ending}function isEnded(stream4){return!!stream4._readableState&&stream4._readableState.
ended}function isFinishing(stream4){return!!stream4._writableState&&stream4._writableState.ending}function isFinished(stream4){return!!stream4.
_writableState&&stream4._writableState.ended}function getStreamError(stream4,opts={}){let err=stream4._readableState&&stream4._readableState.
error||stream4._writableState&&stream4._writableState.error;return!opts.all&&StreamError.isStreamDestroyed(err)?null:err}function isReadStreamx(stream4){
return isStreamx(stream4)&&stream4.readable}function isDisturbed(stream4){return(stream4._duplexState&OPENING)!==OPENING||(stream4._duplexState&
DESTROYING)===DESTROYING||(stream4._duplexState&ACTIVE_OR_TICKING)!==0}function isTypedArray(data){return typeof data=="object"&&data!==null&&
typeof data.byteLength=="number"}function defaultByteLength(data){return isTypedArray(data)?data.byteLength:1024}function noop3(){}function abort(){
this.destroy(StreamError.ABORTED())}function isWritev(s){return s._writev!==Writable.prototype._writev&&s._writev!==Duplex.prototype._writev}
module.exports={pipeline,pipelinePromise,isStream,isStreamx,isEnding,isEnded,isFinishing,isFinished,isDisturbed,getStreamError,Stream,Writable,
Readable,Duplex,Transform:Transform2,PassThrough:PassThrough3}}});var require_headers=__commonJS({"node_modules/tar-stream/headers.js"(exports){var b4a=require_b4a(),ZEROS="0000000000000000000",SEVENS="7777\
777777777777777",ZERO_OFFSET=48,USTAR_MAGIC=b4a.from([117,115,116,97,114,0]),USTAR_VER=b4a.from([ZERO_OFFSET,ZERO_OFFSET]),GNU_MAGIC=b4a.from(
[117,115,116,97,114,32]),GNU_VER=b4a.from([32,0]),MASK=4095,MAGIC_OFFSET=257,VERSION_OFFSET=263;exports.decodeLongPath=function(buf,encoding){
return decodeStr(buf,0,buf.length,encoding)};exports.encodePax=function(opts){let result="";opts.name&&(result+=addLength(" path="+opts.name+
`
`)),opts.linkname&&(result+=addLength(" linkpath="+opts.linkname+`
`));let pax=opts.pax;if(pax)for(let key in pax)result+=addLength(" "+key+"="+pax[key]+`
`);return b4a.from(result)};exports.decodePax=function(buf){let result={};for(;buf.length;){let i=0;for(;i<buf.length&&buf[i]!==32;)i++;let len=parseInt(
b4a.toString(buf.subarray(0,i)),10);if(!len)return result;let b=b4a.toString(buf.subarray(i+1,len-1)),keyIndex=b.indexOf("=");if(keyIndex===
-1)return result;result[b.slice(0,keyIndex)]=b.slice(keyIndex+1),buf=buf.subarray(len)}return result};exports.encode=function(opts){let buf=b4a.
alloc(512),name2=opts.name,prefix="";if(opts.typeflag===5&&name2[name2.length-1]!=="/"&&(name2+="/"),b4a.byteLength(name2)!==name2.length)return null;
for(;b4a.byteLength(name2)>100;){let i=name2.indexOf("/");if(i===-1)return null;prefix+=prefix?"/"+name2.slice(0,i):name2.slice(0,i),name2=name2.
slice(i+1)}return b4a.byteLength(name2)>100||b4a.byteLength(prefix)>155||opts.linkname&&b4a.byteLength(opts.linkname)>100?null:(b4a.write(buf,
name2),b4a.write(buf,encodeOct(opts.mode&MASK,6),100),b4a.write(buf,encodeOct(opts.uid,6),108),b4a.write(buf,encodeOct(opts.gid,6),116),encodeSize(
opts.size,buf,124),b4a.write(buf,encodeOct(opts.mtime.getTime()/1e3|0,11),136),buf[156]=ZERO_OFFSET+toTypeflag(opts.type),opts.linkname&&b4a.
write(buf,opts.linkname,157),b4a.copy(USTAR_MAGIC,buf,MAGIC_OFFSET),b4a.copy(USTAR_VER,buf,VERSION_OFFSET),opts.uname&&b4a.write(buf,opts.uname,
265),opts.gname&&b4a.write(buf,opts.gname,297),b4a.write(buf,encodeOct(opts.devmajor||0,6),329),b4a.write(buf,encodeOct(opts.devminor||0,6),
337),prefix&&b4a.write(buf,prefix,345),b4a.write(buf,encodeOct(cksum(buf),6),148),buf)};exports.decode=function(buf,filenameEncoding,allowUnknownFormat){
let typeflag=buf[156]===0?0:buf[156]-ZERO_OFFSET,name2=decodeStr(buf,0,100,filenameEncoding),mode=decodeOct(buf,100,8),uid=decodeOct(buf,108,
8),gid=decodeOct(buf,116,8),size=decodeOct(buf,124,12),mtime=decodeOct(buf,136,12),type=toType(typeflag),linkname=buf[157]===0?null:decodeStr(
buf,157,100,filenameEncoding),uname=decodeStr(buf,265,32),gname=decodeStr(buf,297,32),devmajor=decodeOct(buf,329,8),devminor=decodeOct(buf,337,
8),c=cksum(buf);if(c===256)return null;if(c!==decodeOct(buf,148,8))throw new Error("Invalid tar header. Maybe the tar is corrupted or it nee\
ds to be gunzipped?");if(isUSTAR(buf))buf[345]&&(name2=decodeStr(buf,345,155,filenameEncoding)+"/"+name2);else if(!isGNU(buf)){if(!allowUnknownFormat)
throw new Error("Invalid tar header: unknown format.")}return typeflag===0&&name2&&name2[name2.length-1]==="/"&&(typeflag=5),{name:name2,mode,
uid,gid,size,byteOffset:0,mtime:new Date(1e3*mtime),type,linkname,uname,gname,devmajor,devminor,pax:null}};function isUSTAR(buf){return b4a.
equals(USTAR_MAGIC,buf.subarray(MAGIC_OFFSET,MAGIC_OFFSET+6))}function isGNU(buf){return b4a.equals(GNU_MAGIC,buf.subarray(MAGIC_OFFSET,MAGIC_OFFSET+
6))&&b4a.equals(GNU_VER,buf.subarray(VERSION_OFFSET,VERSION_OFFSET+2))}function clamp(index,len,defaultValue){return typeof index!="number"?
defaultValue:(index=~~index,index>=len?len:index>=0||(index+=len,index>=0)?index:0)}function toType(flag){switch(flag){case 0:return"file";case 1:
return"link";case 2:return"symlink";case 3:return"character-device";case 4:return"block-device";case 5:return"directory";case 6:return"fifo";case 7:
return"contiguous-file";case 72:return"pax-header";case 55:return"pax-global-header";case 27:return"gnu-long-link-path";case 28:case 30:return"\
gnu-long-path"}return null}function toTypeflag(flag){switch(flag){case"file":return 0;case"link":return 1;case"symlink":return 2;case"charac\
ter-device":return 3;case"block-device":return 4;case"directory":return 5;case"fifo":return 6;case"contiguous-file":return 7;case"pax-header":
return 72}return 0}function indexOf(block,num,offset,end){for(;offset<end;offset++)if(block[offset]===num)return offset;return end}function cksum(block){
let sum=256;for(let i=0;i<148;i++)sum+=block[i];for(let j=156;j<512;j++)sum+=block[j];return sum}function encodeOct(val,n){return val=val.toString(
8),val.length>n?SEVENS.slice(0,n)+" ":ZEROS.slice(0,n-val.length)+val+" "}function encodeSizeBin(num,buf,off){buf[off]=128;for(let i=11;i>0;i--)
buf[off+i]=num&255,num=Math.floor(num/256)}function encodeSize(num,buf,off){num.toString(8).length>11?encodeSizeBin(num,buf,off):b4a.write(buf,
encodeOct(num,11),off)}function parse256(buf){let positive;if(buf[0]===128)positive=!0;else if(buf[0]===255)positive=!1;else return null;let tuple=[],
i;for(i=buf.length-1;i>0;i--){let byte=buf[i];positive?tuple.push(byte):tuple.push(255-byte)}let sum=0,l=tuple.length;for(i=0;i<l;i++)sum+=tuple[i]*
Math.pow(256,i);return positive?sum:-1*sum}function decodeOct(val,offset,length){if(val=val.subarray(offset,offset+length),offset=0,val[offset]&
128)return parse256(val);{for(;offset<val.length&&val[offset]===32;)offset++;let end=clamp(indexOf(val,32,offset,val.length),val.length,val.
length);for(;offset<end&&val[offset]===0;)offset++;return end===offset?0:parseInt(b4a.toString(val.subarray(offset,end)),8)}}function decodeStr(val,offset,length,encoding){
return b4a.toString(val.subarray(offset,indexOf(val,0,offset,offset+length)),encoding)}function addLength(str){let len=b4a.byteLength(str),digits=Math.
floor(Math.log(len)/Math.log(10))+1;return len+digits>=Math.pow(10,digits)&&digits++,len+digits+str}}});var require_extract=__commonJS({"node_modules/tar-stream/extract.js"(exports,module){var{Writable,Readable,getStreamError}=require_streamx(),
FIFO=require_fast_fifo(),b4a=require_b4a(),headers=require_headers(),EMPTY=b4a.alloc(0),MAX_HEADER_SIZE=4*1024*1024,BufferList=class{constructor(){
this.buffered=0,this.shifted=0,this.queue=new FIFO,this._offset=0}push(buffer){this.buffered+=buffer.byteLength,this.queue.push(buffer)}shiftFirst(size){
return this.buffered===0?null:this._next(size)}shift(size){if(size>this.buffered)return null;if(size===0)return EMPTY;let chunk=this._next(size);
if(size===chunk.byteLength)return chunk;let chunks=[chunk];for(;(size-=chunk.byteLength)>0;)chunk=this._next(size),chunks.push(chunk);return b4a.
concat(chunks)}_next(size){let buf=this.queue.peek(),rem=buf.byteLength-this._offset;if(size>=rem){let sub=this._offset?buf.subarray(this._offset,
buf.byteLength):buf;return this.queue.shift(),this._offset=0,this.buffered-=rem,this.shifted+=rem,sub}return this.buffered-=size,this.shifted+=
size,buf.subarray(this._offset,this._offset+=size)}},Source=class extends Readable{constructor(self2,header,offset){super(),this.header=header,
this.offset=offset,this._parent=self2}_read(cb){this.header.size===0&&this.push(null),this._parent._stream===this&&this._parent._update(),cb(
null)}_predestroy(){this._parent.destroy(getStreamError(this))}_detach(){this._parent._stream===this&&(this._parent._stream=null,this._parent.
_missing=overflow(this.header.size),this._parent._update())}_destroy(cb){this._detach(),cb(null)}},Extract=class extends Writable{constructor(opts){
super(opts),opts||(opts={}),this._buffer=new BufferList,this._offset=0,this._header=null,this._stream=null,this._missing=0,this._longHeader=
!1,this._callback=noop3,this._locked=!1,this._finished=!1,this._pax=null,this._paxGlobal=null,this._gnuLongPath=null,this._gnuLongLinkPath=null,
this._filenameEncoding=opts.filenameEncoding||"utf-8",this._allowUnknownFormat=!!opts.allowUnknownFormat,this._unlockBound=this._unlock.bind(
this)}_unlock(err){if(this._locked=!1,err){this.destroy(err),this._continueWrite(err);return}this._update()}_consumeHeader(){if(this._locked)
return!1;this._offset=this._buffer.shifted;try{this._header=headers.decode(this._buffer.shift(512),this._filenameEncoding,this._allowUnknownFormat)}catch(err){
return this._continueWrite(err),!1}if(!this._header)return!0;switch(this._header.byteOffset=this._buffer.shifted,this._header.type){case"gnu\
-long-path":case"gnu-long-link-path":case"pax-global-header":case"pax-header":return this._longHeader=!0,this._missing=this._header.size,this.
_missing>MAX_HEADER_SIZE?(this._continueWrite(new Error("Header exceeds max size")),!1):!0}return this._locked=!0,this._applyLongHeaders(),this.
_header.size>=0?this._header.size===0||this._header.type==="directory"?(this.emit("entry",this._header,this._createStream(),this._unlockBound),
!0):(this._stream=this._createStream(),this._missing=this._header.size,this.emit("entry",this._header,this._stream,this._unlockBound),!0):(this.
_continueWrite(new Error("Invalid header")),!1)}_applyLongHeaders(){this._gnuLongPath&&(this._header.name=this._gnuLongPath,this._gnuLongPath=
null),this._gnuLongLinkPath&&(this._header.linkname=this._gnuLongLinkPath,this._gnuLongLinkPath=null),this._pax&&(this._pax.path&&(this._header.
name=this._pax.path),this._pax.linkpath&&(this._header.linkname=this._pax.linkpath),this._pax.size&&(this._header.size=parseInt(this._pax.size,
10)),this._header.pax=this._pax,this._pax=null)}_decodeLongHeader(buf){switch(this._header.type){case"gnu-long-path":this._gnuLongPath=headers.
decodeLongPath(buf,this._filenameEncoding);break;case"gnu-long-link-path":this._gnuLongLinkPath=headers.decodeLongPath(buf,this._filenameEncoding);
break;case"pax-global-header":this._paxGlobal=headers.decodePax(buf);break;case"pax-header":this._pax=this._paxGlobal===null?headers.decodePax(
buf):Object.assign({},this._paxGlobal,headers.decodePax(buf));break}}_consumeLongHeader(){this._longHeader=!1,this._missing=overflow(this._header.
size);let buf=this._buffer.shift(this._header.size);try{this._decodeLongHeader(buf)}catch(err){return this._continueWrite(err),!1}return!0}_consumeStream(){
let buf=this._buffer.shiftFirst(this._missing);if(buf===null)return!1;this._missing-=buf.byteLength;let drained=this._stream.push(buf);return this.
_missing===0?(this._stream.push(null),drained&&this._stream._detach(),drained&&this._locked===!1):drained}_createStream(){return new Source(
this,this._header,this._offset)}_update(){for(;this._buffer.buffered>0&&!this.destroying;){if(this._missing>0){if(this._stream!==null){if(this.
_consumeStream()===!1)return;continue}if(this._longHeader===!0){if(this._missing>this._buffer.buffered)break;if(this._consumeLongHeader()===
!1)return!1;continue}let ignore=this._buffer.shiftFirst(this._missing);ignore!==null&&(this._missing-=ignore.byteLength);continue}if(this._buffer.
buffered<512)break;if(this._stream!==null||this._consumeHeader()===!1)return}this._continueWrite(null)}_continueWrite(err){let cb=this._callback;
this._callback=noop3,cb(err)}_write(data,cb){this._callback=cb,this._buffer.push(data),this._update()}_final(cb){this._finished=this._missing===
0&&this._buffer.buffered===0,cb(this._finished?null:new Error("Unexpected end of data"))}_predestroy(){this._continueWrite(null)}_destroy(cb){
this._stream&&this._stream.destroy(getStreamError(this)),cb(null)}[Symbol.asyncIterator](){let error2=null,promiseResolve=null,promiseReject=null,
entryStream=null,entryCallback=null,extract=this;return this.on("entry",onentry),this.on("error",err=>{error2=err}),this.on("close",onclose),
{[Symbol.asyncIterator](){return this},next(){return new Promise(onnext)},return(){return destroy(null)},throw(err){return destroy(err)}};function consumeCallback(err){
if(!entryCallback)return;let cb=entryCallback;entryCallback=null,cb(err)}function onnext(resolve2,reject){if(error2)return reject(error2);if(entryStream){
resolve2({value:entryStream,done:!1}),entryStream=null;return}promiseResolve=resolve2,promiseReject=reject,consumeCallback(null),extract._finished&&
promiseResolve&&(promiseResolve({value:void 0,done:!0}),promiseResolve=promiseReject=null)}function onentry(header,stream4,callback){entryCallback=
callback,stream4.on("error",noop3),promiseResolve?(promiseResolve({value:stream4,done:!1}),promiseResolve=promiseReject=null):entryStream=stream4}
function onclose(){consumeCallback(error2),promiseResolve&&(error2?promiseReject(error2):promiseResolve({value:void 0,done:!0}),promiseResolve=
promiseReject=null)}function destroy(err){return extract.destroy(err),consumeCallback(err),new Promise((resolve2,reject)=>{if(extract.destroyed)
return resolve2({value:void 0,done:!0});extract.once("close",function(){err?reject(err):resolve2({value:void 0,done:!0})})})}}};module.exports=
function(opts){return new Extract(opts)};function noop3(){}function overflow(size){return size&=511,size&&512-size}}});var require_constants2=__commonJS({"node_modules/tar-stream/constants.js"(exports,module){var constants={S_IFMT:61440,S_IFDIR:16384,S_IFCHR:8192,
S_IFBLK:24576,S_IFIFO:4096,S_IFLNK:40960};try{module.exports=__require("fs").constants||constants}catch{module.exports=constants}}});var require_pack=__commonJS({"node_modules/tar-stream/pack.js"(exports,module){var{Readable,Writable,getStreamError}=require_streamx(),b4a=require_b4a(),
constants=require_constants2(),headers=require_headers(),DMODE=493,FMODE=420,END_OF_TAR=b4a.alloc(1024),Sink=class extends Writable{constructor(pack,header,callback){
super({mapWritable,eagerOpen:!0}),this.written=0,this.header=header,this._callback=callback,this._linkname=null,this._isLinkname=header.type===
"symlink"&&!header.linkname,this._isVoid=header.type!=="file"&&header.type!=="contiguous-file",this._finished=!1,this._pack=pack,this._openCallback=
null,this._pack._stream===null?this._pack._stream=this:this._pack._pending.push(this)}_open(cb){this._openCallback=cb,this._pack._stream===this&&
this._continueOpen()}_continuePack(err){if(this._callback===null)return;let callback=this._callback;this._callback=null,callback(err)}_continueOpen(){
this._pack._stream===null&&(this._pack._stream=this);let cb=this._openCallback;if(this._openCallback=null,cb!==null){if(this._pack.destroying)
return cb(new Error("pack stream destroyed"));if(this._pack._finalized)return cb(new Error("pack stream is already finalized"));this._pack._stream=
this,this._isLinkname||this._pack._encode(this.header),this._isVoid&&(this._finish(),this._continuePack(null)),cb(null)}}_write(data,cb){if(this.
_isLinkname)return this._linkname=this._linkname?b4a.concat([this._linkname,data]):data,cb(null);if(this._isVoid)return data.byteLength>0?cb(
new Error("No body allowed for this entry")):cb();if(this.written+=data.byteLength,this._pack.push(data))return cb();this._pack._drain=cb}_finish(){
this._finished||(this._finished=!0,this._isLinkname&&(this.header.linkname=this._linkname?b4a.toString(this._linkname,"utf-8"):"",this._pack.
_encode(this.header)),overflow(this._pack,this.header.size),this._pack._done(this))}_final(cb){if(this.written!==this.header.size)return cb(
new Error("Size mismatch"));this._finish(),cb(null)}_getError(){return getStreamError(this)||new Error("tar entry destroyed")}_predestroy(){
this._pack.destroy(this._getError())}_destroy(cb){this._pack._done(this),this._continuePack(this._finished?null:this._getError()),cb()}},Pack=class extends Readable{constructor(opts){
super(opts),this._drain=noop3,this._finalized=!1,this._finalizing=!1,this._pending=[],this._stream=null}entry(header,buffer,callback){if(this.
_finalized||this.destroying)throw new Error("already finalized or destroyed");typeof buffer=="function"&&(callback=buffer,buffer=null),callback||
(callback=noop3),(!header.size||header.type==="symlink")&&(header.size=0),header.type||(header.type=modeToType(header.mode)),header.mode||(header.
mode=header.type==="directory"?DMODE:FMODE),header.uid||(header.uid=0),header.gid||(header.gid=0),header.mtime||(header.mtime=new Date),typeof buffer==
"string"&&(buffer=b4a.from(buffer));let sink=new Sink(this,header,callback);return b4a.isBuffer(buffer)?(header.size=buffer.byteLength,sink.
write(buffer),sink.end(),sink):(sink._isVoid,sink)}finalize(){if(this._stream||this._pending.length>0){this._finalizing=!0;return}this._finalized||
(this._finalized=!0,this.push(END_OF_TAR),this.push(null))}_done(stream4){stream4===this._stream&&(this._stream=null,this._finalizing&&this.
finalize(),this._pending.length&&this._pending.shift()._continueOpen())}_encode(header){if(!header.pax){let buf=headers.encode(header);if(buf){
this.push(buf);return}}this._encodePax(header)}_encodePax(header){let paxHeader=headers.encodePax({name:header.name,linkname:header.linkname,
pax:header.pax}),newHeader={name:"PaxHeader",mode:header.mode,uid:header.uid,gid:header.gid,size:paxHeader.byteLength,mtime:header.mtime,type:"\
pax-header",linkname:header.linkname&&"PaxHeader",uname:header.uname,gname:header.gname,devmajor:header.devmajor,devminor:header.devminor};this.
push(headers.encode(newHeader)),this.push(paxHeader),overflow(this,paxHeader.byteLength),newHeader.size=header.size,newHeader.type=header.type,
this.push(headers.encode(newHeader))}_doDrain(){let drain=this._drain;this._drain=noop3,drain()}_predestroy(){let err=getStreamError(this);for(this.
_stream&&this._stream.destroy(err);this._pending.length;){let stream4=this._pending.shift();stream4.destroy(err),stream4._continueOpen()}this.
_doDrain()}_read(cb){this._doDrain(),cb()}};module.exports=function(opts){return new Pack(opts)};function modeToType(mode){switch(mode&constants.
S_IFMT){case constants.S_IFBLK:return"block-device";case constants.S_IFCHR:return"character-device";case constants.S_IFDIR:return"directory";case constants.
S_IFIFO:return"fifo";case constants.S_IFLNK:return"symlink"}return"file"}function noop3(){}function overflow(self2,size){size&=511,size&&self2.
push(END_OF_TAR.subarray(0,512-size))}function mapWritable(buf){return b4a.isBuffer(buf)?buf:b4a.from(buf)}}});var require_tar_stream=__commonJS({"node_modules/tar-stream/index.js"(exports){exports.extract=require_extract();exports.pack=require_pack()}});var require_tar=__commonJS({"node_modules/archiver/lib/plugins/tar.js"(exports,module){var zlib=__require("zlib"),engine=require_tar_stream(),
util=require_archiver_utils(),Tar=function(options){if(!(this instanceof Tar))return new Tar(options);options=this.options=util.defaults(options,
{gzip:!1}),typeof options.gzipOptions!="object"&&(options.gzipOptions={}),this.supports={directory:!0,symlink:!0},this.engine=engine.pack(options),
this.compressor=!1,options.gzip&&(this.compressor=zlib.createGzip(options.gzipOptions),this.compressor.on("error",this._onCompressorError.bind(
this)))};Tar.prototype._onCompressorError=function(err){this.engine.emit("error",err)};Tar.prototype.append=function(source,data,callback){var self2=this;
data.mtime=data.date;function append(err,sourceBuffer){if(err){callback(err);return}self2.engine.entry(data,sourceBuffer,function(err2){callback(
err2,data)})}if(data.sourceType==="buffer")append(null,source);else if(data.sourceType==="stream"&&data.stats){data.size=data.stats.size;var entry=self2.
engine.entry(data,function(err){callback(err,data)});source.pipe(entry)}else data.sourceType==="stream"&&util.collectStream(source,append)};
Tar.prototype.finalize=function(){this.engine.finalize()};Tar.prototype.on=function(){return this.engine.on.apply(this.engine,arguments)};Tar.
prototype.pipe=function(destination,options){return this.compressor?this.engine.pipe.apply(this.engine,[this.compressor]).pipe(destination,options):
this.engine.pipe.apply(this.engine,arguments)};Tar.prototype.unpipe=function(){return this.compressor?this.compressor.unpipe.apply(this.compressor,
arguments):this.engine.unpipe.apply(this.engine,arguments)};module.exports=Tar}});var require_dist=__commonJS({"node_modules/buffer-crc32/dist/index.cjs"(exports,module){"use strict";function getDefaultExportFromCjs(x){return x&&
x.__esModule&&Object.prototype.hasOwnProperty.call(x,"default")?x.default:x}var CRC_TABLE=new Int32Array([0,1996959894,3993919788,2567524794,
124634137,1886057615,3915621685,2657392035,249268274,2044508324,3772115230,2547177864,162941995,2125561021,3887607047,2428444049,498536548,1789927666,
4089016648,2227061214,450548861,1843258603,4107580753,2211677639,325883990,1684777152,4251122042,2321926636,335633487,1661365465,4195302755,
2366115317,997073096,1281953886,3579855332,2724688242,1006888145,1258607687,3524101629,2768942443,901097722,1119000684,3686517206,2898065728,
853044451,1172266101,3705015759,2882616665,651767980,1373503546,3369554304,3218104598,565507253,1454621731,3485111705,3099436303,671266974,1594198024,
3322730930,2970347812,795835527,1483230225,3244367275,3060149565,1994146192,31158534,2563907772,4023717930,1907459465,112637215,2680153253,3904427059,
2013776290,251722036,2517215374,3775830040,2137656763,141376813,2439277719,3865271297,1802195444,476864866,2238001368,4066508878,1812370925,
453092731,2181625025,4111451223,1706088902,314042704,2344532202,4240017532,1658658271,366619977,2362670323,4224994405,1303535960,984961486,2747007092,
3569037538,1256170817,1037604311,2765210733,3554079995,1131014506,879679996,2909243462,3663771856,1141124467,855842277,2852801631,3708648649,
1342533948,654459306,3188396048,3373015174,1466479909,544179635,3110523913,3462522015,1591671054,702138776,2966460450,3352799412,1504918807,
783551873,3082640443,3233442989,3988292384,2596254646,62317068,1957810842,3939845945,2647816111,81470997,1943803523,3814918930,2489596804,225274430,
2053790376,3826175755,2466906013,167816743,2097651377,4027552580,2265490386,503444072,1762050814,4150417245,2154129355,426522225,1852507879,
4275313526,2312317920,282753626,1742555852,4189708143,2394877945,397917763,1622183637,3604390888,2714866558,953729732,1340076626,3518719985,
2797360999,1068828381,1219638859,3624741850,2936675148,906185462,1090812512,3747672003,2825379669,829329135,1181335161,3412177804,3160834842,
628085408,1382605366,3423369109,3138078467,570562233,1426400815,3317316542,2998733608,733239954,1555261956,3268935591,3050360625,752459403,1541320221,
2607071920,3965973030,1969922972,40735498,2617837225,3943577151,1913087877,83908371,2512341634,3803740692,2075208622,213261112,2463272603,3855990285,
2094854071,198958881,2262029012,4057260610,1759359992,534414190,2176718541,4139329115,1873836001,414664567,2282248934,4279200368,1711684554,
285281116,2405801727,4167216745,1634467795,376229701,2685067896,3608007406,1308918612,956543938,2808555105,3495958263,1231636301,1047427035,
2932959818,3654703836,1088359270,936918e3,2847714899,3736837829,1202900863,817233897,3183342108,3401237130,1404277552,615818150,3134207493,3453421203,
1423857449,601450431,3009837614,3294710456,1567103746,711928724,3020668471,3272380065,1510334235,755167117]);function ensureBuffer(input){if(Buffer.
isBuffer(input))return input;if(typeof input=="number")return Buffer.alloc(input);if(typeof input=="string")return Buffer.from(input);throw new Error(
"input must be buffer, number, or string, received "+typeof input)}function bufferizeInt(num){let tmp=ensureBuffer(4);return tmp.writeInt32BE(
num,0),tmp}function _crc32(buf,previous){buf=ensureBuffer(buf),Buffer.isBuffer(previous)&&(previous=previous.readUInt32BE(0));let crc=~~previous^
-1;for(var n=0;n<buf.length;n++)crc=CRC_TABLE[(crc^buf[n])&255]^crc>>>8;return crc^-1}function crc32(){return bufferizeInt(_crc32.apply(null,
arguments))}crc32.signed=function(){return _crc32.apply(null,arguments)};crc32.unsigned=function(){return _crc32.apply(null,arguments)>>>0};
var bufferCrc32=crc32,index=getDefaultExportFromCjs(bufferCrc32);module.exports=index}});var require_json=__commonJS({"node_modules/archiver/lib/plugins/json.js"(exports,module){var inherits=__require("util").inherits,Transform2=require_ours().
Transform,crc32=require_dist(),util=require_archiver_utils(),Json=function(options){if(!(this instanceof Json))return new Json(options);options=
this.options=util.defaults(options,{}),Transform2.call(this,options),this.supports={directory:!0,symlink:!0},this.files=[]};inherits(Json,Transform2);
Json.prototype._transform=function(chunk,encoding,callback){callback(null,chunk)};Json.prototype._writeStringified=function(){var fileString=JSON.
stringify(this.files);this.write(fileString)};Json.prototype.append=function(source,data,callback){var self2=this;data.crc32=0;function onend(err,sourceBuffer){
if(err){callback(err);return}data.size=sourceBuffer.length||0,data.crc32=crc32.unsigned(sourceBuffer),self2.files.push(data),callback(null,data)}
data.sourceType==="buffer"?onend(null,source):data.sourceType==="stream"&&util.collectStream(source,onend)};Json.prototype.finalize=function(){
this._writeStringified(),this.end()};module.exports=Json}});var require_archiver=__commonJS({"node_modules/archiver/index.js"(exports,module){var Archiver=require_core(),formats={},vending=function(format,options){
return vending.create(format,options)};vending.create=function(format,options){if(formats[format]){var instance=new Archiver(format,options);
return instance.setFormat(format),instance.setModule(new formats[format](options)),instance}else throw new Error("create("+format+"): format\
 not registered")};vending.registerFormat=function(format,module2){if(formats[format])throw new Error("register("+format+"): format already \
registered");if(typeof module2!="function")throw new Error("register("+format+"): format module invalid");if(typeof module2.prototype.append!=
"function"||typeof module2.prototype.finalize!="function")throw new Error("register("+format+"): format module missing methods");formats[format]=
module2};vending.isRegisteredFormat=function(format){return!!formats[format]};vending.registerFormat("zip",require_zip());vending.registerFormat(
"tar",require_tar());vending.registerFormat("json",require_json());module.exports=vending}});var require_proxy=__commonJS({"node_modules/@actions/github/node_modules/@actions/http-client/lib/proxy.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.getProxyUrl=getProxyUrl;exports.checkBypass=checkBypass;function getProxyUrl(reqUrl){let usingSsl=reqUrl.
protocol==="https:";if(checkBypass(reqUrl))return;let proxyVar=usingSsl?process.env.https_proxy||process.env.HTTPS_PROXY:process.env.http_proxy||
process.env.HTTP_PROXY;if(proxyVar)try{return new DecodedURL(proxyVar)}catch{if(!proxyVar.startsWith("http://")&&!proxyVar.startsWith("https\
://"))return new DecodedURL(`http://${proxyVar}`)}else return}function checkBypass(reqUrl){if(!reqUrl.hostname)return!1;let reqHost=reqUrl.hostname;
if(isLoopbackAddress(reqHost))return!0;let noProxy=process.env.no_proxy||process.env.NO_PROXY||"";if(!noProxy)return!1;let reqPort;reqUrl.port?
reqPort=Number(reqUrl.port):reqUrl.protocol==="http:"?reqPort=80:reqUrl.protocol==="https:"&&(reqPort=443);let upperReqHosts=[reqUrl.hostname.
toUpperCase()];typeof reqPort=="number"&&upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);for(let upperNoProxyItem of noProxy.split(",").
map(x=>x.trim().toUpperCase()).filter(x=>x))if(upperNoProxyItem==="*"||upperReqHosts.some(x=>x===upperNoProxyItem||x.endsWith(`.${upperNoProxyItem}`)||
upperNoProxyItem.startsWith(".")&&x.endsWith(`${upperNoProxyItem}`)))return!0;return!1}function isLoopbackAddress(host){let hostLower=host.toLowerCase();
return hostLower==="localhost"||hostLower.startsWith("127.")||hostLower.startsWith("[::1]")||hostLower.startsWith("[0:0:0:0:0:0:0:1]")}var DecodedURL=class extends URL{constructor(url,base){
super(url,base),this._decodedUsername=decodeURIComponent(super.username),this._decodedPassword=decodeURIComponent(super.password)}get username(){
return this._decodedUsername}get password(){return this._decodedPassword}}}});var require_lib2=__commonJS({"node_modules/@actions/github/node_modules/@actions/http-client/lib/index.js"(exports){"use strict";var __createBinding=exports&&
exports.__createBinding||(Object.create?(function(o,m,k,k2){k2===void 0&&(k2=k);var desc=Object.getOwnPropertyDescriptor(m,k);(!desc||("get"in
desc?!m.__esModule:desc.writable||desc.configurable))&&(desc={enumerable:!0,get:function(){return m[k]}}),Object.defineProperty(o,k2,desc)}):
(function(o,m,k,k2){k2===void 0&&(k2=k),o[k2]=m[k]})),__setModuleDefault=exports&&exports.__setModuleDefault||(Object.create?(function(o,v){
Object.defineProperty(o,"default",{enumerable:!0,value:v})}):function(o,v){o.default=v}),__importStar=exports&&exports.__importStar||(function(){
var ownKeys=function(o){return ownKeys=Object.getOwnPropertyNames||function(o2){var ar=[];for(var k in o2)Object.prototype.hasOwnProperty.call(
o2,k)&&(ar[ar.length]=k);return ar},ownKeys(o)};return function(mod){if(mod&&mod.__esModule)return mod;var result={};if(mod!=null)for(var k=ownKeys(
mod),i=0;i<k.length;i++)k[i]!=="default"&&__createBinding(result,mod,k[i]);return __setModuleDefault(result,mod),result}})(),__awaiter11=exports&&
exports.__awaiter||function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})};Object.defineProperty(exports,"__\
esModule",{value:!0});exports.HttpClient=exports.HttpClientResponse=exports.HttpClientError=exports.MediaTypes=exports.Headers=exports.HttpCodes=
void 0;exports.getProxyUrl=getProxyUrl;exports.isHttps=isHttps;var http=__importStar(__require("http")),https=__importStar(__require("https")),
pm=__importStar(require_proxy()),tunnel=__importStar(require_tunnel()),undici_1=require_undici(),HttpCodes2;(function(HttpCodes3){HttpCodes3[HttpCodes3.
OK=200]="OK",HttpCodes3[HttpCodes3.MultipleChoices=300]="MultipleChoices",HttpCodes3[HttpCodes3.MovedPermanently=301]="MovedPermanently",HttpCodes3[HttpCodes3.
ResourceMoved=302]="ResourceMoved",HttpCodes3[HttpCodes3.SeeOther=303]="SeeOther",HttpCodes3[HttpCodes3.NotModified=304]="NotModified",HttpCodes3[HttpCodes3.
UseProxy=305]="UseProxy",HttpCodes3[HttpCodes3.SwitchProxy=306]="SwitchProxy",HttpCodes3[HttpCodes3.TemporaryRedirect=307]="TemporaryRedirec\
t",HttpCodes3[HttpCodes3.PermanentRedirect=308]="PermanentRedirect",HttpCodes3[HttpCodes3.BadRequest=400]="BadRequest",HttpCodes3[HttpCodes3.
Unauthorized=401]="Unauthorized",HttpCodes3[HttpCodes3.PaymentRequired=402]="PaymentRequired",HttpCodes3[HttpCodes3.Forbidden=403]="Forbidde\
n",HttpCodes3[HttpCodes3.NotFound=404]="NotFound",HttpCodes3[HttpCodes3.MethodNotAllowed=405]="MethodNotAllowed",HttpCodes3[HttpCodes3.NotAcceptable=
406]="NotAcceptable",HttpCodes3[HttpCodes3.ProxyAuthenticationRequired=407]="ProxyAuthenticationRequired",HttpCodes3[HttpCodes3.RequestTimeout=
408]="RequestTimeout",HttpCodes3[HttpCodes3.Conflict=409]="Conflict",HttpCodes3[HttpCodes3.Gone=410]="Gone",HttpCodes3[HttpCodes3.TooManyRequests=
429]="TooManyRequests",HttpCodes3[HttpCodes3.InternalServerError=500]="InternalServerError",HttpCodes3[HttpCodes3.NotImplemented=501]="NotIm\
plemented",HttpCodes3[HttpCodes3.BadGateway=502]="BadGateway",HttpCodes3[HttpCodes3.ServiceUnavailable=503]="ServiceUnavailable",HttpCodes3[HttpCodes3.
GatewayTimeout=504]="GatewayTimeout"})(HttpCodes2||(exports.HttpCodes=HttpCodes2={}));var Headers;(function(Headers2){Headers2.Accept="accep\
t",Headers2.ContentType="content-type"})(Headers||(exports.Headers=Headers={}));var MediaTypes;(function(MediaTypes2){MediaTypes2.ApplicationJson=
"application/json"})(MediaTypes||(exports.MediaTypes=MediaTypes={}));function getProxyUrl(serverUrl){let proxyUrl=pm.getProxyUrl(new URL(serverUrl));
return proxyUrl?proxyUrl.href:""}var HttpRedirectCodes=[HttpCodes2.MovedPermanently,HttpCodes2.ResourceMoved,HttpCodes2.SeeOther,HttpCodes2.
TemporaryRedirect,HttpCodes2.PermanentRedirect],HttpResponseRetryCodes=[HttpCodes2.BadGateway,HttpCodes2.ServiceUnavailable,HttpCodes2.GatewayTimeout],
RetryableHttpVerbs=["OPTIONS","GET","DELETE","HEAD"],ExponentialBackoffCeiling=10,ExponentialBackoffTimeSlice=5,HttpClientError=class _HttpClientError extends Error{constructor(message,statusCode){
super(message),this.name="HttpClientError",this.statusCode=statusCode,Object.setPrototypeOf(this,_HttpClientError.prototype)}};exports.HttpClientError=
HttpClientError;var HttpClientResponse=class{constructor(message){this.message=message}readBody(){return __awaiter11(this,void 0,void 0,function*(){
return new Promise(resolve2=>__awaiter11(this,void 0,void 0,function*(){let output=Buffer.alloc(0);this.message.on("data",chunk=>{output=Buffer.
concat([output,chunk])}),this.message.on("end",()=>{resolve2(output.toString())})}))})}readBodyBuffer(){return __awaiter11(this,void 0,void 0,
function*(){return new Promise(resolve2=>__awaiter11(this,void 0,void 0,function*(){let chunks=[];this.message.on("data",chunk=>{chunks.push(
chunk)}),this.message.on("end",()=>{resolve2(Buffer.concat(chunks))})}))})}};exports.HttpClientResponse=HttpClientResponse;function isHttps(requestUrl){
return new URL(requestUrl).protocol==="https:"}var HttpClient3=class{constructor(userAgent2,handlers,requestOptions){this._ignoreSslError=!1,
this._allowRedirects=!0,this._allowRedirectDowngrade=!1,this._maxRedirects=50,this._allowRetries=!1,this._maxRetries=1,this._keepAlive=!1,this.
_disposed=!1,this.userAgent=this._getUserAgentWithOrchestrationId(userAgent2),this.handlers=handlers||[],this.requestOptions=requestOptions,
requestOptions&&(requestOptions.ignoreSslError!=null&&(this._ignoreSslError=requestOptions.ignoreSslError),this._socketTimeout=requestOptions.
socketTimeout,requestOptions.allowRedirects!=null&&(this._allowRedirects=requestOptions.allowRedirects),requestOptions.allowRedirectDowngrade!=
null&&(this._allowRedirectDowngrade=requestOptions.allowRedirectDowngrade),requestOptions.maxRedirects!=null&&(this._maxRedirects=Math.max(requestOptions.
maxRedirects,0)),requestOptions.keepAlive!=null&&(this._keepAlive=requestOptions.keepAlive),requestOptions.allowRetries!=null&&(this._allowRetries=
requestOptions.allowRetries),requestOptions.maxRetries!=null&&(this._maxRetries=requestOptions.maxRetries))}options(requestUrl,additionalHeaders){
return __awaiter11(this,void 0,void 0,function*(){return this.request("OPTIONS",requestUrl,null,additionalHeaders||{})})}get(requestUrl,additionalHeaders){
return __awaiter11(this,void 0,void 0,function*(){return this.request("GET",requestUrl,null,additionalHeaders||{})})}del(requestUrl,additionalHeaders){
return __awaiter11(this,void 0,void 0,function*(){return this.request("DELETE",requestUrl,null,additionalHeaders||{})})}post(requestUrl,data,additionalHeaders){
return __awaiter11(this,void 0,void 0,function*(){return this.request("POST",requestUrl,data,additionalHeaders||{})})}patch(requestUrl,data,additionalHeaders){
return __awaiter11(this,void 0,void 0,function*(){return this.request("PATCH",requestUrl,data,additionalHeaders||{})})}put(requestUrl,data,additionalHeaders){
return __awaiter11(this,void 0,void 0,function*(){return this.request("PUT",requestUrl,data,additionalHeaders||{})})}head(requestUrl,additionalHeaders){
return __awaiter11(this,void 0,void 0,function*(){return this.request("HEAD",requestUrl,null,additionalHeaders||{})})}sendStream(verb,requestUrl,stream4,additionalHeaders){
return __awaiter11(this,void 0,void 0,function*(){return this.request(verb,requestUrl,stream4,additionalHeaders)})}getJson(requestUrl_1){return __awaiter11(
this,arguments,void 0,function*(requestUrl,additionalHeaders={}){additionalHeaders[Headers.Accept]=this._getExistingOrDefaultHeader(additionalHeaders,
Headers.Accept,MediaTypes.ApplicationJson);let res=yield this.get(requestUrl,additionalHeaders);return this._processResponse(res,this.requestOptions)})}postJson(requestUrl_1,obj_1){
return __awaiter11(this,arguments,void 0,function*(requestUrl,obj,additionalHeaders={}){let data=JSON.stringify(obj,null,2);additionalHeaders[Headers.
Accept]=this._getExistingOrDefaultHeader(additionalHeaders,Headers.Accept,MediaTypes.ApplicationJson),additionalHeaders[Headers.ContentType]=
this._getExistingOrDefaultContentTypeHeader(additionalHeaders,MediaTypes.ApplicationJson);let res=yield this.post(requestUrl,data,additionalHeaders);
return this._processResponse(res,this.requestOptions)})}putJson(requestUrl_1,obj_1){return __awaiter11(this,arguments,void 0,function*(requestUrl,obj,additionalHeaders={}){
let data=JSON.stringify(obj,null,2);additionalHeaders[Headers.Accept]=this._getExistingOrDefaultHeader(additionalHeaders,Headers.Accept,MediaTypes.
ApplicationJson),additionalHeaders[Headers.ContentType]=this._getExistingOrDefaultContentTypeHeader(additionalHeaders,MediaTypes.ApplicationJson);
let res=yield this.put(requestUrl,data,additionalHeaders);return this._processResponse(res,this.requestOptions)})}patchJson(requestUrl_1,obj_1){
return __awaiter11(this,arguments,void 0,function*(requestUrl,obj,additionalHeaders={}){let data=JSON.stringify(obj,null,2);additionalHeaders[Headers.
Accept]=this._getExistingOrDefaultHeader(additionalHeaders,Headers.Accept,MediaTypes.ApplicationJson),additionalHeaders[Headers.ContentType]=
this._getExistingOrDefaultContentTypeHeader(additionalHeaders,MediaTypes.ApplicationJson);let res=yield this.patch(requestUrl,data,additionalHeaders);
return this._processResponse(res,this.requestOptions)})}request(verb,requestUrl,data,headers){return __awaiter11(this,void 0,void 0,function*(){
if(this._disposed)throw new Error("Client has already been disposed.");let parsedUrl=new URL(requestUrl),info2=this._prepareRequest(verb,parsedUrl,
headers),maxTries=this._allowRetries&&RetryableHttpVerbs.includes(verb)?this._maxRetries+1:1,numTries=0,response;do{if(response=yield this.requestRaw(
info2,data),response&&response.message&&response.message.statusCode===HttpCodes2.Unauthorized){let authenticationHandler;for(let handler2 of this.
handlers)if(handler2.canHandleAuthentication(response)){authenticationHandler=handler2;break}return authenticationHandler?authenticationHandler.
handleAuthentication(this,info2,data):response}let redirectsRemaining=this._maxRedirects;for(;response.message.statusCode&&HttpRedirectCodes.
includes(response.message.statusCode)&&this._allowRedirects&&redirectsRemaining>0;){let redirectUrl=response.message.headers.location;if(!redirectUrl)
break;let parsedRedirectUrl=new URL(redirectUrl);if(parsedUrl.protocol==="https:"&&parsedUrl.protocol!==parsedRedirectUrl.protocol&&!this._allowRedirectDowngrade)
throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavio\
r, set the allowRedirectDowngrade option to true.");if(yield response.readBody(),parsedRedirectUrl.hostname!==parsedUrl.hostname)for(let header in headers)
header.toLowerCase()==="authorization"&&delete headers[header];info2=this._prepareRequest(verb,parsedRedirectUrl,headers),response=yield this.
requestRaw(info2,data),redirectsRemaining--}if(!response.message.statusCode||!HttpResponseRetryCodes.includes(response.message.statusCode))return response;
numTries+=1,numTries<maxTries&&(yield response.readBody(),yield this._performExponentialBackoff(numTries))}while(numTries<maxTries);return response})}dispose(){
this._agent&&this._agent.destroy(),this._disposed=!0}requestRaw(info2,data){return __awaiter11(this,void 0,void 0,function*(){return new Promise(
(resolve2,reject)=>{function callbackForResult(err,res){err?reject(err):res?resolve2(res):reject(new Error("Unknown error"))}this.requestRawWithCallback(
info2,data,callbackForResult)})})}requestRawWithCallback(info2,data,onResult){typeof data=="string"&&(info2.options.headers||(info2.options.
headers={}),info2.options.headers["Content-Length"]=Buffer.byteLength(data,"utf8"));let callbackCalled=!1;function handleResult(err,res){callbackCalled||
(callbackCalled=!0,onResult(err,res))}let req=info2.httpModule.request(info2.options,msg=>{let res=new HttpClientResponse(msg);handleResult(
void 0,res)}),socket;req.on("socket",sock=>{socket=sock}),req.setTimeout(this._socketTimeout||3*6e4,()=>{socket&&socket.end(),handleResult(new Error(
`Request timeout: ${info2.options.path}`))}),req.on("error",function(err){handleResult(err)}),data&&typeof data=="string"&&req.write(data,"u\
tf8"),data&&typeof data!="string"?(data.on("close",function(){req.end()}),data.pipe(req)):req.end()}getAgent(serverUrl){let parsedUrl=new URL(
serverUrl);return this._getAgent(parsedUrl)}getAgentDispatcher(serverUrl){let parsedUrl=new URL(serverUrl),proxyUrl=pm.getProxyUrl(parsedUrl);
if(proxyUrl&&proxyUrl.hostname)return this._getProxyAgentDispatcher(parsedUrl,proxyUrl)}_prepareRequest(method,requestUrl,headers){let info2={};
info2.parsedUrl=requestUrl;let usingSsl=info2.parsedUrl.protocol==="https:";info2.httpModule=usingSsl?https:http;let defaultPort=usingSsl?443:
80;if(info2.options={},info2.options.host=info2.parsedUrl.hostname,info2.options.port=info2.parsedUrl.port?parseInt(info2.parsedUrl.port):defaultPort,
info2.options.path=(info2.parsedUrl.pathname||"")+(info2.parsedUrl.search||""),info2.options.method=method,info2.options.headers=this._mergeHeaders(
headers),this.userAgent!=null&&(info2.options.headers["user-agent"]=this.userAgent),info2.options.agent=this._getAgent(info2.parsedUrl),this.
handlers)for(let handler2 of this.handlers)handler2.prepareRequest(info2.options);return info2}_mergeHeaders(headers){return this.requestOptions&&
this.requestOptions.headers?Object.assign({},lowercaseKeys2(this.requestOptions.headers),lowercaseKeys2(headers||{})):lowercaseKeys2(headers||
{})}_getExistingOrDefaultHeader(additionalHeaders,header,_default){let clientHeader;if(this.requestOptions&&this.requestOptions.headers){let headerValue=lowercaseKeys2(
this.requestOptions.headers)[header];headerValue&&(clientHeader=typeof headerValue=="number"?headerValue.toString():headerValue)}let additionalValue=additionalHeaders[header];
return additionalValue!==void 0?typeof additionalValue=="number"?additionalValue.toString():additionalValue:clientHeader!==void 0?clientHeader:
_default}_getExistingOrDefaultContentTypeHeader(additionalHeaders,_default){let clientHeader;if(this.requestOptions&&this.requestOptions.headers){
let headerValue=lowercaseKeys2(this.requestOptions.headers)[Headers.ContentType];headerValue&&(typeof headerValue=="number"?clientHeader=String(
headerValue):Array.isArray(headerValue)?clientHeader=headerValue.join(", "):clientHeader=headerValue)}let additionalValue=additionalHeaders[Headers.
ContentType];return additionalValue!==void 0?typeof additionalValue=="number"?String(additionalValue):Array.isArray(additionalValue)?additionalValue.
join(", "):additionalValue:clientHeader!==void 0?clientHeader:_default}_getAgent(parsedUrl){let agent,proxyUrl=pm.getProxyUrl(parsedUrl),useProxy=proxyUrl&&
proxyUrl.hostname;if(this._keepAlive&&useProxy&&(agent=this._proxyAgent),useProxy||(agent=this._agent),agent)return agent;let usingSsl=parsedUrl.
protocol==="https:",maxSockets=100;if(this.requestOptions&&(maxSockets=this.requestOptions.maxSockets||http.globalAgent.maxSockets),proxyUrl&&
proxyUrl.hostname){let agentOptions={maxSockets,keepAlive:this._keepAlive,proxy:Object.assign(Object.assign({},(proxyUrl.username||proxyUrl.
password)&&{proxyAuth:`${proxyUrl.username}:${proxyUrl.password}`}),{host:proxyUrl.hostname,port:proxyUrl.port})},tunnelAgent,overHttps=proxyUrl.
protocol==="https:";usingSsl?tunnelAgent=overHttps?tunnel.httpsOverHttps:tunnel.httpsOverHttp:tunnelAgent=overHttps?tunnel.httpOverHttps:tunnel.
httpOverHttp,agent=tunnelAgent(agentOptions),this._proxyAgent=agent}if(!agent){let options={keepAlive:this._keepAlive,maxSockets};agent=usingSsl?
new https.Agent(options):new http.Agent(options),this._agent=agent}return usingSsl&&this._ignoreSslError&&(agent.options=Object.assign(agent.
options||{},{rejectUnauthorized:!1})),agent}_getProxyAgentDispatcher(parsedUrl,proxyUrl){let proxyAgent;if(this._keepAlive&&(proxyAgent=this.
_proxyAgentDispatcher),proxyAgent)return proxyAgent;let usingSsl=parsedUrl.protocol==="https:";return proxyAgent=new undici_1.ProxyAgent(Object.
assign({uri:proxyUrl.href,pipelining:this._keepAlive?1:0},(proxyUrl.username||proxyUrl.password)&&{token:`Basic ${Buffer.from(`${proxyUrl.username}\
:${proxyUrl.password}`).toString("base64")}`})),this._proxyAgentDispatcher=proxyAgent,usingSsl&&this._ignoreSslError&&(proxyAgent.options=Object.
assign(proxyAgent.options.requestTls||{},{rejectUnauthorized:!1})),proxyAgent}_getUserAgentWithOrchestrationId(userAgent2){let baseUserAgent=userAgent2||
"actions/http-client",orchId=process.env.ACTIONS_ORCHESTRATION_ID;if(orchId){let sanitizedId=orchId.replace(/[^a-z0-9_.-]/gi,"_");return`${baseUserAgent}\
 actions_orchestration_id/${sanitizedId}`}return baseUserAgent}_performExponentialBackoff(retryNumber){return __awaiter11(this,void 0,void 0,
function*(){retryNumber=Math.min(ExponentialBackoffCeiling,retryNumber);let ms=ExponentialBackoffTimeSlice*Math.pow(2,retryNumber);return new Promise(
resolve2=>setTimeout(()=>resolve2(),ms))})}_processResponse(res,options){return __awaiter11(this,void 0,void 0,function*(){return new Promise(
(resolve2,reject)=>__awaiter11(this,void 0,void 0,function*(){let statusCode=res.message.statusCode||0,response={statusCode,result:null,headers:{}};
statusCode===HttpCodes2.NotFound&&resolve2(response);function dateTimeDeserializer(key,value){if(typeof value=="string"){let a=new Date(value);
if(!isNaN(a.valueOf()))return a}return value}let obj,contents;try{contents=yield res.readBody(),contents&&contents.length>0&&(options&&options.
deserializeDates?obj=JSON.parse(contents,dateTimeDeserializer):obj=JSON.parse(contents),response.result=obj),response.headers=res.message.headers}catch{}
if(statusCode>299){let msg;obj&&obj.message?msg=obj.message:contents&&contents.length>0?msg=contents:msg=`Failed request: (${statusCode})`;let err=new HttpClientError(
msg,statusCode);err.result=response.result,reject(err)}else resolve2(response)}))})}};exports.HttpClient=HttpClient3;var lowercaseKeys2=obj=>Object.
keys(obj).reduce((c,k)=>(c[k.toLowerCase()]=obj[k],c),{})}});var require_light=__commonJS({"node_modules/bottleneck/light.js"(exports,module){(function(global2,factory){typeof exports=="object"&&typeof module<
"u"?module.exports=factory():typeof define=="function"&&define.amd?define(factory):global2.Bottleneck=factory()})(exports,(function(){"use s\
trict";var commonjsGlobal=typeof globalThis<"u"?globalThis:typeof window<"u"?window:typeof global<"u"?global:typeof self<"u"?self:{};function getCjsExportFromNamespace(n){
return n&&n.default||n}var load=function(received,defaults2,onto={}){var k,ref,v;for(k in defaults2)v=defaults2[k],onto[k]=(ref=received[k])!=
null?ref:v;return onto},overwrite=function(received,defaults2,onto={}){var k,v;for(k in received)v=received[k],defaults2[k]!==void 0&&(onto[k]=
v);return onto},parser={load,overwrite},DLList;DLList=class{constructor(incr,decr){this.incr=incr,this.decr=decr,this._first=null,this._last=
null,this.length=0}push(value){var node;this.length++,typeof this.incr=="function"&&this.incr(),node={value,prev:this._last,next:null},this.
_last!=null?(this._last.next=node,this._last=node):this._first=this._last=node}shift(){var value;if(this._first!=null)return this.length--,typeof this.
decr=="function"&&this.decr(),value=this._first.value,(this._first=this._first.next)!=null?this._first.prev=null:this._last=null,value}first(){
if(this._first!=null)return this._first.value}getArray(){var node,ref,results;for(node=this._first,results=[];node!=null;)results.push((ref=
node,node=node.next,ref.value));return results}forEachShift(cb){var node;for(node=this.shift();node!=null;)cb(node),node=this.shift()}debug(){
var node,ref,ref1,ref2,results;for(node=this._first,results=[];node!=null;)results.push((ref=node,node=node.next,{value:ref.value,prev:(ref1=
ref.prev)!=null?ref1.value:void 0,next:(ref2=ref.next)!=null?ref2.value:void 0}));return results}};var DLList_1=DLList,Events;Events=class{constructor(instance){
if(this.instance=instance,this._events={},this.instance.on!=null||this.instance.once!=null||this.instance.removeAllListeners!=null)throw new Error(
"An Emitter already exists for this object");this.instance.on=(name2,cb)=>this._addListener(name2,"many",cb),this.instance.once=(name2,cb)=>this.
_addListener(name2,"once",cb),this.instance.removeAllListeners=(name2=null)=>name2!=null?delete this._events[name2]:this._events={}}_addListener(name2,status,cb){
var base;return(base=this._events)[name2]==null&&(base[name2]=[]),this._events[name2].push({cb,status}),this.instance}listenerCount(name2){return this.
_events[name2]!=null?this._events[name2].length:0}async trigger(name2,...args){var e,promises;try{return name2!=="debug"&&this.trigger("debu\
g",`Event triggered: ${name2}`,args),this._events[name2]==null?void 0:(this._events[name2]=this._events[name2].filter(function(listener){return listener.
status!=="none"}),promises=this._events[name2].map(async listener=>{var e2,returned;if(listener.status!=="none"){listener.status==="once"&&(listener.
status="none");try{return returned=typeof listener.cb=="function"?listener.cb(...args):void 0,typeof returned?.then=="function"?await returned:
returned}catch(error2){return e2=error2,this.trigger("error",e2),null}}}),(await Promise.all(promises)).find(function(x){return x!=null}))}catch(error2){
return e=error2,this.trigger("error",e),null}}};var Events_1=Events,DLList$1,Events$1,Queues;DLList$1=DLList_1,Events$1=Events_1,Queues=class{constructor(num_priorities){
var i;this.Events=new Events$1(this),this._length=0,this._lists=(function(){var j,ref,results;for(results=[],i=j=1,ref=num_priorities;1<=ref?
j<=ref:j>=ref;i=1<=ref?++j:--j)results.push(new DLList$1((()=>this.incr()),(()=>this.decr())));return results}).call(this)}incr(){if(this._length++===
0)return this.Events.trigger("leftzero")}decr(){if(--this._length===0)return this.Events.trigger("zero")}push(job){return this._lists[job.options.
priority].push(job)}queued(priority){return priority!=null?this._lists[priority].length:this._length}shiftAll(fn){return this._lists.forEach(
function(list){return list.forEachShift(fn)})}getFirst(arr=this._lists){var j,len,list;for(j=0,len=arr.length;j<len;j++)if(list=arr[j],list.
length>0)return list;return[]}shiftLastFrom(priority){return this.getFirst(this._lists.slice(priority).reverse()).shift()}};var Queues_1=Queues,
BottleneckError;BottleneckError=class extends Error{};var BottleneckError_1=BottleneckError,BottleneckError$1,DEFAULT_PRIORITY,Job,NUM_PRIORITIES,
parser$1;NUM_PRIORITIES=10,DEFAULT_PRIORITY=5,parser$1=parser,BottleneckError$1=BottleneckError_1,Job=class{constructor(task,args,options,jobDefaults,rejectOnDrop,Events2,_states,Promise2){
this.task=task,this.args=args,this.rejectOnDrop=rejectOnDrop,this.Events=Events2,this._states=_states,this.Promise=Promise2,this.options=parser$1.
load(options,jobDefaults),this.options.priority=this._sanitizePriority(this.options.priority),this.options.id===jobDefaults.id&&(this.options.
id=`${this.options.id}-${this._randomIndex()}`),this.promise=new this.Promise((_resolve,_reject)=>{this._resolve=_resolve,this._reject=_reject}),
this.retryCount=0}_sanitizePriority(priority){var sProperty;return sProperty=~~priority!==priority?DEFAULT_PRIORITY:priority,sProperty<0?0:sProperty>
NUM_PRIORITIES-1?NUM_PRIORITIES-1:sProperty}_randomIndex(){return Math.random().toString(36).slice(2)}doDrop({error:error2,message="This job\
 has been dropped by Bottleneck"}={}){return this._states.remove(this.options.id)?(this.rejectOnDrop&&this._reject(error2??new BottleneckError$1(
message)),this.Events.trigger("dropped",{args:this.args,options:this.options,task:this.task,promise:this.promise}),!0):!1}_assertStatus(expected){
var status;if(status=this._states.jobStatus(this.options.id),!(status===expected||expected==="DONE"&&status===null))throw new BottleneckError$1(
`Invalid job status ${status}, expected ${expected}. Please open an issue at https://github.com/SGrondin/bottleneck/issues`)}doReceive(){return this.
_states.start(this.options.id),this.Events.trigger("received",{args:this.args,options:this.options})}doQueue(reachedHWM,blocked){return this.
_assertStatus("RECEIVED"),this._states.next(this.options.id),this.Events.trigger("queued",{args:this.args,options:this.options,reachedHWM,blocked})}doRun(){
return this.retryCount===0?(this._assertStatus("QUEUED"),this._states.next(this.options.id)):this._assertStatus("EXECUTING"),this.Events.trigger(
"scheduled",{args:this.args,options:this.options})}async doExecute(chained,clearGlobalState,run,free){var error2,eventInfo,passed;this.retryCount===
0?(this._assertStatus("RUNNING"),this._states.next(this.options.id)):this._assertStatus("EXECUTING"),eventInfo={args:this.args,options:this.
options,retryCount:this.retryCount},this.Events.trigger("executing",eventInfo);try{if(passed=await(chained!=null?chained.schedule(this.options,
this.task,...this.args):this.task(...this.args)),clearGlobalState())return this.doDone(eventInfo),await free(this.options,eventInfo),this._assertStatus(
"DONE"),this._resolve(passed)}catch(error1){return error2=error1,this._onFailure(error2,eventInfo,clearGlobalState,run,free)}}doExpire(clearGlobalState,run,free){
var error2,eventInfo;return this._states.jobStatus(this.options.id==="RUNNING")&&this._states.next(this.options.id),this._assertStatus("EXEC\
UTING"),eventInfo={args:this.args,options:this.options,retryCount:this.retryCount},error2=new BottleneckError$1(`This job timed out after ${this.
options.expiration} ms.`),this._onFailure(error2,eventInfo,clearGlobalState,run,free)}async _onFailure(error2,eventInfo,clearGlobalState,run,free){
var retry2,retryAfter;if(clearGlobalState())return retry2=await this.Events.trigger("failed",error2,eventInfo),retry2!=null?(retryAfter=~~retry2,
this.Events.trigger("retry",`Retrying ${this.options.id} after ${retryAfter} ms`,eventInfo),this.retryCount++,run(retryAfter)):(this.doDone(
eventInfo),await free(this.options,eventInfo),this._assertStatus("DONE"),this._reject(error2))}doDone(eventInfo){return this._assertStatus("\
EXECUTING"),this._states.next(this.options.id),this.Events.trigger("done",eventInfo)}};var Job_1=Job,BottleneckError$2,LocalDatastore,parser$2;
parser$2=parser,BottleneckError$2=BottleneckError_1,LocalDatastore=class{constructor(instance,storeOptions,storeInstanceOptions){this.instance=
instance,this.storeOptions=storeOptions,this.clientId=this.instance._randomIndex(),parser$2.load(storeInstanceOptions,storeInstanceOptions,this),
this._nextRequest=this._lastReservoirRefresh=this._lastReservoirIncrease=Date.now(),this._running=0,this._done=0,this._unblockTime=0,this.ready=
this.Promise.resolve(),this.clients={},this._startHeartbeat()}_startHeartbeat(){var base;return this.heartbeat==null&&(this.storeOptions.reservoirRefreshInterval!=
null&&this.storeOptions.reservoirRefreshAmount!=null||this.storeOptions.reservoirIncreaseInterval!=null&&this.storeOptions.reservoirIncreaseAmount!=
null)?typeof(base=this.heartbeat=setInterval(()=>{var amount,incr,maximum,now,reservoir;if(now=Date.now(),this.storeOptions.reservoirRefreshInterval!=
null&&now>=this._lastReservoirRefresh+this.storeOptions.reservoirRefreshInterval&&(this._lastReservoirRefresh=now,this.storeOptions.reservoir=
this.storeOptions.reservoirRefreshAmount,this.instance._drainAll(this.computeCapacity())),this.storeOptions.reservoirIncreaseInterval!=null&&
now>=this._lastReservoirIncrease+this.storeOptions.reservoirIncreaseInterval&&({reservoirIncreaseAmount:amount,reservoirIncreaseMaximum:maximum,
reservoir}=this.storeOptions,this._lastReservoirIncrease=now,incr=maximum!=null?Math.min(amount,maximum-reservoir):amount,incr>0))return this.
storeOptions.reservoir+=incr,this.instance._drainAll(this.computeCapacity())},this.heartbeatInterval)).unref=="function"?base.unref():void 0:
clearInterval(this.heartbeat)}async __publish__(message){return await this.yieldLoop(),this.instance.Events.trigger("message",message.toString())}async __disconnect__(flush){
return await this.yieldLoop(),clearInterval(this.heartbeat),this.Promise.resolve()}yieldLoop(t=0){return new this.Promise(function(resolve2,reject){
return setTimeout(resolve2,t)})}computePenalty(){var ref;return(ref=this.storeOptions.penalty)!=null?ref:15*this.storeOptions.minTime||5e3}async __updateSettings__(options){
return await this.yieldLoop(),parser$2.overwrite(options,options,this.storeOptions),this._startHeartbeat(),this.instance._drainAll(this.computeCapacity()),
!0}async __running__(){return await this.yieldLoop(),this._running}async __queued__(){return await this.yieldLoop(),this.instance.queued()}async __done__(){
return await this.yieldLoop(),this._done}async __groupCheck__(time){return await this.yieldLoop(),this._nextRequest+this.timeout<time}computeCapacity(){
var maxConcurrent,reservoir;return{maxConcurrent,reservoir}=this.storeOptions,maxConcurrent!=null&&reservoir!=null?Math.min(maxConcurrent-this.
_running,reservoir):maxConcurrent!=null?maxConcurrent-this._running:reservoir??null}conditionsCheck(weight){var capacity;return capacity=this.
computeCapacity(),capacity==null||weight<=capacity}async __incrementReservoir__(incr){var reservoir;return await this.yieldLoop(),reservoir=
this.storeOptions.reservoir+=incr,this.instance._drainAll(this.computeCapacity()),reservoir}async __currentReservoir__(){return await this.yieldLoop(),
this.storeOptions.reservoir}isBlocked(now){return this._unblockTime>=now}check(weight,now){return this.conditionsCheck(weight)&&this._nextRequest-
now<=0}async __check__(weight){var now;return await this.yieldLoop(),now=Date.now(),this.check(weight,now)}async __register__(index,weight,expiration){
var now,wait;return await this.yieldLoop(),now=Date.now(),this.conditionsCheck(weight)?(this._running+=weight,this.storeOptions.reservoir!=null&&
(this.storeOptions.reservoir-=weight),wait=Math.max(this._nextRequest-now,0),this._nextRequest=now+wait+this.storeOptions.minTime,{success:!0,
wait,reservoir:this.storeOptions.reservoir}):{success:!1}}strategyIsBlock(){return this.storeOptions.strategy===3}async __submit__(queueLength,weight){
var blocked,now,reachedHWM;if(await this.yieldLoop(),this.storeOptions.maxConcurrent!=null&&weight>this.storeOptions.maxConcurrent)throw new BottleneckError$2(
`Impossible to add a job having a weight of ${weight} to a limiter having a maxConcurrent setting of ${this.storeOptions.maxConcurrent}`);return now=
Date.now(),reachedHWM=this.storeOptions.highWater!=null&&queueLength===this.storeOptions.highWater&&!this.check(weight,now),blocked=this.strategyIsBlock()&&
(reachedHWM||this.isBlocked(now)),blocked&&(this._unblockTime=now+this.computePenalty(),this._nextRequest=this._unblockTime+this.storeOptions.
minTime,this.instance._dropAllQueued()),{reachedHWM,blocked,strategy:this.storeOptions.strategy}}async __free__(index,weight){return await this.
yieldLoop(),this._running-=weight,this._done+=weight,this.instance._drainAll(this.computeCapacity()),{running:this._running}}};var LocalDatastore_1=LocalDatastore,
BottleneckError$3,States;BottleneckError$3=BottleneckError_1,States=class{constructor(status1){this.status=status1,this._jobs={},this.counts=
this.status.map(function(){return 0})}next(id2){var current,next;if(current=this._jobs[id2],next=current+1,current!=null&&next<this.status.length)
return this.counts[current]--,this.counts[next]++,this._jobs[id2]++;if(current!=null)return this.counts[current]--,delete this._jobs[id2]}start(id2){
var initial;return initial=0,this._jobs[id2]=initial,this.counts[initial]++}remove(id2){var current;return current=this._jobs[id2],current!=
null&&(this.counts[current]--,delete this._jobs[id2]),current!=null}jobStatus(id2){var ref;return(ref=this.status[this._jobs[id2]])!=null?ref:
null}statusJobs(status){var k,pos,ref,results,v;if(status!=null){if(pos=this.status.indexOf(status),pos<0)throw new BottleneckError$3(`statu\
s must be one of ${this.status.join(", ")}`);ref=this._jobs,results=[];for(k in ref)v=ref[k],v===pos&&results.push(k);return results}else return Object.
keys(this._jobs)}statusCounts(){return this.counts.reduce(((acc,v,i)=>(acc[this.status[i]]=v,acc)),{})}};var States_1=States,DLList$2,Sync;DLList$2=
DLList_1,Sync=class{constructor(name2,Promise2){this.schedule=this.schedule.bind(this),this.name=name2,this.Promise=Promise2,this._running=0,
this._queue=new DLList$2}isEmpty(){return this._queue.length===0}async _tryToRun(){var args,cb,error2,reject,resolve2,returned,task;if(this.
_running<1&&this._queue.length>0)return this._running++,{task,args,resolve:resolve2,reject}=this._queue.shift(),cb=await(async function(){try{
return returned=await task(...args),function(){return resolve2(returned)}}catch(error1){return error2=error1,function(){return reject(error2)}}})(),
this._running--,this._tryToRun(),cb()}schedule(task,...args){var promise,reject,resolve2;return resolve2=reject=null,promise=new this.Promise(
function(_resolve,_reject){return resolve2=_resolve,reject=_reject}),this._queue.push({task,args,resolve:resolve2,reject}),this._tryToRun(),
promise}};var Sync_1=Sync,version2="2.19.5",version$1={version:version2},version$2=Object.freeze({version:version2,default:version$1}),require$$2=()=>console.
log("You must import the full version of Bottleneck in order to use this feature."),require$$3=()=>console.log("You must import the full ver\
sion of Bottleneck in order to use this feature."),require$$4=()=>console.log("You must import the full version of Bottleneck in order to us\
e this feature."),Events$2,Group,IORedisConnection$1,RedisConnection$1,Scripts$1,parser$3;parser$3=parser,Events$2=Events_1,RedisConnection$1=
require$$2,IORedisConnection$1=require$$3,Scripts$1=require$$4,Group=(function(){class Group2{constructor(limiterOptions={}){this.deleteKey=
this.deleteKey.bind(this),this.limiterOptions=limiterOptions,parser$3.load(this.limiterOptions,this.defaults,this),this.Events=new Events$2(
this),this.instances={},this.Bottleneck=Bottleneck_1,this._startAutoCleanup(),this.sharedConnection=this.connection!=null,this.connection==null&&
(this.limiterOptions.datastore==="redis"?this.connection=new RedisConnection$1(Object.assign({},this.limiterOptions,{Events:this.Events})):this.
limiterOptions.datastore==="ioredis"&&(this.connection=new IORedisConnection$1(Object.assign({},this.limiterOptions,{Events:this.Events}))))}key(key=""){
var ref;return(ref=this.instances[key])!=null?ref:(()=>{var limiter;return limiter=this.instances[key]=new this.Bottleneck(Object.assign(this.
limiterOptions,{id:`${this.id}-${key}`,timeout:this.timeout,connection:this.connection})),this.Events.trigger("created",limiter,key),limiter})()}async deleteKey(key=""){
var deleted,instance;return instance=this.instances[key],this.connection&&(deleted=await this.connection.__runCommand__(["del",...Scripts$1.
allKeys(`${this.id}-${key}`)])),instance!=null&&(delete this.instances[key],await instance.disconnect()),instance!=null||deleted>0}limiters(){
var k,ref,results,v;ref=this.instances,results=[];for(k in ref)v=ref[k],results.push({key:k,limiter:v});return results}keys(){return Object.
keys(this.instances)}async clusterKeys(){var cursor,end,found,i,k,keys,len,next,start;if(this.connection==null)return this.Promise.resolve(this.
keys());for(keys=[],cursor=null,start=`b_${this.id}-`.length,end=9;cursor!==0;)for([next,found]=await this.connection.__runCommand__(["scan",
cursor??0,"match",`b_${this.id}-*_settings`,"count",1e4]),cursor=~~next,i=0,len=found.length;i<len;i++)k=found[i],keys.push(k.slice(start,-end));
return keys}_startAutoCleanup(){var base;return clearInterval(this.interval),typeof(base=this.interval=setInterval(async()=>{var e,k,ref,results,
time,v;time=Date.now(),ref=this.instances,results=[];for(k in ref){v=ref[k];try{await v._store.__groupCheck__(time)?results.push(this.deleteKey(
k)):results.push(void 0)}catch(error2){e=error2,results.push(v.Events.trigger("error",e))}}return results},this.timeout/2)).unref=="function"?
base.unref():void 0}updateSettings(options={}){if(parser$3.overwrite(options,this.defaults,this),parser$3.overwrite(options,options,this.limiterOptions),
options.timeout!=null)return this._startAutoCleanup()}disconnect(flush=!0){var ref;if(!this.sharedConnection)return(ref=this.connection)!=null?
ref.disconnect(flush):void 0}}return Group2.prototype.defaults={timeout:1e3*60*5,connection:null,Promise,id:"group-key"},Group2}).call(commonjsGlobal);
var Group_1=Group,Batcher,Events$3,parser$4;parser$4=parser,Events$3=Events_1,Batcher=(function(){class Batcher2{constructor(options={}){this.
options=options,parser$4.load(this.options,this.defaults,this),this.Events=new Events$3(this),this._arr=[],this._resetPromise(),this._lastFlush=
Date.now()}_resetPromise(){return this._promise=new this.Promise((res,rej)=>this._resolve=res)}_flush(){return clearTimeout(this._timeout),this.
_lastFlush=Date.now(),this._resolve(),this.Events.trigger("batch",this._arr),this._arr=[],this._resetPromise()}add(data){var ret;return this.
_arr.push(data),ret=this._promise,this._arr.length===this.maxSize?this._flush():this.maxTime!=null&&this._arr.length===1&&(this._timeout=setTimeout(
()=>this._flush(),this.maxTime)),ret}}return Batcher2.prototype.defaults={maxTime:null,maxSize:null,Promise},Batcher2}).call(commonjsGlobal);
var Batcher_1=Batcher,require$$4$1=()=>console.log("You must import the full version of Bottleneck in order to use this feature."),require$$8=getCjsExportFromNamespace(
version$2),Bottleneck2,DEFAULT_PRIORITY$1,Events$4,Job$1,LocalDatastore$1,NUM_PRIORITIES$1,Queues$1,RedisDatastore$1,States$1,Sync$1,parser$5,
splice=[].splice;NUM_PRIORITIES$1=10,DEFAULT_PRIORITY$1=5,parser$5=parser,Queues$1=Queues_1,Job$1=Job_1,LocalDatastore$1=LocalDatastore_1,RedisDatastore$1=
require$$4$1,Events$4=Events_1,States$1=States_1,Sync$1=Sync_1,Bottleneck2=(function(){class Bottleneck3{constructor(options={},...invalid){
var storeInstanceOptions,storeOptions;this._addToQueue=this._addToQueue.bind(this),this._validateOptions(options,invalid),parser$5.load(options,
this.instanceDefaults,this),this._queues=new Queues$1(NUM_PRIORITIES$1),this._scheduled={},this._states=new States$1(["RECEIVED","QUEUED","R\
UNNING","EXECUTING"].concat(this.trackDoneStatus?["DONE"]:[])),this._limiter=null,this.Events=new Events$4(this),this._submitLock=new Sync$1(
"submit",this.Promise),this._registerLock=new Sync$1("register",this.Promise),storeOptions=parser$5.load(options,this.storeDefaults,{}),this.
_store=(function(){if(this.datastore==="redis"||this.datastore==="ioredis"||this.connection!=null)return storeInstanceOptions=parser$5.load(
options,this.redisStoreDefaults,{}),new RedisDatastore$1(this,storeOptions,storeInstanceOptions);if(this.datastore==="local")return storeInstanceOptions=
parser$5.load(options,this.localStoreDefaults,{}),new LocalDatastore$1(this,storeOptions,storeInstanceOptions);throw new Bottleneck3.prototype.
BottleneckError(`Invalid datastore type: ${this.datastore}`)}).call(this),this._queues.on("leftzero",()=>{var ref;return(ref=this._store.heartbeat)!=
null&&typeof ref.ref=="function"?ref.ref():void 0}),this._queues.on("zero",()=>{var ref;return(ref=this._store.heartbeat)!=null&&typeof ref.
unref=="function"?ref.unref():void 0})}_validateOptions(options,invalid){if(!(options!=null&&typeof options=="object"&&invalid.length===0))throw new Bottleneck3.
prototype.BottleneckError("Bottleneck v2 takes a single object argument. Refer to https://github.com/SGrondin/bottleneck#upgrading-to-v2 if \
you're upgrading from Bottleneck v1.")}ready(){return this._store.ready}clients(){return this._store.clients}channel(){return`b_${this.id}`}channel_client(){
return`b_${this.id}_${this._store.clientId}`}publish(message){return this._store.__publish__(message)}disconnect(flush=!0){return this._store.
__disconnect__(flush)}chain(_limiter){return this._limiter=_limiter,this}queued(priority){return this._queues.queued(priority)}clusterQueued(){
return this._store.__queued__()}empty(){return this.queued()===0&&this._submitLock.isEmpty()}running(){return this._store.__running__()}done(){
return this._store.__done__()}jobStatus(id2){return this._states.jobStatus(id2)}jobs(status){return this._states.statusJobs(status)}counts(){
return this._states.statusCounts()}_randomIndex(){return Math.random().toString(36).slice(2)}check(weight=1){return this._store.__check__(weight)}_clearGlobalState(index){
return this._scheduled[index]!=null?(clearTimeout(this._scheduled[index].expiration),delete this._scheduled[index],!0):!1}async _free(index,job,options,eventInfo){
var e,running;try{if({running}=await this._store.__free__(index,options.weight),this.Events.trigger("debug",`Freed ${options.id}`,eventInfo),
running===0&&this.empty())return this.Events.trigger("idle")}catch(error1){return e=error1,this.Events.trigger("error",e)}}_run(index,job,wait){
var clearGlobalState,free,run;return job.doRun(),clearGlobalState=this._clearGlobalState.bind(this,index),run=this._run.bind(this,index,job),
free=this._free.bind(this,index,job),this._scheduled[index]={timeout:setTimeout(()=>job.doExecute(this._limiter,clearGlobalState,run,free),wait),
expiration:job.options.expiration!=null?setTimeout(function(){return job.doExpire(clearGlobalState,run,free)},wait+job.options.expiration):void 0,
job}}_drainOne(capacity){return this._registerLock.schedule(()=>{var args,index,next,options,queue;return this.queued()===0?this.Promise.resolve(
null):(queue=this._queues.getFirst(),{options,args}=next=queue.first(),capacity!=null&&options.weight>capacity?this.Promise.resolve(null):(this.
Events.trigger("debug",`Draining ${options.id}`,{args,options}),index=this._randomIndex(),this._store.__register__(index,options.weight,options.
expiration).then(({success,wait,reservoir})=>{var empty;return this.Events.trigger("debug",`Drained ${options.id}`,{success,args,options}),success?
(queue.shift(),empty=this.empty(),empty&&this.Events.trigger("empty"),reservoir===0&&this.Events.trigger("depleted",empty),this._run(index,next,
wait),this.Promise.resolve(options.weight)):this.Promise.resolve(null)})))})}_drainAll(capacity,total=0){return this._drainOne(capacity).then(
drained=>{var newCapacity;return drained!=null?(newCapacity=capacity!=null?capacity-drained:capacity,this._drainAll(newCapacity,total+drained)):
this.Promise.resolve(total)}).catch(e=>this.Events.trigger("error",e))}_dropAllQueued(message){return this._queues.shiftAll(function(job){return job.
doDrop({message})})}stop(options={}){var done,waitForExecuting;return options=parser$5.load(options,this.stopDefaults),waitForExecuting=at=>{
var finished;return finished=()=>{var counts;return counts=this._states.counts,counts[0]+counts[1]+counts[2]+counts[3]===at},new this.Promise(
(resolve2,reject)=>finished()?resolve2():this.on("done",()=>{if(finished())return this.removeAllListeners("done"),resolve2()}))},done=options.
dropWaitingJobs?(this._run=function(index,next){return next.doDrop({message:options.dropErrorMessage})},this._drainOne=()=>this.Promise.resolve(
null),this._registerLock.schedule(()=>this._submitLock.schedule(()=>{var k,ref,v;ref=this._scheduled;for(k in ref)v=ref[k],this.jobStatus(v.
job.options.id)==="RUNNING"&&(clearTimeout(v.timeout),clearTimeout(v.expiration),v.job.doDrop({message:options.dropErrorMessage}));return this.
_dropAllQueued(options.dropErrorMessage),waitForExecuting(0)}))):this.schedule({priority:NUM_PRIORITIES$1-1,weight:0},()=>waitForExecuting(1)),
this._receive=function(job){return job._reject(new Bottleneck3.prototype.BottleneckError(options.enqueueErrorMessage))},this.stop=()=>this.Promise.
reject(new Bottleneck3.prototype.BottleneckError("stop() has already been called")),done}async _addToQueue(job){var args,blocked,error2,options,
reachedHWM,shifted,strategy;({args,options}=job);try{({reachedHWM,blocked,strategy}=await this._store.__submit__(this.queued(),options.weight))}catch(error1){
return error2=error1,this.Events.trigger("debug",`Could not queue ${options.id}`,{args,options,error:error2}),job.doDrop({error:error2}),!1}
return blocked?(job.doDrop(),!0):reachedHWM&&(shifted=strategy===Bottleneck3.prototype.strategy.LEAK?this._queues.shiftLastFrom(options.priority):
strategy===Bottleneck3.prototype.strategy.OVERFLOW_PRIORITY?this._queues.shiftLastFrom(options.priority+1):strategy===Bottleneck3.prototype.
strategy.OVERFLOW?job:void 0,shifted?.doDrop(),shifted==null||strategy===Bottleneck3.prototype.strategy.OVERFLOW)?(shifted==null&&job.doDrop(),
reachedHWM):(job.doQueue(reachedHWM,blocked),this._queues.push(job),await this._drainAll(),reachedHWM)}_receive(job){return this._states.jobStatus(
job.options.id)!=null?(job._reject(new Bottleneck3.prototype.BottleneckError(`A job with the same id already exists (id=${job.options.id})`)),
!1):(job.doReceive(),this._submitLock.schedule(this._addToQueue,job))}submit(...args){var cb,fn,job,options,ref,ref1,task;return typeof args[0]==
"function"?(ref=args,[fn,...args]=ref,[cb]=splice.call(args,-1),options=parser$5.load({},this.jobDefaults)):(ref1=args,[options,fn,...args]=
ref1,[cb]=splice.call(args,-1),options=parser$5.load(options,this.jobDefaults)),task=(...args2)=>new this.Promise(function(resolve2,reject){
return fn(...args2,function(...args3){return(args3[0]!=null?reject:resolve2)(args3)})}),job=new Job$1(task,args,options,this.jobDefaults,this.
rejectOnDrop,this.Events,this._states,this.Promise),job.promise.then(function(args2){return typeof cb=="function"?cb(...args2):void 0}).catch(
function(args2){return Array.isArray(args2)?typeof cb=="function"?cb(...args2):void 0:typeof cb=="function"?cb(args2):void 0}),this._receive(
job)}schedule(...args){var job,options,task;return typeof args[0]=="function"?([task,...args]=args,options={}):[options,task,...args]=args,job=
new Job$1(task,args,options,this.jobDefaults,this.rejectOnDrop,this.Events,this._states,this.Promise),this._receive(job),job.promise}wrap(fn){
var schedule,wrapped;return schedule=this.schedule.bind(this),wrapped=function(...args){return schedule(fn.bind(this),...args)},wrapped.withOptions=
function(options,...args){return schedule(options,fn,...args)},wrapped}async updateSettings(options={}){return await this._store.__updateSettings__(
parser$5.overwrite(options,this.storeDefaults)),parser$5.overwrite(options,this.instanceDefaults,this),this}currentReservoir(){return this._store.
__currentReservoir__()}incrementReservoir(incr=0){return this._store.__incrementReservoir__(incr)}}return Bottleneck3.default=Bottleneck3,Bottleneck3.
Events=Events$4,Bottleneck3.version=Bottleneck3.prototype.version=require$$8.version,Bottleneck3.strategy=Bottleneck3.prototype.strategy={LEAK:1,
OVERFLOW:2,OVERFLOW_PRIORITY:4,BLOCK:3},Bottleneck3.BottleneckError=Bottleneck3.prototype.BottleneckError=BottleneckError_1,Bottleneck3.Group=
Bottleneck3.prototype.Group=Group_1,Bottleneck3.RedisConnection=Bottleneck3.prototype.RedisConnection=require$$2,Bottleneck3.IORedisConnection=
Bottleneck3.prototype.IORedisConnection=require$$3,Bottleneck3.Batcher=Bottleneck3.prototype.Batcher=Batcher_1,Bottleneck3.prototype.jobDefaults=
{priority:DEFAULT_PRIORITY$1,weight:1,expiration:null,id:"<no-id>"},Bottleneck3.prototype.storeDefaults={maxConcurrent:null,minTime:0,highWater:null,
strategy:Bottleneck3.prototype.strategy.LEAK,penalty:null,reservoir:null,reservoirRefreshInterval:null,reservoirRefreshAmount:null,reservoirIncreaseInterval:null,
reservoirIncreaseAmount:null,reservoirIncreaseMaximum:null},Bottleneck3.prototype.localStoreDefaults={Promise,timeout:null,heartbeatInterval:250},
Bottleneck3.prototype.redisStoreDefaults={Promise,timeout:null,heartbeatInterval:5e3,clientTimeout:1e4,Redis:null,clientOptions:{},clusterNodes:null,
clearDatastore:!1,connection:null},Bottleneck3.prototype.instanceDefaults={datastore:"local",connection:null,id:"<no-id>",rejectOnDrop:!0,trackDoneStatus:!1,
Promise},Bottleneck3.prototype.stopDefaults={enqueueErrorMessage:"This limiter has been stopped and cannot accept new jobs.",dropWaitingJobs:!0,
dropErrorMessage:"This limiter has been stopped."},Bottleneck3}).call(commonjsGlobal);var Bottleneck_1=Bottleneck2,lib=Bottleneck_1;return lib}))}});import{readdirSync}from"node:fs";import{join as join2}from"node:path";import os from"os";function getUploadChunkSize(){return 8*1024*1024}function getRuntimeToken(){let token=process.env.ACTIONS_RUNTIME_TOKEN;if(!token)throw new Error(
"Unable to get the ACTIONS_RUNTIME_TOKEN env variable");return token}function getResultsServiceUrl(){let resultsUrl=process.env.ACTIONS_RESULTS_URL;
if(!resultsUrl)throw new Error("Unable to get the ACTIONS_RESULTS_URL env variable");return new URL(resultsUrl).origin}function isGhes(){let hostname=new URL(
process.env.GITHUB_SERVER_URL||"https://github.com").hostname.trimEnd().toUpperCase(),isGitHubHost=hostname==="GITHUB.COM",isGheHost=hostname.
endsWith(".GHE.COM"),isLocalHost=hostname.endsWith(".LOCALHOST");return!isGitHubHost&&!isGheHost&&!isLocalHost}function getGitHubWorkspaceDir(){
let ghWorkspaceDir=process.env.GITHUB_WORKSPACE;if(!ghWorkspaceDir)throw new Error("Unable to get the GITHUB_WORKSPACE env variable");return ghWorkspaceDir}
function getConcurrency(){let numCPUs=os.cpus().length,concurrencyCap=32;if(numCPUs>4){let concurrency=16*numCPUs;concurrencyCap=concurrency>
300?300:concurrency}let concurrencyOverride=process.env.ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY;if(concurrencyOverride){let concurrency=parseInt(
concurrencyOverride);if(isNaN(concurrency)||concurrency<1)throw new Error("Invalid value set for ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY env var\
iable");return concurrency<concurrencyCap?(info("Set concurrency based on the value set in ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY."),concurrency):
(info(`ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY is higher than the cap of ${concurrencyCap} based on the number of cpus. Set it to the maximum va\
lue allowed.`),concurrencyCap)}return 5}function getUploadChunkTimeout(){let timeoutVar=process.env.ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS;if(!timeoutVar)
return 3e5;let timeout=parseInt(timeoutVar);if(isNaN(timeout))throw new Error("Invalid value set for ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS env \
variable");return timeout}function getMaxArtifactListCount(){let maxCountVar=process.env.ACTIONS_ARTIFACT_MAX_ARTIFACT_COUNT||"1000",maxCount=parseInt(
maxCountVar);if(isNaN(maxCount)||maxCount<1)throw new Error("Invalid value set for ACTIONS_ARTIFACT_MAX_ARTIFACT_COUNT env variable");return maxCount}var import_runtime=__toESM(require_commonjs(),1),import_runtime2=__toESM(require_commonjs(),1),import_runtime3=__toESM(require_commonjs(),1),
import_runtime4=__toESM(require_commonjs(),1),import_runtime5=__toESM(require_commonjs(),1),import_runtime6=__toESM(require_commonjs(),1),import_runtime7=__toESM(require_commonjs(),1),
Timestamp$Type=class extends import_runtime7.MessageType{constructor(){super("google.protobuf.Timestamp",[{no:1,name:"seconds",kind:"scalar",
T:3},{no:2,name:"nanos",kind:"scalar",T:5}])}now(){let msg=this.create(),ms=Date.now();return msg.seconds=import_runtime6.PbLong.from(Math.floor(
ms/1e3)).toString(),msg.nanos=ms%1e3*1e6,msg}toDate(message){return new Date(import_runtime6.PbLong.from(message.seconds).toNumber()*1e3+Math.
ceil(message.nanos/1e6))}fromDate(date){let msg=this.create(),ms=date.getTime();return msg.seconds=import_runtime6.PbLong.from(Math.floor(ms/
1e3)).toString(),msg.nanos=ms%1e3*1e6,msg}internalJsonWrite(message,options){let ms=import_runtime6.PbLong.from(message.seconds).toNumber()*
1e3;if(ms<Date.parse("0001-01-01T00:00:00Z")||ms>Date.parse("9999-12-31T23:59:59Z"))throw new Error("Unable to encode Timestamp to JSON. Mus\
t be from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z inclusive.");if(message.nanos<0)throw new Error("Unable to encode invalid Timestamp t\
o JSON. Nanos must not be negative.");let z="Z";if(message.nanos>0){let nanosStr=(message.nanos+1e9).toString().substring(1);nanosStr.substring(
3)==="000000"?z="."+nanosStr.substring(0,3)+"Z":nanosStr.substring(6)==="000"?z="."+nanosStr.substring(0,6)+"Z":z="."+nanosStr+"Z"}return new Date(
ms).toISOString().replace(".000Z",z)}internalJsonRead(json,options,target){if(typeof json!="string")throw new Error("Unable to parse Timesta\
mp from JSON "+(0,import_runtime5.typeofJsonValue)(json)+".");let matches=json.match(/^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:Z|\.([0-9]{3,9})Z|([+-][0-9][0-9]:[0-9][0-9]))$/);
if(!matches)throw new Error("Unable to parse Timestamp from JSON. Invalid format.");let ms=Date.parse(matches[1]+"-"+matches[2]+"-"+matches[3]+
"T"+matches[4]+":"+matches[5]+":"+matches[6]+(matches[8]?matches[8]:"Z"));if(Number.isNaN(ms))throw new Error("Unable to parse Timestamp fro\
m JSON. Invalid value.");if(ms<Date.parse("0001-01-01T00:00:00Z")||ms>Date.parse("9999-12-31T23:59:59Z"))throw new globalThis.Error("Unable \
to parse Timestamp from JSON. Must be from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z inclusive.");return target||(target=this.create()),target.
seconds=import_runtime6.PbLong.from(ms/1e3).toString(),target.nanos=0,matches[7]&&(target.nanos=parseInt("1"+matches[7]+"0".repeat(9-matches[7].
length))-1e9),target}create(value){let message={seconds:"0",nanos:0};return globalThis.Object.defineProperty(message,import_runtime4.MESSAGE_TYPE,
{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime3.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
seconds=reader.int64().toString();break;case 2:message.nanos=reader.int32();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.
Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime2.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.seconds!=="0"&&writer.
tag(1,import_runtime.WireType.Varint).int64(message.seconds),message.nanos!==0&&writer.tag(2,import_runtime.WireType.Varint).int32(message.nanos);
let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime2.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},
Timestamp=new Timestamp$Type;var import_runtime8=__toESM(require_commonjs(),1),import_runtime9=__toESM(require_commonjs(),1),import_runtime10=__toESM(require_commonjs(),1),
import_runtime11=__toESM(require_commonjs(),1),import_runtime12=__toESM(require_commonjs(),1),import_runtime13=__toESM(require_commonjs(),1),
import_runtime14=__toESM(require_commonjs(),1),DoubleValue$Type=class extends import_runtime14.MessageType{constructor(){super("google.proto\
buf.DoubleValue",[{no:1,name:"value",kind:"scalar",T:1}])}internalJsonWrite(message,options){return this.refJsonWriter.scalar(2,message.value,
"value",!1,!0)}internalJsonRead(json,options,target){return target||(target=this.create()),target.value=this.refJsonReader.scalar(json,1,void 0,
"value"),target}create(value){let message={value:0};return globalThis.Object.defineProperty(message,import_runtime13.MESSAGE_TYPE,{enumerable:!1,
value:this}),value!==void 0&&(0,import_runtime12.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
value=reader.double();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire\
 type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime11.UnknownFieldHandler.onRead:u)(this.typeName,
message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.value!==0&&writer.tag(1,import_runtime10.WireType.
Bit64).double(message.value);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime11.UnknownFieldHandler.onWrite:u)(this.typeName,
message,writer),writer}},DoubleValue=new DoubleValue$Type,FloatValue$Type=class extends import_runtime14.MessageType{constructor(){super("go\
ogle.protobuf.FloatValue",[{no:1,name:"value",kind:"scalar",T:2}])}internalJsonWrite(message,options){return this.refJsonWriter.scalar(1,message.
value,"value",!1,!0)}internalJsonRead(json,options,target){return target||(target=this.create()),target.value=this.refJsonReader.scalar(json,
1,void 0,"value"),target}create(value){let message={value:0};return globalThis.Object.defineProperty(message,import_runtime13.MESSAGE_TYPE,{
enumerable:!1,value:this}),value!==void 0&&(0,import_runtime12.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
value=reader.float();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire \
type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime11.UnknownFieldHandler.onRead:u)(this.typeName,
message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.value!==0&&writer.tag(1,import_runtime10.WireType.
Bit32).float(message.value);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime11.UnknownFieldHandler.onWrite:u)(this.typeName,
message,writer),writer}},FloatValue=new FloatValue$Type,Int64Value$Type=class extends import_runtime14.MessageType{constructor(){super("goog\
le.protobuf.Int64Value",[{no:1,name:"value",kind:"scalar",T:3}])}internalJsonWrite(message,options){return this.refJsonWriter.scalar(import_runtime8.ScalarType.
INT64,message.value,"value",!1,!0)}internalJsonRead(json,options,target){return target||(target=this.create()),target.value=this.refJsonReader.
scalar(json,import_runtime8.ScalarType.INT64,import_runtime9.LongType.STRING,"value"),target}create(value){let message={value:"0"};return globalThis.
Object.defineProperty(message,import_runtime13.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime12.reflectionMergePartial)(
this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.
pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.value=reader.int64().toString();break;default:let u=options.readUnknownField;
if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);
u!==!1&&(u===!0?import_runtime11.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){
message.value!=="0"&&writer.tag(1,import_runtime10.WireType.Varint).int64(message.value);let u=options.writeUnknownFields;return u!==!1&&(u==
!0?import_runtime11.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},Int64Value=new Int64Value$Type,UInt64Value$Type=class extends import_runtime14.MessageType{constructor(){
super("google.protobuf.UInt64Value",[{no:1,name:"value",kind:"scalar",T:4}])}internalJsonWrite(message,options){return this.refJsonWriter.scalar(
import_runtime8.ScalarType.UINT64,message.value,"value",!1,!0)}internalJsonRead(json,options,target){return target||(target=this.create()),target.
value=this.refJsonReader.scalar(json,import_runtime8.ScalarType.UINT64,import_runtime9.LongType.STRING,"value"),target}create(value){let message={
value:"0"};return globalThis.Object.defineProperty(message,import_runtime13.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime12.reflectionMergePartial)(
this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.
pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.value=reader.uint64().toString();break;default:let u=options.readUnknownField;
if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);
u!==!1&&(u===!0?import_runtime11.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){
message.value!=="0"&&writer.tag(1,import_runtime10.WireType.Varint).uint64(message.value);let u=options.writeUnknownFields;return u!==!1&&(u==
!0?import_runtime11.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},UInt64Value=new UInt64Value$Type,Int32Value$Type=class extends import_runtime14.MessageType{constructor(){
super("google.protobuf.Int32Value",[{no:1,name:"value",kind:"scalar",T:5}])}internalJsonWrite(message,options){return this.refJsonWriter.scalar(
5,message.value,"value",!1,!0)}internalJsonRead(json,options,target){return target||(target=this.create()),target.value=this.refJsonReader.scalar(
json,5,void 0,"value"),target}create(value){let message={value:0};return globalThis.Object.defineProperty(message,import_runtime13.MESSAGE_TYPE,
{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime12.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
value=reader.int32();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire \
type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime11.UnknownFieldHandler.onRead:u)(this.typeName,
message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.value!==0&&writer.tag(1,import_runtime10.WireType.
Varint).int32(message.value);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime11.UnknownFieldHandler.onWrite:u)(this.typeName,
message,writer),writer}},Int32Value=new Int32Value$Type,UInt32Value$Type=class extends import_runtime14.MessageType{constructor(){super("goo\
gle.protobuf.UInt32Value",[{no:1,name:"value",kind:"scalar",T:13}])}internalJsonWrite(message,options){return this.refJsonWriter.scalar(13,message.
value,"value",!1,!0)}internalJsonRead(json,options,target){return target||(target=this.create()),target.value=this.refJsonReader.scalar(json,
13,void 0,"value"),target}create(value){let message={value:0};return globalThis.Object.defineProperty(message,import_runtime13.MESSAGE_TYPE,
{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime12.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
value=reader.uint32();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire\
 type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime11.UnknownFieldHandler.onRead:u)(this.typeName,
message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.value!==0&&writer.tag(1,import_runtime10.WireType.
Varint).uint32(message.value);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime11.UnknownFieldHandler.onWrite:u)(this.typeName,
message,writer),writer}},UInt32Value=new UInt32Value$Type,BoolValue$Type=class extends import_runtime14.MessageType{constructor(){super("goo\
gle.protobuf.BoolValue",[{no:1,name:"value",kind:"scalar",T:8}])}internalJsonWrite(message,options){return message.value}internalJsonRead(json,options,target){
return target||(target=this.create()),target.value=this.refJsonReader.scalar(json,8,void 0,"value"),target}create(value){let message={value:!1};
return globalThis.Object.defineProperty(message,import_runtime13.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime12.reflectionMergePartial)(
this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.
pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.value=reader.bool();break;default:let u=options.readUnknownField;
if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);
u!==!1&&(u===!0?import_runtime11.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){
message.value!==!1&&writer.tag(1,import_runtime10.WireType.Varint).bool(message.value);let u=options.writeUnknownFields;return u!==!1&&(u==!0?
import_runtime11.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},BoolValue=new BoolValue$Type,StringValue$Type=class extends import_runtime14.MessageType{constructor(){
super("google.protobuf.StringValue",[{no:1,name:"value",kind:"scalar",T:9}])}internalJsonWrite(message,options){return message.value}internalJsonRead(json,options,target){
return target||(target=this.create()),target.value=this.refJsonReader.scalar(json,9,void 0,"value"),target}create(value){let message={value:""};
return globalThis.Object.defineProperty(message,import_runtime13.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime12.reflectionMergePartial)(
this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.
pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.value=reader.string();break;default:let u=options.readUnknownField;
if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);
u!==!1&&(u===!0?import_runtime11.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){
message.value!==""&&writer.tag(1,import_runtime10.WireType.LengthDelimited).string(message.value);let u=options.writeUnknownFields;return u!==
!1&&(u==!0?import_runtime11.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},StringValue=new StringValue$Type,BytesValue$Type=class extends import_runtime14.MessageType{constructor(){
super("google.protobuf.BytesValue",[{no:1,name:"value",kind:"scalar",T:12}])}internalJsonWrite(message,options){return this.refJsonWriter.scalar(
12,message.value,"value",!1,!0)}internalJsonRead(json,options,target){return target||(target=this.create()),target.value=this.refJsonReader.
scalar(json,12,void 0,"value"),target}create(value){let message={value:new Uint8Array(0)};return globalThis.Object.defineProperty(message,import_runtime13.MESSAGE_TYPE,
{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime12.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
value=reader.bytes();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire \
type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime11.UnknownFieldHandler.onRead:u)(this.typeName,
message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.value.length&&writer.tag(1,import_runtime10.WireType.
LengthDelimited).bytes(message.value);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime11.UnknownFieldHandler.onWrite:u)(
this.typeName,message,writer),writer}},BytesValue=new BytesValue$Type;var import_runtime_rpc=__toESM(require_commonjs2(),1),import_runtime15=__toESM(require_commonjs(),1),import_runtime16=__toESM(require_commonjs(),1),
import_runtime17=__toESM(require_commonjs(),1),import_runtime18=__toESM(require_commonjs(),1),import_runtime19=__toESM(require_commonjs(),1);var MigrateArtifactRequest$Type=class extends import_runtime19.MessageType{constructor(){super("github.actions.results.api.v1.MigrateArtifac\
tRequest",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"name",kind:"scalar",T:9},{no:3,name:"expires_at",kind:"messag\
e",T:()=>Timestamp}])}create(value){let message={workflowRunBackendId:"",name:""};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,
{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
workflowRunBackendId=reader.string();break;case 2:message.name=reader.string();break;case 3:message.expiresAt=Timestamp.internalBinaryRead(reader,
reader.uint32(),options,message.expiresAt);break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown f\
ield ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.workflowRunBackendId!==
""&&writer.tag(1,import_runtime15.WireType.LengthDelimited).string(message.workflowRunBackendId),message.name!==""&&writer.tag(2,import_runtime15.WireType.
LengthDelimited).string(message.name),message.expiresAt&&Timestamp.internalBinaryWrite(message.expiresAt,writer.tag(3,import_runtime15.WireType.
LengthDelimited).fork(),options).join();let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:
u)(this.typeName,message,writer),writer}},MigrateArtifactRequest=new MigrateArtifactRequest$Type,MigrateArtifactResponse$Type=class extends import_runtime19.MessageType{constructor(){
super("github.actions.results.api.v1.MigrateArtifactResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"signed_upload_url",kind:"scala\
r",T:9}])}create(value){let message={ok:!1,signedUploadUrl:""};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,
{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
ok=reader.bool();break;case 2:message.signedUploadUrl=reader.string();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.
Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.ok!==!1&&writer.tag(
1,import_runtime15.WireType.Varint).bool(message.ok),message.signedUploadUrl!==""&&writer.tag(2,import_runtime15.WireType.LengthDelimited).string(
message.signedUploadUrl);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(this.typeName,
message,writer),writer}},MigrateArtifactResponse=new MigrateArtifactResponse$Type,FinalizeMigratedArtifactRequest$Type=class extends import_runtime19.MessageType{constructor(){
super("github.actions.results.api.v1.FinalizeMigratedArtifactRequest",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"n\
ame",kind:"scalar",T:9},{no:3,name:"size",kind:"scalar",T:3}])}create(value){let message={workflowRunBackendId:"",name:"",size:"0"};return globalThis.
Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(
this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.
pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.workflowRunBackendId=reader.string();break;case 2:message.name=reader.
string();break;case 3:message.size=reader.int64().toString();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.
Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.workflowRunBackendId!==
""&&writer.tag(1,import_runtime15.WireType.LengthDelimited).string(message.workflowRunBackendId),message.name!==""&&writer.tag(2,import_runtime15.WireType.
LengthDelimited).string(message.name),message.size!=="0"&&writer.tag(3,import_runtime15.WireType.Varint).int64(message.size);let u=options.writeUnknownFields;
return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},FinalizeMigratedArtifactRequest=new FinalizeMigratedArtifactRequest$Type,
FinalizeMigratedArtifactResponse$Type=class extends import_runtime19.MessageType{constructor(){super("github.actions.results.api.v1.Finalize\
MigratedArtifactResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"artifact_id",kind:"scalar",T:3}])}create(value){let message={ok:!1,
artifactId:"0"};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(
this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.
pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.ok=reader.bool();break;case 2:message.artifactId=reader.int64().
toString();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}\
) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,
wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.ok!==!1&&writer.tag(1,import_runtime15.WireType.Varint).bool(
message.ok),message.artifactId!=="0"&&writer.tag(2,import_runtime15.WireType.Varint).int64(message.artifactId);let u=options.writeUnknownFields;
return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},FinalizeMigratedArtifactResponse=new FinalizeMigratedArtifactResponse$Type,
CreateArtifactRequest$Type=class extends import_runtime19.MessageType{constructor(){super("github.actions.results.api.v1.CreateArtifactReque\
st",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"workflow_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"name",kind:"\
scalar",T:9},{no:4,name:"expires_at",kind:"message",T:()=>Timestamp},{no:5,name:"version",kind:"scalar",T:5}])}create(value){let message={workflowRunBackendId:"",
workflowJobRunBackendId:"",name:"",version:0};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),
value!==void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??
this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.workflowRunBackendId=
reader.string();break;case 2:message.workflowJobRunBackendId=reader.string();break;case 3:message.name=reader.string();break;case 4:message.
expiresAt=Timestamp.internalBinaryRead(reader,reader.uint32(),options,message.expiresAt);break;case 5:message.version=reader.int32();break;default:
let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);
let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){
message.workflowRunBackendId!==""&&writer.tag(1,import_runtime15.WireType.LengthDelimited).string(message.workflowRunBackendId),message.workflowJobRunBackendId!==
""&&writer.tag(2,import_runtime15.WireType.LengthDelimited).string(message.workflowJobRunBackendId),message.name!==""&&writer.tag(3,import_runtime15.WireType.
LengthDelimited).string(message.name),message.expiresAt&&Timestamp.internalBinaryWrite(message.expiresAt,writer.tag(4,import_runtime15.WireType.
LengthDelimited).fork(),options).join(),message.version!==0&&writer.tag(5,import_runtime15.WireType.Varint).int32(message.version);let u=options.
writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},CreateArtifactRequest=new CreateArtifactRequest$Type,
CreateArtifactResponse$Type=class extends import_runtime19.MessageType{constructor(){super("github.actions.results.api.v1.CreateArtifactResp\
onse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"signed_upload_url",kind:"scalar",T:9}])}create(value){let message={ok:!1,signedUploadUrl:""};
return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(
this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.
pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.ok=reader.bool();break;case 2:message.signedUploadUrl=reader.string();
break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for\
 ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,
wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.ok!==!1&&writer.tag(1,import_runtime15.WireType.Varint).bool(
message.ok),message.signedUploadUrl!==""&&writer.tag(2,import_runtime15.WireType.LengthDelimited).string(message.signedUploadUrl);let u=options.
writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},CreateArtifactResponse=new CreateArtifactResponse$Type,
FinalizeArtifactRequest$Type=class extends import_runtime19.MessageType{constructor(){super("github.actions.results.api.v1.FinalizeArtifactR\
equest",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"workflow_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"nam\
e",kind:"scalar",T:9},{no:4,name:"size",kind:"scalar",T:3},{no:5,name:"hash",kind:"message",T:()=>StringValue}])}create(value){let message={
workflowRunBackendId:"",workflowJobRunBackendId:"",name:"",size:"0"};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,
{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
workflowRunBackendId=reader.string();break;case 2:message.workflowJobRunBackendId=reader.string();break;case 3:message.name=reader.string();
break;case 4:message.size=reader.int64().toString();break;case 5:message.hash=StringValue.internalBinaryRead(reader,reader.uint32(),options,
message.hash);break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}\
) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,
wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.workflowRunBackendId!==""&&writer.tag(1,import_runtime15.WireType.
LengthDelimited).string(message.workflowRunBackendId),message.workflowJobRunBackendId!==""&&writer.tag(2,import_runtime15.WireType.LengthDelimited).
string(message.workflowJobRunBackendId),message.name!==""&&writer.tag(3,import_runtime15.WireType.LengthDelimited).string(message.name),message.
size!=="0"&&writer.tag(4,import_runtime15.WireType.Varint).int64(message.size),message.hash&&StringValue.internalBinaryWrite(message.hash,writer.
tag(5,import_runtime15.WireType.LengthDelimited).fork(),options).join();let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.
onWrite:u)(this.typeName,message,writer),writer}},FinalizeArtifactRequest=new FinalizeArtifactRequest$Type,FinalizeArtifactResponse$Type=class extends import_runtime19.MessageType{constructor(){
super("github.actions.results.api.v1.FinalizeArtifactResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"artifact_id",kind:"scalar",T:3}])}create(value){
let message={ok:!1,artifactId:"0"};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),
value!==void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??
this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.ok=reader.bool();
break;case 2:message.artifactId=reader.int64().toString();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(
`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.ok!==!1&&writer.tag(
1,import_runtime15.WireType.Varint).bool(message.ok),message.artifactId!=="0"&&writer.tag(2,import_runtime15.WireType.Varint).int64(message.
artifactId);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),
writer}},FinalizeArtifactResponse=new FinalizeArtifactResponse$Type,ListArtifactsRequest$Type=class extends import_runtime19.MessageType{constructor(){
super("github.actions.results.api.v1.ListArtifactsRequest",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"workflow_job\
_run_backend_id",kind:"scalar",T:9},{no:3,name:"name_filter",kind:"message",T:()=>StringValue},{no:4,name:"id_filter",kind:"message",T:()=>Int64Value}])}create(value){
let message={workflowRunBackendId:"",workflowJobRunBackendId:""};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,
{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
workflowRunBackendId=reader.string();break;case 2:message.workflowJobRunBackendId=reader.string();break;case 3:message.nameFilter=StringValue.
internalBinaryRead(reader,reader.uint32(),options,message.nameFilter);break;case 4:message.idFilter=Int64Value.internalBinaryRead(reader,reader.
uint32(),options,message.idFilter);break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo}\
 (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.onRead:u)(this.
typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.workflowRunBackendId!==""&&writer.tag(
1,import_runtime15.WireType.LengthDelimited).string(message.workflowRunBackendId),message.workflowJobRunBackendId!==""&&writer.tag(2,import_runtime15.WireType.
LengthDelimited).string(message.workflowJobRunBackendId),message.nameFilter&&StringValue.internalBinaryWrite(message.nameFilter,writer.tag(3,
import_runtime15.WireType.LengthDelimited).fork(),options).join(),message.idFilter&&Int64Value.internalBinaryWrite(message.idFilter,writer.tag(
4,import_runtime15.WireType.LengthDelimited).fork(),options).join();let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.
onWrite:u)(this.typeName,message,writer),writer}},ListArtifactsRequest=new ListArtifactsRequest$Type,ListArtifactsResponse$Type=class extends import_runtime19.MessageType{constructor(){
super("github.actions.results.api.v1.ListArtifactsResponse",[{no:1,name:"artifacts",kind:"message",repeat:1,T:()=>ListArtifactsResponse_MonolithArtifact}])}create(value){
let message={artifacts:[]};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==
void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??
this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.artifacts.push(ListArtifactsResponse_MonolithArtifact.
internalBinaryRead(reader,reader.uint32(),options));break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`\
Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){for(let i=0;i<message.artifacts.
length;i++)ListArtifactsResponse_MonolithArtifact.internalBinaryWrite(message.artifacts[i],writer.tag(1,import_runtime15.WireType.LengthDelimited).
fork(),options).join();let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(this.typeName,
message,writer),writer}},ListArtifactsResponse=new ListArtifactsResponse$Type,ListArtifactsResponse_MonolithArtifact$Type=class extends import_runtime19.MessageType{constructor(){
super("github.actions.results.api.v1.ListArtifactsResponse.MonolithArtifact",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,
name:"workflow_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"database_id",kind:"scalar",T:3},{no:4,name:"name",kind:"scalar",T:9},{no:5,
name:"size",kind:"scalar",T:3},{no:6,name:"created_at",kind:"message",T:()=>Timestamp},{no:7,name:"digest",kind:"message",T:()=>StringValue}])}create(value){
let message={workflowRunBackendId:"",workflowJobRunBackendId:"",databaseId:"0",name:"",size:"0"};return globalThis.Object.defineProperty(message,
import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){
let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.
workflowRunBackendId=reader.string();break;case 2:message.workflowJobRunBackendId=reader.string();break;case 3:message.databaseId=reader.int64().
toString();break;case 4:message.name=reader.string();break;case 5:message.size=reader.int64().toString();break;case 6:message.createdAt=Timestamp.
internalBinaryRead(reader,reader.uint32(),options,message.createdAt);break;case 7:message.digest=StringValue.internalBinaryRead(reader,reader.
uint32(),options,message.digest);break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo}\
 (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.onRead:u)(this.
typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.workflowRunBackendId!==""&&writer.tag(
1,import_runtime15.WireType.LengthDelimited).string(message.workflowRunBackendId),message.workflowJobRunBackendId!==""&&writer.tag(2,import_runtime15.WireType.
LengthDelimited).string(message.workflowJobRunBackendId),message.databaseId!=="0"&&writer.tag(3,import_runtime15.WireType.Varint).int64(message.
databaseId),message.name!==""&&writer.tag(4,import_runtime15.WireType.LengthDelimited).string(message.name),message.size!=="0"&&writer.tag(5,
import_runtime15.WireType.Varint).int64(message.size),message.createdAt&&Timestamp.internalBinaryWrite(message.createdAt,writer.tag(6,import_runtime15.WireType.
LengthDelimited).fork(),options).join(),message.digest&&StringValue.internalBinaryWrite(message.digest,writer.tag(7,import_runtime15.WireType.
LengthDelimited).fork(),options).join();let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:
u)(this.typeName,message,writer),writer}},ListArtifactsResponse_MonolithArtifact=new ListArtifactsResponse_MonolithArtifact$Type,GetSignedArtifactURLRequest$Type=class extends import_runtime19.MessageType{constructor(){
super("github.actions.results.api.v1.GetSignedArtifactURLRequest",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"workf\
low_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"name",kind:"scalar",T:9}])}create(value){let message={workflowRunBackendId:"",workflowJobRunBackendId:"",
name:""};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(
this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.
pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.workflowRunBackendId=reader.string();break;case 2:message.workflowJobRunBackendId=
reader.string();break;case 3:message.name=reader.string();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(
`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.workflowRunBackendId!==
""&&writer.tag(1,import_runtime15.WireType.LengthDelimited).string(message.workflowRunBackendId),message.workflowJobRunBackendId!==""&&writer.
tag(2,import_runtime15.WireType.LengthDelimited).string(message.workflowJobRunBackendId),message.name!==""&&writer.tag(3,import_runtime15.WireType.
LengthDelimited).string(message.name);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(
this.typeName,message,writer),writer}},GetSignedArtifactURLRequest=new GetSignedArtifactURLRequest$Type,GetSignedArtifactURLResponse$Type=class extends import_runtime19.MessageType{constructor(){
super("github.actions.results.api.v1.GetSignedArtifactURLResponse",[{no:1,name:"signed_url",kind:"scalar",T:9}])}create(value){let message={
signedUrl:""};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(
this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.
pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.signedUrl=reader.string();break;default:let u=options.readUnknownField;
if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);
u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){
message.signedUrl!==""&&writer.tag(1,import_runtime15.WireType.LengthDelimited).string(message.signedUrl);let u=options.writeUnknownFields;return u!==
!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),writer}},GetSignedArtifactURLResponse=new GetSignedArtifactURLResponse$Type,
DeleteArtifactRequest$Type=class extends import_runtime19.MessageType{constructor(){super("github.actions.results.api.v1.DeleteArtifactReque\
st",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"workflow_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"name",kind:"\
scalar",T:9}])}create(value){let message={workflowRunBackendId:"",workflowJobRunBackendId:"",name:""};return globalThis.Object.defineProperty(
message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),value!==void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),
message}internalBinaryRead(reader,length,options,target){let message=target??this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,
wireType]=reader.tag();switch(fieldNo){case 1:message.workflowRunBackendId=reader.string();break;case 2:message.workflowJobRunBackendId=reader.
string();break;case 3:message.name=reader.string();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`U\
nknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.workflowRunBackendId!==
""&&writer.tag(1,import_runtime15.WireType.LengthDelimited).string(message.workflowRunBackendId),message.workflowJobRunBackendId!==""&&writer.
tag(2,import_runtime15.WireType.LengthDelimited).string(message.workflowJobRunBackendId),message.name!==""&&writer.tag(3,import_runtime15.WireType.
LengthDelimited).string(message.name);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(
this.typeName,message,writer),writer}},DeleteArtifactRequest=new DeleteArtifactRequest$Type,DeleteArtifactResponse$Type=class extends import_runtime19.MessageType{constructor(){
super("github.actions.results.api.v1.DeleteArtifactResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"artifact_id",kind:"scalar",T:3}])}create(value){
let message={ok:!1,artifactId:"0"};return globalThis.Object.defineProperty(message,import_runtime18.MESSAGE_TYPE,{enumerable:!1,value:this}),
value!==void 0&&(0,import_runtime17.reflectionMergePartial)(this,message,value),message}internalBinaryRead(reader,length,options,target){let message=target??
this.create(),end=reader.pos+length;for(;reader.pos<end;){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.ok=reader.bool();
break;case 2:message.artifactId=reader.int64().toString();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(
`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);u!==!1&&(u===!0?import_runtime16.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){message.ok!==!1&&writer.tag(
1,import_runtime15.WireType.Varint).bool(message.ok),message.artifactId!=="0"&&writer.tag(2,import_runtime15.WireType.Varint).int64(message.
artifactId);let u=options.writeUnknownFields;return u!==!1&&(u==!0?import_runtime16.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer),
writer}},DeleteArtifactResponse=new DeleteArtifactResponse$Type,ArtifactService=new import_runtime_rpc.ServiceType("github.actions.results.a\
pi.v1.ArtifactService",[{name:"CreateArtifact",options:{},I:CreateArtifactRequest,O:CreateArtifactResponse},{name:"FinalizeArtifact",options:{},
I:FinalizeArtifactRequest,O:FinalizeArtifactResponse},{name:"ListArtifacts",options:{},I:ListArtifactsRequest,O:ListArtifactsResponse},{name:"\
GetSignedArtifactURL",options:{},I:GetSignedArtifactURLRequest,O:GetSignedArtifactURLResponse},{name:"DeleteArtifact",options:{},I:DeleteArtifactRequest,
O:DeleteArtifactResponse},{name:"MigrateArtifact",options:{},I:MigrateArtifactRequest,O:MigrateArtifactResponse},{name:"FinalizeMigratedArti\
fact",options:{},I:FinalizeMigratedArtifactRequest,O:FinalizeMigratedArtifactResponse}]);var ArtifactServiceClientJSON=class{constructor(rpc){this.rpc=rpc,this.CreateArtifact.bind(this),this.FinalizeArtifact.bind(this),this.ListArtifacts.
bind(this),this.GetSignedArtifactURL.bind(this),this.DeleteArtifact.bind(this)}CreateArtifact(request2){let data=CreateArtifactRequest.toJson(
request2,{useProtoFieldName:!0,emitDefaultValues:!1});return this.rpc.request("github.actions.results.api.v1.ArtifactService","CreateArtifac\
t","application/json",data).then(data2=>CreateArtifactResponse.fromJson(data2,{ignoreUnknownFields:!0}))}FinalizeArtifact(request2){let data=FinalizeArtifactRequest.
toJson(request2,{useProtoFieldName:!0,emitDefaultValues:!1});return this.rpc.request("github.actions.results.api.v1.ArtifactService","Finali\
zeArtifact","application/json",data).then(data2=>FinalizeArtifactResponse.fromJson(data2,{ignoreUnknownFields:!0}))}ListArtifacts(request2){
let data=ListArtifactsRequest.toJson(request2,{useProtoFieldName:!0,emitDefaultValues:!1});return this.rpc.request("github.actions.results.a\
pi.v1.ArtifactService","ListArtifacts","application/json",data).then(data2=>ListArtifactsResponse.fromJson(data2,{ignoreUnknownFields:!0}))}GetSignedArtifactURL(request2){
let data=GetSignedArtifactURLRequest.toJson(request2,{useProtoFieldName:!0,emitDefaultValues:!1});return this.rpc.request("github.actions.re\
sults.api.v1.ArtifactService","GetSignedArtifactURL","application/json",data).then(data2=>GetSignedArtifactURLResponse.fromJson(data2,{ignoreUnknownFields:!0}))}DeleteArtifact(request2){
let data=DeleteArtifactRequest.toJson(request2,{useProtoFieldName:!0,emitDefaultValues:!1});return this.rpc.request("github.actions.results.\
api.v1.ArtifactService","DeleteArtifact","application/json",data).then(data2=>DeleteArtifactResponse.fromJson(data2,{ignoreUnknownFields:!0}))}};function getExpiration(retentionDays){if(!retentionDays)return;let maxRetentionDays=getRetentionDays();maxRetentionDays&&maxRetentionDays<retentionDays&&
(warning(`Retention days cannot be greater than the maximum allowed retention set within the repository. Using ${maxRetentionDays} instead.`),
retentionDays=maxRetentionDays);let expirationDate=new Date;return expirationDate.setDate(expirationDate.getDate()+retentionDays),Timestamp.
fromDate(expirationDate)}function getRetentionDays(){let retentionDays=process.env.GITHUB_RETENTION_DAYS;if(!retentionDays)return;let days=parseInt(
retentionDays);if(!isNaN(days))return days}var invalidArtifactFilePathCharacters=new Map([['"',' Double quote "'],[":"," Colon :"],["<"," Less than <"],[">"," Greater than >"],["|"," \
Vertical bar |"],["*"," Asterisk *"],["?"," Question mark ?"],["\r"," Carriage return \\r"],[`
`," Line feed \\n"]]),invalidArtifactNameCharacters=new Map([...invalidArtifactFilePathCharacters,["\\"," Backslash \\"],["/"," Forward slas\
h /"]]);function validateArtifactName(name2){if(!name2)throw new Error("Provided artifact name input during validation is empty");for(let[invalidCharacterKey,
errorMessageForCharacter]of invalidArtifactNameCharacters)if(name2.includes(invalidCharacterKey))throw new Error(`The artifact name is not v\
alid: ${name2}. Contains the following character: ${errorMessageForCharacter}
          
Invalid characters include: ${Array.from(invalidArtifactNameCharacters.values()).toString()}
          
These characters are not allowed in the artifact name due to limitations with certain file systems such as NTFS. To maintain file system agn\
ostic behavior, these characters are intentionally not allowed to prevent potential problems with downloads on different file systems.`);info(
"Artifact name is valid!")}function validateFilePath(path2){if(!path2)throw new Error("Provided file path input during validation is empty");
for(let[invalidCharacterKey,errorMessageForCharacter]of invalidArtifactFilePathCharacters)if(path2.includes(invalidCharacterKey))throw new Error(
`The path for one of the files in artifact is not valid: ${path2}. Contains the following character: ${errorMessageForCharacter}
          
Invalid characters include: ${Array.from(invalidArtifactFilePathCharacters.values()).toString()}
          
The following characters are not allowed in files that are uploaded due to limitations with certain file systems such as NTFS. To maintain f\
ile system agnostic behavior, these characters are intentionally not allowed to prevent potential problems with downloads on different file \
systems.
          `)}var import_package_version=__toESM(require_package_version(),1);function getUserAgentString(){return`@actions/artifact-${import_package_version.version}`}var FilesNotFoundError=class extends Error{constructor(files2=[]){let message="No files were found to upload";files2.length>0&&(message+=`: ${files2.
join(", ")}`),super(message),this.files=files2,this.name="FilesNotFoundError"}},InvalidResponseError=class extends Error{constructor(message){
super(message),this.name="InvalidResponseError"}},ArtifactNotFoundError=class extends Error{constructor(message="Artifact not found"){super(
message),this.name="ArtifactNotFoundError"}},GHESNotSupportedError=class extends Error{constructor(message="@actions/artifact v2.0.0+, uploa\
d-artifact@v4+ and download-artifact@v4+ are not currently supported on GHES."){super(message),this.name="GHESNotSupportedError"}},NetworkError=class extends Error{constructor(code){
let message=`Unable to make request: ${code}
If you are using self-hosted runners, please make sure your runner has access to all GitHub endpoints: https://docs.github.com/en/actions/ho\
sting-your-own-runners/managing-self-hosted-runners/about-self-hosted-runners#communication-between-self-hosted-runners-and-github`;super(message),
this.code=code,this.name="NetworkError"}};NetworkError.isNetworkErrorCode=code=>code?["ECONNRESET","ENOTFOUND","ETIMEDOUT","ECONNREFUSED","E\
HOSTUNREACH"].includes(code):!1;var UsageError=class extends Error{constructor(){super(`Artifact storage quota has been hit. Unable to uploa\
d any new artifacts. Usage is recalculated every 6-12 hours.
More info on storage limits: https://docs.github.com/en/billing/managing-billing-for-github-actions/about-billing-for-github-actions#calcula\
ting-minute-and-storage-spending`),this.name="UsageError"}};UsageError.isUsageErrorMessage=msg=>msg?msg.includes("insufficient usage"):!1;var InvalidTokenError=class extends Error{};InvalidTokenError.prototype.name="InvalidTokenError";function b64DecodeUnicode(str){return decodeURIComponent(
atob(str).replace(/(.)/g,(m,p)=>{let code=p.charCodeAt(0).toString(16).toUpperCase();return code.length<2&&(code="0"+code),"%"+code}))}function base64UrlDecode(str){
let output=str.replace(/-/g,"+").replace(/_/g,"/");switch(output.length%4){case 0:break;case 2:output+="==";break;case 3:output+="=";break;default:
throw new Error("base64 string is not of the correct length")}try{return b64DecodeUnicode(output)}catch{return atob(output)}}function jwtDecode(token,options){
if(typeof token!="string")throw new InvalidTokenError("Invalid token specified: must be a string");options||(options={});let pos=options.header===
!0?0:1,part=token.split(".")[pos];if(typeof part!="string")throw new InvalidTokenError(`Invalid token specified: missing part #${pos+1}`);let decoded;
try{decoded=base64UrlDecode(part)}catch(e){throw new InvalidTokenError(`Invalid token specified: invalid base64 for part #${pos+1} (${e.message}\
)`)}try{return JSON.parse(decoded)}catch(e){throw new InvalidTokenError(`Invalid token specified: invalid json for part #${pos+1} (${e.message}\
)`)}}var InvalidJwtError=new Error("Failed to get backend IDs: The provided JWT token is invalid and/or missing claims");function getBackendIdsFromToken(){
let token=getRuntimeToken(),decoded=jwtDecode(token);if(!decoded.scp)throw InvalidJwtError;let scpParts=decoded.scp.split(" ");if(scpParts.length===
0)throw InvalidJwtError;for(let scopes of scpParts){let scopeParts=scopes.split(":");if(scopeParts?.[0]!=="Actions.Results")continue;if(scopeParts.
length!==3)throw InvalidJwtError;let ids={workflowRunBackendId:scopeParts[1],workflowJobRunBackendId:scopeParts[2]};return debug(`Workflow R\
un Backend ID: ${ids.workflowRunBackendId}`),debug(`Workflow Job Run Backend ID: ${ids.workflowJobRunBackendId}`),ids}throw InvalidJwtError}
function maskSigUrl(url){if(url)try{let signature=new URL(url).searchParams.get("sig");signature&&(setSecret(signature),setSecret(encodeURIComponent(
signature)))}catch(error2){debug(`Failed to parse URL: ${url} ${error2 instanceof Error?error2.message:String(error2)}`)}}function maskSecretUrls(body){
if(typeof body!="object"||body===null){debug("body is not an object or is null");return}"signed_upload_url"in body&&typeof body.signed_upload_url==
"string"&&maskSigUrl(body.signed_upload_url),"signed_url"in body&&typeof body.signed_url=="string"&&maskSigUrl(body.signed_url)}var __awaiter=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})},ArtifactHttpClient=class{constructor(userAgent2,maxAttempts,baseRetryIntervalMilliseconds,retryMultiplier){
this.maxAttempts=5,this.baseRetryIntervalMilliseconds=3e3,this.retryMultiplier=1.5;let token=getRuntimeToken();this.baseUrl=getResultsServiceUrl(),
maxAttempts&&(this.maxAttempts=maxAttempts),baseRetryIntervalMilliseconds&&(this.baseRetryIntervalMilliseconds=baseRetryIntervalMilliseconds),
retryMultiplier&&(this.retryMultiplier=retryMultiplier),this.httpClient=new HttpClient(userAgent2,[new BearerCredentialHandler(token)])}request(service,method,contentType,data){
return __awaiter(this,void 0,void 0,function*(){let url=new URL(`/twirp/${service}/${method}`,this.baseUrl).href;debug(`[Request] ${method} ${url}`);
let headers={"Content-Type":contentType};try{let{body}=yield this.retryableRequest(()=>__awaiter(this,void 0,void 0,function*(){return this.
httpClient.post(url,JSON.stringify(data),headers)}));return body}catch(error2){throw new Error(`Failed to ${method}: ${error2.message}`)}})}retryableRequest(operation){
return __awaiter(this,void 0,void 0,function*(){let attempt=0,errorMessage="",rawBody="";for(;attempt<this.maxAttempts;){let isRetryable=!1;
try{let response=yield operation(),statusCode=response.message.statusCode;rawBody=yield response.readBody(),debug(`[Response] - ${response.message.
statusCode}`),debug(`Headers: ${JSON.stringify(response.message.headers,null,2)}`);let body=JSON.parse(rawBody);if(maskSecretUrls(body),debug(
`Body: ${JSON.stringify(body,null,2)}`),this.isSuccessStatusCode(statusCode))return{response,body};if(isRetryable=this.isRetryableHttpStatusCode(
statusCode),errorMessage=`Failed request: (${statusCode}) ${response.message.statusMessage}`,body.msg){if(UsageError.isUsageErrorMessage(body.
msg))throw new UsageError;errorMessage=`${errorMessage}: ${body.msg}`}}catch(error2){if(error2 instanceof SyntaxError&&debug(`Raw Body: ${rawBody}`),
error2 instanceof UsageError)throw error2;if(NetworkError.isNetworkErrorCode(error2?.code))throw new NetworkError(error2?.code);isRetryable=
!0,errorMessage=error2.message}if(!isRetryable)throw new Error(`Received non-retryable error: ${errorMessage}`);if(attempt+1===this.maxAttempts)
throw new Error(`Failed to make request after ${this.maxAttempts} attempts: ${errorMessage}`);let retryTimeMilliseconds=this.getExponentialRetryTimeMilliseconds(
attempt);info(`Attempt ${attempt+1} of ${this.maxAttempts} failed with error: ${errorMessage}. Retrying request in ${retryTimeMilliseconds} \
ms...`),yield this.sleep(retryTimeMilliseconds),attempt++}throw new Error("Request failed")})}isSuccessStatusCode(statusCode){return statusCode?
statusCode>=200&&statusCode<300:!1}isRetryableHttpStatusCode(statusCode){return statusCode?[HttpCodes.BadGateway,HttpCodes.GatewayTimeout,HttpCodes.
InternalServerError,HttpCodes.ServiceUnavailable,HttpCodes.TooManyRequests].includes(statusCode):!1}sleep(milliseconds){return __awaiter(this,
void 0,void 0,function*(){return new Promise(resolve2=>setTimeout(resolve2,milliseconds))})}getExponentialRetryTimeMilliseconds(attempt){if(attempt<
0)throw new Error("attempt should be a positive integer");if(attempt===0)return this.baseRetryIntervalMilliseconds;let minTime=this.baseRetryIntervalMilliseconds*
Math.pow(this.retryMultiplier,attempt),maxTime=minTime*this.retryMultiplier;return Math.trunc(Math.random()*(maxTime-minTime)+minTime)}};function internalArtifactTwirpClient(options){
let client=new ArtifactHttpClient(getUserAgentString(),options?.maxAttempts,options?.retryIntervalMs,options?.retryMultiplier);return new ArtifactServiceClientJSON(
client)}import*as fs from"fs";import{normalize,resolve}from"path";function validateRootDirectory(rootDirectory){if(!fs.existsSync(rootDirectory))throw new Error(`The provided rootDirectory ${rootDirectory} \
does not exist`);if(!fs.statSync(rootDirectory).isDirectory())throw new Error(`The provided rootDirectory ${rootDirectory} is not a valid di\
rectory`);info("Root directory input is valid!")}function getUploadZipSpecification(filesToZip,rootDirectory){let specification=[];rootDirectory=
normalize(rootDirectory),rootDirectory=resolve(rootDirectory);for(let file of filesToZip){let stats=fs.lstatSync(file,{throwIfNoEntry:!1});if(!stats)
throw new Error(`File ${file} does not exist`);if(stats.isDirectory()){let directoryPath=file.replace(rootDirectory,"");validateFilePath(directoryPath),
specification.push({sourcePath:null,destinationPath:directoryPath,stats})}else{if(file=normalize(file),file=resolve(file),!file.startsWith(rootDirectory))
throw new Error(`The rootDirectory: ${rootDirectory} is not a parent directory of the file: ${file}`);let uploadPath=file.replace(rootDirectory,
"");validateFilePath(uploadPath),specification.push({sourcePath:file,destinationPath:uploadPath,stats})}}return specification}import*as crypto from"crypto";import*as stream from"stream";var __awaiter2=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})};function uploadZipToBlobStorage(authenticatedUploadURL,zipUploadStream){
return __awaiter2(this,void 0,void 0,function*(){let uploadByteCount=0,lastProgressTime=Date.now(),abortController=new AbortController,chunkTimer=interval=>__awaiter2(
this,void 0,void 0,function*(){return new Promise((resolve2,reject)=>{let timer=setInterval(()=>{Date.now()-lastProgressTime>interval&&reject(
new Error("Upload progress stalled."))},interval);abortController.signal.addEventListener("abort",()=>{clearInterval(timer),resolve2()})})}),
maxConcurrency=getConcurrency(),bufferSize=getUploadChunkSize(),blockBlobClient=new BlobClient(authenticatedUploadURL).getBlockBlobClient();
debug(`Uploading artifact zip to blob storage with maxConcurrency: ${maxConcurrency}, bufferSize: ${bufferSize}`);let options={blobHTTPHeaders:{
blobContentType:"zip"},onProgress:progress=>{info(`Uploaded bytes ${progress.loadedBytes}`),uploadByteCount=progress.loadedBytes,lastProgressTime=
Date.now()},abortSignal:abortController.signal},sha256Hash,uploadStream=new stream.PassThrough,hashStream=crypto.createHash("sha256");zipUploadStream.
pipe(uploadStream),zipUploadStream.pipe(hashStream).setEncoding("hex"),info("Beginning upload of artifact content to blob storage");try{yield Promise.
race([blockBlobClient.uploadStream(uploadStream,bufferSize,maxConcurrency,options),chunkTimer(getUploadChunkTimeout())])}catch(error2){throw NetworkError.
isNetworkErrorCode(error2?.code)?new NetworkError(error2?.code):error2}finally{abortController.abort()}return info("Finished uploading artif\
act content to blob storage!"),hashStream.end(),sha256Hash=hashStream.read(),info(`SHA256 digest of uploaded artifact zip is ${sha256Hash}`),
uploadByteCount===0&&warning("No data was uploaded to blob storage. Reported upload byte count is 0."),{uploadSize:uploadByteCount,sha256Hash}})}var import_archiver=__toESM(require_archiver(),1);import*as stream2 from"stream";import{realpath}from"fs/promises";var __awaiter3=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})},DEFAULT_COMPRESSION_LEVEL=6,ZipUploadStream=class extends stream2.Transform{constructor(bufferSize){
super({highWaterMark:bufferSize})}_transform(chunk,enc,cb){cb(null,chunk)}};function createZipUploadStream(uploadSpecification_1){return __awaiter3(
this,arguments,void 0,function*(uploadSpecification,compressionLevel=DEFAULT_COMPRESSION_LEVEL){debug(`Creating Artifact archive with compre\
ssionLevel: ${compressionLevel}`);let zip=import_archiver.default.create("zip",{highWaterMark:getUploadChunkSize(),zlib:{level:compressionLevel}});
zip.on("error",zipErrorCallback),zip.on("warning",zipWarningCallback),zip.on("finish",zipFinishCallback),zip.on("end",zipEndCallback);for(let file of uploadSpecification)
if(file.sourcePath!==null){let sourcePath=file.sourcePath;file.stats.isSymbolicLink()&&(sourcePath=yield realpath(file.sourcePath)),zip.file(
sourcePath,{name:file.destinationPath})}else zip.append("",{name:file.destinationPath});let bufferSize=getUploadChunkSize(),zipUploadStream=new ZipUploadStream(
bufferSize);return debug(`Zip write high watermark value ${zipUploadStream.writableHighWaterMark}`),debug(`Zip read high watermark value ${zipUploadStream.
readableHighWaterMark}`),zip.pipe(zipUploadStream),zip.finalize(),zipUploadStream})}var zipErrorCallback=error2=>{throw error("An error has \
occurred while creating the zip file for upload"),info(error2),new Error("An error has occurred during zip creation for the artifact")},zipWarningCallback=error2=>{
error2.code==="ENOENT"?(warning("ENOENT warning during artifact zip creation. No such file or directory"),info(error2)):(warning(`A non-bloc\
king warning has occurred during artifact zip creation: ${error2.code}`),info(error2))},zipFinishCallback=()=>{debug("Zip stream for upload \
has finished.")},zipEndCallback=()=>{debug("Zip stream for upload has ended.")};var __awaiter4=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})};function uploadArtifact(name2,files2,rootDirectory,options){
return __awaiter4(this,void 0,void 0,function*(){validateArtifactName(name2),validateRootDirectory(rootDirectory);let zipSpecification=getUploadZipSpecification(
files2,rootDirectory);if(zipSpecification.length===0)throw new FilesNotFoundError(zipSpecification.flatMap(s=>s.sourcePath?[s.sourcePath]:[]));
let backendIds=getBackendIdsFromToken(),artifactClient=internalArtifactTwirpClient(),createArtifactReq={workflowRunBackendId:backendIds.workflowRunBackendId,
workflowJobRunBackendId:backendIds.workflowJobRunBackendId,name:name2,version:4},expiresAt=getExpiration(options?.retentionDays);expiresAt&&
(createArtifactReq.expiresAt=expiresAt);let createArtifactResp=yield artifactClient.CreateArtifact(createArtifactReq);if(!createArtifactResp.
ok)throw new InvalidResponseError("CreateArtifact: response from backend was not ok");let zipUploadStream=yield createZipUploadStream(zipSpecification,
options?.compressionLevel),uploadResult=yield uploadZipToBlobStorage(createArtifactResp.signedUploadUrl,zipUploadStream),finalizeArtifactReq={
workflowRunBackendId:backendIds.workflowRunBackendId,workflowJobRunBackendId:backendIds.workflowJobRunBackendId,name:name2,size:uploadResult.
uploadSize?uploadResult.uploadSize.toString():"0"};uploadResult.sha256Hash&&(finalizeArtifactReq.hash=StringValue.create({value:`sha256:${uploadResult.
sha256Hash}`})),info("Finalizing artifact upload");let finalizeArtifactResp=yield artifactClient.FinalizeArtifact(finalizeArtifactReq);if(!finalizeArtifactResp.
ok)throw new InvalidResponseError("FinalizeArtifact: response from backend was not ok");let artifactId=BigInt(finalizeArtifactResp.artifactId);
return info(`Artifact ${name2}.zip successfully finalized. Artifact ID ${artifactId}`),{size:uploadResult.uploadSize,digest:uploadResult.sha256Hash,
id:Number(artifactId)}})}import fs2 from"fs/promises";import*as fsSync from"fs";import*as crypto2 from"crypto";import*as stream3 from"stream";import*as path from"path";import{readFileSync,existsSync as existsSync2}from"fs";import{EOL}from"os";var Context=class{constructor(){var _a,_b,_c;if(this.payload={},process.
env.GITHUB_EVENT_PATH)if(existsSync2(process.env.GITHUB_EVENT_PATH))this.payload=JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH,{encoding:"\
utf8"}));else{let path2=process.env.GITHUB_EVENT_PATH;process.stdout.write(`GITHUB_EVENT_PATH ${path2} does not exist${EOL}`)}this.eventName=
process.env.GITHUB_EVENT_NAME,this.sha=process.env.GITHUB_SHA,this.ref=process.env.GITHUB_REF,this.workflow=process.env.GITHUB_WORKFLOW,this.
action=process.env.GITHUB_ACTION,this.actor=process.env.GITHUB_ACTOR,this.job=process.env.GITHUB_JOB,this.runAttempt=parseInt(process.env.GITHUB_RUN_ATTEMPT,
10),this.runNumber=parseInt(process.env.GITHUB_RUN_NUMBER,10),this.runId=parseInt(process.env.GITHUB_RUN_ID,10),this.apiUrl=(_a=process.env.
GITHUB_API_URL)!==null&&_a!==void 0?_a:"https://api.github.com",this.serverUrl=(_b=process.env.GITHUB_SERVER_URL)!==null&&_b!==void 0?_b:"ht\
tps://github.com",this.graphqlUrl=(_c=process.env.GITHUB_GRAPHQL_URL)!==null&&_c!==void 0?_c:"https://api.github.com/graphql"}get issue(){let payload=this.
payload;return Object.assign(Object.assign({},this.repo),{number:(payload.issue||payload.pull_request||payload).number})}get repo(){if(process.
env.GITHUB_REPOSITORY){let[owner,repo]=process.env.GITHUB_REPOSITORY.split("/");return{owner,repo}}if(this.payload.repository)return{owner:this.
payload.repository.owner.login,repo:this.payload.repository.name};throw new Error("context.repo requires a GITHUB_REPOSITORY environment var\
iable like 'owner/repo'")}};var httpClient=__toESM(require_lib2(),1),import_undici=__toESM(require_undici(),1),__awaiter5=function(thisArg,_arguments,P,generator){function adopt(value){
return value instanceof P?value:new P(function(resolve2){resolve2(value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){
try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){
result.done?resolve2(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})};
function getAuthString(token,options){if(!token&&!options.auth)throw new Error("Parameter token or opts.auth is required");if(token&&options.
auth)throw new Error("Parameters token and opts.auth may not both be specified");return typeof options.auth=="string"?options.auth:`token ${token}`}
function getProxyAgent(destinationUrl){return new httpClient.HttpClient().getAgent(destinationUrl)}function getProxyAgentDispatcher(destinationUrl){
return new httpClient.HttpClient().getAgentDispatcher(destinationUrl)}function getProxyFetch(destinationUrl){let httpDispatcher=getProxyAgentDispatcher(
destinationUrl);return(url,opts)=>__awaiter5(this,void 0,void 0,function*(){return(0,import_undici.fetch)(url,Object.assign(Object.assign({},
opts),{dispatcher:httpDispatcher}))})}function getApiBaseUrl(){return process.env.GITHUB_API_URL||"https://api.github.com"}function getUserAgentWithOrchestrationId(baseUserAgent){
var _a;let orchId=(_a=process.env.ACTIONS_ORCHESTRATION_ID)===null||_a===void 0?void 0:_a.trim();if(orchId){let tag=`actions_orchestration_i\
d/${orchId.replace(/[^a-z0-9_.-]/gi,"_")}`;return baseUserAgent?.includes(tag)?baseUserAgent:`${baseUserAgent?`${baseUserAgent} `:""}${tag}`}
return baseUserAgent}function getUserAgent(){return typeof navigator=="object"&&"userAgent"in navigator?navigator.userAgent:typeof process=="object"&&process.version!==
void 0?`Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`:"<environment undetectable>"}function register(state,name2,method,options){if(typeof method!="function")throw new Error("method for before hook must be a function");return options||
(options={}),Array.isArray(name2)?name2.reverse().reduce((callback,name3)=>register.bind(null,state,name3,callback,options),method)():Promise.
resolve().then(()=>state.registry[name2]?state.registry[name2].reduce((method2,registered)=>registered.hook.bind(null,method2,options),method)():
method(options))}function addHook(state,kind,name2,hook2){let orig=hook2;state.registry[name2]||(state.registry[name2]=[]),kind==="before"&&(hook2=(method,options)=>Promise.
resolve().then(orig.bind(null,options)).then(method.bind(null,options))),kind==="after"&&(hook2=(method,options)=>{let result;return Promise.
resolve().then(method.bind(null,options)).then(result_=>(result=result_,orig(result,options))).then(()=>result)}),kind==="error"&&(hook2=(method,options)=>Promise.
resolve().then(method.bind(null,options)).catch(error2=>orig(error2,options))),state.registry[name2].push({hook:hook2,orig})}function removeHook(state,name2,method){if(!state.registry[name2])return;let index=state.registry[name2].map(registered=>registered.orig).indexOf(
method);index!==-1&&state.registry[name2].splice(index,1)}var bind=Function.bind,bindable=bind.bind(bind);function bindApi(hook2,state,name2){let removeHookRef=bindable(removeHook,null).apply(null,name2?
[state,name2]:[state]);hook2.api={remove:removeHookRef},hook2.remove=removeHookRef,["before","error","after","wrap"].forEach(kind=>{let args=name2?
[state,kind,name2]:[state,kind];hook2[kind]=hook2.api[kind]=bindable(addHook,null).apply(null,args)})}function Singular(){let singularHookName=Symbol(
"Singular"),singularHookState={registry:{}},singularHook=register.bind(null,singularHookState,singularHookName);return bindApi(singularHook,
singularHookState,singularHookName),singularHook}function Collection(){let state={registry:{}},hook2=register.bind(null,state);return bindApi(
hook2,state),hook2}var before_after_hook_default={Singular,Collection};var VERSION="0.0.0-development",userAgent=`octokit-endpoint.js/${VERSION} ${getUserAgent()}`,DEFAULTS={method:"GET",baseUrl:"https://api.git\
hub.com",headers:{accept:"application/vnd.github.v3+json","user-agent":userAgent},mediaType:{format:""}};function lowercaseKeys(object){return object?
Object.keys(object).reduce((newObj,key)=>(newObj[key.toLowerCase()]=object[key],newObj),{}):{}}function isPlainObject(value){if(typeof value!=
"object"||value===null||Object.prototype.toString.call(value)!=="[object Object]")return!1;let proto=Object.getPrototypeOf(value);if(proto===
null)return!0;let Ctor=Object.prototype.hasOwnProperty.call(proto,"constructor")&&proto.constructor;return typeof Ctor=="function"&&Ctor instanceof
Ctor&&Function.prototype.call(Ctor)===Function.prototype.call(value)}function mergeDeep(defaults2,options){let result=Object.assign({},defaults2);
return Object.keys(options).forEach(key=>{isPlainObject(options[key])?key in defaults2?result[key]=mergeDeep(defaults2[key],options[key]):Object.
assign(result,{[key]:options[key]}):Object.assign(result,{[key]:options[key]})}),result}function removeUndefinedProperties(obj){for(let key in obj)
obj[key]===void 0&&delete obj[key];return obj}function merge(defaults2,route,options){if(typeof route=="string"){let[method,url]=route.split(
" ");options=Object.assign(url?{method,url}:{url:method},options)}else options=Object.assign({},route);options.headers=lowercaseKeys(options.
headers),removeUndefinedProperties(options),removeUndefinedProperties(options.headers);let mergedOptions=mergeDeep(defaults2||{},options);return options.
url==="/graphql"&&(defaults2&&defaults2.mediaType.previews?.length&&(mergedOptions.mediaType.previews=defaults2.mediaType.previews.filter(preview=>!mergedOptions.
mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews)),mergedOptions.mediaType.previews=(mergedOptions.mediaType.previews||
[]).map(preview=>preview.replace(/-preview/,""))),mergedOptions}function addQueryParameters(url,parameters){let separator=/\?/.test(url)?"&":
"?",names=Object.keys(parameters);return names.length===0?url:url+separator+names.map(name2=>name2==="q"?"q="+parameters.q.split("+").map(encodeURIComponent).
join("+"):`${name2}=${encodeURIComponent(parameters[name2])}`).join("&")}var urlVariableRegex=/\{[^{}}]+\}/g;function removeNonChars(variableName){
return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g,"").split(/,/)}function extractUrlVariableNames(url){let matches=url.match(urlVariableRegex);
return matches?matches.map(removeNonChars).reduce((a,b)=>a.concat(b),[]):[]}function omit(object,keysToOmit){let result={__proto__:null};for(let key of Object.
keys(object))keysToOmit.indexOf(key)===-1&&(result[key]=object[key]);return result}function encodeReserved(str){return str.split(/(%[0-9A-Fa-f]{2})/g).
map(function(part){return/%[0-9A-Fa-f]/.test(part)||(part=encodeURI(part).replace(/%5B/g,"[").replace(/%5D/g,"]")),part}).join("")}function encodeUnreserved(str){
return encodeURIComponent(str).replace(/[!'()*]/g,function(c){return"%"+c.charCodeAt(0).toString(16).toUpperCase()})}function encodeValue(operator,value,key){
return value=operator==="+"||operator==="#"?encodeReserved(value):encodeUnreserved(value),key?encodeUnreserved(key)+"="+value:value}function isDefined(value){
return value!=null}function isKeyOperator(operator){return operator===";"||operator==="&"||operator==="?"}function getValues(context3,operator,key,modifier){
var value=context3[key],result=[];if(isDefined(value)&&value!=="")if(typeof value=="string"||typeof value=="number"||typeof value=="bigint"||
typeof value=="boolean")value=value.toString(),modifier&&modifier!=="*"&&(value=value.substring(0,parseInt(modifier,10))),result.push(encodeValue(
operator,value,isKeyOperator(operator)?key:""));else if(modifier==="*")Array.isArray(value)?value.filter(isDefined).forEach(function(value2){
result.push(encodeValue(operator,value2,isKeyOperator(operator)?key:""))}):Object.keys(value).forEach(function(k){isDefined(value[k])&&result.
push(encodeValue(operator,value[k],k))});else{let tmp=[];Array.isArray(value)?value.filter(isDefined).forEach(function(value2){tmp.push(encodeValue(
operator,value2))}):Object.keys(value).forEach(function(k){isDefined(value[k])&&(tmp.push(encodeUnreserved(k)),tmp.push(encodeValue(operator,
value[k].toString())))}),isKeyOperator(operator)?result.push(encodeUnreserved(key)+"="+tmp.join(",")):tmp.length!==0&&result.push(tmp.join("\
,"))}else operator===";"?isDefined(value)&&result.push(encodeUnreserved(key)):value===""&&(operator==="&"||operator==="?")?result.push(encodeUnreserved(
key)+"="):value===""&&result.push("");return result}function parseUrl(template){return{expand:expand.bind(null,template)}}function expand(template,context3){
var operators=["+","#",".","/",";","?","&"];return template=template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g,function(_2,expression,literal){if(expression){
let operator="",values=[];if(operators.indexOf(expression.charAt(0))!==-1&&(operator=expression.charAt(0),expression=expression.substr(1)),expression.
split(/,/g).forEach(function(variable){var tmp=/([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);values.push(getValues(context3,operator,tmp[1],tmp[2]||
tmp[3]))}),operator&&operator!=="+"){var separator=",";return operator==="?"?separator="&":operator!=="#"&&(separator=operator),(values.length!==
0?operator:"")+values.join(separator)}else return values.join(",")}else return encodeReserved(literal)}),template==="/"?template:template.replace(
/\/$/,"")}function parse(options){let method=options.method.toUpperCase(),url=(options.url||"/").replace(/:([a-z]\w+)/g,"{$1}"),headers=Object.
assign({},options.headers),body,parameters=omit(options,["method","baseUrl","url","headers","request","mediaType"]),urlVariableNames=extractUrlVariableNames(
url);url=parseUrl(url).expand(parameters),/^http/.test(url)||(url=options.baseUrl+url);let omittedParameters=Object.keys(options).filter(option=>urlVariableNames.
includes(option)).concat("baseUrl"),remainingParameters=omit(parameters,omittedParameters);if(!/application\/octet-stream/i.test(headers.accept)&&
(options.mediaType.format&&(headers.accept=headers.accept.split(/,/).map(format=>format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
`application/vnd$1$2.${options.mediaType.format}`)).join(",")),url.endsWith("/graphql")&&options.mediaType.previews?.length)){let previewsFromAcceptHeader=headers.
accept.match(/(?<![\w-])[\w-]+(?=-preview)/g)||[];headers.accept=previewsFromAcceptHeader.concat(options.mediaType.previews).map(preview=>{let format=options.
mediaType.format?`.${options.mediaType.format}`:"+json";return`application/vnd.github.${preview}-preview${format}`}).join(",")}return["GET",
"HEAD"].includes(method)?url=addQueryParameters(url,remainingParameters):"data"in remainingParameters?body=remainingParameters.data:Object.keys(
remainingParameters).length&&(body=remainingParameters),!headers["content-type"]&&typeof body<"u"&&(headers["content-type"]="application/jso\
n; charset=utf-8"),["PATCH","PUT"].includes(method)&&typeof body>"u"&&(body=""),Object.assign({method,url,headers},typeof body<"u"?{body}:null,
options.request?{request:options.request}:null)}function endpointWithDefaults(defaults2,route,options){return parse(merge(defaults2,route,options))}
function withDefaults(oldDefaults,newDefaults){let DEFAULTS2=merge(oldDefaults,newDefaults),endpoint2=endpointWithDefaults.bind(null,DEFAULTS2);
return Object.assign(endpoint2,{DEFAULTS:DEFAULTS2,defaults:withDefaults.bind(null,DEFAULTS2),merge:merge.bind(null,DEFAULTS2),parse})}var endpoint=withDefaults(
null,DEFAULTS);var CHAR_MAP=new Uint8Array(256);CHAR_MAP[9]|=2;CHAR_MAP[32]|=2;CHAR_MAP[59]|=4;CHAR_MAP[44]|=8;for(let code=128;code<=255;code++)CHAR_MAP[code]|=
1;for(let char of"!#$%&'*+-.^_`|~")CHAR_MAP[char.charCodeAt(0)]|=16;for(let code=48;code<=57;code++)CHAR_MAP[code]|=16;for(let code=65;code<=
90;code++)CHAR_MAP[code]|=17;for(let code=97;code<=122;code++)CHAR_MAP[code]|=16;var NullObject=(()=>{let C=function(){};return C.prototype=
Object.create(null),C})();function parse2(header,options){let stopFlags=4|(options?.comma===!0?8:0),len=header.length,valueStart=options?.start??0;for(;(CHAR_MAP[header.
charCodeAt(valueStart)]&2)!==0;)valueStart++;let index=valueStart,typeFlags=0,whitespace=-1,stop=options?.parameters===!1?8:0;for(;index<len;){
let code=header.charCodeAt(index),flags=CHAR_MAP[code];if((flags&stopFlags)!==0){stop|=flags&8;break}(flags&2)!==0?whitespace===-1&&(whitespace=
index):whitespace=-1,typeFlags|=code&65280|flags,index++}let valueEnd=whitespace===-1?index:whitespace,value=header.slice(valueStart,valueEnd),
type=(typeFlags&65281)===0?value:value.toLowerCase();return index===len||stop!==0?{type,index,parameters:new NullObject}:parseParameters(header,
type,index,len,stopFlags)}function parseParameters(header,type,index,len,stopFlags){let parameters=new NullObject;parameter:for(;index<len;){
for(index++;(CHAR_MAP[header.charCodeAt(index)]&2)!==0;)index++;let keyStart=index,keyFlags=0,keyWhitespace=-1;for(;index<len;){let code=header.
charCodeAt(index),flags=CHAR_MAP[code];if((flags&stopFlags)!==0){if((flags&8)!==0)break parameter;continue parameter}if(code===61){let keyEnd=keyWhitespace===
-1?index:keyWhitespace,value=header.slice(keyStart,keyEnd),key=(keyFlags&65281)===0?value:value.toLowerCase();for(index++;(CHAR_MAP[header.charCodeAt(
index)]&2)!==0;)index++;if(index<len&&header.charCodeAt(index)===34){let quotedStart=++index,escaped=!1;for(;index<len;){let code2=header.charCodeAt(
index);if(code2===34){parameters[key]===void 0&&(parameters[key]=escaped?unescapeQuotedPairs(header,quotedStart,index):header.slice(quotedStart,
index)),index++;let stop2=0;for(;index<len;){let code3=header.charCodeAt(index),flags2=CHAR_MAP[code3];if((flags2&stopFlags)!==0){stop2=flags2&
8;break}index++}if(stop2!==0)break parameter;continue parameter}if(code2===92&&index+1<len){escaped=!0,index+=2;continue}index++}continue parameter}
let valueStart=index,stop=0,valueWhitespace=-1;for(;index<len;){let code2=header.charCodeAt(index),flags2=CHAR_MAP[code2];if((flags2&stopFlags)!==
0){stop=flags2&8;break}(flags2&2)!==0?valueWhitespace===-1&&(valueWhitespace=index):valueWhitespace=-1,index++}if(parameters[key]===void 0){
let valueEnd=valueWhitespace===-1?index:valueWhitespace;parameters[key]=header.slice(valueStart,valueEnd)}if(stop!==0)break parameter;continue parameter}
(flags&2)!==0?keyWhitespace===-1&&(keyWhitespace=index):keyWhitespace=-1,keyFlags|=code&65280|flags,index++}}return{type,index,parameters}}function unescapeQuotedPairs(str,start,end){
let result="";for(let index=start;index<end;index++)str.charCodeAt(index)===92&&(result+=str.slice(start,index),start=++index);return result+
str.slice(start,end)}var intRegex=/^-?\d+$/,noiseValue=/^-?\d+n+$/,originalStringify=JSON.stringify,originalParse=JSON.parse,customFormat=/^-?\d+n$/,bigIntsStringify=/([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g,
noiseStringify=/([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g,isUnstringifiable=val=>val===void 0||typeof val=="function"||typeof val=="symbol",isRawJSON=val=>val!==
null&&typeof val=="object"&&val.constructor&&val.constructor.name==="RawJSON",stringifyIteratively=(rootValue,replacer,spaceParam)=>{let space="";
typeof spaceParam=="number"?space=" ".repeat(Math.min(10,Math.max(0,Math.floor(spaceParam)))):typeof spaceParam=="string"&&(space=spaceParam.
slice(0,10));let isFunctionReplacer=typeof replacer=="function",propertyList=Array.isArray(replacer)?new Set(replacer.map(String)):null,prepareVal=(parent,key,val)=>(val!==
null&&typeof val=="object"&&typeof val.toJSON=="function"&&(val=val.toJSON(key)),typeof val=="string"&&noiseValue.test(val)?val+"n":typeof val==
"bigint"?"rawJSON"in JSON?JSON.rawJSON(val.toString()):val.toString()+"n":(isFunctionReplacer&&(val=replacer.call(parent,key,val)),val!==null&&
typeof val=="object"&&(val instanceof Number||val instanceof String||val instanceof Boolean)&&(val=val.valueOf()),val)),rootProcessed=prepareVal(
{"":rootValue},"",rootValue);if(isUnstringifiable(rootProcessed))return;let isRootPrimitive=rootProcessed===null||typeof rootProcessed!="obj\
ect",isRootNativeRawJSON=isRawJSON(rootProcessed);if(isRootPrimitive||isRootNativeRawJSON)return originalStringify(rootProcessed);let chunks=[],
level=0,stack=[{parent:{"":rootProcessed},key:"",val:rootProcessed,isArray:Array.isArray(rootProcessed),keys:Array.isArray(rootProcessed)?null:
Object.keys(rootProcessed),index:0,first:!0}],visited=new WeakSet([rootProcessed]);for(;stack.length>0;){let node=stack[stack.length-1];node.
index===0&&(chunks.push(node.isArray?"[":"{"),level++);let isDone=!1;if(node.isArray)if(node.index<node.val.length){node.first||chunks.push(
","),space&&chunks.push(`
`+space.repeat(level));let childRaw=node.val[node.index],childVal=prepareVal(node.val,String(node.index),childRaw);if(isUnstringifiable(childVal))
chunks.push("null"),node.first=!1,node.index++;else{let isComplexObject=childVal!==null&&typeof childVal=="object",isNativeRaw=isRawJSON(childVal);
if(isComplexObject&&!isNativeRaw){if(visited.has(childVal))throw new TypeError("Converting circular structure to JSON");visited.add(childVal),
stack.push({parent:node.val,key:String(node.index),val:childVal,isArray:Array.isArray(childVal),keys:Array.isArray(childVal)?null:Object.keys(
childVal),index:0,first:!0}),node.first=!1,node.index++}else chunks.push(originalStringify(childVal)),node.first=!1,node.index++}}else isDone=
!0;else{for(;node.index<node.keys.length;){let k=node.keys[node.index++];if(propertyList&&!propertyList.has(k))continue;let childRaw=node.val[k],
childVal=prepareVal(node.val,k,childRaw);if(isUnstringifiable(childVal))continue;node.first||chunks.push(","),space?chunks.push(`
`+space.repeat(level)+originalStringify(k)+": "):chunks.push(originalStringify(k)+":");let isComplexObject=childVal!==null&&typeof childVal==
"object",isNativeRaw=isRawJSON(childVal);if(isComplexObject&&!isNativeRaw){if(visited.has(childVal))throw new TypeError("Converting circular\
 structure to JSON");visited.add(childVal),stack.push({parent:node.val,key:k,val:childVal,isArray:Array.isArray(childVal),keys:Array.isArray(
childVal)?null:Object.keys(childVal),index:0,first:!0}),node.first=!1;break}else chunks.push(originalStringify(childVal)),node.first=!1}node.
index>=node.keys.length&&stack[stack.length-1]===node&&(isDone=!0)}isDone&&(level--,!node.first&&space&&chunks.push(`
`+space.repeat(level)),chunks.push(node.isArray?"]":"}"),visited.delete(node.val),stack.pop())}return chunks.join("")},JSONStringify=(value,replacer,space)=>{
try{return"rawJSON"in JSON?originalStringify(value,(key,val)=>typeof val=="bigint"?JSON.rawJSON(val.toString()):typeof replacer=="function"?
replacer(key,val):(Array.isArray(replacer)&&replacer.includes(key),val),space):value?originalStringify(value,(key,val)=>typeof val=="string"&&
noiseValue.test(val)||typeof val=="bigint"?val.toString()+"n":typeof replacer=="function"?replacer(key,val):(Array.isArray(replacer)&&replacer.
includes(key),val),space).replace(bigIntsStringify,"$1$2$3").replace(noiseStringify,"$1$2$3"):originalStringify(value,replacer,space)}catch(error2){
if(error2 instanceof RangeError){let convertedJSON=stringifyIteratively(value,replacer,space);return convertedJSON===void 0?void 0:"rawJSON"in
JSON?convertedJSON:convertedJSON.replace(bigIntsStringify,"$1$2$3").replace(noiseStringify,"$1$2$3")}throw error2}},featureCache=new Map,isContextSourceSupported=()=>{
let parseFingerprint=JSON.parse.toString();if(featureCache.has(parseFingerprint))return featureCache.get(parseFingerprint);try{let result=JSON.
parse("1",(_2,__,context3)=>!!context3?.source&&context3.source==="1");return featureCache.set(parseFingerprint,result),result}catch{return featureCache.
set(parseFingerprint,!1),!1}},convertMarkedBigIntsReviver=(key,value,context3,userReviver)=>typeof value=="string"&&customFormat.test(value)?
BigInt(value.slice(0,-1)):typeof value=="string"&&noiseValue.test(value)?value.slice(0,-1):typeof userReviver=="function"?userReviver(key,value,
context3):value,JSONParseV2=(text,reviver)=>JSON.parse(text,(key,value,context3)=>{let isNumber=typeof value=="number",isOutOfBounds=value>Number.
MAX_SAFE_INTEGER||value<Number.MIN_SAFE_INTEGER,isBigNumber=isNumber&&isOutOfBounds,isInt=context3&&intRegex.test(context3.source);return isBigNumber&&
isInt?BigInt(context3.source):typeof reviver=="function"?reviver(key,value,context3):value}),MAX_INT=Number.MAX_SAFE_INTEGER.toString(),MAX_DIGITS=MAX_INT.
length,stringsOrLargeNumbers=/"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g,noiseValueWithQuotes=/^"-?\d+n+"$/,applyReviverIteratively=(parsed,userReviver)=>{
let rootHolder={"":parsed},stack=[{parent:rootHolder,key:"",visited:!1}];for(;stack.length>0;){let node=stack[stack.length-1];if(node.visited){
let{parent,key}=node,value=parent[key];typeof value=="string"&&(customFormat.test(value)?value=BigInt(value.slice(0,-1)):noiseValue.test(value)&&
(value=value.slice(0,-1))),typeof userReviver=="function"&&(value=userReviver.call(parent,key,value)),value===void 0?delete parent[key]:parent[key]=
value,stack.pop()}else{node.visited=!0;let value=node.parent[node.key];if(value!==null&&typeof value=="object"){let keys=Object.keys(value);
for(let i=keys.length-1;i>=0;i--)stack.push({parent:value,key:keys[i],visited:!1})}}}return rootHolder[""]},serializeBigInts=text=>text.replace(
stringsOrLargeNumbers,(match,digits,fractional,exponential)=>{let isString=match[0]==='"';if(isString&&noiseValueWithQuotes.test(match))return match.
substring(0,match.length-1)+'n"';let hasFractionalOrExponential=fractional||exponential,isLessThanMaxSafeInt=digits&&(digits.length<MAX_DIGITS||
digits.length===MAX_DIGITS&&digits<=MAX_INT);return isString||hasFractionalOrExponential||isLessThanMaxSafeInt?match:'"'+match+'n"'}),JSONParse=(text,reviver)=>{
if(!text)return originalParse(text,reviver);try{if(isContextSourceSupported())return JSONParseV2(text,reviver);let serializedData=serializeBigInts(
text);return originalParse(serializedData,(key,value,context3)=>convertMarkedBigIntsReviver(key,value,context3,reviver))}catch(error2){if(error2 instanceof
RangeError){let serializedData=serializeBigInts(text),parsed=originalParse(serializedData);return applyReviverIteratively(parsed,reviver)}throw error2}};var RequestError=class extends Error{name;status;request;response;constructor(message,statusCode,options){super(message,{cause:options.cause}),
this.name="HttpError",this.status=Number.parseInt(statusCode),Number.isNaN(this.status)&&(this.status=0);"response"in options&&(this.response=
options.response);let requestCopy=Object.assign({},options.request);options.request.headers.authorization&&(requestCopy.headers=Object.assign(
{},options.request.headers,{authorization:options.request.headers.authorization.replace(/(?<! ) .*$/," [REDACTED]")})),requestCopy.url=requestCopy.
url.replace(/\bclient_secret=\w+/g,"client_secret=[REDACTED]").replace(/\baccess_token=\w+/g,"access_token=[REDACTED]"),this.request=requestCopy}};var VERSION2="10.0.16",defaults_default={headers:{"user-agent":`octokit-request.js/${VERSION2} ${getUserAgent()}`}};function isPlainObject2(value){
if(typeof value!="object"||value===null||Object.prototype.toString.call(value)!=="[object Object]")return!1;let proto=Object.getPrototypeOf(
value);if(proto===null)return!0;let Ctor=Object.prototype.hasOwnProperty.call(proto,"constructor")&&proto.constructor;return typeof Ctor=="f\
unction"&&Ctor instanceof Ctor&&Function.prototype.call(Ctor)===Function.prototype.call(value)}var noop=()=>"";async function fetchWrapper(requestOptions){
let fetch2=requestOptions.request?.fetch||globalThis.fetch;if(!fetch2)throw new Error("fetch is not set. Please pass a fetch implementation \
as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");let log=requestOptions.request?.
log||console,parseSuccessResponseBody=requestOptions.request?.parseSuccessResponseBody!==!1,body=isPlainObject2(requestOptions.body)||Array.
isArray(requestOptions.body)?JSONStringify(requestOptions.body):requestOptions.body,requestHeaders=Object.fromEntries(Object.entries(requestOptions.
headers).map(([name2,value])=>[name2,String(value)])),fetchResponse;try{fetchResponse=await fetch2(requestOptions.url,{method:requestOptions.
method,body,redirect:requestOptions.request?.redirect,headers:requestHeaders,signal:requestOptions.request?.signal,...requestOptions.body&&{
duplex:"half"}})}catch(error2){let message="Unknown Error";if(error2 instanceof Error){if(error2.name==="AbortError")throw error2.status=500,
error2;message=error2.message,error2.name==="TypeError"&&"cause"in error2&&(error2.cause instanceof Error?message=error2.cause.message:typeof error2.
cause=="string"&&(message=error2.cause))}let requestError=new RequestError(message,500,{request:requestOptions});throw requestError.cause=error2,
requestError}let status=fetchResponse.status,url=fetchResponse.url,responseHeaders={};for(let[key,value]of fetchResponse.headers)responseHeaders[key]=
value;let octokitResponse={url,status,headers:responseHeaders,data:""};if("deprecation"in responseHeaders){let matches=responseHeaders.link&&
responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/),deprecationLink=matches&&matches.pop();log.warn(`[@octokit/request] "${requestOptions.
method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink?`. See ${deprecationLink}`:
""}`)}if(status===204||status===205)return octokitResponse;if(requestOptions.method==="HEAD"){if(status<400)return octokitResponse;throw new RequestError(
fetchResponse.statusText,status,{response:octokitResponse,request:requestOptions})}if(status===304)throw octokitResponse.data=await getResponseData(
fetchResponse),new RequestError("Not modified",status,{response:octokitResponse,request:requestOptions});if(status>=400)throw octokitResponse.
data=await getResponseData(fetchResponse),new RequestError(toErrorMessage(octokitResponse.data),status,{response:octokitResponse,request:requestOptions});
return octokitResponse.data=parseSuccessResponseBody?await getResponseData(fetchResponse):fetchResponse.body,octokitResponse}async function getResponseData(response){
let contentType=response.headers.get("content-type");if(!contentType)return response.text().catch(noop);let mimetype=parse2(contentType);if(isJSONResponse(
mimetype)){let text="";try{return text=await response.text(),JSONParse(text)}catch{return text}}else return mimetype.type.startsWith("text/")||
mimetype.parameters.charset?.toLowerCase()==="utf-8"&&mimetype.type!=="application/octet-stream"?response.text().catch(noop):response.arrayBuffer().
catch(()=>new ArrayBuffer(0))}function isJSONResponse(mimetype){return mimetype.type==="application/json"||mimetype.type==="application/scim\
+json"}function toErrorMessage(data){if(typeof data=="string")return data;if(data instanceof ArrayBuffer)return"Unknown error";if(typeof data==
"object"&&data!==null&&"message"in data){let objectData=data,suffix="documentation_url"in objectData?` - ${objectData.documentation_url}`:"";
return Array.isArray(objectData.errors)?`${objectData.message}: ${objectData.errors.map(v=>JSON.stringify(v)).join(", ")}${suffix}`:`${objectData.
message}${suffix}`}return`Unknown error: ${JSON.stringify(data)}`}function withDefaults2(oldEndpoint,newDefaults){let endpoint2=oldEndpoint.
defaults(newDefaults);return Object.assign(function(route,parameters){let endpointOptions=endpoint2.merge(route,parameters);if(!endpointOptions.
request||!endpointOptions.request.hook)return fetchWrapper(endpoint2.parse(endpointOptions));let request2=(route2,parameters2)=>fetchWrapper(
endpoint2.parse(endpoint2.merge(route2,parameters2)));return Object.assign(request2,{endpoint:endpoint2,defaults:withDefaults2.bind(null,endpoint2)}),
endpointOptions.request.hook(request2,endpointOptions)},{endpoint:endpoint2,defaults:withDefaults2.bind(null,endpoint2)})}var request=withDefaults2(
endpoint,defaults_default);var VERSION3="0.0.0-development";function _buildMessageForResponseErrors(data){return`Request failed due to following response errors:
`+data.errors.map(e=>` - ${e.message}`).join(`
`)}var GraphqlResponseError=class extends Error{constructor(request2,headers,response){super(_buildMessageForResponseErrors(response)),this.
request=request2,this.headers=headers,this.response=response,this.errors=response.errors,this.data=response.data,Error.captureStackTrace&&Error.
captureStackTrace(this,this.constructor)}request;headers;response;name="GraphqlResponseError";errors;data},NON_VARIABLE_OPTIONS=["method","b\
aseUrl","url","headers","request","query","mediaType","operationName"],FORBIDDEN_VARIABLE_OPTIONS=["query","method","url"],GHES_V3_SUFFIX_REGEX=/\/api\/v3\/?$/;
function graphql(request2,query,options){if(options){if(typeof query=="string"&&"query"in options)return Promise.reject(new Error('[@octokit\
/graphql] "query" cannot be used as variable name'));for(let key in options)if(FORBIDDEN_VARIABLE_OPTIONS.includes(key))return Promise.reject(
new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`))}let parsedOptions=typeof query=="string"?Object.assign({query},options):
query,requestOptions=Object.keys(parsedOptions).reduce((result,key)=>NON_VARIABLE_OPTIONS.includes(key)?(result[key]=parsedOptions[key],result):
(result.variables||(result.variables={}),result.variables[key]=parsedOptions[key],result),{}),baseUrl2=parsedOptions.baseUrl||request2.endpoint.
DEFAULTS.baseUrl;return GHES_V3_SUFFIX_REGEX.test(baseUrl2)&&(requestOptions.url=baseUrl2.replace(GHES_V3_SUFFIX_REGEX,"/api/graphql")),request2(
requestOptions).then(response=>{if(response.data.errors){let headers={};for(let key of Object.keys(response.headers))headers[key]=response.headers[key];
throw new GraphqlResponseError(requestOptions,headers,response.data)}return response.data.data})}function withDefaults3(request2,newDefaults){
let newRequest=request2.defaults(newDefaults);return Object.assign((query,options)=>graphql(newRequest,query,options),{defaults:withDefaults3.
bind(null,newRequest),endpoint:newRequest.endpoint})}var graphql2=withDefaults3(request,{headers:{"user-agent":`octokit-graphql.js/${VERSION3}\
 ${getUserAgent()}`},method:"POST",url:"/graphql"});function withCustomRequest(customRequest){return withDefaults3(customRequest,{method:"PO\
ST",url:"/graphql"})}var b64url="(?:[a-zA-Z0-9_-]+)",sep="\\.",jwtRE=new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`),isJWT=jwtRE.test.bind(jwtRE);async function auth(token){
let isApp=isJWT(token),isInstallation=token.startsWith("v1.")||token.startsWith("ghs_"),isUserToServer=token.startsWith("ghu_");return{type:"\
token",token,tokenType:isApp?"app":isInstallation?"installation":isUserToServer?"user-to-server":"oauth"}}function withAuthorizationPrefix(token){
return token.split(/\./).length===3?`bearer ${token}`:`token ${token}`}async function hook(token,request2,route,parameters){let endpoint2=request2.
endpoint.merge(route,parameters);return endpoint2.headers.authorization=withAuthorizationPrefix(token),request2(endpoint2)}var createTokenAuth=function(token){
if(!token)throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");if(typeof token!="string")throw new Error("[@octokit/a\
uth-token] Token passed to createTokenAuth is not a string");return token=token.replace(/^(token|bearer) +/i,""),Object.assign(auth.bind(null,
token),{hook:hook.bind(null,token)})};var VERSION4="7.0.8";var noop2=()=>{},consoleWarn=console.warn.bind(console),consoleError=console.error.bind(console);function createLogger(logger={}){return typeof logger.
debug!="function"&&(logger.debug=noop2),typeof logger.info!="function"&&(logger.info=noop2),typeof logger.warn!="function"&&(logger.warn=consoleWarn),
typeof logger.error!="function"&&(logger.error=consoleError),logger}var userAgentTrail=`octokit-core.js/${VERSION4} ${getUserAgent()}`,Octokit=class{static VERSION=VERSION4;static defaults(defaults2){
return class extends this{constructor(...args){let options=args[0]||{};if(typeof defaults2=="function"){super(defaults2(options));return}super(
Object.assign({},defaults2,options,options.userAgent&&defaults2.userAgent?{userAgent:`${options.userAgent} ${defaults2.userAgent}`}:null))}}}static plugins=[];static plugin(...newPlugins){
let currentPlugins=this.plugins;return class extends this{static plugins=currentPlugins.concat(newPlugins.filter(plugin=>!currentPlugins.includes(
plugin)))}}constructor(options={}){let hook2=new before_after_hook_default.Collection,requestDefaults={baseUrl:request.endpoint.DEFAULTS.baseUrl,
headers:{},request:Object.assign({},options.request,{hook:hook2.bind(null,"request")}),mediaType:{previews:[],format:""}};if(requestDefaults.
headers["user-agent"]=options.userAgent?`${options.userAgent} ${userAgentTrail}`:userAgentTrail,options.baseUrl&&(requestDefaults.baseUrl=options.
baseUrl),options.previews&&(requestDefaults.mediaType.previews=options.previews),options.timeZone&&(requestDefaults.headers["time-zone"]=options.
timeZone),this.request=request.defaults(requestDefaults),this.graphql=withCustomRequest(this.request).defaults(requestDefaults),this.log=createLogger(
options.log),this.hook=hook2,options.authStrategy){let{authStrategy,...otherOptions}=options,auth2=authStrategy(Object.assign({request:this.
request,log:this.log,octokit:this,octokitOptions:otherOptions},options.auth));hook2.wrap("request",auth2.hook),this.auth=auth2}else if(!options.
auth)this.auth=async()=>({type:"unauthenticated"});else{let auth2=createTokenAuth(options.auth);hook2.wrap("request",auth2.hook),this.auth=auth2}
let classConstructor=this.constructor;for(let i=0;i<classConstructor.plugins.length;++i)Object.assign(this,classConstructor.plugins[i](this,
options))}request;graphql;log;hook;auth};var VERSION5="17.0.0";var Endpoints={actions:{addCustomLabelsToSelfHostedRunnerForOrg:["POST /orgs/{org}/actions/runners/{runner_id}/labels"],addCustomLabelsToSelfHostedRunnerForRepo:[
"POST /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],addRepoAccessToSelfHostedRunnerGroupInOrg:["PUT /orgs/{org}/actions/runner-\
groups/{runner_group_id}/repositories/{repository_id}"],addSelectedRepoToOrgSecret:["PUT /orgs/{org}/actions/secrets/{secret_name}/repositor\
ies/{repository_id}"],addSelectedRepoToOrgVariable:["PUT /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"],approveWorkflowRun:[
"POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve"],cancelWorkflowRun:["POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel"],createEnvironmentVariable:[
"POST /repos/{owner}/{repo}/environments/{environment_name}/variables"],createHostedRunnerForOrg:["POST /orgs/{org}/actions/hosted-runners"],
createOrUpdateEnvironmentSecret:["PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],createOrUpdateOrgSecret:[
"PUT /orgs/{org}/actions/secrets/{secret_name}"],createOrUpdateRepoSecret:["PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}"],createOrgVariable:[
"POST /orgs/{org}/actions/variables"],createRegistrationTokenForOrg:["POST /orgs/{org}/actions/runners/registration-token"],createRegistrationTokenForRepo:[
"POST /repos/{owner}/{repo}/actions/runners/registration-token"],createRemoveTokenForOrg:["POST /orgs/{org}/actions/runners/remove-token"],createRemoveTokenForRepo:[
"POST /repos/{owner}/{repo}/actions/runners/remove-token"],createRepoVariable:["POST /repos/{owner}/{repo}/actions/variables"],createWorkflowDispatch:[
"POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches"],deleteActionsCacheById:["DELETE /repos/{owner}/{repo}/actions/cache\
s/{cache_id}"],deleteActionsCacheByKey:["DELETE /repos/{owner}/{repo}/actions/caches{?key,ref}"],deleteArtifact:["DELETE /repos/{owner}/{rep\
o}/actions/artifacts/{artifact_id}"],deleteCustomImageFromOrg:["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id\
}"],deleteCustomImageVersionFromOrg:["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],deleteEnvironmentSecret:[
"DELETE /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],deleteEnvironmentVariable:["DELETE /repos/{owner}/{rep\
o}/environments/{environment_name}/variables/{name}"],deleteHostedRunnerForOrg:["DELETE /orgs/{org}/actions/hosted-runners/{hosted_runner_id\
}"],deleteOrgSecret:["DELETE /orgs/{org}/actions/secrets/{secret_name}"],deleteOrgVariable:["DELETE /orgs/{org}/actions/variables/{name}"],deleteRepoSecret:[
"DELETE /repos/{owner}/{repo}/actions/secrets/{secret_name}"],deleteRepoVariable:["DELETE /repos/{owner}/{repo}/actions/variables/{name}"],deleteSelfHostedRunnerFromOrg:[
"DELETE /orgs/{org}/actions/runners/{runner_id}"],deleteSelfHostedRunnerFromRepo:["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}"],
deleteWorkflowRun:["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}"],deleteWorkflowRunLogs:["DELETE /repos/{owner}/{repo}/actions/runs/{\
run_id}/logs"],disableSelectedRepositoryGithubActionsOrganization:["DELETE /orgs/{org}/actions/permissions/repositories/{repository_id}"],disableWorkflow:[
"PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable"],downloadArtifact:["GET /repos/{owner}/{repo}/actions/artifacts/{artifac\
t_id}/{archive_format}"],downloadJobLogsForWorkflowRun:["GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs"],downloadWorkflowRunAttemptLogs:[
"GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs"],downloadWorkflowRunLogs:["GET /repos/{owner}/{repo}/action\
s/runs/{run_id}/logs"],enableSelectedRepositoryGithubActionsOrganization:["PUT /orgs/{org}/actions/permissions/repositories/{repository_id}"],
enableWorkflow:["PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable"],forceCancelWorkflowRun:["POST /repos/{owner}/{repo}/acti\
ons/runs/{run_id}/force-cancel"],generateRunnerJitconfigForOrg:["POST /orgs/{org}/actions/runners/generate-jitconfig"],generateRunnerJitconfigForRepo:[
"POST /repos/{owner}/{repo}/actions/runners/generate-jitconfig"],getActionsCacheList:["GET /repos/{owner}/{repo}/actions/caches"],getActionsCacheUsage:[
"GET /repos/{owner}/{repo}/actions/cache/usage"],getActionsCacheUsageByRepoForOrg:["GET /orgs/{org}/actions/cache/usage-by-repository"],getActionsCacheUsageForOrg:[
"GET /orgs/{org}/actions/cache/usage"],getAllowedActionsOrganization:["GET /orgs/{org}/actions/permissions/selected-actions"],getAllowedActionsRepository:[
"GET /repos/{owner}/{repo}/actions/permissions/selected-actions"],getArtifact:["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
getCustomImageForOrg:["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"],getCustomImageVersionForOrg:["GET /orgs/\
{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],getCustomOidcSubClaimForRepo:["GET /repos/{owner}/{rep\
o}/actions/oidc/customization/sub"],getEnvironmentPublicKey:["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key"],
getEnvironmentSecret:["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],getEnvironmentVariable:["GET /repos\
/{owner}/{repo}/environments/{environment_name}/variables/{name}"],getGithubActionsDefaultWorkflowPermissionsOrganization:["GET /orgs/{org}/\
actions/permissions/workflow"],getGithubActionsDefaultWorkflowPermissionsRepository:["GET /repos/{owner}/{repo}/actions/permissions/workflow"],
getGithubActionsPermissionsOrganization:["GET /orgs/{org}/actions/permissions"],getGithubActionsPermissionsRepository:["GET /repos/{owner}/{\
repo}/actions/permissions"],getHostedRunnerForOrg:["GET /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],getHostedRunnersGithubOwnedImagesForOrg:[
"GET /orgs/{org}/actions/hosted-runners/images/github-owned"],getHostedRunnersLimitsForOrg:["GET /orgs/{org}/actions/hosted-runners/limits"],
getHostedRunnersMachineSpecsForOrg:["GET /orgs/{org}/actions/hosted-runners/machine-sizes"],getHostedRunnersPartnerImagesForOrg:["GET /orgs/\
{org}/actions/hosted-runners/images/partner"],getHostedRunnersPlatformsForOrg:["GET /orgs/{org}/actions/hosted-runners/platforms"],getJobForWorkflowRun:[
"GET /repos/{owner}/{repo}/actions/jobs/{job_id}"],getOrgPublicKey:["GET /orgs/{org}/actions/secrets/public-key"],getOrgSecret:["GET /orgs/{\
org}/actions/secrets/{secret_name}"],getOrgVariable:["GET /orgs/{org}/actions/variables/{name}"],getPendingDeploymentsForRun:["GET /repos/{o\
wner}/{repo}/actions/runs/{run_id}/pending_deployments"],getRepoPermissions:["GET /repos/{owner}/{repo}/actions/permissions",{},{renamed:["a\
ctions","getGithubActionsPermissionsRepository"]}],getRepoPublicKey:["GET /repos/{owner}/{repo}/actions/secrets/public-key"],getRepoSecret:[
"GET /repos/{owner}/{repo}/actions/secrets/{secret_name}"],getRepoVariable:["GET /repos/{owner}/{repo}/actions/variables/{name}"],getReviewsForRun:[
"GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals"],getSelfHostedRunnerForOrg:["GET /orgs/{org}/actions/runners/{runner_id}"],getSelfHostedRunnerForRepo:[
"GET /repos/{owner}/{repo}/actions/runners/{runner_id}"],getWorkflow:["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}"],getWorkflowAccessToRepository:[
"GET /repos/{owner}/{repo}/actions/permissions/access"],getWorkflowRun:["GET /repos/{owner}/{repo}/actions/runs/{run_id}"],getWorkflowRunAttempt:[
"GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}"],getWorkflowRunUsage:["GET /repos/{owner}/{repo}/actions/runs/{r\
un_id}/timing"],getWorkflowUsage:["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/timing"],listArtifactsForRepo:["GET /repos/{own\
er}/{repo}/actions/artifacts"],listCustomImageVersionsForOrg:["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/ve\
rsions"],listCustomImagesForOrg:["GET /orgs/{org}/actions/hosted-runners/images/custom"],listEnvironmentSecrets:["GET /repos/{owner}/{repo}/\
environments/{environment_name}/secrets"],listEnvironmentVariables:["GET /repos/{owner}/{repo}/environments/{environment_name}/variables"],listGithubHostedRunnersInGroupForOrg:[
"GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners"],listHostedRunnersForOrg:["GET /orgs/{org}/actions/hosted-runners"],
listJobsForWorkflowRun:["GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs"],listJobsForWorkflowRunAttempt:["GET /repos/{owner}/{repo}/ac\
tions/runs/{run_id}/attempts/{attempt_number}/jobs"],listLabelsForSelfHostedRunnerForOrg:["GET /orgs/{org}/actions/runners/{runner_id}/label\
s"],listLabelsForSelfHostedRunnerForRepo:["GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],listOrgSecrets:["GET /orgs/{org}/a\
ctions/secrets"],listOrgVariables:["GET /orgs/{org}/actions/variables"],listRepoOrganizationSecrets:["GET /repos/{owner}/{repo}/actions/orga\
nization-secrets"],listRepoOrganizationVariables:["GET /repos/{owner}/{repo}/actions/organization-variables"],listRepoSecrets:["GET /repos/{\
owner}/{repo}/actions/secrets"],listRepoVariables:["GET /repos/{owner}/{repo}/actions/variables"],listRepoWorkflows:["GET /repos/{owner}/{re\
po}/actions/workflows"],listRunnerApplicationsForOrg:["GET /orgs/{org}/actions/runners/downloads"],listRunnerApplicationsForRepo:["GET /repo\
s/{owner}/{repo}/actions/runners/downloads"],listSelectedReposForOrgSecret:["GET /orgs/{org}/actions/secrets/{secret_name}/repositories"],listSelectedReposForOrgVariable:[
"GET /orgs/{org}/actions/variables/{name}/repositories"],listSelectedRepositoriesEnabledGithubActionsOrganization:["GET /orgs/{org}/actions/\
permissions/repositories"],listSelfHostedRunnersForOrg:["GET /orgs/{org}/actions/runners"],listSelfHostedRunnersForRepo:["GET /repos/{owner}\
/{repo}/actions/runners"],listWorkflowRunArtifacts:["GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"],listWorkflowRuns:["GET /rep\
os/{owner}/{repo}/actions/workflows/{workflow_id}/runs"],listWorkflowRunsForRepo:["GET /repos/{owner}/{repo}/actions/runs"],reRunJobForWorkflowRun:[
"POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun"],reRunWorkflow:["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun"],reRunWorkflowFailedJobs:[
"POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs"],removeAllCustomLabelsFromSelfHostedRunnerForOrg:["DELETE /orgs/{org}/a\
ctions/runners/{runner_id}/labels"],removeAllCustomLabelsFromSelfHostedRunnerForRepo:["DELETE /repos/{owner}/{repo}/actions/runners/{runner_\
id}/labels"],removeCustomLabelFromSelfHostedRunnerForOrg:["DELETE /orgs/{org}/actions/runners/{runner_id}/labels/{name}"],removeCustomLabelFromSelfHostedRunnerForRepo:[
"DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}"],removeSelectedRepoFromOrgSecret:["DELETE /orgs/{org}/actions/secre\
ts/{secret_name}/repositories/{repository_id}"],removeSelectedRepoFromOrgVariable:["DELETE /orgs/{org}/actions/variables/{name}/repositories\
/{repository_id}"],reviewCustomGatesForRun:["POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule"],reviewPendingDeploymentsForRun:[
"POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"],setAllowedActionsOrganization:["PUT /orgs/{org}/actions/permissions/\
selected-actions"],setAllowedActionsRepository:["PUT /repos/{owner}/{repo}/actions/permissions/selected-actions"],setCustomLabelsForSelfHostedRunnerForOrg:[
"PUT /orgs/{org}/actions/runners/{runner_id}/labels"],setCustomLabelsForSelfHostedRunnerForRepo:["PUT /repos/{owner}/{repo}/actions/runners/\
{runner_id}/labels"],setCustomOidcSubClaimForRepo:["PUT /repos/{owner}/{repo}/actions/oidc/customization/sub"],setGithubActionsDefaultWorkflowPermissionsOrganization:[
"PUT /orgs/{org}/actions/permissions/workflow"],setGithubActionsDefaultWorkflowPermissionsRepository:["PUT /repos/{owner}/{repo}/actions/per\
missions/workflow"],setGithubActionsPermissionsOrganization:["PUT /orgs/{org}/actions/permissions"],setGithubActionsPermissionsRepository:["\
PUT /repos/{owner}/{repo}/actions/permissions"],setSelectedReposForOrgSecret:["PUT /orgs/{org}/actions/secrets/{secret_name}/repositories"],
setSelectedReposForOrgVariable:["PUT /orgs/{org}/actions/variables/{name}/repositories"],setSelectedRepositoriesEnabledGithubActionsOrganization:[
"PUT /orgs/{org}/actions/permissions/repositories"],setWorkflowAccessToRepository:["PUT /repos/{owner}/{repo}/actions/permissions/access"],updateEnvironmentVariable:[
"PATCH /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],updateHostedRunnerForOrg:["PATCH /orgs/{org}/actions/hosted-\
runners/{hosted_runner_id}"],updateOrgVariable:["PATCH /orgs/{org}/actions/variables/{name}"],updateRepoVariable:["PATCH /repos/{owner}/{rep\
o}/actions/variables/{name}"]},activity:{checkRepoIsStarredByAuthenticatedUser:["GET /user/starred/{owner}/{repo}"],deleteRepoSubscription:[
"DELETE /repos/{owner}/{repo}/subscription"],deleteThreadSubscription:["DELETE /notifications/threads/{thread_id}/subscription"],getFeeds:["\
GET /feeds"],getRepoSubscription:["GET /repos/{owner}/{repo}/subscription"],getThread:["GET /notifications/threads/{thread_id}"],getThreadSubscriptionForAuthenticatedUser:[
"GET /notifications/threads/{thread_id}/subscription"],listEventsForAuthenticatedUser:["GET /users/{username}/events"],listNotificationsForAuthenticatedUser:[
"GET /notifications"],listOrgEventsForAuthenticatedUser:["GET /users/{username}/events/orgs/{org}"],listPublicEvents:["GET /events"],listPublicEventsForRepoNetwork:[
"GET /networks/{owner}/{repo}/events"],listPublicEventsForUser:["GET /users/{username}/events/public"],listPublicOrgEvents:["GET /orgs/{org}\
/events"],listReceivedEventsForUser:["GET /users/{username}/received_events"],listReceivedPublicEventsForUser:["GET /users/{username}/receiv\
ed_events/public"],listRepoEvents:["GET /repos/{owner}/{repo}/events"],listRepoNotificationsForAuthenticatedUser:["GET /repos/{owner}/{repo}\
/notifications"],listReposStarredByAuthenticatedUser:["GET /user/starred"],listReposStarredByUser:["GET /users/{username}/starred"],listReposWatchedByUser:[
"GET /users/{username}/subscriptions"],listStargazersForRepo:["GET /repos/{owner}/{repo}/stargazers"],listWatchedReposForAuthenticatedUser:[
"GET /user/subscriptions"],listWatchersForRepo:["GET /repos/{owner}/{repo}/subscribers"],markNotificationsAsRead:["PUT /notifications"],markRepoNotificationsAsRead:[
"PUT /repos/{owner}/{repo}/notifications"],markThreadAsDone:["DELETE /notifications/threads/{thread_id}"],markThreadAsRead:["PATCH /notifica\
tions/threads/{thread_id}"],setRepoSubscription:["PUT /repos/{owner}/{repo}/subscription"],setThreadSubscription:["PUT /notifications/thread\
s/{thread_id}/subscription"],starRepoForAuthenticatedUser:["PUT /user/starred/{owner}/{repo}"],unstarRepoForAuthenticatedUser:["DELETE /user\
/starred/{owner}/{repo}"]},apps:{addRepoToInstallation:["PUT /user/installations/{installation_id}/repositories/{repository_id}",{},{renamed:[
"apps","addRepoToInstallationForAuthenticatedUser"]}],addRepoToInstallationForAuthenticatedUser:["PUT /user/installations/{installation_id}/\
repositories/{repository_id}"],checkToken:["POST /applications/{client_id}/token"],createFromManifest:["POST /app-manifests/{code}/conversio\
ns"],createInstallationAccessToken:["POST /app/installations/{installation_id}/access_tokens"],deleteAuthorization:["DELETE /applications/{c\
lient_id}/grant"],deleteInstallation:["DELETE /app/installations/{installation_id}"],deleteToken:["DELETE /applications/{client_id}/token"],
getAuthenticated:["GET /app"],getBySlug:["GET /apps/{app_slug}"],getInstallation:["GET /app/installations/{installation_id}"],getOrgInstallation:[
"GET /orgs/{org}/installation"],getRepoInstallation:["GET /repos/{owner}/{repo}/installation"],getSubscriptionPlanForAccount:["GET /marketpl\
ace_listing/accounts/{account_id}"],getSubscriptionPlanForAccountStubbed:["GET /marketplace_listing/stubbed/accounts/{account_id}"],getUserInstallation:[
"GET /users/{username}/installation"],getWebhookConfigForApp:["GET /app/hook/config"],getWebhookDelivery:["GET /app/hook/deliveries/{deliver\
y_id}"],listAccountsForPlan:["GET /marketplace_listing/plans/{plan_id}/accounts"],listAccountsForPlanStubbed:["GET /marketplace_listing/stub\
bed/plans/{plan_id}/accounts"],listInstallationReposForAuthenticatedUser:["GET /user/installations/{installation_id}/repositories"],listInstallationRequestsForAuthenticatedApp:[
"GET /app/installation-requests"],listInstallations:["GET /app/installations"],listInstallationsForAuthenticatedUser:["GET /user/installatio\
ns"],listPlans:["GET /marketplace_listing/plans"],listPlansStubbed:["GET /marketplace_listing/stubbed/plans"],listReposAccessibleToInstallation:[
"GET /installation/repositories"],listSubscriptionsForAuthenticatedUser:["GET /user/marketplace_purchases"],listSubscriptionsForAuthenticatedUserStubbed:[
"GET /user/marketplace_purchases/stubbed"],listWebhookDeliveries:["GET /app/hook/deliveries"],redeliverWebhookDelivery:["POST /app/hook/deli\
veries/{delivery_id}/attempts"],removeRepoFromInstallation:["DELETE /user/installations/{installation_id}/repositories/{repository_id}",{},{
renamed:["apps","removeRepoFromInstallationForAuthenticatedUser"]}],removeRepoFromInstallationForAuthenticatedUser:["DELETE /user/installati\
ons/{installation_id}/repositories/{repository_id}"],resetToken:["PATCH /applications/{client_id}/token"],revokeInstallationAccessToken:["DE\
LETE /installation/token"],scopeToken:["POST /applications/{client_id}/token/scoped"],suspendInstallation:["PUT /app/installations/{installa\
tion_id}/suspended"],unsuspendInstallation:["DELETE /app/installations/{installation_id}/suspended"],updateWebhookConfigForApp:["PATCH /app/\
hook/config"]},billing:{getGithubActionsBillingOrg:["GET /orgs/{org}/settings/billing/actions"],getGithubActionsBillingUser:["GET /users/{us\
ername}/settings/billing/actions"],getGithubBillingPremiumRequestUsageReportOrg:["GET /organizations/{org}/settings/billing/premium_request/\
usage"],getGithubBillingPremiumRequestUsageReportUser:["GET /users/{username}/settings/billing/premium_request/usage"],getGithubBillingUsageReportOrg:[
"GET /organizations/{org}/settings/billing/usage"],getGithubBillingUsageReportUser:["GET /users/{username}/settings/billing/usage"],getGithubPackagesBillingOrg:[
"GET /orgs/{org}/settings/billing/packages"],getGithubPackagesBillingUser:["GET /users/{username}/settings/billing/packages"],getSharedStorageBillingOrg:[
"GET /orgs/{org}/settings/billing/shared-storage"],getSharedStorageBillingUser:["GET /users/{username}/settings/billing/shared-storage"]},campaigns:{
createCampaign:["POST /orgs/{org}/campaigns"],deleteCampaign:["DELETE /orgs/{org}/campaigns/{campaign_number}"],getCampaignSummary:["GET /or\
gs/{org}/campaigns/{campaign_number}"],listOrgCampaigns:["GET /orgs/{org}/campaigns"],updateCampaign:["PATCH /orgs/{org}/campaigns/{campaign\
_number}"]},checks:{create:["POST /repos/{owner}/{repo}/check-runs"],createSuite:["POST /repos/{owner}/{repo}/check-suites"],get:["GET /repo\
s/{owner}/{repo}/check-runs/{check_run_id}"],getSuite:["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}"],listAnnotations:["GET /rep\
os/{owner}/{repo}/check-runs/{check_run_id}/annotations"],listForRef:["GET /repos/{owner}/{repo}/commits/{ref}/check-runs"],listForSuite:["G\
ET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs"],listSuitesForRef:["GET /repos/{owner}/{repo}/commits/{ref}/check-suites"],
rerequestRun:["POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest"],rerequestSuite:["POST /repos/{owner}/{repo}/check-suites/{ch\
eck_suite_id}/rerequest"],setSuitesPreferences:["PATCH /repos/{owner}/{repo}/check-suites/preferences"],update:["PATCH /repos/{owner}/{repo}\
/check-runs/{check_run_id}"]},codeScanning:{commitAutofix:["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix/commits"],
createAutofix:["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],createVariantAnalysis:["POST /repos/{owner}/{repo}/\
code-scanning/codeql/variant-analyses"],deleteAnalysis:["DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}"],
deleteCodeqlDatabase:["DELETE /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"],getAlert:["GET /repos/{owner}/{repo}/code-sc\
anning/alerts/{alert_number}",{},{renamedParameters:{alert_id:"alert_number"}}],getAnalysis:["GET /repos/{owner}/{repo}/code-scanning/analys\
es/{analysis_id}"],getAutofix:["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],getCodeqlDatabase:["GET /repos/{owne\
r}/{repo}/code-scanning/codeql/databases/{language}"],getDefaultSetup:["GET /repos/{owner}/{repo}/code-scanning/default-setup"],getSarif:["G\
ET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}"],getVariantAnalysis:["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analy\
ses/{codeql_variant_analysis_id}"],getVariantAnalysisRepoTask:["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_vari\
ant_analysis_id}/repos/{repo_owner}/{repo_name}"],listAlertInstances:["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instanc\
es"],listAlertsForOrg:["GET /orgs/{org}/code-scanning/alerts"],listAlertsForRepo:["GET /repos/{owner}/{repo}/code-scanning/alerts"],listAlertsInstances:[
"GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",{},{renamed:["codeScanning","listAlertInstances"]}],listCodeqlDatabases:[
"GET /repos/{owner}/{repo}/code-scanning/codeql/databases"],listRecentAnalyses:["GET /repos/{owner}/{repo}/code-scanning/analyses"],updateAlert:[
"PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}"],updateDefaultSetup:["PATCH /repos/{owner}/{repo}/code-scanning/default-se\
tup"],uploadSarif:["POST /repos/{owner}/{repo}/code-scanning/sarifs"]},codeSecurity:{attachConfiguration:["POST /orgs/{org}/code-security/co\
nfigurations/{configuration_id}/attach"],attachEnterpriseConfiguration:["POST /enterprises/{enterprise}/code-security/configurations/{config\
uration_id}/attach"],createConfiguration:["POST /orgs/{org}/code-security/configurations"],createConfigurationForEnterprise:["POST /enterpri\
ses/{enterprise}/code-security/configurations"],deleteConfiguration:["DELETE /orgs/{org}/code-security/configurations/{configuration_id}"],deleteConfigurationForEnterprise:[
"DELETE /enterprises/{enterprise}/code-security/configurations/{configuration_id}"],detachConfiguration:["DELETE /orgs/{org}/code-security/c\
onfigurations/detach"],getConfiguration:["GET /orgs/{org}/code-security/configurations/{configuration_id}"],getConfigurationForRepository:["\
GET /repos/{owner}/{repo}/code-security-configuration"],getConfigurationsForEnterprise:["GET /enterprises/{enterprise}/code-security/configu\
rations"],getConfigurationsForOrg:["GET /orgs/{org}/code-security/configurations"],getDefaultConfigurations:["GET /orgs/{org}/code-security/\
configurations/defaults"],getDefaultConfigurationsForEnterprise:["GET /enterprises/{enterprise}/code-security/configurations/defaults"],getRepositoriesForConfiguration:[
"GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories"],getRepositoriesForEnterpriseConfiguration:["GET /enterprises\
/{enterprise}/code-security/configurations/{configuration_id}/repositories"],getSingleConfigurationForEnterprise:["GET /enterprises/{enterpr\
ise}/code-security/configurations/{configuration_id}"],setConfigurationAsDefault:["PUT /orgs/{org}/code-security/configurations/{configurati\
on_id}/defaults"],setConfigurationAsDefaultForEnterprise:["PUT /enterprises/{enterprise}/code-security/configurations/{configuration_id}/def\
aults"],updateConfiguration:["PATCH /orgs/{org}/code-security/configurations/{configuration_id}"],updateEnterpriseConfiguration:["PATCH /ent\
erprises/{enterprise}/code-security/configurations/{configuration_id}"]},codesOfConduct:{getAllCodesOfConduct:["GET /codes_of_conduct"],getConductCode:[
"GET /codes_of_conduct/{key}"]},codespaces:{addRepositoryForSecretForAuthenticatedUser:["PUT /user/codespaces/secrets/{secret_name}/reposito\
ries/{repository_id}"],addSelectedRepoToOrgSecret:["PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"],checkPermissionsForDevcontainer:[
"GET /repos/{owner}/{repo}/codespaces/permissions_check"],codespaceMachinesForAuthenticatedUser:["GET /user/codespaces/{codespace_name}/mach\
ines"],createForAuthenticatedUser:["POST /user/codespaces"],createOrUpdateOrgSecret:["PUT /orgs/{org}/codespaces/secrets/{secret_name}"],createOrUpdateRepoSecret:[
"PUT /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],createOrUpdateSecretForAuthenticatedUser:["PUT /user/codespaces/secrets/{secre\
t_name}"],createWithPrForAuthenticatedUser:["POST /repos/{owner}/{repo}/pulls/{pull_number}/codespaces"],createWithRepoForAuthenticatedUser:[
"POST /repos/{owner}/{repo}/codespaces"],deleteForAuthenticatedUser:["DELETE /user/codespaces/{codespace_name}"],deleteFromOrganization:["DE\
LETE /orgs/{org}/members/{username}/codespaces/{codespace_name}"],deleteOrgSecret:["DELETE /orgs/{org}/codespaces/secrets/{secret_name}"],deleteRepoSecret:[
"DELETE /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],deleteSecretForAuthenticatedUser:["DELETE /user/codespaces/secrets/{secret_\
name}"],exportForAuthenticatedUser:["POST /user/codespaces/{codespace_name}/exports"],getCodespacesForUserInOrg:["GET /orgs/{org}/members/{u\
sername}/codespaces"],getExportDetailsForAuthenticatedUser:["GET /user/codespaces/{codespace_name}/exports/{export_id}"],getForAuthenticatedUser:[
"GET /user/codespaces/{codespace_name}"],getOrgPublicKey:["GET /orgs/{org}/codespaces/secrets/public-key"],getOrgSecret:["GET /orgs/{org}/co\
despaces/secrets/{secret_name}"],getPublicKeyForAuthenticatedUser:["GET /user/codespaces/secrets/public-key"],getRepoPublicKey:["GET /repos/\
{owner}/{repo}/codespaces/secrets/public-key"],getRepoSecret:["GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],getSecretForAuthenticatedUser:[
"GET /user/codespaces/secrets/{secret_name}"],listDevcontainersInRepositoryForAuthenticatedUser:["GET /repos/{owner}/{repo}/codespaces/devco\
ntainers"],listForAuthenticatedUser:["GET /user/codespaces"],listInOrganization:["GET /orgs/{org}/codespaces",{},{renamedParameters:{org_id:"\
org"}}],listInRepositoryForAuthenticatedUser:["GET /repos/{owner}/{repo}/codespaces"],listOrgSecrets:["GET /orgs/{org}/codespaces/secrets"],
listRepoSecrets:["GET /repos/{owner}/{repo}/codespaces/secrets"],listRepositoriesForSecretForAuthenticatedUser:["GET /user/codespaces/secret\
s/{secret_name}/repositories"],listSecretsForAuthenticatedUser:["GET /user/codespaces/secrets"],listSelectedReposForOrgSecret:["GET /orgs/{o\
rg}/codespaces/secrets/{secret_name}/repositories"],preFlightWithRepoForAuthenticatedUser:["GET /repos/{owner}/{repo}/codespaces/new"],publishForAuthenticatedUser:[
"POST /user/codespaces/{codespace_name}/publish"],removeRepositoryForSecretForAuthenticatedUser:["DELETE /user/codespaces/secrets/{secret_na\
me}/repositories/{repository_id}"],removeSelectedRepoFromOrgSecret:["DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repos\
itory_id}"],repoMachinesForAuthenticatedUser:["GET /repos/{owner}/{repo}/codespaces/machines"],setRepositoriesForSecretForAuthenticatedUser:[
"PUT /user/codespaces/secrets/{secret_name}/repositories"],setSelectedReposForOrgSecret:["PUT /orgs/{org}/codespaces/secrets/{secret_name}/r\
epositories"],startForAuthenticatedUser:["POST /user/codespaces/{codespace_name}/start"],stopForAuthenticatedUser:["POST /user/codespaces/{c\
odespace_name}/stop"],stopInOrganization:["POST /orgs/{org}/members/{username}/codespaces/{codespace_name}/stop"],updateForAuthenticatedUser:[
"PATCH /user/codespaces/{codespace_name}"]},copilot:{addCopilotSeatsForTeams:["POST /orgs/{org}/copilot/billing/selected_teams"],addCopilotSeatsForUsers:[
"POST /orgs/{org}/copilot/billing/selected_users"],cancelCopilotSeatAssignmentForTeams:["DELETE /orgs/{org}/copilot/billing/selected_teams"],
cancelCopilotSeatAssignmentForUsers:["DELETE /orgs/{org}/copilot/billing/selected_users"],copilotMetricsForOrganization:["GET /orgs/{org}/co\
pilot/metrics"],copilotMetricsForTeam:["GET /orgs/{org}/team/{team_slug}/copilot/metrics"],getCopilotOrganizationDetails:["GET /orgs/{org}/c\
opilot/billing"],getCopilotSeatDetailsForUser:["GET /orgs/{org}/members/{username}/copilot"],listCopilotSeats:["GET /orgs/{org}/copilot/bill\
ing/seats"]},credentials:{revoke:["POST /credentials/revoke"]},dependabot:{addSelectedRepoToOrgSecret:["PUT /orgs/{org}/dependabot/secrets/{\
secret_name}/repositories/{repository_id}"],createOrUpdateOrgSecret:["PUT /orgs/{org}/dependabot/secrets/{secret_name}"],createOrUpdateRepoSecret:[
"PUT /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],deleteOrgSecret:["DELETE /orgs/{org}/dependabot/secrets/{secret_name}"],deleteRepoSecret:[
"DELETE /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],getAlert:["GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],getOrgPublicKey:[
"GET /orgs/{org}/dependabot/secrets/public-key"],getOrgSecret:["GET /orgs/{org}/dependabot/secrets/{secret_name}"],getRepoPublicKey:["GET /r\
epos/{owner}/{repo}/dependabot/secrets/public-key"],getRepoSecret:["GET /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],listAlertsForEnterprise:[
"GET /enterprises/{enterprise}/dependabot/alerts"],listAlertsForOrg:["GET /orgs/{org}/dependabot/alerts"],listAlertsForRepo:["GET /repos/{ow\
ner}/{repo}/dependabot/alerts"],listOrgSecrets:["GET /orgs/{org}/dependabot/secrets"],listRepoSecrets:["GET /repos/{owner}/{repo}/dependabot\
/secrets"],listSelectedReposForOrgSecret:["GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],removeSelectedRepoFromOrgSecret:[
"DELETE /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"],repositoryAccessForOrg:["GET /organizations/{org}/depend\
abot/repository-access"],setRepositoryAccessDefaultLevel:["PUT /organizations/{org}/dependabot/repository-access/default-level"],setSelectedReposForOrgSecret:[
"PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],updateAlert:["PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
updateRepositoryAccessForOrg:["PATCH /organizations/{org}/dependabot/repository-access"]},dependencyGraph:{createRepositorySnapshot:["POST /\
repos/{owner}/{repo}/dependency-graph/snapshots"],diffRange:["GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}"],exportSbom:["G\
ET /repos/{owner}/{repo}/dependency-graph/sbom"]},emojis:{get:["GET /emojis"]},enterpriseTeamMemberships:{add:["PUT /enterprises/{enterprise\
}/teams/{enterprise-team}/memberships/{username}"],bulkAdd:["POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/add"],bulkRemove:[
"POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/remove"],get:["GET /enterprises/{enterprise}/teams/{enterprise-team}/mem\
berships/{username}"],list:["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships"],remove:["DELETE /enterprises/{enterprise}/t\
eams/{enterprise-team}/memberships/{username}"]},enterpriseTeamOrganizations:{add:["PUT /enterprises/{enterprise}/teams/{enterprise-team}/or\
ganizations/{org}"],bulkAdd:["POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/add"],bulkRemove:["POST /enterprises/{ent\
erprise}/teams/{enterprise-team}/organizations/remove"],delete:["DELETE /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org\
}"],getAssignment:["GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],getAssignments:["GET /enterprises/{enterpris\
e}/teams/{enterprise-team}/organizations"]},enterpriseTeams:{create:["POST /enterprises/{enterprise}/teams"],delete:["DELETE /enterprises/{e\
nterprise}/teams/{team_slug}"],get:["GET /enterprises/{enterprise}/teams/{team_slug}"],list:["GET /enterprises/{enterprise}/teams"],update:[
"PATCH /enterprises/{enterprise}/teams/{team_slug}"]},gists:{checkIsStarred:["GET /gists/{gist_id}/star"],create:["POST /gists"],createComment:[
"POST /gists/{gist_id}/comments"],delete:["DELETE /gists/{gist_id}"],deleteComment:["DELETE /gists/{gist_id}/comments/{comment_id}"],fork:["\
POST /gists/{gist_id}/forks"],get:["GET /gists/{gist_id}"],getComment:["GET /gists/{gist_id}/comments/{comment_id}"],getRevision:["GET /gist\
s/{gist_id}/{sha}"],list:["GET /gists"],listComments:["GET /gists/{gist_id}/comments"],listCommits:["GET /gists/{gist_id}/commits"],listForUser:[
"GET /users/{username}/gists"],listForks:["GET /gists/{gist_id}/forks"],listPublic:["GET /gists/public"],listStarred:["GET /gists/starred"],
star:["PUT /gists/{gist_id}/star"],unstar:["DELETE /gists/{gist_id}/star"],update:["PATCH /gists/{gist_id}"],updateComment:["PATCH /gists/{g\
ist_id}/comments/{comment_id}"]},git:{createBlob:["POST /repos/{owner}/{repo}/git/blobs"],createCommit:["POST /repos/{owner}/{repo}/git/comm\
its"],createRef:["POST /repos/{owner}/{repo}/git/refs"],createTag:["POST /repos/{owner}/{repo}/git/tags"],createTree:["POST /repos/{owner}/{\
repo}/git/trees"],deleteRef:["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],getBlob:["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"],getCommit:[
"GET /repos/{owner}/{repo}/git/commits/{commit_sha}"],getRef:["GET /repos/{owner}/{repo}/git/ref/{ref}"],getTag:["GET /repos/{owner}/{repo}/\
git/tags/{tag_sha}"],getTree:["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"],listMatchingRefs:["GET /repos/{owner}/{repo}/git/matching-re\
fs/{ref}"],updateRef:["PATCH /repos/{owner}/{repo}/git/refs/{ref}"]},gitignore:{getAllTemplates:["GET /gitignore/templates"],getTemplate:["G\
ET /gitignore/templates/{name}"]},hostedCompute:{createNetworkConfigurationForOrg:["POST /orgs/{org}/settings/network-configurations"],deleteNetworkConfigurationFromOrg:[
"DELETE /orgs/{org}/settings/network-configurations/{network_configuration_id}"],getNetworkConfigurationForOrg:["GET /orgs/{org}/settings/ne\
twork-configurations/{network_configuration_id}"],getNetworkSettingsForOrg:["GET /orgs/{org}/settings/network-settings/{network_settings_id}"],
listNetworkConfigurationsForOrg:["GET /orgs/{org}/settings/network-configurations"],updateNetworkConfigurationForOrg:["PATCH /orgs/{org}/set\
tings/network-configurations/{network_configuration_id}"]},interactions:{getRestrictionsForAuthenticatedUser:["GET /user/interaction-limits"],
getRestrictionsForOrg:["GET /orgs/{org}/interaction-limits"],getRestrictionsForRepo:["GET /repos/{owner}/{repo}/interaction-limits"],getRestrictionsForYourPublicRepos:[
"GET /user/interaction-limits",{},{renamed:["interactions","getRestrictionsForAuthenticatedUser"]}],removeRestrictionsForAuthenticatedUser:[
"DELETE /user/interaction-limits"],removeRestrictionsForOrg:["DELETE /orgs/{org}/interaction-limits"],removeRestrictionsForRepo:["DELETE /re\
pos/{owner}/{repo}/interaction-limits"],removeRestrictionsForYourPublicRepos:["DELETE /user/interaction-limits",{},{renamed:["interactions",
"removeRestrictionsForAuthenticatedUser"]}],setRestrictionsForAuthenticatedUser:["PUT /user/interaction-limits"],setRestrictionsForOrg:["PUT\
 /orgs/{org}/interaction-limits"],setRestrictionsForRepo:["PUT /repos/{owner}/{repo}/interaction-limits"],setRestrictionsForYourPublicRepos:[
"PUT /user/interaction-limits",{},{renamed:["interactions","setRestrictionsForAuthenticatedUser"]}]},issues:{addAssignees:["POST /repos/{own\
er}/{repo}/issues/{issue_number}/assignees"],addBlockedByDependency:["POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_\
by"],addLabels:["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],addSubIssue:["POST /repos/{owner}/{repo}/issues/{issue_number}/su\
b_issues"],checkUserCanBeAssigned:["GET /repos/{owner}/{repo}/assignees/{assignee}"],checkUserCanBeAssignedToIssue:["GET /repos/{owner}/{rep\
o}/issues/{issue_number}/assignees/{assignee}"],create:["POST /repos/{owner}/{repo}/issues"],createComment:["POST /repos/{owner}/{repo}/issu\
es/{issue_number}/comments"],createLabel:["POST /repos/{owner}/{repo}/labels"],createMilestone:["POST /repos/{owner}/{repo}/milestones"],deleteComment:[
"DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}"],deleteLabel:["DELETE /repos/{owner}/{repo}/labels/{name}"],deleteMilestone:["DE\
LETE /repos/{owner}/{repo}/milestones/{milestone_number}"],get:["GET /repos/{owner}/{repo}/issues/{issue_number}"],getComment:["GET /repos/{\
owner}/{repo}/issues/comments/{comment_id}"],getEvent:["GET /repos/{owner}/{repo}/issues/events/{event_id}"],getLabel:["GET /repos/{owner}/{\
repo}/labels/{name}"],getMilestone:["GET /repos/{owner}/{repo}/milestones/{milestone_number}"],getParent:["GET /repos/{owner}/{repo}/issues/\
{issue_number}/parent"],list:["GET /issues"],listAssignees:["GET /repos/{owner}/{repo}/assignees"],listComments:["GET /repos/{owner}/{repo}/\
issues/{issue_number}/comments"],listCommentsForRepo:["GET /repos/{owner}/{repo}/issues/comments"],listDependenciesBlockedBy:["GET /repos/{o\
wner}/{repo}/issues/{issue_number}/dependencies/blocked_by"],listDependenciesBlocking:["GET /repos/{owner}/{repo}/issues/{issue_number}/depe\
ndencies/blocking"],listEvents:["GET /repos/{owner}/{repo}/issues/{issue_number}/events"],listEventsForRepo:["GET /repos/{owner}/{repo}/issu\
es/events"],listEventsForTimeline:["GET /repos/{owner}/{repo}/issues/{issue_number}/timeline"],listForAuthenticatedUser:["GET /user/issues"],
listForOrg:["GET /orgs/{org}/issues"],listForRepo:["GET /repos/{owner}/{repo}/issues"],listLabelsForMilestone:["GET /repos/{owner}/{repo}/mi\
lestones/{milestone_number}/labels"],listLabelsForRepo:["GET /repos/{owner}/{repo}/labels"],listLabelsOnIssue:["GET /repos/{owner}/{repo}/is\
sues/{issue_number}/labels"],listMilestones:["GET /repos/{owner}/{repo}/milestones"],listSubIssues:["GET /repos/{owner}/{repo}/issues/{issue\
_number}/sub_issues"],lock:["PUT /repos/{owner}/{repo}/issues/{issue_number}/lock"],removeAllLabels:["DELETE /repos/{owner}/{repo}/issues/{i\
ssue_number}/labels"],removeAssignees:["DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees"],removeDependencyBlockedBy:["DELETE /r\
epos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}"],removeLabel:["DELETE /repos/{owner}/{repo}/issues/{issue_numb\
er}/labels/{name}"],removeSubIssue:["DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue"],reprioritizeSubIssue:["PATCH /repos/{own\
er}/{repo}/issues/{issue_number}/sub_issues/priority"],setLabels:["PUT /repos/{owner}/{repo}/issues/{issue_number}/labels"],unlock:["DELETE \
/repos/{owner}/{repo}/issues/{issue_number}/lock"],update:["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],updateComment:["PATCH /repos\
/{owner}/{repo}/issues/comments/{comment_id}"],updateLabel:["PATCH /repos/{owner}/{repo}/labels/{name}"],updateMilestone:["PATCH /repos/{own\
er}/{repo}/milestones/{milestone_number}"]},licenses:{get:["GET /licenses/{license}"],getAllCommonlyUsed:["GET /licenses"],getForRepo:["GET \
/repos/{owner}/{repo}/license"]},markdown:{render:["POST /markdown"],renderRaw:["POST /markdown/raw",{headers:{"content-type":"text/plain; c\
harset=utf-8"}}]},meta:{get:["GET /meta"],getAllVersions:["GET /versions"],getOctocat:["GET /octocat"],getZen:["GET /zen"],root:["GET /"]},migrations:{
deleteArchiveForAuthenticatedUser:["DELETE /user/migrations/{migration_id}/archive"],deleteArchiveForOrg:["DELETE /orgs/{org}/migrations/{mi\
gration_id}/archive"],downloadArchiveForOrg:["GET /orgs/{org}/migrations/{migration_id}/archive"],getArchiveForAuthenticatedUser:["GET /user\
/migrations/{migration_id}/archive"],getStatusForAuthenticatedUser:["GET /user/migrations/{migration_id}"],getStatusForOrg:["GET /orgs/{org}\
/migrations/{migration_id}"],listForAuthenticatedUser:["GET /user/migrations"],listForOrg:["GET /orgs/{org}/migrations"],listReposForAuthenticatedUser:[
"GET /user/migrations/{migration_id}/repositories"],listReposForOrg:["GET /orgs/{org}/migrations/{migration_id}/repositories"],listReposForUser:[
"GET /user/migrations/{migration_id}/repositories",{},{renamed:["migrations","listReposForAuthenticatedUser"]}],startForAuthenticatedUser:["\
POST /user/migrations"],startForOrg:["POST /orgs/{org}/migrations"],unlockRepoForAuthenticatedUser:["DELETE /user/migrations/{migration_id}/\
repos/{repo_name}/lock"],unlockRepoForOrg:["DELETE /orgs/{org}/migrations/{migration_id}/repos/{repo_name}/lock"]},oidc:{getOidcCustomSubTemplateForOrg:[
"GET /orgs/{org}/actions/oidc/customization/sub"],updateOidcCustomSubTemplateForOrg:["PUT /orgs/{org}/actions/oidc/customization/sub"]},orgs:{
addSecurityManagerTeam:["PUT /orgs/{org}/security-managers/teams/{team_slug}",{},{deprecated:"octokit.rest.orgs.addSecurityManagerTeam() is \
deprecated, see https://docs.github.com/rest/orgs/security-managers#add-a-security-manager-team"}],assignTeamToOrgRole:["PUT /orgs/{org}/org\
anization-roles/teams/{team_slug}/{role_id}"],assignUserToOrgRole:["PUT /orgs/{org}/organization-roles/users/{username}/{role_id}"],blockUser:[
"PUT /orgs/{org}/blocks/{username}"],cancelInvitation:["DELETE /orgs/{org}/invitations/{invitation_id}"],checkBlockedUser:["GET /orgs/{org}/\
blocks/{username}"],checkMembershipForUser:["GET /orgs/{org}/members/{username}"],checkPublicMembershipForUser:["GET /orgs/{org}/public_memb\
ers/{username}"],convertMemberToOutsideCollaborator:["PUT /orgs/{org}/outside_collaborators/{username}"],createArtifactStorageRecord:["POST \
/orgs/{org}/artifacts/metadata/storage-record"],createInvitation:["POST /orgs/{org}/invitations"],createIssueType:["POST /orgs/{org}/issue-t\
ypes"],createWebhook:["POST /orgs/{org}/hooks"],customPropertiesForOrgsCreateOrUpdateOrganizationValues:["PATCH /organizations/{org}/org-pro\
perties/values"],customPropertiesForOrgsGetOrganizationValues:["GET /organizations/{org}/org-properties/values"],customPropertiesForReposCreateOrUpdateOrganizationDefinition:[
"PUT /orgs/{org}/properties/schema/{custom_property_name}"],customPropertiesForReposCreateOrUpdateOrganizationDefinitions:["PATCH /orgs/{org\
}/properties/schema"],customPropertiesForReposCreateOrUpdateOrganizationValues:["PATCH /orgs/{org}/properties/values"],customPropertiesForReposDeleteOrganizationDefinition:[
"DELETE /orgs/{org}/properties/schema/{custom_property_name}"],customPropertiesForReposGetOrganizationDefinition:["GET /orgs/{org}/propertie\
s/schema/{custom_property_name}"],customPropertiesForReposGetOrganizationDefinitions:["GET /orgs/{org}/properties/schema"],customPropertiesForReposGetOrganizationValues:[
"GET /orgs/{org}/properties/values"],delete:["DELETE /orgs/{org}"],deleteAttestationsBulk:["POST /orgs/{org}/attestations/delete-request"],deleteAttestationsById:[
"DELETE /orgs/{org}/attestations/{attestation_id}"],deleteAttestationsBySubjectDigest:["DELETE /orgs/{org}/attestations/digest/{subject_dige\
st}"],deleteIssueType:["DELETE /orgs/{org}/issue-types/{issue_type_id}"],deleteWebhook:["DELETE /orgs/{org}/hooks/{hook_id}"],disableSelectedRepositoryImmutableReleasesOrganization:[
"DELETE /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],enableSelectedRepositoryImmutableReleasesOrganization:["PUT /\
orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],get:["GET /orgs/{org}"],getImmutableReleasesSettings:["GET /orgs/{org}\
/settings/immutable-releases"],getImmutableReleasesSettingsRepositories:["GET /orgs/{org}/settings/immutable-releases/repositories"],getMembershipForAuthenticatedUser:[
"GET /user/memberships/orgs/{org}"],getMembershipForUser:["GET /orgs/{org}/memberships/{username}"],getOrgRole:["GET /orgs/{org}/organizatio\
n-roles/{role_id}"],getOrgRulesetHistory:["GET /orgs/{org}/rulesets/{ruleset_id}/history"],getOrgRulesetVersion:["GET /orgs/{org}/rulesets/{\
ruleset_id}/history/{version_id}"],getWebhook:["GET /orgs/{org}/hooks/{hook_id}"],getWebhookConfigForOrg:["GET /orgs/{org}/hooks/{hook_id}/c\
onfig"],getWebhookDelivery:["GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}"],list:["GET /organizations"],listAppInstallations:["G\
ET /orgs/{org}/installations"],listArtifactStorageRecords:["GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records"],listAttestationRepositories:[
"GET /orgs/{org}/attestations/repositories"],listAttestations:["GET /orgs/{org}/attestations/{subject_digest}"],listAttestationsBulk:["POST \
/orgs/{org}/attestations/bulk-list{?per_page,before,after}"],listBlockedUsers:["GET /orgs/{org}/blocks"],listFailedInvitations:["GET /orgs/{\
org}/failed_invitations"],listForAuthenticatedUser:["GET /user/orgs"],listForUser:["GET /users/{username}/orgs"],listInvitationTeams:["GET /\
orgs/{org}/invitations/{invitation_id}/teams"],listIssueTypes:["GET /orgs/{org}/issue-types"],listMembers:["GET /orgs/{org}/members"],listMembershipsForAuthenticatedUser:[
"GET /user/memberships/orgs"],listOrgRoleTeams:["GET /orgs/{org}/organization-roles/{role_id}/teams"],listOrgRoleUsers:["GET /orgs/{org}/org\
anization-roles/{role_id}/users"],listOrgRoles:["GET /orgs/{org}/organization-roles"],listOrganizationFineGrainedPermissions:["GET /orgs/{or\
g}/organization-fine-grained-permissions"],listOutsideCollaborators:["GET /orgs/{org}/outside_collaborators"],listPatGrantRepositories:["GET\
 /orgs/{org}/personal-access-tokens/{pat_id}/repositories"],listPatGrantRequestRepositories:["GET /orgs/{org}/personal-access-token-requests\
/{pat_request_id}/repositories"],listPatGrantRequests:["GET /orgs/{org}/personal-access-token-requests"],listPatGrants:["GET /orgs/{org}/per\
sonal-access-tokens"],listPendingInvitations:["GET /orgs/{org}/invitations"],listPublicMembers:["GET /orgs/{org}/public_members"],listSecurityManagerTeams:[
"GET /orgs/{org}/security-managers",{},{deprecated:"octokit.rest.orgs.listSecurityManagerTeams() is deprecated, see https://docs.github.com/\
rest/orgs/security-managers#list-security-manager-teams"}],listWebhookDeliveries:["GET /orgs/{org}/hooks/{hook_id}/deliveries"],listWebhooks:[
"GET /orgs/{org}/hooks"],pingWebhook:["POST /orgs/{org}/hooks/{hook_id}/pings"],redeliverWebhookDelivery:["POST /orgs/{org}/hooks/{hook_id}/\
deliveries/{delivery_id}/attempts"],removeMember:["DELETE /orgs/{org}/members/{username}"],removeMembershipForUser:["DELETE /orgs/{org}/memb\
erships/{username}"],removeOutsideCollaborator:["DELETE /orgs/{org}/outside_collaborators/{username}"],removePublicMembershipForAuthenticatedUser:[
"DELETE /orgs/{org}/public_members/{username}"],removeSecurityManagerTeam:["DELETE /orgs/{org}/security-managers/teams/{team_slug}",{},{deprecated:"\
octokit.rest.orgs.removeSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#remove-a-security-manag\
er-team"}],reviewPatGrantRequest:["POST /orgs/{org}/personal-access-token-requests/{pat_request_id}"],reviewPatGrantRequestsInBulk:["POST /o\
rgs/{org}/personal-access-token-requests"],revokeAllOrgRolesTeam:["DELETE /orgs/{org}/organization-roles/teams/{team_slug}"],revokeAllOrgRolesUser:[
"DELETE /orgs/{org}/organization-roles/users/{username}"],revokeOrgRoleTeam:["DELETE /orgs/{org}/organization-roles/teams/{team_slug}/{role_\
id}"],revokeOrgRoleUser:["DELETE /orgs/{org}/organization-roles/users/{username}/{role_id}"],setImmutableReleasesSettings:["PUT /orgs/{org}/\
settings/immutable-releases"],setImmutableReleasesSettingsRepositories:["PUT /orgs/{org}/settings/immutable-releases/repositories"],setMembershipForUser:[
"PUT /orgs/{org}/memberships/{username}"],setPublicMembershipForAuthenticatedUser:["PUT /orgs/{org}/public_members/{username}"],unblockUser:[
"DELETE /orgs/{org}/blocks/{username}"],update:["PATCH /orgs/{org}"],updateIssueType:["PUT /orgs/{org}/issue-types/{issue_type_id}"],updateMembershipForAuthenticatedUser:[
"PATCH /user/memberships/orgs/{org}"],updatePatAccess:["POST /orgs/{org}/personal-access-tokens/{pat_id}"],updatePatAccesses:["POST /orgs/{o\
rg}/personal-access-tokens"],updateWebhook:["PATCH /orgs/{org}/hooks/{hook_id}"],updateWebhookConfigForOrg:["PATCH /orgs/{org}/hooks/{hook_i\
d}/config"]},packages:{deletePackageForAuthenticatedUser:["DELETE /user/packages/{package_type}/{package_name}"],deletePackageForOrg:["DELET\
E /orgs/{org}/packages/{package_type}/{package_name}"],deletePackageForUser:["DELETE /users/{username}/packages/{package_type}/{package_name\
}"],deletePackageVersionForAuthenticatedUser:["DELETE /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],deletePackageVersionForOrg:[
"DELETE /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],deletePackageVersionForUser:["DELETE /users/{user\
name}/packages/{package_type}/{package_name}/versions/{package_version_id}"],getAllPackageVersionsForAPackageOwnedByAnOrg:["GET /orgs/{org}/\
packages/{package_type}/{package_name}/versions",{},{renamed:["packages","getAllPackageVersionsForPackageOwnedByOrg"]}],getAllPackageVersionsForAPackageOwnedByTheAuthenticatedUser:[
"GET /user/packages/{package_type}/{package_name}/versions",{},{renamed:["packages","getAllPackageVersionsForPackageOwnedByAuthenticatedUser"]}],
getAllPackageVersionsForPackageOwnedByAuthenticatedUser:["GET /user/packages/{package_type}/{package_name}/versions"],getAllPackageVersionsForPackageOwnedByOrg:[
"GET /orgs/{org}/packages/{package_type}/{package_name}/versions"],getAllPackageVersionsForPackageOwnedByUser:["GET /users/{username}/packag\
es/{package_type}/{package_name}/versions"],getPackageForAuthenticatedUser:["GET /user/packages/{package_type}/{package_name}"],getPackageForOrganization:[
"GET /orgs/{org}/packages/{package_type}/{package_name}"],getPackageForUser:["GET /users/{username}/packages/{package_type}/{package_name}"],
getPackageVersionForAuthenticatedUser:["GET /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],getPackageVersionForOrganization:[
"GET /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],getPackageVersionForUser:["GET /users/{username}/pac\
kages/{package_type}/{package_name}/versions/{package_version_id}"],listDockerMigrationConflictingPackagesForAuthenticatedUser:["GET /user/d\
ocker/conflicts"],listDockerMigrationConflictingPackagesForOrganization:["GET /orgs/{org}/docker/conflicts"],listDockerMigrationConflictingPackagesForUser:[
"GET /users/{username}/docker/conflicts"],listPackagesForAuthenticatedUser:["GET /user/packages"],listPackagesForOrganization:["GET /orgs/{o\
rg}/packages"],listPackagesForUser:["GET /users/{username}/packages"],restorePackageForAuthenticatedUser:["POST /user/packages/{package_type\
}/{package_name}/restore{?token}"],restorePackageForOrg:["POST /orgs/{org}/packages/{package_type}/{package_name}/restore{?token}"],restorePackageForUser:[
"POST /users/{username}/packages/{package_type}/{package_name}/restore{?token}"],restorePackageVersionForAuthenticatedUser:["POST /user/pack\
ages/{package_type}/{package_name}/versions/{package_version_id}/restore"],restorePackageVersionForOrg:["POST /orgs/{org}/packages/{package_\
type}/{package_name}/versions/{package_version_id}/restore"],restorePackageVersionForUser:["POST /users/{username}/packages/{package_type}/{\
package_name}/versions/{package_version_id}/restore"]},privateRegistries:{createOrgPrivateRegistry:["POST /orgs/{org}/private-registries"],deleteOrgPrivateRegistry:[
"DELETE /orgs/{org}/private-registries/{secret_name}"],getOrgPrivateRegistry:["GET /orgs/{org}/private-registries/{secret_name}"],getOrgPublicKey:[
"GET /orgs/{org}/private-registries/public-key"],listOrgPrivateRegistries:["GET /orgs/{org}/private-registries"],updateOrgPrivateRegistry:["\
PATCH /orgs/{org}/private-registries/{secret_name}"]},projects:{addItemForOrg:["POST /orgs/{org}/projectsV2/{project_number}/items"],addItemForUser:[
"POST /users/{username}/projectsV2/{project_number}/items"],deleteItemForOrg:["DELETE /orgs/{org}/projectsV2/{project_number}/items/{item_id\
}"],deleteItemForUser:["DELETE /users/{username}/projectsV2/{project_number}/items/{item_id}"],getFieldForOrg:["GET /orgs/{org}/projectsV2/{\
project_number}/fields/{field_id}"],getFieldForUser:["GET /users/{username}/projectsV2/{project_number}/fields/{field_id}"],getForOrg:["GET \
/orgs/{org}/projectsV2/{project_number}"],getForUser:["GET /users/{username}/projectsV2/{project_number}"],getOrgItem:["GET /orgs/{org}/proj\
ectsV2/{project_number}/items/{item_id}"],getUserItem:["GET /users/{username}/projectsV2/{project_number}/items/{item_id}"],listFieldsForOrg:[
"GET /orgs/{org}/projectsV2/{project_number}/fields"],listFieldsForUser:["GET /users/{username}/projectsV2/{project_number}/fields"],listForOrg:[
"GET /orgs/{org}/projectsV2"],listForUser:["GET /users/{username}/projectsV2"],listItemsForOrg:["GET /orgs/{org}/projectsV2/{project_number}\
/items"],listItemsForUser:["GET /users/{username}/projectsV2/{project_number}/items"],updateItemForOrg:["PATCH /orgs/{org}/projectsV2/{proje\
ct_number}/items/{item_id}"],updateItemForUser:["PATCH /users/{username}/projectsV2/{project_number}/items/{item_id}"]},pulls:{checkIfMerged:[
"GET /repos/{owner}/{repo}/pulls/{pull_number}/merge"],create:["POST /repos/{owner}/{repo}/pulls"],createReplyForReviewComment:["POST /repos\
/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies"],createReview:["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
createReviewComment:["POST /repos/{owner}/{repo}/pulls/{pull_number}/comments"],deletePendingReview:["DELETE /repos/{owner}/{repo}/pulls/{pu\
ll_number}/reviews/{review_id}"],deleteReviewComment:["DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}"],dismissReview:["PUT /repos\
/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals"],get:["GET /repos/{owner}/{repo}/pulls/{pull_number}"],getReview:["GET /\
repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],getReviewComment:["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}"],list:[
"GET /repos/{owner}/{repo}/pulls"],listCommentsForReview:["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments"],listCommits:[
"GET /repos/{owner}/{repo}/pulls/{pull_number}/commits"],listFiles:["GET /repos/{owner}/{repo}/pulls/{pull_number}/files"],listRequestedReviewers:[
"GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],listReviewComments:["GET /repos/{owner}/{repo}/pulls/{pull_number}/comm\
ents"],listReviewCommentsForRepo:["GET /repos/{owner}/{repo}/pulls/comments"],listReviews:["GET /repos/{owner}/{repo}/pulls/{pull_number}/re\
views"],merge:["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],removeRequestedReviewers:["DELETE /repos/{owner}/{repo}/pulls/{pull_nu\
mber}/requested_reviewers"],requestReviewers:["POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],submitReview:["POST /rep\
os/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events"],update:["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],updateBranch:[
"PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch"],updateReview:["PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_\
id}"],updateReviewComment:["PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}"]},rateLimit:{get:["GET /rate_limit"]},reactions:{createForCommitComment:[
"POST /repos/{owner}/{repo}/comments/{comment_id}/reactions"],createForIssue:["POST /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
createForIssueComment:["POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],createForPullRequestReviewComment:["POST /repos/\
{owner}/{repo}/pulls/comments/{comment_id}/reactions"],createForRelease:["POST /repos/{owner}/{repo}/releases/{release_id}/reactions"],createForTeamDiscussionCommentInOrg:[
"POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],createForTeamDiscussionInOrg:["POS\
T /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"],deleteForCommitComment:["DELETE /repos/{owner}/{repo}/comments/{\
comment_id}/reactions/{reaction_id}"],deleteForIssue:["DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}"],deleteForIssueComment:[
"DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}"],deleteForPullRequestComment:["DELETE /repos/{owner}/{re\
po}/pulls/comments/{comment_id}/reactions/{reaction_id}"],deleteForRelease:["DELETE /repos/{owner}/{repo}/releases/{release_id}/reactions/{r\
eaction_id}"],deleteForTeamDiscussion:["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions/{reaction_id}"],deleteForTeamDiscussionComment:[
"DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions/{reaction_id}"],listForCommitComment:[
"GET /repos/{owner}/{repo}/comments/{comment_id}/reactions"],listForIssue:["GET /repos/{owner}/{repo}/issues/{issue_number}/reactions"],listForIssueComment:[
"GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],listForPullRequestReviewComment:["GET /repos/{owner}/{repo}/pulls/commen\
ts/{comment_id}/reactions"],listForRelease:["GET /repos/{owner}/{repo}/releases/{release_id}/reactions"],listForTeamDiscussionCommentInOrg:[
"GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],listForTeamDiscussionInOrg:["GET /o\
rgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"]},repos:{acceptInvitation:["PATCH /user/repository_invitations/{invit\
ation_id}",{},{renamed:["repos","acceptInvitationForAuthenticatedUser"]}],acceptInvitationForAuthenticatedUser:["PATCH /user/repository_invi\
tations/{invitation_id}"],addAppAccessRestrictions:["POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",{},{mapToData:"\
apps"}],addCollaborator:["PUT /repos/{owner}/{repo}/collaborators/{username}"],addStatusCheckContexts:["POST /repos/{owner}/{repo}/branches/\
{branch}/protection/required_status_checks/contexts",{},{mapToData:"contexts"}],addTeamAccessRestrictions:["POST /repos/{owner}/{repo}/branc\
hes/{branch}/protection/restrictions/teams",{},{mapToData:"teams"}],addUserAccessRestrictions:["POST /repos/{owner}/{repo}/branches/{branch}\
/protection/restrictions/users",{},{mapToData:"users"}],cancelPagesDeployment:["POST /repos/{owner}/{repo}/pages/deployments/{pages_deployme\
nt_id}/cancel"],checkAutomatedSecurityFixes:["GET /repos/{owner}/{repo}/automated-security-fixes"],checkCollaborator:["GET /repos/{owner}/{r\
epo}/collaborators/{username}"],checkImmutableReleases:["GET /repos/{owner}/{repo}/immutable-releases"],checkPrivateVulnerabilityReporting:[
"GET /repos/{owner}/{repo}/private-vulnerability-reporting"],checkVulnerabilityAlerts:["GET /repos/{owner}/{repo}/vulnerability-alerts"],codeownersErrors:[
"GET /repos/{owner}/{repo}/codeowners/errors"],compareCommits:["GET /repos/{owner}/{repo}/compare/{base}...{head}"],compareCommitsWithBasehead:[
"GET /repos/{owner}/{repo}/compare/{basehead}"],createAttestation:["POST /repos/{owner}/{repo}/attestations"],createAutolink:["POST /repos/{\
owner}/{repo}/autolinks"],createCommitComment:["POST /repos/{owner}/{repo}/commits/{commit_sha}/comments"],createCommitSignatureProtection:[
"POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],createCommitStatus:["POST /repos/{owner}/{repo}/statuses/{sha\
}"],createDeployKey:["POST /repos/{owner}/{repo}/keys"],createDeployment:["POST /repos/{owner}/{repo}/deployments"],createDeploymentBranchPolicy:[
"POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],createDeploymentProtectionRule:["POST /repos/{owner\
}/{repo}/environments/{environment_name}/deployment_protection_rules"],createDeploymentStatus:["POST /repos/{owner}/{repo}/deployments/{depl\
oyment_id}/statuses"],createDispatchEvent:["POST /repos/{owner}/{repo}/dispatches"],createForAuthenticatedUser:["POST /user/repos"],createFork:[
"POST /repos/{owner}/{repo}/forks"],createInOrg:["POST /orgs/{org}/repos"],createOrUpdateEnvironment:["PUT /repos/{owner}/{repo}/environment\
s/{environment_name}"],createOrUpdateFileContents:["PUT /repos/{owner}/{repo}/contents/{path}"],createOrgRuleset:["POST /orgs/{org}/rulesets"],
createPagesDeployment:["POST /repos/{owner}/{repo}/pages/deployments"],createPagesSite:["POST /repos/{owner}/{repo}/pages"],createRelease:["\
POST /repos/{owner}/{repo}/releases"],createRepoRuleset:["POST /repos/{owner}/{repo}/rulesets"],createUsingTemplate:["POST /repos/{template_\
owner}/{template_repo}/generate"],createWebhook:["POST /repos/{owner}/{repo}/hooks"],customPropertiesForReposCreateOrUpdateRepositoryValues:[
"PATCH /repos/{owner}/{repo}/properties/values"],customPropertiesForReposGetRepositoryValues:["GET /repos/{owner}/{repo}/properties/values"],
declineInvitation:["DELETE /user/repository_invitations/{invitation_id}",{},{renamed:["repos","declineInvitationForAuthenticatedUser"]}],declineInvitationForAuthenticatedUser:[
"DELETE /user/repository_invitations/{invitation_id}"],delete:["DELETE /repos/{owner}/{repo}"],deleteAccessRestrictions:["DELETE /repos/{own\
er}/{repo}/branches/{branch}/protection/restrictions"],deleteAdminBranchProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/protecti\
on/enforce_admins"],deleteAnEnvironment:["DELETE /repos/{owner}/{repo}/environments/{environment_name}"],deleteAutolink:["DELETE /repos/{own\
er}/{repo}/autolinks/{autolink_id}"],deleteBranchProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/protection"],deleteCommitComment:[
"DELETE /repos/{owner}/{repo}/comments/{comment_id}"],deleteCommitSignatureProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/prote\
ction/required_signatures"],deleteDeployKey:["DELETE /repos/{owner}/{repo}/keys/{key_id}"],deleteDeployment:["DELETE /repos/{owner}/{repo}/d\
eployments/{deployment_id}"],deleteDeploymentBranchPolicy:["DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-p\
olicies/{branch_policy_id}"],deleteFile:["DELETE /repos/{owner}/{repo}/contents/{path}"],deleteInvitation:["DELETE /repos/{owner}/{repo}/inv\
itations/{invitation_id}"],deleteOrgRuleset:["DELETE /orgs/{org}/rulesets/{ruleset_id}"],deletePagesSite:["DELETE /repos/{owner}/{repo}/page\
s"],deletePullRequestReviewProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],deleteRelease:[
"DELETE /repos/{owner}/{repo}/releases/{release_id}"],deleteReleaseAsset:["DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}"],deleteRepoRuleset:[
"DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}"],deleteWebhook:["DELETE /repos/{owner}/{repo}/hooks/{hook_id}"],disableAutomatedSecurityFixes:[
"DELETE /repos/{owner}/{repo}/automated-security-fixes"],disableDeploymentProtectionRule:["DELETE /repos/{owner}/{repo}/environments/{enviro\
nment_name}/deployment_protection_rules/{protection_rule_id}"],disableImmutableReleases:["DELETE /repos/{owner}/{repo}/immutable-releases"],
disablePrivateVulnerabilityReporting:["DELETE /repos/{owner}/{repo}/private-vulnerability-reporting"],disableVulnerabilityAlerts:["DELETE /r\
epos/{owner}/{repo}/vulnerability-alerts"],downloadArchive:["GET /repos/{owner}/{repo}/zipball/{ref}",{},{renamed:["repos","downloadZipballA\
rchive"]}],downloadTarballArchive:["GET /repos/{owner}/{repo}/tarball/{ref}"],downloadZipballArchive:["GET /repos/{owner}/{repo}/zipball/{re\
f}"],enableAutomatedSecurityFixes:["PUT /repos/{owner}/{repo}/automated-security-fixes"],enableImmutableReleases:["PUT /repos/{owner}/{repo}\
/immutable-releases"],enablePrivateVulnerabilityReporting:["PUT /repos/{owner}/{repo}/private-vulnerability-reporting"],enableVulnerabilityAlerts:[
"PUT /repos/{owner}/{repo}/vulnerability-alerts"],generateReleaseNotes:["POST /repos/{owner}/{repo}/releases/generate-notes"],get:["GET /rep\
os/{owner}/{repo}"],getAccessRestrictions:["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"],getAdminBranchProtection:[
"GET /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],getAllDeploymentProtectionRules:["GET /repos/{owner}/{repo}/environ\
ments/{environment_name}/deployment_protection_rules"],getAllEnvironments:["GET /repos/{owner}/{repo}/environments"],getAllStatusCheckContexts:[
"GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts"],getAllTopics:["GET /repos/{owner}/{repo}/topics"],
getAppsWithAccessToProtectedBranch:["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps"],getAutolink:["GET /repos/{ow\
ner}/{repo}/autolinks/{autolink_id}"],getBranch:["GET /repos/{owner}/{repo}/branches/{branch}"],getBranchProtection:["GET /repos/{owner}/{re\
po}/branches/{branch}/protection"],getBranchRules:["GET /repos/{owner}/{repo}/rules/branches/{branch}"],getClones:["GET /repos/{owner}/{repo\
}/traffic/clones"],getCodeFrequencyStats:["GET /repos/{owner}/{repo}/stats/code_frequency"],getCollaboratorPermissionLevel:["GET /repos/{own\
er}/{repo}/collaborators/{username}/permission"],getCombinedStatusForRef:["GET /repos/{owner}/{repo}/commits/{ref}/status"],getCommit:["GET \
/repos/{owner}/{repo}/commits/{ref}"],getCommitActivityStats:["GET /repos/{owner}/{repo}/stats/commit_activity"],getCommitComment:["GET /rep\
os/{owner}/{repo}/comments/{comment_id}"],getCommitSignatureProtection:["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_sig\
natures"],getCommunityProfileMetrics:["GET /repos/{owner}/{repo}/community/profile"],getContent:["GET /repos/{owner}/{repo}/contents/{path}"],
getContributorsStats:["GET /repos/{owner}/{repo}/stats/contributors"],getCustomDeploymentProtectionRule:["GET /repos/{owner}/{repo}/environm\
ents/{environment_name}/deployment_protection_rules/{protection_rule_id}"],getDeployKey:["GET /repos/{owner}/{repo}/keys/{key_id}"],getDeployment:[
"GET /repos/{owner}/{repo}/deployments/{deployment_id}"],getDeploymentBranchPolicy:["GET /repos/{owner}/{repo}/environments/{environment_nam\
e}/deployment-branch-policies/{branch_policy_id}"],getDeploymentStatus:["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{sta\
tus_id}"],getEnvironment:["GET /repos/{owner}/{repo}/environments/{environment_name}"],getLatestPagesBuild:["GET /repos/{owner}/{repo}/pages\
/builds/latest"],getLatestRelease:["GET /repos/{owner}/{repo}/releases/latest"],getOrgRuleSuite:["GET /orgs/{org}/rulesets/rule-suites/{rule\
_suite_id}"],getOrgRuleSuites:["GET /orgs/{org}/rulesets/rule-suites"],getOrgRuleset:["GET /orgs/{org}/rulesets/{ruleset_id}"],getOrgRulesets:[
"GET /orgs/{org}/rulesets"],getPages:["GET /repos/{owner}/{repo}/pages"],getPagesBuild:["GET /repos/{owner}/{repo}/pages/builds/{build_id}"],
getPagesDeployment:["GET /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}"],getPagesHealthCheck:["GET /repos/{owner}/{repo}/pag\
es/health"],getParticipationStats:["GET /repos/{owner}/{repo}/stats/participation"],getPullRequestReviewProtection:["GET /repos/{owner}/{rep\
o}/branches/{branch}/protection/required_pull_request_reviews"],getPunchCardStats:["GET /repos/{owner}/{repo}/stats/punch_card"],getReadme:[
"GET /repos/{owner}/{repo}/readme"],getReadmeInDirectory:["GET /repos/{owner}/{repo}/readme/{dir}"],getRelease:["GET /repos/{owner}/{repo}/r\
eleases/{release_id}"],getReleaseAsset:["GET /repos/{owner}/{repo}/releases/assets/{asset_id}"],getReleaseByTag:["GET /repos/{owner}/{repo}/\
releases/tags/{tag}"],getRepoRuleSuite:["GET /repos/{owner}/{repo}/rulesets/rule-suites/{rule_suite_id}"],getRepoRuleSuites:["GET /repos/{ow\
ner}/{repo}/rulesets/rule-suites"],getRepoRuleset:["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}"],getRepoRulesetHistory:["GET /repos/{ow\
ner}/{repo}/rulesets/{ruleset_id}/history"],getRepoRulesetVersion:["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history/{version_id}"],getRepoRulesets:[
"GET /repos/{owner}/{repo}/rulesets"],getStatusChecksProtection:["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_che\
cks"],getTeamsWithAccessToProtectedBranch:["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams"],getTopPaths:["GET /r\
epos/{owner}/{repo}/traffic/popular/paths"],getTopReferrers:["GET /repos/{owner}/{repo}/traffic/popular/referrers"],getUsersWithAccessToProtectedBranch:[
"GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users"],getViews:["GET /repos/{owner}/{repo}/traffic/views"],getWebhook:[
"GET /repos/{owner}/{repo}/hooks/{hook_id}"],getWebhookConfigForRepo:["GET /repos/{owner}/{repo}/hooks/{hook_id}/config"],getWebhookDelivery:[
"GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}"],listActivities:["GET /repos/{owner}/{repo}/activity"],listAttestations:[
"GET /repos/{owner}/{repo}/attestations/{subject_digest}"],listAutolinks:["GET /repos/{owner}/{repo}/autolinks"],listBranches:["GET /repos/{\
owner}/{repo}/branches"],listBranchesForHeadCommit:["GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head"],listCollaborators:[
"GET /repos/{owner}/{repo}/collaborators"],listCommentsForCommit:["GET /repos/{owner}/{repo}/commits/{commit_sha}/comments"],listCommitCommentsForRepo:[
"GET /repos/{owner}/{repo}/comments"],listCommitStatusesForRef:["GET /repos/{owner}/{repo}/commits/{ref}/statuses"],listCommits:["GET /repos\
/{owner}/{repo}/commits"],listContributors:["GET /repos/{owner}/{repo}/contributors"],listCustomDeploymentRuleIntegrations:["GET /repos/{own\
er}/{repo}/environments/{environment_name}/deployment_protection_rules/apps"],listDeployKeys:["GET /repos/{owner}/{repo}/keys"],listDeploymentBranchPolicies:[
"GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],listDeploymentStatuses:["GET /repos/{owner}/{repo}/d\
eployments/{deployment_id}/statuses"],listDeployments:["GET /repos/{owner}/{repo}/deployments"],listForAuthenticatedUser:["GET /user/repos"],
listForOrg:["GET /orgs/{org}/repos"],listForUser:["GET /users/{username}/repos"],listForks:["GET /repos/{owner}/{repo}/forks"],listInvitations:[
"GET /repos/{owner}/{repo}/invitations"],listInvitationsForAuthenticatedUser:["GET /user/repository_invitations"],listLanguages:["GET /repos\
/{owner}/{repo}/languages"],listPagesBuilds:["GET /repos/{owner}/{repo}/pages/builds"],listPublic:["GET /repositories"],listPullRequestsAssociatedWithCommit:[
"GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls"],listReleaseAssets:["GET /repos/{owner}/{repo}/releases/{release_id}/assets"],listReleases:[
"GET /repos/{owner}/{repo}/releases"],listTags:["GET /repos/{owner}/{repo}/tags"],listTeams:["GET /repos/{owner}/{repo}/teams"],listWebhookDeliveries:[
"GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries"],listWebhooks:["GET /repos/{owner}/{repo}/hooks"],merge:["POST /repos/{owner}/{repo}/\
merges"],mergeUpstream:["POST /repos/{owner}/{repo}/merge-upstream"],pingWebhook:["POST /repos/{owner}/{repo}/hooks/{hook_id}/pings"],redeliverWebhookDelivery:[
"POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"],removeAppAccessRestrictions:["DELETE /repos/{owner}/{repo}/b\
ranches/{branch}/protection/restrictions/apps",{},{mapToData:"apps"}],removeCollaborator:["DELETE /repos/{owner}/{repo}/collaborators/{usern\
ame}"],removeStatusCheckContexts:["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",{},{mapToData:"\
contexts"}],removeStatusCheckProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],removeTeamAccessRestrictions:[
"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",{},{mapToData:"teams"}],removeUserAccessRestrictions:["DELETE\
 /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",{},{mapToData:"users"}],renameBranch:["POST /repos/{owner}/{repo}/br\
anches/{branch}/rename"],replaceAllTopics:["PUT /repos/{owner}/{repo}/topics"],requestPagesBuild:["POST /repos/{owner}/{repo}/pages/builds"],
setAdminBranchProtection:["POST /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],setAppAccessRestrictions:["PUT /repos/{o\
wner}/{repo}/branches/{branch}/protection/restrictions/apps",{},{mapToData:"apps"}],setStatusCheckContexts:["PUT /repos/{owner}/{repo}/branc\
hes/{branch}/protection/required_status_checks/contexts",{},{mapToData:"contexts"}],setTeamAccessRestrictions:["PUT /repos/{owner}/{repo}/br\
anches/{branch}/protection/restrictions/teams",{},{mapToData:"teams"}],setUserAccessRestrictions:["PUT /repos/{owner}/{repo}/branches/{branc\
h}/protection/restrictions/users",{},{mapToData:"users"}],testPushWebhook:["POST /repos/{owner}/{repo}/hooks/{hook_id}/tests"],transfer:["PO\
ST /repos/{owner}/{repo}/transfer"],update:["PATCH /repos/{owner}/{repo}"],updateBranchProtection:["PUT /repos/{owner}/{repo}/branches/{bran\
ch}/protection"],updateCommitComment:["PATCH /repos/{owner}/{repo}/comments/{comment_id}"],updateDeploymentBranchPolicy:["PUT /repos/{owner}\
/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],updateInformationAboutPagesSite:["PUT /repos/{owner}\
/{repo}/pages"],updateInvitation:["PATCH /repos/{owner}/{repo}/invitations/{invitation_id}"],updateOrgRuleset:["PUT /orgs/{org}/rulesets/{ru\
leset_id}"],updatePullRequestReviewProtection:["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],updateRelease:[
"PATCH /repos/{owner}/{repo}/releases/{release_id}"],updateReleaseAsset:["PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}"],updateRepoRuleset:[
"PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}"],updateStatusCheckPotection:["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/req\
uired_status_checks",{},{renamed:["repos","updateStatusCheckProtection"]}],updateStatusCheckProtection:["PATCH /repos/{owner}/{repo}/branche\
s/{branch}/protection/required_status_checks"],updateWebhook:["PATCH /repos/{owner}/{repo}/hooks/{hook_id}"],updateWebhookConfigForRepo:["PA\
TCH /repos/{owner}/{repo}/hooks/{hook_id}/config"],uploadReleaseAsset:["POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}",
{baseUrl:"https://uploads.github.com"}]},search:{code:["GET /search/code"],commits:["GET /search/commits"],issuesAndPullRequests:["GET /sear\
ch/issues"],labels:["GET /search/labels"],repos:["GET /search/repositories"],topics:["GET /search/topics"],users:["GET /search/users"]},secretScanning:{
createPushProtectionBypass:["POST /repos/{owner}/{repo}/secret-scanning/push-protection-bypasses"],getAlert:["GET /repos/{owner}/{repo}/secr\
et-scanning/alerts/{alert_number}"],getScanHistory:["GET /repos/{owner}/{repo}/secret-scanning/scan-history"],listAlertsForOrg:["GET /orgs/{\
org}/secret-scanning/alerts"],listAlertsForRepo:["GET /repos/{owner}/{repo}/secret-scanning/alerts"],listLocationsForAlert:["GET /repos/{own\
er}/{repo}/secret-scanning/alerts/{alert_number}/locations"],listOrgPatternConfigs:["GET /orgs/{org}/secret-scanning/pattern-configurations"],
updateAlert:["PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"],updateOrgPatternConfigs:["PATCH /orgs/{org}/secret-scannin\
g/pattern-configurations"]},securityAdvisories:{createFork:["POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/forks"],createPrivateVulnerabilityReport:[
"POST /repos/{owner}/{repo}/security-advisories/reports"],createRepositoryAdvisory:["POST /repos/{owner}/{repo}/security-advisories"],createRepositoryAdvisoryCveRequest:[
"POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/cve"],getGlobalAdvisory:["GET /advisories/{ghsa_id}"],getRepositoryAdvisory:["GET \
/repos/{owner}/{repo}/security-advisories/{ghsa_id}"],listGlobalAdvisories:["GET /advisories"],listOrgRepositoryAdvisories:["GET /orgs/{org}\
/security-advisories"],listRepositoryAdvisories:["GET /repos/{owner}/{repo}/security-advisories"],updateRepositoryAdvisory:["PATCH /repos/{o\
wner}/{repo}/security-advisories/{ghsa_id}"]},teams:{addOrUpdateMembershipForUserInOrg:["PUT /orgs/{org}/teams/{team_slug}/memberships/{user\
name}"],addOrUpdateRepoPermissionsInOrg:["PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],checkPermissionsForRepoInOrg:["GET /orgs/\
{org}/teams/{team_slug}/repos/{owner}/{repo}"],create:["POST /orgs/{org}/teams"],createDiscussionCommentInOrg:["POST /orgs/{org}/teams/{team\
_slug}/discussions/{discussion_number}/comments"],createDiscussionInOrg:["POST /orgs/{org}/teams/{team_slug}/discussions"],deleteDiscussionCommentInOrg:[
"DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],deleteDiscussionInOrg:["DELETE /orgs/{org}\
/teams/{team_slug}/discussions/{discussion_number}"],deleteInOrg:["DELETE /orgs/{org}/teams/{team_slug}"],getByName:["GET /orgs/{org}/teams/\
{team_slug}"],getDiscussionCommentInOrg:["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],getDiscussionInOrg:[
"GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],getMembershipForUserInOrg:["GET /orgs/{org}/teams/{team_slug}/membershi\
ps/{username}"],list:["GET /orgs/{org}/teams"],listChildInOrg:["GET /orgs/{org}/teams/{team_slug}/teams"],listDiscussionCommentsInOrg:["GET \
/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"],listDiscussionsInOrg:["GET /orgs/{org}/teams/{team_slug}/discussion\
s"],listForAuthenticatedUser:["GET /user/teams"],listMembersInOrg:["GET /orgs/{org}/teams/{team_slug}/members"],listPendingInvitationsInOrg:[
"GET /orgs/{org}/teams/{team_slug}/invitations"],listReposInOrg:["GET /orgs/{org}/teams/{team_slug}/repos"],removeMembershipForUserInOrg:["D\
ELETE /orgs/{org}/teams/{team_slug}/memberships/{username}"],removeRepoInOrg:["DELETE /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],updateDiscussionCommentInOrg:[
"PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],updateDiscussionInOrg:["PATCH /orgs/{org}/t\
eams/{team_slug}/discussions/{discussion_number}"],updateInOrg:["PATCH /orgs/{org}/teams/{team_slug}"]},users:{addEmailForAuthenticated:["PO\
ST /user/emails",{},{renamed:["users","addEmailForAuthenticatedUser"]}],addEmailForAuthenticatedUser:["POST /user/emails"],addSocialAccountForAuthenticatedUser:[
"POST /user/social_accounts"],block:["PUT /user/blocks/{username}"],checkBlocked:["GET /user/blocks/{username}"],checkFollowingForUser:["GET\
 /users/{username}/following/{target_user}"],checkPersonIsFollowedByAuthenticated:["GET /user/following/{username}"],createGpgKeyForAuthenticated:[
"POST /user/gpg_keys",{},{renamed:["users","createGpgKeyForAuthenticatedUser"]}],createGpgKeyForAuthenticatedUser:["POST /user/gpg_keys"],createPublicSshKeyForAuthenticated:[
"POST /user/keys",{},{renamed:["users","createPublicSshKeyForAuthenticatedUser"]}],createPublicSshKeyForAuthenticatedUser:["POST /user/keys"],
createSshSigningKeyForAuthenticatedUser:["POST /user/ssh_signing_keys"],deleteAttestationsBulk:["POST /users/{username}/attestations/delete-\
request"],deleteAttestationsById:["DELETE /users/{username}/attestations/{attestation_id}"],deleteAttestationsBySubjectDigest:["DELETE /user\
s/{username}/attestations/digest/{subject_digest}"],deleteEmailForAuthenticated:["DELETE /user/emails",{},{renamed:["users","deleteEmailForA\
uthenticatedUser"]}],deleteEmailForAuthenticatedUser:["DELETE /user/emails"],deleteGpgKeyForAuthenticated:["DELETE /user/gpg_keys/{gpg_key_i\
d}",{},{renamed:["users","deleteGpgKeyForAuthenticatedUser"]}],deleteGpgKeyForAuthenticatedUser:["DELETE /user/gpg_keys/{gpg_key_id}"],deletePublicSshKeyForAuthenticated:[
"DELETE /user/keys/{key_id}",{},{renamed:["users","deletePublicSshKeyForAuthenticatedUser"]}],deletePublicSshKeyForAuthenticatedUser:["DELET\
E /user/keys/{key_id}"],deleteSocialAccountForAuthenticatedUser:["DELETE /user/social_accounts"],deleteSshSigningKeyForAuthenticatedUser:["D\
ELETE /user/ssh_signing_keys/{ssh_signing_key_id}"],follow:["PUT /user/following/{username}"],getAuthenticated:["GET /user"],getById:["GET /\
user/{account_id}"],getByUsername:["GET /users/{username}"],getContextForUser:["GET /users/{username}/hovercard"],getGpgKeyForAuthenticated:[
"GET /user/gpg_keys/{gpg_key_id}",{},{renamed:["users","getGpgKeyForAuthenticatedUser"]}],getGpgKeyForAuthenticatedUser:["GET /user/gpg_keys\
/{gpg_key_id}"],getPublicSshKeyForAuthenticated:["GET /user/keys/{key_id}",{},{renamed:["users","getPublicSshKeyForAuthenticatedUser"]}],getPublicSshKeyForAuthenticatedUser:[
"GET /user/keys/{key_id}"],getSshSigningKeyForAuthenticatedUser:["GET /user/ssh_signing_keys/{ssh_signing_key_id}"],list:["GET /users"],listAttestations:[
"GET /users/{username}/attestations/{subject_digest}"],listAttestationsBulk:["POST /users/{username}/attestations/bulk-list{?per_page,before\
,after}"],listBlockedByAuthenticated:["GET /user/blocks",{},{renamed:["users","listBlockedByAuthenticatedUser"]}],listBlockedByAuthenticatedUser:[
"GET /user/blocks"],listEmailsForAuthenticated:["GET /user/emails",{},{renamed:["users","listEmailsForAuthenticatedUser"]}],listEmailsForAuthenticatedUser:[
"GET /user/emails"],listFollowedByAuthenticated:["GET /user/following",{},{renamed:["users","listFollowedByAuthenticatedUser"]}],listFollowedByAuthenticatedUser:[
"GET /user/following"],listFollowersForAuthenticatedUser:["GET /user/followers"],listFollowersForUser:["GET /users/{username}/followers"],listFollowingForUser:[
"GET /users/{username}/following"],listGpgKeysForAuthenticated:["GET /user/gpg_keys",{},{renamed:["users","listGpgKeysForAuthenticatedUser"]}],
listGpgKeysForAuthenticatedUser:["GET /user/gpg_keys"],listGpgKeysForUser:["GET /users/{username}/gpg_keys"],listPublicEmailsForAuthenticated:[
"GET /user/public_emails",{},{renamed:["users","listPublicEmailsForAuthenticatedUser"]}],listPublicEmailsForAuthenticatedUser:["GET /user/pu\
blic_emails"],listPublicKeysForUser:["GET /users/{username}/keys"],listPublicSshKeysForAuthenticated:["GET /user/keys",{},{renamed:["users",
"listPublicSshKeysForAuthenticatedUser"]}],listPublicSshKeysForAuthenticatedUser:["GET /user/keys"],listSocialAccountsForAuthenticatedUser:[
"GET /user/social_accounts"],listSocialAccountsForUser:["GET /users/{username}/social_accounts"],listSshSigningKeysForAuthenticatedUser:["GE\
T /user/ssh_signing_keys"],listSshSigningKeysForUser:["GET /users/{username}/ssh_signing_keys"],setPrimaryEmailVisibilityForAuthenticated:["\
PATCH /user/email/visibility",{},{renamed:["users","setPrimaryEmailVisibilityForAuthenticatedUser"]}],setPrimaryEmailVisibilityForAuthenticatedUser:[
"PATCH /user/email/visibility"],unblock:["DELETE /user/blocks/{username}"],unfollow:["DELETE /user/following/{username}"],updateAuthenticated:[
"PATCH /user"]}},endpoints_default=Endpoints;var endpointMethodsMap=new Map;for(let[scope,endpoints]of Object.entries(endpoints_default))for(let[methodName,endpoint2]of Object.entries(endpoints)){
let[route,defaults2,decorations]=endpoint2,[method,url]=route.split(/ /),endpointDefaults=Object.assign({method,url},defaults2);endpointMethodsMap.
has(scope)||endpointMethodsMap.set(scope,new Map),endpointMethodsMap.get(scope).set(methodName,{scope,methodName,endpointDefaults,decorations})}
var handler={has({scope},methodName){return endpointMethodsMap.get(scope).has(methodName)},getOwnPropertyDescriptor(target,methodName){return{
value:this.get(target,methodName),configurable:!0,writable:!0,enumerable:!0}},defineProperty(target,methodName,descriptor){return Object.defineProperty(
target.cache,methodName,descriptor),!0},deleteProperty(target,methodName){return delete target.cache[methodName],!0},ownKeys({scope}){return[
...endpointMethodsMap.get(scope).keys()]},set(target,methodName,value){return target.cache[methodName]=value},get({octokit,scope,cache},methodName){
if(cache[methodName])return cache[methodName];let method=endpointMethodsMap.get(scope).get(methodName);if(!method)return;let{endpointDefaults,
decorations}=method;return decorations?cache[methodName]=decorate(octokit,scope,methodName,endpointDefaults,decorations):cache[methodName]=octokit.
request.defaults(endpointDefaults),cache[methodName]}};function endpointsToMethods(octokit){let newMethods={};for(let scope of endpointMethodsMap.
keys())newMethods[scope]=new Proxy({octokit,scope,cache:{}},handler);return newMethods}function decorate(octokit,scope,methodName,defaults2,decorations){
let requestWithDefaults=octokit.request.defaults(defaults2);function withDecorations(...args){let options=requestWithDefaults.endpoint.merge(
...args);if(decorations.mapToData)return options=Object.assign({},options,{data:options[decorations.mapToData],[decorations.mapToData]:void 0}),
requestWithDefaults(options);if(decorations.renamed){let[newScope,newMethodName]=decorations.renamed;octokit.log.warn(`octokit.${scope}.${methodName}\
() has been renamed to octokit.${newScope}.${newMethodName}()`)}if(decorations.deprecated&&octokit.log.warn(decorations.deprecated),decorations.
renamedParameters){let options2=requestWithDefaults.endpoint.merge(...args);for(let[name2,alias]of Object.entries(decorations.renamedParameters))
name2 in options2&&(octokit.log.warn(`"${name2}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`),alias in
options2||(options2[alias]=options2[name2]),delete options2[name2]);return requestWithDefaults(options2)}return requestWithDefaults(...args)}
return Object.assign(withDecorations,requestWithDefaults)}function restEndpointMethods(octokit){return{rest:endpointsToMethods(octokit)}}restEndpointMethods.VERSION=VERSION5;function legacyRestEndpointMethods(octokit){
let api=endpointsToMethods(octokit);return{...api,rest:api}}legacyRestEndpointMethods.VERSION=VERSION5;var VERSION6="0.0.0-development";function normalizePaginatedListResponse(response){if(!response.data)return{...response,data:[]};if(!(("tota\
l_count"in response.data||"total_commits"in response.data)&&!("url"in response.data)))return response;let incompleteResults=response.data.incomplete_results,
repositorySelection=response.data.repository_selection,totalCount=response.data.total_count,totalCommits=response.data.total_commits;delete response.
data.incomplete_results,delete response.data.repository_selection,delete response.data.total_count,delete response.data.total_commits;let namespaceKey=Object.
keys(response.data)[0],data=response.data[namespaceKey];return response.data=data,typeof incompleteResults<"u"&&(response.data.incomplete_results=
incompleteResults),typeof repositorySelection<"u"&&(response.data.repository_selection=repositorySelection),response.data.total_count=totalCount,
response.data.total_commits=totalCommits,response}function iterator(octokit,route,parameters){let options=typeof route=="function"?route.endpoint(
parameters):octokit.request.endpoint(route,parameters),requestMethod=typeof route=="function"?route:octokit.request,method=options.method,headers=options.
headers,url=options.url;return{[Symbol.asyncIterator]:()=>({async next(){if(!url)return{done:!0};try{let response=await requestMethod({method,
url,headers}),normalizedResponse=normalizePaginatedListResponse(response);if(url=((normalizedResponse.headers.link||"").match(/<([^<>]+)>;\s*rel="next"/)||
[])[1],!url&&"total_commits"in normalizedResponse.data){let parsedUrl=new URL(normalizedResponse.url),params=parsedUrl.searchParams,page=parseInt(
params.get("page")||"1",10),per_page=parseInt(params.get("per_page")||"250",10);page*per_page<normalizedResponse.data.total_commits&&(params.
set("page",String(page+1)),url=parsedUrl.toString())}return{value:normalizedResponse}}catch(error2){if(error2.status!==409)throw error2;return url=
"",{value:{status:200,headers:{},data:[]}}}}})}}function paginate(octokit,route,parameters,mapFn){return typeof parameters=="function"&&(mapFn=
parameters,parameters=void 0),gather(octokit,[],iterator(octokit,route,parameters)[Symbol.asyncIterator](),mapFn)}function gather(octokit,results,iterator2,mapFn){
return iterator2.next().then(result=>{if(result.done)return results;let earlyExit=!1;function done(){earlyExit=!0}return results=results.concat(
mapFn?mapFn(result.value,done):result.value.data),earlyExit?results:gather(octokit,results,iterator2,mapFn)})}var composePaginateRest=Object.
assign(paginate,{iterator});function paginateRest(octokit){return{paginate:Object.assign(paginate.bind(null,octokit),{iterator:iterator.bind(null,octokit)})}}paginateRest.
VERSION=VERSION6;var context=new Context,baseUrl=getApiBaseUrl(),defaults={baseUrl,request:{agent:getProxyAgent(baseUrl),fetch:getProxyFetch(baseUrl)}},GitHub=Octokit.
plugin(restEndpointMethods,paginateRest).defaults(defaults);function getOctokitOptions(token,options){let opts=Object.assign({},options||{}),
auth2=getAuthString(token,opts);auth2&&(opts.auth=auth2);let userAgent2=getUserAgentWithOrchestrationId(opts.userAgent);return userAgent2&&(opts.
userAgent=userAgent2),opts}var context2=new Context;function getOctokit(token,options,...additionalPlugins){let GitHubWithPlugins=GitHub.plugin(...additionalPlugins);return new GitHubWithPlugins(
getOctokitOptions(token,options))}var unzip_stream_default={};var __awaiter6=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})},scrubQueryParameters=url=>{let parsed=new URL(
url);return parsed.search="",parsed.toString()};function exists(path2){return __awaiter6(this,void 0,void 0,function*(){try{return yield fs2.
access(path2),!0}catch(error2){if(error2.code==="ENOENT")return!1;throw error2}})}function streamExtract(url,directory2,skipDecompress){return __awaiter6(
this,void 0,void 0,function*(){let retryCount=0;for(;retryCount<5;)try{return yield streamExtractExternal(url,directory2,{skipDecompress})}catch(error2){
retryCount++,debug(`Failed to download artifact after ${retryCount} retries due to ${error2.message}. Retrying in 5 seconds...`),yield new Promise(
resolve2=>setTimeout(resolve2,5e3))}throw new Error(`Artifact download failed after ${retryCount} retries.`)})}function streamExtractExternal(url_1,directory_1){
return __awaiter6(this,arguments,void 0,function*(url,directory2,opts={}){let{timeout=30*1e3,skipDecompress=!1}=opts,response=yield new HttpClient(
getUserAgentString()).get(url);if(response.message.statusCode!==200)throw new Error(`Unexpected HTTP response from blob storage: ${response.
message.statusCode} ${response.message.statusMessage}`);let contentType=response.message.headers["content-type"]||"",mimeType=contentType.split(
";",1)[0].trim().toLowerCase(),urlEndsWithZip=new URL(url).pathname.toLowerCase().endsWith(".zip"),isZip=mimeType==="application/zip"||mimeType===
"application/x-zip-compressed"||mimeType==="application/zip-compressed"||urlEndsWithZip,contentDisposition=response.message.headers["content\
-disposition"]||"",fileName="artifact",filenameMatch=contentDisposition.match(/filename\*?=['"]?(?:UTF-\d['"]*)?([^;\r\n"']*)['"]?/i);filenameMatch&&
filenameMatch[1]&&(fileName=path.basename(decodeURIComponent(filenameMatch[1].trim()))),debug(`Content-Type: ${contentType}, mimeType: ${mimeType}\
, urlEndsWithZip: ${urlEndsWithZip}, isZip: ${isZip}, skipDecompress: ${skipDecompress}`),debug(`Content-Disposition: ${contentDisposition},\
 fileName: ${fileName}`);let sha256Digest;return new Promise((resolve2,reject)=>{let timer=setTimeout(()=>{let timeoutError=new Error(`Blob \
storage chunk did not respond in ${timeout}ms`);response.message.destroy(timeoutError),reject(timeoutError)},timeout),onError=error2=>{debug(
`response.message: Artifact download failed: ${error2.message}`),clearTimeout(timer),reject(error2)},hashStream=crypto2.createHash("sha256").
setEncoding("hex"),passThrough=new stream3.PassThrough().on("data",()=>{timer.refresh()}).on("error",onError);response.message.pipe(passThrough),
passThrough.pipe(hashStream);let onClose=()=>{clearTimeout(timer),hashStream&&(hashStream.end(),sha256Digest=hashStream.read(),info(`SHA256 \
digest of downloaded artifact is ${sha256Digest}`)),resolve2({sha256Digest:`sha256:${sha256Digest}`})};if(isZip&&!skipDecompress)passThrough.
pipe(unzip_stream_default.Extract({path:directory2})).on("close",onClose).on("error",onError);else{let filePath=path.join(directory2,fileName),
writeStream=fsSync.createWriteStream(filePath);info(`Downloading raw file (non-zip) to: ${filePath}`),passThrough.pipe(writeStream).on("clos\
e",onClose).on("error",onError)}})})}function downloadArtifactPublic(artifactId,repositoryOwner,repositoryName,token,options){return __awaiter6(
this,void 0,void 0,function*(){let downloadPath=yield resolveOrCreateDirectory(options?.path),api=getOctokit(token),digestMismatch=!1;info(`\
Downloading artifact '${artifactId}' from '${repositoryOwner}/${repositoryName}'`);let{headers,status}=yield api.rest.actions.downloadArtifact(
{owner:repositoryOwner,repo:repositoryName,artifact_id:artifactId,archive_format:"zip",request:{redirect:"manual"}});if(status!==302)throw new Error(
`Unable to download artifact. Unexpected status: ${status}`);let{location}=headers;if(!location)throw new Error("Unable to redirect to artif\
act download url");info(`Redirecting to blob download url: ${scrubQueryParameters(location)}`);try{info(`Starting download of artifact to: ${downloadPath}`);
let extractResponse=yield streamExtract(location,downloadPath,options?.skipDecompress);info("Artifact download completed successfully."),options?.
expectedHash&&options?.expectedHash!==extractResponse.sha256Digest&&(digestMismatch=!0,debug(`Computed digest: ${extractResponse.sha256Digest}`),
debug(`Expected digest: ${options.expectedHash}`))}catch(error2){throw new Error(`Unable to download and extract artifact: ${error2.message}`)}
return{downloadPath,digestMismatch}})}function downloadArtifactInternal(artifactId,options){return __awaiter6(this,void 0,void 0,function*(){
let downloadPath=yield resolveOrCreateDirectory(options?.path),artifactClient=internalArtifactTwirpClient(),digestMismatch=!1,{workflowRunBackendId,
workflowJobRunBackendId}=getBackendIdsFromToken(),listReq={workflowRunBackendId,workflowJobRunBackendId,idFilter:Int64Value.create({value:artifactId.
toString()})},{artifacts}=yield artifactClient.ListArtifacts(listReq);if(artifacts.length===0)throw new ArtifactNotFoundError(`No artifacts \
found for ID: ${artifactId}
Are you trying to download from a different run? Try specifying a github-token with \`actions:read\` scope.`);artifacts.length>1&&warning("M\
ultiple artifacts found, defaulting to first.");let signedReq={workflowRunBackendId:artifacts[0].workflowRunBackendId,workflowJobRunBackendId:artifacts[0].
workflowJobRunBackendId,name:artifacts[0].name},{signedUrl}=yield artifactClient.GetSignedArtifactURL(signedReq);info(`Redirecting to blob d\
ownload url: ${scrubQueryParameters(signedUrl)}`);try{info(`Starting download of artifact to: ${downloadPath}`);let extractResponse=yield streamExtract(
signedUrl,downloadPath,options?.skipDecompress);info("Artifact download completed successfully."),options?.expectedHash&&options?.expectedHash!==
extractResponse.sha256Digest&&(digestMismatch=!0,debug(`Computed digest: ${extractResponse.sha256Digest}`),debug(`Expected digest: ${options.
expectedHash}`))}catch(error2){throw new Error(`Unable to download and extract artifact: ${error2.message}`)}return{downloadPath,digestMismatch}})}
function resolveOrCreateDirectory(){return __awaiter6(this,arguments,void 0,function*(downloadPath=getGitHubWorkspaceDir()){return(yield exists(
downloadPath))?debug(`Artifact destination folder already exists: ${downloadPath}`):(debug(`Artifact destination folder does not exist, crea\
ting: ${downloadPath}`),yield fs2.mkdir(downloadPath,{recursive:!0})),downloadPath})}var defaultMaxRetryNumber=5,defaultExemptStatusCodes=[400,401,403,404,422];function getRetryOptions(defaultOptions,retries=defaultMaxRetryNumber,exemptStatusCodes=defaultExemptStatusCodes){
var _a;if(retries<=0)return[{enabled:!1},defaultOptions.request];let retryOptions={enabled:!0};exemptStatusCodes.length>0&&(retryOptions.doNotRetry=
exemptStatusCodes);let requestOptions=Object.assign(Object.assign({},defaultOptions.request),{retries});return debug(`GitHub client configur\
ed with: (retries: ${requestOptions.retries}, retry-exempt-status-code: ${(_a=retryOptions.doNotRetry)!==null&&_a!==void 0?_a:"octokit defau\
lt: [400, 401, 403, 404, 422]"})`),[retryOptions,requestOptions]}var VERSION7="6.0.0";function requestLog(octokit){octokit.hook.wrap("request",(request2,options)=>{octokit.log.debug("request",options);let start=Date.now(),requestOptions=octokit.
request.endpoint.parse(options),path2=requestOptions.url.replace(options.baseUrl,"");return request2(options).then(response=>{let requestId=response.
headers["x-github-request-id"];return octokit.log.info(`${requestOptions.method} ${path2} - ${response.status} with id ${requestId} in ${Date.
now()-start}ms`),response}).catch(error2=>{let requestId=error2.response?.headers["x-github-request-id"]||"UNKNOWN";throw octokit.log.error(
`${requestOptions.method} ${path2} - ${error2.status} with id ${requestId} in ${Date.now()-start}ms`),error2})})}requestLog.VERSION=VERSION7;var import_light=__toESM(require_light(),1);var VERSION8="0.0.0-development";function isRequestError(error2){return error2.request!==void 0}async function errorRequest(state,octokit,error2,options){
if(!isRequestError(error2)||!error2?.request.request)throw error2;if(error2.status>=400&&!state.doNotRetry.includes(error2.status)){let retries=options.
request.retries!=null?options.request.retries:state.retries,retryAfter=Math.pow((options.request.retryCount||0)+1,2);throw octokit.retry.retryRequest(
error2,retries,retryAfter)}throw error2}async function wrapRequest(state,octokit,request2,options){let limiter=new import_light.default;return limiter.
on("failed",function(error2,info2){let maxRetries=~~error2.request.request?.retries,after=~~error2.request.request?.retryAfter;if(options.request.
retryCount=info2.retryCount+1,maxRetries>info2.retryCount)return after*state.retryAfterBaseValue}),limiter.schedule(requestWithGraphqlErrorHandling.
bind(null,state,octokit,request2),options)}async function requestWithGraphqlErrorHandling(state,octokit,request2,options){let response=await request2(
options);if(response.data&&response.data.errors&&response.data.errors.length>0&&/Something went wrong while executing your query/.test(response.
data.errors[0].message)){let error2=new RequestError(response.data.errors[0].message,500,{request:options,response});return errorRequest(state,
octokit,error2,options)}return response}function retry(octokit,octokitOptions){let state=Object.assign({enabled:!0,retryAfterBaseValue:1e3,doNotRetry:[
400,401,403,404,410,422,451],retries:3},octokitOptions.retry),retryPlugin={retry:{retryRequest:(error2,retries,retryAfter)=>(error2.request.
request=Object.assign({},error2.request.request,{retries,retryAfter}),error2)}};return state.enabled&&(octokit.hook.error("request",errorRequest.
bind(null,state,retryPlugin)),octokit.hook.wrap("request",wrapRequest.bind(null,state,retryPlugin))),retryPlugin}retry.VERSION=VERSION8;var __awaiter7=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})};function getArtifactPublic(artifactName,workflowRunId,repositoryOwner,repositoryName,token){
return __awaiter7(this,void 0,void 0,function*(){var _a;let[retryOpts,requestOpts]=getRetryOptions(defaults),opts={log:void 0,userAgent:getUserAgentString(),
previews:void 0,retry:retryOpts,request:requestOpts},getArtifactResp=yield getOctokit(token,opts,retry,requestLog).request("GET /repos/{owne\
r}/{repo}/actions/runs/{run_id}/artifacts{?name}",{owner:repositoryOwner,repo:repositoryName,run_id:workflowRunId,name:artifactName});if(getArtifactResp.
status!==200)throw new InvalidResponseError(`Invalid response from GitHub API: ${getArtifactResp.status} (${(_a=getArtifactResp?.headers)===
null||_a===void 0?void 0:_a["x-github-request-id"]})`);if(getArtifactResp.data.artifacts.length===0)throw new ArtifactNotFoundError(`Artifac\
t not found for name: ${artifactName}
        Please ensure that your artifact is not expired and the artifact was uploaded using a compatible version of toolkit/upload-artifact.\

        For more information, visit the GitHub Artifacts FAQ: https://github.com/actions/toolkit/blob/main/packages/artifact/docs/faq.md`);let artifact=getArtifactResp.
data.artifacts[0];return getArtifactResp.data.artifacts.length>1&&(artifact=getArtifactResp.data.artifacts.sort((a,b)=>b.id-a.id)[0],debug(`\
More than one artifact found for a single name, returning newest (id: ${artifact.id})`)),{artifact:{name:artifact.name,id:artifact.id,size:artifact.
size_in_bytes,createdAt:artifact.created_at?new Date(artifact.created_at):void 0,digest:artifact.digest}}})}function getArtifactInternal(artifactName){
return __awaiter7(this,void 0,void 0,function*(){var _a;let artifactClient=internalArtifactTwirpClient(),{workflowRunBackendId,workflowJobRunBackendId}=getBackendIdsFromToken(),
req={workflowRunBackendId,workflowJobRunBackendId,nameFilter:StringValue.create({value:artifactName})},res=yield artifactClient.ListArtifacts(
req);if(res.artifacts.length===0)throw new ArtifactNotFoundError(`Artifact not found for name: ${artifactName}
        Please ensure that your artifact is not expired and the artifact was uploaded using a compatible version of toolkit/upload-artifact.\

        For more information, visit the GitHub Artifacts FAQ: https://github.com/actions/toolkit/blob/main/packages/artifact/docs/faq.md`);let artifact=res.
artifacts[0];return res.artifacts.length>1&&(artifact=res.artifacts.sort((a,b)=>Number(b.databaseId)-Number(a.databaseId))[0],debug(`More th\
an one artifact found for a single name, returning newest (id: ${artifact.databaseId})`)),{artifact:{name:artifact.name,id:Number(artifact.databaseId),
size:Number(artifact.size),createdAt:artifact.createdAt?Timestamp.toDate(artifact.createdAt):void 0,digest:(_a=artifact.digest)===null||_a===
void 0?void 0:_a.value}}})}var __awaiter8=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})};function deleteArtifactPublic(artifactName,workflowRunId,repositoryOwner,repositoryName,token){
return __awaiter8(this,void 0,void 0,function*(){var _a;let[retryOpts,requestOpts]=getRetryOptions(defaults),opts={log:void 0,userAgent:getUserAgentString(),
previews:void 0,retry:retryOpts,request:requestOpts},github=getOctokit(token,opts,retry,requestLog),getArtifactResp=yield getArtifactPublic(
artifactName,workflowRunId,repositoryOwner,repositoryName,token),deleteArtifactResp=yield github.rest.actions.deleteArtifact({owner:repositoryOwner,
repo:repositoryName,artifact_id:getArtifactResp.artifact.id});if(deleteArtifactResp.status!==204)throw new InvalidResponseError(`Invalid res\
ponse from GitHub API: ${deleteArtifactResp.status} (${(_a=deleteArtifactResp?.headers)===null||_a===void 0?void 0:_a["x-github-request-id"]}\
)`);return{id:getArtifactResp.artifact.id}})}function deleteArtifactInternal(artifactName){return __awaiter8(this,void 0,void 0,function*(){
let artifactClient=internalArtifactTwirpClient(),{workflowRunBackendId,workflowJobRunBackendId}=getBackendIdsFromToken(),listReq={workflowRunBackendId,
workflowJobRunBackendId,nameFilter:StringValue.create({value:artifactName})},listRes=yield artifactClient.ListArtifacts(listReq);if(listRes.
artifacts.length===0)throw new ArtifactNotFoundError(`Artifact not found for name: ${artifactName}`);let artifact=listRes.artifacts[0];listRes.
artifacts.length>1&&(artifact=listRes.artifacts.sort((a,b)=>Number(b.databaseId)-Number(a.databaseId))[0],debug(`More than one artifact foun\
d for a single name, returning newest (id: ${artifact.databaseId})`));let req={workflowRunBackendId:artifact.workflowRunBackendId,workflowJobRunBackendId:artifact.
workflowJobRunBackendId,name:artifact.name},res=yield artifactClient.DeleteArtifact(req);return info(`Artifact '${artifactName}' (ID: ${res.
artifactId}) deleted`),{id:Number(res.artifactId)}})}var __awaiter9=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})},maximumArtifactCount=getMaxArtifactListCount(),
paginationCount=100,maxNumberOfPages=Math.ceil(maximumArtifactCount/paginationCount);function listArtifactsPublic(workflowRunId_1,repositoryOwner_1,repositoryName_1,token_1){
return __awaiter9(this,arguments,void 0,function*(workflowRunId,repositoryOwner,repositoryName,token,latest=!1){info(`Fetching artifact list\
 for workflow run ${workflowRunId} in repository ${repositoryOwner}/${repositoryName}`);let artifacts=[],[retryOpts,requestOpts]=getRetryOptions(
defaults),opts={log:void 0,userAgent:getUserAgentString(),previews:void 0,retry:retryOpts,request:requestOpts},github=getOctokit(token,opts,
retry,requestLog),currentPageNumber=1,{data:listArtifactResponse}=yield github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/arti\
facts",{owner:repositoryOwner,repo:repositoryName,run_id:workflowRunId,per_page:paginationCount,page:currentPageNumber}),numberOfPages=Math.
ceil(listArtifactResponse.total_count/paginationCount),totalArtifactCount=listArtifactResponse.total_count;totalArtifactCount>maximumArtifactCount&&
(warning(`Workflow run ${workflowRunId} has ${totalArtifactCount} artifacts, exceeding the limit of ${maximumArtifactCount}. Results will be\
 incomplete as only the first ${maximumArtifactCount} artifacts will be returned`),numberOfPages=maxNumberOfPages);for(let artifact of listArtifactResponse.
artifacts)artifacts.push({name:artifact.name,id:artifact.id,size:artifact.size_in_bytes,createdAt:artifact.created_at?new Date(artifact.created_at):
void 0,digest:artifact.digest});for(currentPageNumber++,currentPageNumber;currentPageNumber<=numberOfPages;currentPageNumber++){debug(`Fetch\
ing page ${currentPageNumber} of artifact list`);let{data:listArtifactResponse2}=yield github.request("GET /repos/{owner}/{repo}/actions/run\
s/{run_id}/artifacts",{owner:repositoryOwner,repo:repositoryName,run_id:workflowRunId,per_page:paginationCount,page:currentPageNumber});for(let artifact of listArtifactResponse2.
artifacts)artifacts.push({name:artifact.name,id:artifact.id,size:artifact.size_in_bytes,createdAt:artifact.created_at?new Date(artifact.created_at):
void 0,digest:artifact.digest})}return latest&&(artifacts=filterLatest(artifacts)),info(`Found ${artifacts.length} artifact(s)`),{artifacts}})}
function listArtifactsInternal(){return __awaiter9(this,arguments,void 0,function*(latest=!1){let artifactClient=internalArtifactTwirpClient(),
{workflowRunBackendId,workflowJobRunBackendId}=getBackendIdsFromToken(),req={workflowRunBackendId,workflowJobRunBackendId},artifacts=(yield artifactClient.
ListArtifacts(req)).artifacts.map(artifact=>{var _a;return{name:artifact.name,id:Number(artifact.databaseId),size:Number(artifact.size),createdAt:artifact.
createdAt?Timestamp.toDate(artifact.createdAt):void 0,digest:(_a=artifact.digest)===null||_a===void 0?void 0:_a.value}});return latest&&(artifacts=
filterLatest(artifacts)),info(`Found ${artifacts.length} artifact(s)`),{artifacts}})}function filterLatest(artifacts){artifacts.sort((a,b)=>b.
id-a.id);let latestArtifacts=[],seenArtifactNames=new Set;for(let artifact of artifacts)seenArtifactNames.has(artifact.name)||(latestArtifacts.
push(artifact),seenArtifactNames.add(artifact.name));return latestArtifacts}var __awaiter10=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve2){resolve2(
value)})}return new(P||(P=Promise))(function(resolve2,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}
function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve2(result.value):adopt(
result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})},__rest=function(s,e){var t={};for(var p in s)
Object.prototype.hasOwnProperty.call(s,p)&&e.indexOf(p)<0&&(t[p]=s[p]);if(s!=null&&typeof Object.getOwnPropertySymbols=="function")for(var i=0,
p=Object.getOwnPropertySymbols(s);i<p.length;i++)e.indexOf(p[i])<0&&Object.prototype.propertyIsEnumerable.call(s,p[i])&&(t[p[i]]=s[p[i]]);return t},
DefaultArtifactClient=class{uploadArtifact(name2,files2,rootDirectory,options){return __awaiter10(this,void 0,void 0,function*(){try{if(isGhes())
throw new GHESNotSupportedError;return uploadArtifact(name2,files2,rootDirectory,options)}catch(error2){throw warning(`Artifact upload faile\
d with error: ${error2}.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions is operating normally at [https://githubstatus.com](https://www.githubstatus.com).`),error2}})}downloadArtifact(artifactId,options){
return __awaiter10(this,void 0,void 0,function*(){try{if(isGhes())throw new GHESNotSupportedError;if(options?.findBy){let{findBy:{repositoryOwner,
repositoryName,token}}=options,downloadOptions=__rest(options,["findBy"]);return downloadArtifactPublic(artifactId,repositoryOwner,repositoryName,
token,downloadOptions)}return downloadArtifactInternal(artifactId,options)}catch(error2){throw warning(`Download Artifact failed with error:\
 ${error2}.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions and API requests are operating normally at [https://githubstatus.com](https://www.github\
status.com).`),error2}})}listArtifacts(options){return __awaiter10(this,void 0,void 0,function*(){try{if(isGhes())throw new GHESNotSupportedError;
if(options?.findBy){let{findBy:{workflowRunId,repositoryOwner,repositoryName,token}}=options;return listArtifactsPublic(workflowRunId,repositoryOwner,
repositoryName,token,options?.latest)}return listArtifactsInternal(options?.latest)}catch(error2){throw warning(`Listing Artifacts failed wi\
th error: ${error2}.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions and API requests are operating normally at [https://githubstatus.com](https://www.github\
status.com).`),error2}})}getArtifact(artifactName,options){return __awaiter10(this,void 0,void 0,function*(){try{if(isGhes())throw new GHESNotSupportedError;
if(options?.findBy){let{findBy:{workflowRunId,repositoryOwner,repositoryName,token}}=options;return getArtifactPublic(artifactName,workflowRunId,
repositoryOwner,repositoryName,token)}return getArtifactInternal(artifactName)}catch(error2){throw warning(`Get Artifact failed with error: ${error2}\
.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions and API requests are operating normally at [https://githubstatus.com](https://www.github\
status.com).`),error2}})}deleteArtifact(artifactName,options){return __awaiter10(this,void 0,void 0,function*(){try{if(isGhes())throw new GHESNotSupportedError;
if(options?.findBy){let{findBy:{repositoryOwner,repositoryName,workflowRunId,token}}=options;return deleteArtifactPublic(artifactName,workflowRunId,
repositoryOwner,repositoryName,token)}return deleteArtifactInternal(artifactName)}catch(error2){throw warning(`Delete Artifact failed with e\
rror: ${error2}.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions and API requests are operating normally at [https://githubstatus.com](https://www.github\
status.com).`),error2}})}};var[,,name="",directory=""]=process.argv,files=readdirSync(directory,{recursive:!0,withFileTypes:!0}).filter(entry=>entry.isFile()).map(entry=>join2(
entry.parentPath,entry.name)),{id}=await new DefaultArtifactClient().uploadArtifact(name,files,directory);console.log(`
${JSON.stringify({id})}`);process.exit(0);
/*! Bundled license information:

normalize-path/index.js:
  (*!
   * normalize-path <https://github.com/jonschlinkert/normalize-path>
   *
   * Copyright (c) 2014-2018, Jon Schlinkert.
   * Released under the MIT License.
   *)

safe-buffer/index.js:
  (*! safe-buffer. MIT License. Feross Aboukhadijeh <https://feross.org/opensource> *)

archiver/lib/error.js:
archiver/lib/core.js:
  (**
   * Archiver Core
   *
   * @ignore
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

crc-32/crc32.js:
  (*! crc32.js (C) 2014-present SheetJS -- http://sheetjs.com *)

zip-stream/index.js:
  (**
   * ZipStream
   *
   * @ignore
   * @license [MIT]{@link https://github.com/archiverjs/node-zip-stream/blob/master/LICENSE}
   * @copyright (c) 2014 Chris Talkington, contributors.
   *)

archiver/lib/plugins/zip.js:
  (**
   * ZIP Format Plugin
   *
   * @module plugins/zip
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

archiver/lib/plugins/tar.js:
  (**
   * TAR Format Plugin
   *
   * @module plugins/tar
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

archiver/lib/plugins/json.js:
  (**
   * JSON Format Plugin
   *
   * @module plugins/json
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

archiver/index.js:
  (**
   * Archiver Vending
   *
   * @ignore
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

content-type/dist/index.js:
  (*!
   * content-type
   * Copyright(c) 2015 Douglas Christopher Wilson
   * MIT Licensed
   *)

@octokit/request-error/dist-src/index.js:
  (* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist *)

@octokit/request/dist-bundle/index.js:
  (* v8 ignore next -- @preserve *)
  (* v8 ignore else -- @preserve *)

@octokit/graphql/dist-bundle/index.js:
  (* v8 ignore if -- @preserve *)
*/
