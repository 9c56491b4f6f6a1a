import{a,c as b,d as O,g as Y,h as we,i as Ee,j as Et,k as Nn,l as vt,m as _e,n as St,o as We,p as ve,q as y,r as Ve,s as X,t as N,u as An,v as In,
w as D,x as Ko}from"../clients/chunk-NRV3PVK5.js";var xe=b((dp,ts)=>{"use strict";var gc="2.0.0",yc=Number.MAX_SAFE_INTEGER||9007199254740991,wc=16,Ec=250,vc=["	",`
`,"\v","\f","\r"," ","\xA0","\u1680","\u2000","\u2001","\u2002","\u2003","\u2004","\u2005","\u2006","\u2007","\u2008","\u2009","\u200A","\u2028",
"\u2029","\u202F","\u205F","\u3000","\uFEFF"],Sc=["major","premajor","minor","preminor","patch","prepatch","prerelease"];ts.exports={MAX_LENGTH:256,
MAX_SAFE_COMPONENT_LENGTH:wc,MAX_SAFE_BUILD_LENGTH:Ec,MAX_SAFE_INTEGER:yc,WHITESPACE_CHARACTERS:vc,RELEASE_TYPES:Sc,SEMVER_SPEC_VERSION:gc,FLAG_INCLUDE_PRERELEASE:1,
FLAG_LOOSE:2}});var nt=b((mp,rs)=>{"use strict";var bc=typeof process=="object"&&process.env&&process.env.NODE_DEBUG&&/\bsemver\b/i.test(process.env.NODE_DEBUG)?
(...r)=>console.error("SEMVER",...r):()=>{};rs.exports=bc});var Me=b((Q,ns)=>{"use strict";var{MAX_SAFE_COMPONENT_LENGTH:gr,MAX_SAFE_BUILD_LENGTH:$c,MAX_LENGTH:Cc}=xe(),Rc=nt();Q=ns.exports={};var xc=Q.
re=[],Tc=Q.safeRe=[],w=Q.src=[],Nc=Q.safeSrc=[],E=Q.t={},Ac=0,yr="[a-zA-Z0-9-]",Ic=[["\\s",1],["\\d",Cc],[yr,$c]],Oc=a(r=>{for(let[e,t]of Ic)
r=r.split(`${e}*`).join(`${e}{0,${t}}`).split(`${e}+`).join(`${e}{1,${t}}`);return r},"makeSafeRegex"),$=a((r,e,t)=>{let n=Oc(e),s=Ac++;Rc(r,
s,e),E[r]=s,w[s]=e,Nc[s]=n,xc[s]=new RegExp(e,t?"g":void 0),Tc[s]=new RegExp(n,t?"g":void 0)},"createToken");$("NUMERICIDENTIFIER","0|[1-9]\\\
d*");$("NUMERICIDENTIFIERLOOSE","\\d+");$("NONNUMERICIDENTIFIER",`\\d*[a-zA-Z-]${yr}*`);$("MAINVERSION",`(${w[E.NUMERICIDENTIFIER]})\\.(${w[E.
NUMERICIDENTIFIER]})\\.(${w[E.NUMERICIDENTIFIER]})`);$("MAINVERSIONLOOSE",`(${w[E.NUMERICIDENTIFIERLOOSE]})\\.(${w[E.NUMERICIDENTIFIERLOOSE]}\
)\\.(${w[E.NUMERICIDENTIFIERLOOSE]})`);$("PRERELEASEIDENTIFIER",`(?:${w[E.NONNUMERICIDENTIFIER]}|${w[E.NUMERICIDENTIFIER]})`);$("PRERELEASEI\
DENTIFIERLOOSE",`(?:${w[E.NONNUMERICIDENTIFIER]}|${w[E.NUMERICIDENTIFIERLOOSE]})`);$("PRERELEASE",`(?:-(${w[E.PRERELEASEIDENTIFIER]}(?:\\.${w[E.
PRERELEASEIDENTIFIER]})*))`);$("PRERELEASELOOSE",`(?:-?(${w[E.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${w[E.PRERELEASEIDENTIFIERLOOSE]})*))`);$("BU\
ILDIDENTIFIER",`${yr}+`);$("BUILD",`(?:\\+(${w[E.BUILDIDENTIFIER]}(?:\\.${w[E.BUILDIDENTIFIER]})*))`);$("FULLPLAIN",`v?${w[E.MAINVERSION]}${w[E.
PRERELEASE]}?${w[E.BUILD]}?`);$("FULL",`^${w[E.FULLPLAIN]}$`);$("LOOSEPLAIN",`[v=\\s]*${w[E.MAINVERSIONLOOSE]}${w[E.PRERELEASELOOSE]}?${w[E.
BUILD]}?`);$("LOOSE",`^${w[E.LOOSEPLAIN]}$`);$("GTLT","((?:<|>)?=?)");$("XRANGEIDENTIFIERLOOSE",`${w[E.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);$(
"XRANGEIDENTIFIER",`${w[E.NUMERICIDENTIFIER]}|x|X|\\*`);$("XRANGEPLAIN",`[v=\\s]*(${w[E.XRANGEIDENTIFIER]})(?:\\.(${w[E.XRANGEIDENTIFIER]})(\
?:\\.(${w[E.XRANGEIDENTIFIER]})(?:${w[E.PRERELEASE]})?${w[E.BUILD]}?)?)?`);$("XRANGEPLAINLOOSE",`[v=\\s]*(${w[E.XRANGEIDENTIFIERLOOSE]})(?:\\\
.(${w[E.XRANGEIDENTIFIERLOOSE]})(?:\\.(${w[E.XRANGEIDENTIFIERLOOSE]})(?:${w[E.PRERELEASELOOSE]})?${w[E.BUILD]}?)?)?`);$("XRANGE",`^${w[E.GTLT]}\
\\s*${w[E.XRANGEPLAIN]}$`);$("XRANGELOOSE",`^${w[E.GTLT]}\\s*${w[E.XRANGEPLAINLOOSE]}$`);$("COERCEPLAIN",`(^|[^\\d])(\\d{1,${gr}})(?:\\.(\\d{1\
,${gr}}))?(?:\\.(\\d{1,${gr}}))?`);$("COERCE",`${w[E.COERCEPLAIN]}(?:$|[^\\d])`);$("COERCEFULL",w[E.COERCEPLAIN]+`(?:${w[E.PRERELEASE]})?(?:${w[E.
BUILD]})?(?:$|[^\\d])`);$("COERCERTL",w[E.COERCE],!0);$("COERCERTLFULL",w[E.COERCEFULL],!0);$("LONETILDE","(?:~>?)");$("TILDETRIM",`(\\s*)${w[E.
LONETILDE]}\\s+`,!0);Q.tildeTrimReplace="$1~";$("TILDE",`^${w[E.LONETILDE]}${w[E.XRANGEPLAIN]}$`);$("TILDELOOSE",`^${w[E.LONETILDE]}${w[E.XRANGEPLAINLOOSE]}\
$`);$("LONECARET","(?:\\^)");$("CARETTRIM",`(\\s*)${w[E.LONECARET]}\\s+`,!0);Q.caretTrimReplace="$1^";$("CARET",`^${w[E.LONECARET]}${w[E.XRANGEPLAIN]}\
$`);$("CARETLOOSE",`^${w[E.LONECARET]}${w[E.XRANGEPLAINLOOSE]}$`);$("COMPARATORLOOSE",`^${w[E.GTLT]}\\s*(${w[E.LOOSEPLAIN]})$|^$`);$("COMPAR\
ATOR",`^${w[E.GTLT]}\\s*(${w[E.FULLPLAIN]})$|^$`);$("COMPARATORTRIM",`(\\s*)${w[E.GTLT]}\\s*(${w[E.LOOSEPLAIN]}|${w[E.XRANGEPLAIN]})`,!0);Q.
comparatorTrimReplace="$1$2$3";$("HYPHENRANGE",`^\\s*(${w[E.XRANGEPLAIN]})\\s+-\\s+(${w[E.XRANGEPLAIN]})\\s*$`);$("HYPHENRANGELOOSE",`^\\s*(${w[E.
XRANGEPLAINLOOSE]})\\s+-\\s+(${w[E.XRANGEPLAINLOOSE]})\\s*$`);$("STAR","(<|>)?=?\\s*\\*");$("GTE0","^\\s*>=\\s*0\\.0\\.0\\s*$");$("GTE0PRE",
"^\\s*>=\\s*0\\.0\\.0-0\\s*$")});var Tt=b((yp,ss)=>{"use strict";var kc=Object.freeze({loose:!0}),Lc=Object.freeze({}),_c=a(r=>r?typeof r!="object"?kc:r:Lc,"parseOptions");ss.
exports=_c});var wr=b((Ep,as)=>{"use strict";var is=/^[0-9]+$/,os=a((r,e)=>{if(typeof r=="number"&&typeof e=="number")return r===e?0:r<e?-1:1;let t=is.test(
r),n=is.test(e);return t&&n&&(r=+r,e=+e),r===e?0:t&&!n?-1:n&&!t?1:r<e?-1:1},"compareIdentifiers"),Dc=a((r,e)=>os(e,r),"rcompareIdentifiers");
as.exports={compareIdentifiers:os,rcompareIdentifiers:Dc}});var k=b((Sp,ls)=>{"use strict";var Nt=nt(),{MAX_LENGTH:cs,MAX_SAFE_INTEGER:At}=xe(),{safeRe:It,t:Ot}=Me(),Uc=Tt(),{compareIdentifiers:Er}=wr(),
Pc=a((r,e)=>{let t=e.split(".");if(t.length>r.length)return!1;for(let n=0;n<t.length;n++)if(Er(r[n],t[n])!==0)return!1;return!0},"isPrerelea\
seIdentifier"),vr=class r{static{a(this,"SemVer")}constructor(e,t){if(t=Uc(t),e instanceof r){if(e.loose===!!t.loose&&e.includePrerelease===
!!t.includePrerelease)return e;e=e.version}else if(typeof e!="string")throw new TypeError(`Invalid version. Must be a string. Got type "${typeof e}\
".`);if(e.length>cs)throw new TypeError(`version is longer than ${cs} characters`);Nt("SemVer",e,t),this.options=t,this.loose=!!t.loose,this.
includePrerelease=!!t.includePrerelease;let n=e.trim().match(t.loose?It[Ot.LOOSE]:It[Ot.FULL]);if(!n)throw new TypeError(`Invalid Version: ${e}`);
if(this.raw=e,this.major=+n[1],this.minor=+n[2],this.patch=+n[3],this.major>At||this.major<0)throw new TypeError("Invalid major version");if(this.
minor>At||this.minor<0)throw new TypeError("Invalid minor version");if(this.patch>At||this.patch<0)throw new TypeError("Invalid patch versio\
n");n[4]?this.prerelease=n[4].split(".").map(s=>{if(/^[0-9]+$/.test(s)){let i=+s;if(i>=0&&i<At)return i}return s}):this.prerelease=[],this.build=
n[5]?n[5].split("."):[],this.format()}format(){return this.version=`${this.major}.${this.minor}.${this.patch}`,this.prerelease.length&&(this.
version+=`-${this.prerelease.join(".")}`),this.version}toString(){return this.version}compare(e){if(Nt("SemVer.compare",this.version,this.options,
e),!(e instanceof r)){if(typeof e=="string"&&e===this.version)return 0;e=new r(e,this.options)}return e.version===this.version?0:this.compareMain(
e)||this.comparePre(e)}compareMain(e){return e instanceof r||(e=new r(e,this.options)),this.major<e.major?-1:this.major>e.major?1:this.minor<
e.minor?-1:this.minor>e.minor?1:this.patch<e.patch?-1:this.patch>e.patch?1:0}comparePre(e){if(e instanceof r||(e=new r(e,this.options)),this.
prerelease.length&&!e.prerelease.length)return-1;if(!this.prerelease.length&&e.prerelease.length)return 1;if(!this.prerelease.length&&!e.prerelease.
length)return 0;let t=0;do{let n=this.prerelease[t],s=e.prerelease[t];if(Nt("prerelease compare",t,n,s),n===void 0&&s===void 0)return 0;if(s===
void 0)return 1;if(n===void 0)return-1;if(n===s)continue;return Er(n,s)}while(++t)}compareBuild(e){e instanceof r||(e=new r(e,this.options));
let t=0;do{let n=this.build[t],s=e.build[t];if(Nt("build compare",t,n,s),n===void 0&&s===void 0)return 0;if(s===void 0)return 1;if(n===void 0)
return-1;if(n===s)continue;return Er(n,s)}while(++t)}inc(e,t,n){if(e.startsWith("pre")){if(!t&&n===!1)throw new Error("invalid increment arg\
ument: identifier is empty");if(t){let s=`-${t}`.match(this.options.loose?It[Ot.PRERELEASELOOSE]:It[Ot.PRERELEASE]);if(!s||s[1]!==t)throw new Error(
`invalid identifier: ${t}`)}}switch(e){case"premajor":this.prerelease.length=0,this.patch=0,this.minor=0,this.major++,this.inc("pre",t,n);break;case"\
preminor":this.prerelease.length=0,this.patch=0,this.minor++,this.inc("pre",t,n);break;case"prepatch":this.prerelease.length=0,this.inc("pat\
ch",t,n),this.inc("pre",t,n);break;case"prerelease":this.prerelease.length===0&&this.inc("patch",t,n),this.inc("pre",t,n);break;case"release":
if(this.prerelease.length===0)throw new Error(`version ${this.raw} is not a prerelease`);this.prerelease.length=0;break;case"major":(this.minor!==
0||this.patch!==0||this.prerelease.length===0)&&this.major++,this.minor=0,this.patch=0,this.prerelease=[];break;case"minor":(this.patch!==0||
this.prerelease.length===0)&&this.minor++,this.patch=0,this.prerelease=[];break;case"patch":this.prerelease.length===0&&this.patch++,this.prerelease=
[];break;case"pre":{let s=Number(n)?1:0;if(this.prerelease.length===0)this.prerelease=[s];else{let i=this.prerelease.length;for(;--i>=0;)typeof this.
prerelease[i]=="number"&&(this.prerelease[i]++,i=-2);if(i===-1){if(t===this.prerelease.join(".")&&n===!1)throw new Error("invalid increment \
argument: identifier already exists");this.prerelease.push(s)}}if(t){let i=[t,s];if(n===!1&&(i=[t]),Pc(this.prerelease,t)){let o=this.prerelease[t.
split(".").length];isNaN(o)&&(this.prerelease=i)}else this.prerelease=i}break}default:throw new Error(`invalid increment argument: ${e}`)}return this.
raw=this.format(),this.build.length&&(this.raw+=`+${this.build.join(".")}`),this}};ls.exports=vr});var me=b(($p,hs)=>{"use strict";var us=k(),Mc=a((r,e,t=!1)=>{if(r instanceof us)return r;try{return new us(r,e)}catch(n){if(!t)return null;throw n}},
"parse");hs.exports=Mc});var ps=b((Rp,fs)=>{"use strict";var Fc=me(),qc=a((r,e)=>{let t=Fc(r,e);return t?t.version:null},"valid");fs.exports=qc});var ms=b((Tp,ds)=>{"use strict";var Hc=me(),Bc=a((r,e)=>{let t=Hc(r.trim().replace(/^[=v]+/,""),e);return t?t.version:null},"clean");ds.exports=
Bc});var ws=b((Ap,ys)=>{"use strict";var gs=k(),zc=a((r,e,t,n,s)=>{typeof t=="string"&&(s=n,n=t,t=void 0);try{return new gs(r instanceof gs?r.version:
r,t).inc(e,n,s).version}catch{return null}},"inc");ys.exports=zc});var Ss=b((Op,vs)=>{"use strict";var Es=me(),Gc=a((r,e)=>{let t=Es(r,null,!0),n=Es(e,null,!0),s=t.compare(n);if(s===0)return null;let i=s>0,o=i?
t:n,c=i?n:t,u=!!o.prerelease.length;if(!!c.prerelease.length&&!u){if(!c.patch&&!c.minor)return"major";if(c.compareMain(o)===0)return c.minor&&
!c.patch?"minor":"patch"}let h=u?"pre":"";return t.major!==n.major?h+"major":t.minor!==n.minor?h+"minor":t.patch!==n.patch?h+"patch":"prerel\
ease"},"diff");vs.exports=Gc});var $s=b((Lp,bs)=>{"use strict";var jc=k(),Wc=a((r,e)=>new jc(r,e).major,"major");bs.exports=Wc});var Rs=b((Dp,Cs)=>{"use strict";var Vc=k(),Xc=a((r,e)=>new Vc(r,e).minor,"minor");Cs.exports=Xc});var Ts=b((Pp,xs)=>{"use strict";var Kc=k(),Zc=a((r,e)=>new Kc(r,e).patch,"patch");xs.exports=Zc});var As=b((Fp,Ns)=>{"use strict";var Jc=me(),Yc=a((r,e)=>{let t=Jc(r,e);return t&&t.prerelease.length?t.prerelease:null},"prerelease");Ns.exports=
Yc});var j=b((Hp,Os)=>{"use strict";var Is=k(),Qc=a((r,e,t)=>new Is(r,t).compare(new Is(e,t)),"compare");Os.exports=Qc});var Ls=b((zp,ks)=>{"use strict";var el=j(),tl=a((r,e,t)=>el(e,r,t),"rcompare");ks.exports=tl});var Ds=b((jp,_s)=>{"use strict";var rl=j(),nl=a((r,e)=>rl(r,e,!0),"compareLoose");_s.exports=nl});var kt=b((Vp,Ps)=>{"use strict";var Us=k(),sl=a((r,e,t)=>{let n=new Us(r,t),s=new Us(e,t);return n.compare(s)||n.compareBuild(s)},"compareBu\
ild");Ps.exports=sl});var Fs=b((Kp,Ms)=>{"use strict";var il=kt(),ol=a((r,e)=>r.sort((t,n)=>il(t,n,e)),"sort");Ms.exports=ol});var Hs=b((Jp,qs)=>{"use strict";var al=kt(),cl=a((r,e)=>r.sort((t,n)=>al(n,t,e)),"rsort");qs.exports=cl});var st=b((Qp,Bs)=>{"use strict";var ll=j(),ul=a((r,e,t)=>ll(r,e,t)>0,"gt");Bs.exports=ul});var Lt=b((td,zs)=>{"use strict";var hl=j(),fl=a((r,e,t)=>hl(r,e,t)<0,"lt");zs.exports=fl});var Sr=b((nd,Gs)=>{"use strict";var pl=j(),dl=a((r,e,t)=>pl(r,e,t)===0,"eq");Gs.exports=dl});var br=b((id,js)=>{"use strict";var ml=j(),gl=a((r,e,t)=>ml(r,e,t)!==0,"neq");js.exports=gl});var _t=b((ad,Ws)=>{"use strict";var yl=j(),wl=a((r,e,t)=>yl(r,e,t)>=0,"gte");Ws.exports=wl});var Dt=b((ld,Vs)=>{"use strict";var El=j(),vl=a((r,e,t)=>El(r,e,t)<=0,"lte");Vs.exports=vl});var $r=b((hd,Xs)=>{"use strict";var Sl=Sr(),bl=br(),$l=st(),Cl=_t(),Rl=Lt(),xl=Dt(),Tl=a((r,e,t,n)=>{switch(e){case"===":return typeof r=="o\
bject"&&(r=r.version),typeof t=="object"&&(t=t.version),r===t;case"!==":return typeof r=="object"&&(r=r.version),typeof t=="object"&&(t=t.version),
r!==t;case"":case"=":case"==":return Sl(r,t,n);case"!=":return bl(r,t,n);case">":return $l(r,t,n);case">=":return Cl(r,t,n);case"<":return Rl(
r,t,n);case"<=":return xl(r,t,n);default:throw new TypeError(`Invalid operator: ${e}`)}},"cmp");Xs.exports=Tl});var Zs=b((pd,Ks)=>{"use strict";var Nl=k(),Al=me(),{safeRe:Ut,t:Pt}=Me(),Il=a((r,e)=>{if(r instanceof Nl)return r;if(typeof r=="number"&&(r=
String(r)),typeof r!="string")return null;e=e||{};let t=null;if(!e.rtl)t=r.match(e.includePrerelease?Ut[Pt.COERCEFULL]:Ut[Pt.COERCE]);else{let u=e.
includePrerelease?Ut[Pt.COERCERTLFULL]:Ut[Pt.COERCERTL],l;for(;(l=u.exec(r))&&(!t||t.index+t[0].length!==r.length);)(!t||l.index+l[0].length!==
t.index+t[0].length)&&(t=l),u.lastIndex=l.index+l[1].length+l[2].length;u.lastIndex=-1}if(t===null)return null;let n=t[2],s=t[3]||"0",i=t[4]||
"0",o=e.includePrerelease&&t[5]?`-${t[5]}`:"",c=e.includePrerelease&&t[6]?`+${t[6]}`:"";return Al(`${n}.${s}.${i}${o}${c}`,e)},"coerce");Ks.
exports=Il});var Ys=b((md,Js)=>{"use strict";var Ol=me(),kl=xe(),Ll=k(),_l=a((r,e,t)=>{if(!kl.RELEASE_TYPES.includes(e))return null;let n=Dl(r,t);return n&&
Ul(n,e)},"truncate"),Dl=a((r,e)=>{let t=r instanceof Ll?r.version:r;return Ol(t,e)},"cloneInputVersion"),Ul=a((r,e)=>{if(Pl(e))return r.version;
switch(r.prerelease=[],e){case"major":r.minor=0,r.patch=0;break;case"minor":r.patch=0;break}return r.format()},"doTruncation"),Pl=a(r=>r.startsWith(
"pre"),"isPrerelease");Js.exports=_l});var ei=b((yd,Qs)=>{"use strict";var Cr=class{static{a(this,"LRUCache")}constructor(){this.max=1e3,this.map=new Map}get(e){let t=this.map.get(
e);if(t!==void 0)return this.map.delete(e),this.map.set(e,t),t}delete(e){return this.map.delete(e)}set(e,t){if(!this.delete(e)&&t!==void 0){
if(this.map.size>=this.max){let s=this.map.keys().next().value;this.delete(s)}this.map.set(e,t)}return this}};Qs.exports=Cr});var fi=b((Ed,hi)=>{"use strict";var{MAX_LENGTH:xr,MAX_SAFE_BUILD_LENGTH:si,WHITESPACE_CHARACTERS:Ml}=xe(),ii=new Uint8Array(65536);for(let r of Ml)
ii[r.charCodeAt(0)]=1;var Tr=a(r=>r!==void 0&&ii[r.charCodeAt(0)]===1,"isWhitespace"),ti=a(r=>r==="v"||r==="="||Tr(r),"isVersionPrefix"),it=a(
r=>r!==void 0&&r>="0"&&r<="9","isDigit"),oi=a(r=>r!==void 0&&(r>="a"&&r<="z"||r>="A"&&r<="Z"),"isLetter"),ai=a(r=>it(r)||oi(r)||r==="-","isI\
dentifierCharacter"),Nr=a(r=>it(r)||r==="x"||r==="X"||r==="*","isVersionStart"),ci=a((r,e,t,n)=>{if(!it(r[e]))return e;if(e>=n.start&&e<n.end)
return Math.min(e+t,n.end);if(e>=n.previousStart&&e<n.previousEnd)return Math.min(e+t,n.previousEnd);let s=e+1;for(;it(r[s]);)s++;return n.previousStart=
n.start,n.previousEnd=n.end,n.start=e,n.end=s,Math.min(e+t,s)},"findDigitsEndIndex"),Ar=a((r,e,t,n)=>!t&&r[e]==="0"?e+1:ci(r,e,t?xr:xr+1,n),
"findVersionNumberEndIndex"),Rr=a((r,e,t,n)=>{let s=ci(r,e,xr,n);if(oi(r[s])||r[s]==="-"){let i=s+1,o=i+si;for(;i<o&&ai(r[i]);)i++;return i}
return Ar(r,e,t,n)},"findPrereleaseIdentifierEndIndex"),li=a((r,e,t,n)=>{let s=r[e]==="-";if(!t&&!s)return e;let i=e+(s?1:0),o=Rr(r,i,t,n);if(o===
i){if(!t||!s)return e;o=Rr(r,e,t,n)}for(;r[o]===".";){let c=Rr(r,o+1,t,n);if(c===o+1)break;o=c}return o},"findPrereleaseEndIndex"),ri=a((r,e)=>{
let t=e;for(;t-e<si&&ai(r[t]);)t++;return t},"findBuildIdentifierEndIndex"),ui=a((r,e)=>{if(r[e]!=="+")return e;let t=ri(r,e+1);if(t===e+1)return e;
for(;r[t]===".";){let n=ri(r,t+1);if(n===t+1)break;t=n}return t},"findBuildEndIndex"),Fl=a((r,e,t)=>{let n=e;for(let i=0;i<3;i++){let o=Ar(r,
n,!0,t);if(o===n)return e;if(n=o,i<2){if(r[n]!==".")return e;n++}}let s=li(r,n,!0,t);return ui(r,s)},"findLooseFullVersionEndIndex"),ni=a((r,e,t)=>it(
r[e])?Ar(r,e,!1,t):Nr(r[e])?e+1:e,"findPartialVersionComponentEndIndex"),ql=a((r,e,t)=>{let n=ni(r,e,t);for(let i=0;i<2;i++){if(r[n]!==".")return n;
let o=ni(r,n+1,t);if(o===n+1)return n;n=o}let s=li(r,n,!1,t);return ui(r,s)},"findPartialVersionEndIndex"),Hl=a((r,e,t)=>{let n=Fl(r,e,t);return n!==
e?n:ql(r,e,t)},"findVersionEndIndex"),Bl=a((r,e)=>{let t=e;return Tr(r[t])&&t++,(r[t]==="<"||r[t]===">")&&t++,r[t]==="="&&t++,Tr(r[t])?t:-1},
"findRemovableWhitespaceIndex"),zl=a(r=>{let e="",t=0,n=0,s={start:-1,end:-1,previousStart:-1,previousEnd:-1};for(;n<r.length;){let i=n;if(r[n]===
"<"||r[n]===">")n++;else if(!ti(r[n])&&!Nr(r[n])){n++;continue}for(;n<r.length&&ti(r[n]);)n++;if(!Nr(r[n]))continue;let o=Bl(r,i);o!==-1&&(e+=
r.slice(t,o),t=o+1),n=Hl(r,n,s)}return e+r.slice(t)},"trimComparatorWhitespace");hi.exports=zl});var W=b((Sd,gi)=>{"use strict";var Gl=/\s+/g,Ir=class r{static{a(this,"Range")}constructor(e,t){if(t=Wl(t),e instanceof r)return e.loose===!!t.
loose&&e.includePrerelease===!!t.includePrerelease?e:new r(e.raw,t);if(e instanceof Or)return this.raw=e.value,this.set=[[e]],this.formatted=
void 0,this;if(this.options=t,this.loose=!!t.loose,this.includePrerelease=!!t.includePrerelease,this.raw=e.trim().replace(Gl," "),this.set=this.
raw.split("||").map(n=>this.parseRange(n.trim())).filter(n=>n.length),!this.set.length)throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
if(this.set.length>1){let n=this.set[0];if(this.set=this.set.filter(s=>!di(s[0])),this.set.length===0)this.set=[n];else if(this.set.length>1){
for(let s of this.set)if(s.length===1&&tu(s[0])){this.set=[s];break}}}this.formatted=void 0}get range(){if(this.formatted===void 0){this.formatted=
"";for(let e=0;e<this.set.length;e++){e>0&&(this.formatted+="||");let t=this.set[e];for(let n=0;n<t.length;n++)n>0&&(this.formatted+=" "),this.
formatted+=t[n].toString().trim()}}return this.formatted}format(){return this.range}toString(){return this.range}parseRange(e){e=e.replace(eu,
"");let n=((this.options.includePrerelease&&Yl)|(this.options.loose&&Ql))+":"+e,s=pi.get(n);if(s)return s;let i=this.options.loose,o=i?F[_.HYPHENRANGELOOSE]:
F[_.HYPHENRANGE];e=e.replace(o,fu(this.options.includePrerelease)),T("hyphen replace",e),e=Xl(e),T("comparator trim",e),e=e.replace(F[_.TILDETRIM],
Zl),T("tilde trim",e),e=e.replace(F[_.CARETTRIM],Jl),T("caret trim",e);let c=e.split(" ").map(f=>ru(f,this.options)).join(" ").split(/\s+/).
map(f=>hu(f,this.options));i&&(c=c.filter(f=>(T("loose invalid filter",f,this.options),!!f.match(F[_.COMPARATORLOOSE])))),T("range list",c);
let u=new Map,l=c.map(f=>new Or(f,this.options));for(let f of l){if(di(f))return[f];u.set(f.value,f)}u.size>1&&u.has("")&&u.delete("");let h=[
...u.values()];return pi.set(n,h),h}intersects(e,t){if(!(e instanceof r))throw new TypeError("a Range is required");return this.set.some(n=>mi(
n,t)&&e.set.some(s=>mi(s,t)&&n.every(i=>s.every(o=>i.intersects(o,t)))))}test(e){if(!e)return!1;if(typeof e=="string")try{e=new Vl(e,this.options)}catch{
return!1}for(let t=0;t<this.set.length;t++)if(pu(this.set[t],e,this.options))return!0;return!1}};gi.exports=Ir;var jl=ei(),pi=new jl,Wl=Tt(),
Or=ot(),T=nt(),Vl=k(),Xl=fi(),{safeRe:F,src:Kl,t:_,tildeTrimReplace:Zl,caretTrimReplace:Jl}=Me(),{FLAG_INCLUDE_PRERELEASE:Yl,FLAG_LOOSE:Ql}=xe(),
eu=new RegExp(Kl[_.BUILD],"g"),di=a(r=>r.value==="<0.0.0-0","isNullSet"),tu=a(r=>r.value==="","isAny"),mi=a((r,e)=>{let t=!0,n=r.slice(),s=n.
pop();for(;t&&n.length;)t=n.every(i=>s.intersects(i,e)),s=n.pop();return t},"isSatisfiable"),ru=a((r,e)=>(r=r.replace(F[_.BUILD],""),T("comp",
r,e),r=ou(r,e),T("caret",r),r=su(r,e),T("tildes",r),r=cu(r,e),T("xrange",r),r=uu(r,e),T("stars",r),r),"parseComparator"),I=a(r=>!r||r.toLowerCase()===
"x"||r==="*","isX"),nu=a((r,e,t)=>I(r)&&!I(e)||I(e)&&t&&!I(t),"invalidXRangeOrder"),su=a((r,e)=>r.trim().split(/\s+/).map(t=>iu(t,e)).join("\
 "),"replaceTildes"),iu=a((r,e)=>{let t=e.loose?F[_.TILDELOOSE]:F[_.TILDE],n=e.includePrerelease?"-0":"";return r.replace(t,(s,i,o,c,u)=>{T(
"tilde",r,s,i,o,c,u);let l;return I(i)?l="":I(o)?l=`>=${i}.0.0${n} <${+i+1}.0.0-0`:I(c)?l=`>=${i}.${o}.0${n} <${i}.${+o+1}.0-0`:u?(T("replac\
eTilde pr",u),l=`>=${i}.${o}.${c}-${u} <${i}.${+o+1}.0-0`):l=`>=${i}.${o}.${c} <${i}.${+o+1}.0-0`,T("tilde return",l),l})},"replaceTilde"),ou=a(
(r,e)=>r.trim().split(/\s+/).map(t=>au(t,e)).join(" "),"replaceCarets"),au=a((r,e)=>{T("caret",r,e);let t=e.loose?F[_.CARETLOOSE]:F[_.CARET],
n=e.includePrerelease?"-0":"";return r.replace(t,(s,i,o,c,u)=>{T("caret",r,s,i,o,c,u);let l;return I(i)?l="":I(o)?l=`>=${i}.0.0${n} <${+i+1}\
.0.0-0`:I(c)?i==="0"?l=`>=${i}.${o}.0${n} <${i}.${+o+1}.0-0`:l=`>=${i}.${o}.0${n} <${+i+1}.0.0-0`:u?(T("replaceCaret pr",u),i==="0"?o==="0"?
l=`>=${i}.${o}.${c}-${u} <${i}.${o}.${+c+1}-0`:l=`>=${i}.${o}.${c}-${u} <${i}.${+o+1}.0-0`:l=`>=${i}.${o}.${c}-${u} <${+i+1}.0.0-0`):(T("no \
pr"),i==="0"?o==="0"?l=`>=${i}.${o}.${c} <${i}.${o}.${+c+1}-0`:l=`>=${i}.${o}.${c} <${i}.${+o+1}.0-0`:l=`>=${i}.${o}.${c} <${+i+1}.0.0-0`),T(
"caret return",l),l})},"replaceCaret"),cu=a((r,e)=>(T("replaceXRanges",r,e),r.split(/\s+/).map(t=>lu(t,e)).join(" ")),"replaceXRanges"),lu=a(
(r,e)=>{r=r.trim();let t=e.loose?F[_.XRANGELOOSE]:F[_.XRANGE];return r.replace(t,(n,s,i,o,c,u)=>{if(T("xRange",r,n,s,i,o,c,u),nu(i,o,c))return r;
let l=I(i),h=l||I(o),f=h||I(c),d=f;return s==="="&&d&&(s=""),u=e.includePrerelease?"-0":"",l?s===">"||s==="<"?n="<0.0.0-0":n="*":s&&d?(h&&(o=
0),c=0,s===">"?(s=">=",h?(i=+i+1,o=0,c=0):(o=+o+1,c=0)):s==="<="&&(s="<",h?i=+i+1:o=+o+1),s==="<"&&(u="-0"),n=`${s+i}.${o}.${c}${u}`):h?n=`>\
=${i}.0.0${u} <${+i+1}.0.0-0`:f&&(n=`>=${i}.${o}.0${u} <${i}.${+o+1}.0-0`),T("xRange return",n),n})},"replaceXRange"),uu=a((r,e)=>(T("replac\
eStars",r,e),r.trim().replace(F[_.STAR],"")),"replaceStars"),hu=a((r,e)=>(T("replaceGTE0",r,e),r.trim().replace(F[e.includePrerelease?_.GTE0PRE:
_.GTE0],"")),"replaceGTE0"),fu=a(r=>(e,t,n,s,i,o,c,u,l,h,f,d)=>(I(n)?t="":I(s)?t=`>=${n}.0.0${r?"-0":""}`:I(i)?t=`>=${n}.${s}.0${r?"-0":""}`:
o?t=`>=${t}`:t=`>=${t}${r?"-0":""}`,I(l)?u="":I(h)?u=`<${+l+1}.0.0-0`:I(f)?u=`<${l}.${+h+1}.0-0`:d?u=`<=${l}.${h}.${f}-${d}`:r?u=`<${l}.${h}\
.${+f+1}-0`:u=`<=${u}`,`${t} ${u}`.trim()),"hyphenReplace"),pu=a((r,e,t)=>{for(let n=0;n<r.length;n++)if(!r[n].test(e))return!1;if(e.prerelease.
length&&!t.includePrerelease){for(let n=0;n<r.length;n++)if(T(r[n].semver),r[n].semver!==Or.ANY&&r[n].semver.prerelease.length>0){let s=r[n].
semver;if(s.major===e.major&&s.minor===e.minor&&s.patch===e.patch)return!0}return!1}return!0},"testSet")});var ot=b(($d,bi)=>{"use strict";var at=Symbol("SemVer ANY"),_r=class r{static{a(this,"Comparator")}static get ANY(){return at}constructor(e,t){
if(t=yi(t),e instanceof r){if(e.loose===!!t.loose)return e;e=e.value}e=e.trim().split(/\s+/).join(" "),Lr("comparator",e,t),this.options=t,this.
loose=!!t.loose,this.parse(e),this.semver===at?this.value="":this.value=this.operator+this.semver.version,Lr("comp",this)}parse(e){let t=this.
options.loose?wi[Ei.COMPARATORLOOSE]:wi[Ei.COMPARATOR],n=e.match(t);if(!n)throw new TypeError(`Invalid comparator: ${e}`);this.operator=n[1]!==
void 0?n[1]:"",this.operator==="="&&(this.operator=""),n[2]?this.semver=new vi(n[2],this.options.loose):this.semver=at}toString(){return this.
value}test(e){if(Lr("Comparator.test",e,this.options.loose),this.semver===at||e===at)return!0;if(typeof e=="string")try{e=new vi(e,this.options)}catch{
return!1}return kr(e,this.operator,this.semver,this.options)}intersects(e,t){if(!(e instanceof r))throw new TypeError("a Comparator is requi\
red");return this.operator===""?this.value===""?!0:new Si(e.value,t).test(this.value):e.operator===""?e.value===""?!0:new Si(this.value,t).test(
e.semver):(t=yi(t),t.includePrerelease&&(this.value==="<0.0.0-0"||e.value==="<0.0.0-0")||!t.includePrerelease&&(this.value.startsWith("<0.0.\
0")||e.value.startsWith("<0.0.0"))?!1:!!(this.operator.startsWith(">")&&e.operator.startsWith(">")||this.operator.startsWith("<")&&e.operator.
startsWith("<")||this.semver.version===e.semver.version&&this.operator.includes("=")&&e.operator.includes("=")||kr(this.semver,"<",e.semver,
t)&&this.operator.startsWith(">")&&e.operator.startsWith("<")||kr(this.semver,">",e.semver,t)&&this.operator.startsWith("<")&&e.operator.startsWith(
">")))}};bi.exports=_r;var yi=Tt(),{safeRe:wi,t:Ei}=Me(),kr=$r(),Lr=nt(),vi=k(),Si=W()});var ct=b((Rd,$i)=>{"use strict";var du=W(),mu=a((r,e,t)=>{try{e=new du(e,t)}catch{return!1}return e.test(r)},"satisfies");$i.exports=mu});var Ri=b((Td,Ci)=>{"use strict";var gu=W(),yu=a((r,e)=>new gu(r,e).set.map(t=>t.map(n=>n.value).join(" ").trim().split(" ")),"toComparators");
Ci.exports=yu});var Ti=b((Ad,xi)=>{"use strict";var wu=k(),Eu=W(),vu=a((r,e,t)=>{let n=null,s=null,i=null;try{i=new Eu(e,t)}catch{return null}return r.forEach(
o=>{i.test(o)&&(!n||s.compare(o)===-1)&&(n=o,s=new wu(n,t))}),n},"maxSatisfying");xi.exports=vu});var Ai=b((Od,Ni)=>{"use strict";var Su=k(),bu=W(),$u=a((r,e,t)=>{let n=null,s=null,i=null;try{i=new bu(e,t)}catch{return null}return r.forEach(
o=>{i.test(o)&&(!n||s.compare(o)===1)&&(n=o,s=new Su(n,t))}),n},"minSatisfying");Ni.exports=$u});var ki=b((Ld,Oi)=>{"use strict";var Dr=k(),Cu=W(),Ii=st(),Ru=a((r,e)=>{r=new Cu(r,e);let t=new Dr("0.0.0");if(r.test(t)||(t=new Dr("0.0.0-0"),
r.test(t)))return t;t=null;for(let n=0;n<r.set.length;++n){let s=r.set[n],i=null;s.forEach(o=>{let c=new Dr(o.semver.version);switch(o.operator){case"\
>":c.prerelease.length===0?c.patch++:c.prerelease.push(0),c.raw=c.format();case"":case">=":(!i||Ii(c,i))&&(i=c);break;case"<":case"<=":break;default:
throw new Error(`Unexpected operation: ${o.operator}`)}}),i&&(!t||Ii(t,i))&&(t=i)}return t&&r.test(t)?t:null},"minVersion");Oi.exports=Ru});var _i=b((Dd,Li)=>{"use strict";var xu=W(),Tu=a((r,e)=>{try{return new xu(r,e).range||"*"}catch{return null}},"validRange");Li.exports=Tu});var Mt=b((Pd,Mi)=>{"use strict";var Nu=k(),Pi=ot(),{ANY:Au}=Pi,Iu=W(),Ou=ct(),Di=st(),Ui=Lt(),ku=Dt(),Lu=_t(),_u=a((r,e,t,n)=>{r=new Nu(r,n),
e=new Iu(e,n);let s,i,o,c,u;switch(t){case">":s=Di,i=ku,o=Ui,c=">",u=">=";break;case"<":s=Ui,i=Lu,o=Di,c="<",u="<=";break;default:throw new TypeError(
'Must provide a hilo val of "<" or ">"')}if(Ou(r,e,n))return!1;for(let l=0;l<e.set.length;++l){let h=e.set[l],f=null,d=null;if(h.forEach(p=>{
p.semver===Au&&(p=new Pi(">=0.0.0")),f=f||p,d=d||p,s(p.semver,f.semver,n)?f=p:o(p.semver,d.semver,n)&&(d=p)}),f.operator===c||f.operator===u||
(!d.operator||d.operator===c)&&i(r,d.semver))return!1;if(d.operator===u&&o(r,d.semver))return!1}return!0},"outside");Mi.exports=_u});var qi=b((Fd,Fi)=>{"use strict";var Du=Mt(),Uu=a((r,e,t)=>Du(r,e,">",t),"gtr");Fi.exports=Uu});var Bi=b((Hd,Hi)=>{"use strict";var Pu=Mt(),Mu=a((r,e,t)=>Pu(r,e,"<",t),"ltr");Hi.exports=Mu});var ji=b((zd,Gi)=>{"use strict";var zi=W(),Fu=a((r,e,t)=>(r=new zi(r,t),e=new zi(e,t),r.intersects(e,t)),"intersects");Gi.exports=Fu});var Vi=b((jd,Wi)=>{"use strict";var qu=ct(),Hu=j();Wi.exports=(r,e,t)=>{let n=[],s=null,i=null,o=r.sort((h,f)=>Hu(h,f,t));for(let h of o)qu(
h,e,t)?(i=h,s||(s=h)):(i&&n.push([s,i]),i=null,s=null);s&&n.push([s,null]);let c=[];for(let[h,f]of n)h===f?c.push(h):!f&&h===o[0]?c.push("*"):
f?h===o[0]?c.push(`<=${f}`):c.push(`${h} - ${f}`):c.push(`>=${h}`);let u=c.join(" || "),l=typeof e.raw=="string"?e.raw:String(e);return u.length<
l.length?u:e}});var Qi=b((Wd,Yi)=>{"use strict";var Xi=W(),Mr=ot(),{ANY:Ur}=Mr,Pr=ct(),Fr=j(),Bu=a((r,e,t={})=>{if(r===e)return!0;r=new Xi(r,t),e=new Xi(e,t);
let n=!1;e:for(let s of r.set){for(let i of e.set){let o=Gu(s,i,t);if(n=n||o!==null,o)continue e}if(n)return!1}return!0},"subset"),zu=[new Mr(
">=0.0.0-0")],Ki=[new Mr(">=0.0.0")],Gu=a((r,e,t)=>{if(r===e)return!0;if(r.length===1&&r[0].semver===Ur){if(e.length===1&&e[0].semver===Ur)return!0;
t.includePrerelease?r=zu:r=Ki}if(e.length===1&&e[0].semver===Ur){if(t.includePrerelease)return!0;e=Ki}let n=new Set,s,i;for(let p of r)p.operator===
">"||p.operator===">="?s=Zi(s,p,t):p.operator==="<"||p.operator==="<="?i=Ji(i,p,t):n.add(p.semver);if(n.size>1)return null;let o;if(s&&i){if(o=
Fr(s.semver,i.semver,t),o>0)return null;if(o===0&&(s.operator!==">="||i.operator!=="<="))return null}for(let p of n){if(s&&!Pr(p,String(s),t)||
i&&!Pr(p,String(i),t))return null;for(let g of e)if(!Pr(p,String(g),t))return!1;return!0}let c,u,l,h,f=i&&!t.includePrerelease&&i.semver.prerelease.
length?i.semver:!1,d=s&&!t.includePrerelease&&s.semver.prerelease.length?s.semver:!1;f&&f.prerelease.length===1&&i.operator==="<"&&f.prerelease[0]===
0&&(f=!1);for(let p of e){if(h=h||p.operator===">"||p.operator===">=",l=l||p.operator==="<"||p.operator==="<=",s){if(d&&p.semver.prerelease&&
p.semver.prerelease.length&&p.semver.major===d.major&&p.semver.minor===d.minor&&p.semver.patch===d.patch&&(d=!1),p.operator===">"||p.operator===
">="){if(c=Zi(s,p,t),c===p&&c!==s)return!1}else if(s.operator===">="&&!p.test(s.semver))return!1}if(i){if(f&&p.semver.prerelease&&p.semver.prerelease.
length&&p.semver.major===f.major&&p.semver.minor===f.minor&&p.semver.patch===f.patch&&(f=!1),p.operator==="<"||p.operator==="<="){if(u=Ji(i,
p,t),u===p&&u!==i)return!1}else if(i.operator==="<="&&!p.test(i.semver))return!1}if(!p.operator&&(i||s)&&o!==0)return!1}return!(s&&l&&!i&&o!==
0||i&&h&&!s&&o!==0||d||f)},"simpleSubset"),Zi=a((r,e,t)=>{if(!r)return e;let n=Fr(r.semver,e.semver,t);return n>0?r:n<0||e.operator===">"&&r.
operator===">="?e:r},"higherGT"),Ji=a((r,e,t)=>{if(!r)return e;let n=Fr(r.semver,e.semver,t);return n<0?r:n>0||e.operator==="<"&&r.operator===
"<="?e:r},"lowerLT");Yi.exports=Bu});var no=b((Xd,ro)=>{"use strict";var qr=Me(),eo=xe(),ju=k(),to=wr(),Wu=me(),Vu=ps(),Xu=ms(),Ku=ws(),Zu=Ss(),Ju=$s(),Yu=Rs(),Qu=Ts(),eh=As(),th=j(),
rh=Ls(),nh=Ds(),sh=kt(),ih=Fs(),oh=Hs(),ah=st(),ch=Lt(),lh=Sr(),uh=br(),hh=_t(),fh=Dt(),ph=$r(),dh=Zs(),mh=Ys(),gh=ot(),yh=W(),wh=ct(),Eh=Ri(),
vh=Ti(),Sh=Ai(),bh=ki(),$h=_i(),Ch=Mt(),Rh=qi(),xh=Bi(),Th=ji(),Nh=Vi(),Ah=Qi();ro.exports={parse:Wu,valid:Vu,clean:Xu,inc:Ku,diff:Zu,major:Ju,
minor:Yu,patch:Qu,prerelease:eh,compare:th,rcompare:rh,compareLoose:nh,compareBuild:sh,sort:ih,rsort:oh,gt:ah,lt:ch,eq:lh,neq:uh,gte:hh,lte:fh,
cmp:ph,coerce:dh,truncate:mh,Comparator:gh,Range:yh,satisfies:wh,toComparators:Eh,maxSatisfying:vh,minSatisfying:Sh,minVersion:bh,validRange:$h,
outside:Ch,gtr:Rh,ltr:xh,intersects:Th,simplifyRange:Nh,subset:Ah,SemVer:ju,re:qr.re,src:qr.src,tokens:qr.t,SEMVER_SPEC_VERSION:eo.SEMVER_SPEC_VERSION,
RELEASE_TYPES:eo.RELEASE_TYPES,compareIdentifiers:to.compareIdentifiers,rcompareIdentifiers:to.rcompareIdentifiers}});var $o=b((vm,qh)=>{qh.exports={name:"@actions/cache",version:"6.3.0",description:"Actions cache lib",keywords:["github","actions","cache"],homepage:"\
https://github.com/actions/toolkit/tree/main/packages/cache",license:"MIT",type:"module",main:"lib/cache.js",types:"lib/cache.d.ts",exports:{
".":{types:"./lib/cache.d.ts",import:"./lib/cache.js"}},directories:{lib:"lib",test:"__tests__"},files:["lib","!.DS_Store"],publishConfig:{access:"\
public"},repository:{type:"git",url:"git+https://github.com/actions/toolkit.git",directory:"packages/cache"},scripts:{"audit-moderate":"npm \
install && npm audit --json --audit-level=moderate > audit.json",test:'echo "Error: run tests from root" && exit 1',tsc:"tsc && cp src/inter\
nal/shared/package-version.cjs lib/internal/shared/"},bugs:{url:"https://github.com/actions/toolkit/issues"},dependencies:{"@actions/core":"\
^3.0.1","@actions/exec":"^3.0.0","@actions/glob":"^0.7.0","@actions/http-client":"^4.0.1","@actions/io":"^3.0.2","@azure/core-rest-pipeline":"\
~1.23.0","@azure/storage-blob":"~12.31.0","@protobuf-ts/runtime-rpc":"^2.11.1",semver:"^7.8.5"},devDependencies:{"@protobuf-ts/plugin":"^2.1\
1.1","@types/node":"^25.9.8","@types/semver":"^7.8.0",typescript:"^5.9.3"},overrides:{"uri-js":"npm:uri-js-replace@^1.0.1","node-fetch":"^3.\
3.2"}}});var Ro=b((Sm,Co)=>{var Hh=$o();Co.exports={version:Hh.version}});import*as yt from"path";import*as Pe from"fs";function or(r){let e={followSymbolicLinks:!0,implicitDescendants:!0,matchDirectories:!0,omitBrokenSymbolicLinks:!0,excludeHiddenFiles:!1};return r&&
(typeof r.followSymbolicLinks=="boolean"&&(e.followSymbolicLinks=r.followSymbolicLinks,y(`followSymbolicLinks '${e.followSymbolicLinks}'`)),
typeof r.implicitDescendants=="boolean"&&(e.implicitDescendants=r.implicitDescendants,y(`implicitDescendants '${e.implicitDescendants}'`)),typeof r.
matchDirectories=="boolean"&&(e.matchDirectories=r.matchDirectories,y(`matchDirectories '${e.matchDirectories}'`)),typeof r.omitBrokenSymbolicLinks==
"boolean"&&(e.omitBrokenSymbolicLinks=r.omitBrokenSymbolicLinks,y(`omitBrokenSymbolicLinks '${e.omitBrokenSymbolicLinks}'`)),typeof r.excludeHiddenFiles==
"boolean"&&(e.excludeHiddenFiles=r.excludeHiddenFiles,y(`excludeHiddenFiles '${e.excludeHiddenFiles}'`))),e}a(or,"getOptions");import*as xt from"path";import*as De from"path";import Se from"assert";var he=process.platform==="win32";function le(r){if(r=ce(r),he&&/^\\\\[^\\]+(\\[^\\]+)?$/.test(r))return r;let e=De.dirname(r);return he&&/^\\\\[^\\]+\\[^\\]+\\$/.
test(e)&&(e=ce(e)),e}a(le,"dirname");function bt(r,e){if(Se(r,"ensureAbsoluteRoot parameter 'root' must not be empty"),Se(e,"ensureAbsoluteR\
oot parameter 'itemPath' must not be empty"),Xe(e))return e;if(he){if(e.match(/^[A-Z]:[^\\/]|^[A-Z]:$/i)){let t=process.cwd();return Se(t.match(
/^[A-Z]:\\/i),`Expected current directory to start with an absolute drive root. Actual '${t}'`),e[0].toUpperCase()===t[0].toUpperCase()?e.length===
2?`${e[0]}:\\${t.substr(3)}`:(t.endsWith("\\")||(t+="\\"),`${e[0]}:\\${t.substr(3)}${e.substr(2)}`):`${e[0]}:\\${e.substr(2)}`}else if(K(e).
match(/^\\$|^\\[^\\]/)){let t=process.cwd();return Se(t.match(/^[A-Z]:\\/i),`Expected current directory to start with an absolute drive root\
. Actual '${t}'`),`${t[0]}:\\${e.substr(1)}`}}return Se(Xe(r),"ensureAbsoluteRoot parameter 'root' must have an absolute root"),r.endsWith("\
/")||he&&r.endsWith("\\")||(r+=De.sep),r+e}a(bt,"ensureAbsoluteRoot");function Xe(r){return Se(r,"hasAbsoluteRoot parameter 'itemPath' must \
not be empty"),r=K(r),he?r.startsWith("\\\\")||/^[A-Z]:\\/i.test(r):r.startsWith("/")}a(Xe,"hasAbsoluteRoot");function Ke(r){return Se(r,"is\
Rooted parameter 'itemPath' must not be empty"),r=K(r),he?r.startsWith("\\")||/^[A-Z]:/i.test(r):r.startsWith("/")}a(Ke,"hasRoot");function K(r){
return r=r||"",he?(r=r.replace(/\//g,"\\"),(/^\\\\+[^\\]/.test(r)?"\\":"")+r.replace(/\\\\+/g,"\\")):r.replace(/\/\/+/g,"/")}a(K,"normalizeS\
eparators");function ce(r){return r?(r=K(r),!r.endsWith(De.sep)||r===De.sep||he&&/^[A-Z]:\\$/i.test(r)?r:r.substr(0,r.length-1)):""}a(ce,"sa\
feTrimTrailingSeparator");var Z;(function(r){r[r.None=0]="None",r[r.Directory=1]="Directory",r[r.File=2]="File",r[r.All=3]="All"})(Z||(Z={}));var On=process.platform==="win32";function cr(r){r=r.filter(n=>!n.negate);let e={};for(let n of r){let s=On?n.searchPath.toUpperCase():n.searchPath;
e[s]="candidate"}let t=[];for(let n of r){let s=On?n.searchPath.toUpperCase():n.searchPath;if(e[s]==="included")continue;let i=!1,o=s,c=le(o);
for(;c!==o;){if(e[c]){i=!0;break}o=c,c=le(o)}i||(t.push(n.searchPath),e[s]="included")}return t}a(cr,"getSearchPaths");function kn(r,e){let t=Z.
None;for(let n of r)n.negate?t&=~n.match(e):t|=n.match(e);return t}a(kn,"match");function Ln(r,e){return r.some(t=>!t.negate&&t.partialMatch(
e))}a(Ln,"partialMatch");import*as Qn from"os";import*as Ue from"path";import Re from"assert";var _n=a((r,e,t)=>{let n,s,i,o,c,u=t.indexOf(r),l=t.indexOf(e,u+1),h=u;if(u>=0&&l>0){if(r===e)return[u,l];for(n=[],i=t.length;h>=0&&!c;){if(h===
u)n.push(h),u=t.indexOf(r,h+1);else if(n.length===1){let f=n.pop();f!==void 0&&(c=[f,l])}else s=n.pop(),s!==void 0&&s<i&&(i=s,o=l),l=t.indexOf(
e,h+1);h=u<l&&u>=0?u:l}n.length&&o!==void 0&&(c=[i,o])}return c},"range");var Dn="\0SLASH"+Math.random().toFixed(16)+"\0",Un="\0OPEN"+Math.random().toFixed(16)+"\0",$t="\0CLOSE"+Math.random().toFixed(16)+"\0",Pn="\0\
COMMA"+Math.random().toFixed(16)+"\0",Mn="\0PERIOD"+Math.random().toFixed(16)+"\0",Yo=new RegExp(Dn,"g"),Qo=new RegExp(Un,"g"),ea=new RegExp(
$t,"g"),ta=new RegExp(Pn,"g"),ra=new RegExp(Mn,"g"),na=/\\\\/g,sa=/\\{/g,ia=/\\}/g,oa=/\\,/g,aa=/\\\./g,ca=1e5,la=4e6,ua=1e3,ha=1e3,fa=2e7,pa=16;
function lr(r){return isNaN(r)?r.charCodeAt(0):parseInt(r,10)}a(lr,"numeric");function da(r){return r.replace(na,Dn).replace(sa,Un).replace(
ia,$t).replace(oa,Pn).replace(aa,Mn)}a(da,"escapeBraces");function ma(r){return r.replace(Yo,"\\").replace(Qo,"{").replace(ea,"}").replace(ta,
",").replace(ra,".")}a(ma,"unescapeBraces");function ur(r,e){for(let t=0;t<e.length;t++)r.push(e[t])}a(ur,"pushAll");function Fn(r,e,t){if(t.
remaining<0)return;let n=_n("{","}",e),s=n!==void 0&&e.indexOf("{")<n[0];if(t.remaining-=n&&!s?n[1]+1:r.length,!(!n||t.remaining<0))return{end:n[1],
pre:r.slice(0,n[0]),body:r.slice(n[0]+1,n[1]),post:r.slice(n[1]+1),unmatched:s}}a(Fn,"balancedWithBudget");function ga(r,e){e.remaining-=r.length;
let t=[];for(let i=0;i<r.length;i++){let o=r.charCodeAt(i);o===123?t.push(i):o===125&&t.length&&t.pop()}let n="",s=0;for(let i=0;i<t.length;i++){
let o=t[i];n+=r.slice(s,o)+"\0",s=o+1}return n+r.slice(s)}a(ga,"maskUnmatchedOpens");function ya(r,e){if(e.remaining-=r.length,e.remaining<0)
return!1;let t=!1;for(let n=r.length-1;n>=0;n--){let s=r.charCodeAt(n);if(s===125)t=!0;else if(s===10||s===13||s===8232||s===8233)t=!1;else if(s===
44&&t&&r.charCodeAt(n+1)!==44)return!0}return!1}a(ya,"commaSetFollows");function wa(r,e){let t=[],n="";for(;;){let s=Fn(r,r,e);if(e.remaining<
0)return;if(!s){let l=r.split(",");return l[0]=n+l[0],ur(t,l),t}let{pre:i,body:o,post:c}=s,u=i.split(",");if(u[0]=n+u[0],u[u.length-1]+="{"+
o+"}",!c.length)return ur(t,u),t;n=u.pop(),ur(t,u),r=c}}a(wa,"parseCommaParts");function Ze(r,e){return r===void 0||isNaN(r)?e:r}a(Ze,"bound");
function qn(r,e={}){if(!r)return[];let t=Ze(e.max,ca),n=Ze(e.maxLength,la),s=Ze(e.maxDepth,ua),i=Ze(e.maxRewrites,ha),o=Ze(e.maxSteps,fa);return r.
slice(0,2)==="{}"&&(r="\\{\\}"+r.slice(2)),hr(da(r),t,n,s,0,i,{remaining:o},!0).map(ma)}a(qn,"expand");function Ea(r){return"{"+r+"}"}a(Ea,"\
embrace");function va(r){return/^-?0\d/.test(r)}a(va,"isPadded");function Sa(r,e){return r<=e}a(Sa,"lte");function ba(r,e){return r>=e}a(ba,
"gte");function Je(r,e,t,n,s,i,o){let c=[],u=0,l;e:for(let h=0;h<r.length;h++){let f=r[h]+e,d=t;i&&!f&&(l||(l=t.filter(p=>p)),d=l);for(let p=0;p<
d.length;p++){if(c.length>=n)break e;let g=f+d[p];if(u+g.length>s)break e;c.push(g),u+=g.length}}return o.remaining-=c.length,c}a(Je,"combin\
e");function $a(r,e,t,n,s){let i=r.split(/\.\./),o=[];if(i[0]===void 0||i[1]===void 0)return o;let c=lr(i[0]),u=lr(i[1]),l=Math.max(i[0].length,
i[1].length),h=i.length===3&&i[2]!==void 0?Math.max(Math.abs(lr(i[2])),1):1,f=Sa;u<c&&(h*=-1,f=ba);let p=i.some(va),g=p?l:1,m=0;for(let x=c;f(
x,u)&&o.length<t;x+=h){if(s.remaining-=g,s.remaining<0)return;let v;if(e)v=String.fromCharCode(x),v==="\\"&&(v="");else if(v=String(x),p){let S=l-
v.length;if(S>0){let C=new Array(S+1).join("0");x<0?v="-"+C+v.slice(1):v=C+v}}if(m+v.length>n)break;o.push(v),m+=v.length}return o}a($a,"exp\
andSequence");function hr(r,e,t,n,s,i,o,c){if(o.remaining-=pa,s>n)return[r];let u=[""],l=0,h=!1,f=!0,d=r;for(;;){let p=Fn(r,d,o);if(!p)return Je(
u,r,[""],e,t,h,o);p.unmatched&&(d=ga(d,o));let g=p.pre,m=a(()=>Je(u,g+"{"+p.body+"}"+p.post,[""],e,t,h,o),"literal");if(/\$$/.test(g)){if(u=
Je(u,g+"{"+p.body+"}",[""],e,t,h&&!p.post.length,o),f=!1,!p.post.length)break;r=p.post,d=d.slice(p.end+1);continue}let x=/^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.
test(p.body),v=/^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(p.body),S=x||v,C=p.body.indexOf(",")>=0;if(!S&&!C){if(l<i&&ya(p.post,o)){l++,r=p.
pre+"{"+p.body+$t+p.post,d=d.slice(0,p.end)+$t+d.slice(p.end+1),c=!0;continue}return m()}f&&(h=c&&!S,f=!1);let R;if(S){if(R=$a(p.body,v,e,t,
o),!R)return m()}else{let ie=wa(p.body,o);if(!ie)return m();if(ie.length===1&&ie[0]!==void 0){if(ie=hr(ie[0],e,t,n,s+1,i,o,!1).map(Ea),o.remaining<
0)return m();if(ie.length===1){let oe=Je(u,g+ie[0],[""],e,t,h&&!p.post.length,o);if(o.remaining<0)return m();if(u=oe,!p.post.length)break;r=
p.post,d=d.slice(p.end+1);continue}}let sr=h&&!p.post.length&&!g;for(let oe=0;sr&&oe<u.length;oe++)u[oe]&&(sr=!1);R=[];let xn=0;e:for(let oe=0;oe<
ie.length;oe++){let Tn=hr(ie[oe],e,t,n,s+1,i,o,!1);if(o.remaining<0)return m();for(let ir=0;ir<Tn.length;ir++){let wt=Tn[ir];if(!(sr&&!wt)){
if(R.length>=e||xn+wt.length>t)break e;R.push(wt),xn+=wt.length}}}}let se=Je(u,g,R,e,t,h&&!p.post.length,o);if(o.remaining<0)return m();if(u=
se,!p.post.length)break;r=p.post,d=d.slice(p.end+1)}return u}a(hr,"expand_");var Ye=a(r=>{if(typeof r!="string")throw new TypeError("invalid pattern");if(r.length>65536)throw new TypeError("pattern is too long")},"ass\
ertValidPattern");var Ca={"[:alnum:]":["\\p{L}\\p{Nl}\\p{Nd}",!0],"[:alpha:]":["\\p{L}\\p{Nl}",!0],"[:ascii:]":["\\x00-\\x7f",!1],"[:blank:]":["\\p{Zs}\\t",!0],
"[:cntrl:]":["\\p{Cc}",!0],"[:digit:]":["\\p{Nd}",!0],"[:graph:]":["\\p{Z}\\p{C}",!0,!0],"[:lower:]":["\\p{Ll}",!0],"[:print:]":["\\p{C}",!0],
"[:punct:]":["\\p{P}",!0],"[:space:]":["\\p{Z}\\t\\r\\n\\v\\f",!0],"[:upper:]":["\\p{Lu}",!0],"[:word:]":["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}",!0],
"[:xdigit:]":["A-Fa-f0-9",!1]},Qe=a(r=>r.replace(/[[\]\\-]/g,"\\$&"),"braceEscape"),Ra=a(r=>r.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&"),"re\
gexpEscape"),Hn=a(r=>r.join(""),"rangesToString"),Bn=a((r,e)=>{let t=e;if(r.charAt(t)!=="[")throw new Error("not in a brace expression");let n=[],
s=[],i=t+1,o=!1,c=!1,u=!1,l=!1,h=t,f="";e:for(;i<r.length;){let m=r.charAt(i);if((m==="!"||m==="^")&&i===t+1){l=!0,i++;continue}if(m==="]"&&
o&&!u){h=i+1;break}if(o=!0,m==="\\"&&!u){u=!0,i++;continue}if(m==="["&&!u){for(let[x,[v,S,C]]of Object.entries(Ca))if(r.startsWith(x,i)){if(f)
return["$.",!1,r.length-t,!0];i+=x.length,C?s.push(v):n.push(v),c=c||S;continue e}}if(u=!1,f){m>f?n.push(Qe(f)+"-"+Qe(m)):m===f&&n.push(Qe(m)),
f="",i++;continue}if(r.startsWith("-]",i+1)){n.push(Qe(m+"-")),i+=2;continue}if(r.startsWith("-",i+1)){f=m,i+=2;continue}n.push(Qe(m)),i++}if(h<
i)return["",!1,0,!1];if(!n.length&&!s.length)return["$.",!1,r.length-t,!0];if(s.length===0&&n.length===1&&/^\\?.$/.test(n[0])&&!l){let m=n[0].
length===2?n[0].slice(-1):n[0];return[Ra(m),!1,h-t,!1]}let d="["+(l?"^":"")+Hn(n)+"]",p="["+(l?"":"^")+Hn(s)+"]";return[n.length&&s.length?"\
("+d+"|"+p+")":n.length?d:p,c,h-t,!0]},"parseClass");var fe=a((r,{windowsPathsNoEscape:e=!1,magicalBraces:t=!0}={})=>t?e?r.replace(/\[([^/\\])\]/g,"$1"):r.replace(/((?!\\).|^)\[([^/\\])\]/g,"$1\
$2").replace(/\\([^/])/g,"$1"):e?r.replace(/\[([^/\\{}])\]/g,"$1"):r.replace(/((?!\\).|^)\[([^/\\{}])\]/g,"$1$2").replace(/\\([^/{}])/g,"$1"),
"unescape");var M,xa=new Set(["!","?","+","*","@"]),fr=a(r=>xa.has(r),"isExtglobType"),zn=a(r=>fr(r.type),"isExtglobAST"),Ta=new Map([["!",["@"]],["?",[
"?","@"]],["@",["@"]],["*",["*","+","?","@"]],["+",["+","@"]]]),Na=new Map([["!",["?"]],["@",["?"]],["+",["?","*"]]]),Aa=new Map([["!",["?",
"@"]],["?",["?","@"]],["@",["?","@"]],["*",["*","+","?","@"]],["+",["+","@","?","*"]]]),Gn=new Map([["!",new Map([["!","@"]])],["?",new Map(
[["*","*"],["+","*"]])],["@",new Map([["!","!"],["?","?"],["@","@"],["*","*"],["+","+"]])],["+",new Map([["?","*"],["*","*"]])]]),Ia="(?!(?:\
^|/)\\.\\.?(?:$|/))",Ct="(?!\\.)",Oa=new Set(["[","."]),ka=new Set(["..","."]),La=new Set("().*{}+?[]^$\\!"),_a=a(r=>r.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,
"\\$&"),"regExpEscape"),pr="[^/]",jn=pr+"*?",Wn=pr+"+?",Da=0,be=class{static{a(this,"AST")}type;#r;#n;#s=!1;#e=[];#t;#a;#l;#c=!1;#i;#o;#u=!1;id=++Da;get depth(){
return(this.#t?.depth??-1)+1}[Symbol.for("nodejs.util.inspect.custom")](){return{"@@type":"AST",id:this.id,type:this.type,root:this.#r.id,parent:this.#t?.
id,depth:this.depth,partsLength:this.#e.length,parts:this.#e}}constructor(e,t,n={}){this.type=e,e&&(this.#n=!0),this.#t=t,this.#r=this.#t?this.#t.#r:
this,this.#i=this.#r===this?n:this.#r.#i,this.#l=this.#r===this?[]:this.#r.#l,e==="!"&&!this.#r.#c&&this.#l.push(this),this.#a=this.#t?this.#t.#e.
length:0}get hasMagic(){if(this.#n!==void 0)return this.#n;for(let e of this.#e)if(typeof e!="string"&&(e.type||e.hasMagic))return this.#n=!0;
return this.#n}toString(){return this.#o!==void 0?this.#o:this.type?this.#o=this.type+"("+this.#e.map(e=>String(e)).join("|")+")":this.#o=this.#e.
map(e=>String(e)).join("")}#y(){if(this!==this.#r)throw new Error("should only call on root");if(this.#c)return this;this.toString(),this.#c=
!0;let e;for(;e=this.#l.pop();){if(e.type!=="!")continue;let t=e,n=t.#t;for(;n;){for(let s=t.#a+1;!n.type&&s<n.#e.length;s++)for(let i of e.#e){
if(typeof i=="string")throw new Error("string part in extglob AST??");i.copyIn(n.#e[s])}t=n,n=t.#t}}return this}push(...e){for(let t of e)if(t!==
""){if(typeof t!="string"&&!(t instanceof M&&t.#t===this))throw new Error("invalid part: "+t);this.#e.push(t)}}toJSON(){let e=this.type===null?
this.#e.slice().map(t=>typeof t=="string"?t:t.toJSON()):[this.type,...this.#e.map(t=>t.toJSON())];return this.isStart()&&!this.type&&e.unshift(
[]),this.isEnd()&&(this===this.#r||this.#r.#c&&this.#t?.type==="!")&&e.push({}),e}isStart(){if(this.#r===this)return!0;if(!this.#t?.isStart())
return!1;if(this.#a===0)return!0;let e=this.#t;for(let t=0;t<this.#a;t++){let n=e.#e[t];if(!(n instanceof M&&n.type==="!"))return!1}return!0}isEnd(){
if(this.#r===this||this.#t?.type==="!")return!0;if(!this.#t?.isEnd())return!1;if(!this.type)return this.#t?.isEnd();let e=this.#t?this.#t.#e.
length:0;return this.#a===e-1}copyIn(e){typeof e=="string"?this.push(e):this.push(e.clone(this))}clone(e){let t=new M(this.type,e);for(let n of this.#e)
t.copyIn(n);return t}static#h(e,t,n,s,i){let o=s.maxExtglobRecursion??2,c=!1,u=!1,l=-1,h=!1;if(t.type===null){let m=n,x="";for(;m<e.length;){
let v=e.charAt(m++);if(c||v==="\\"){c=!c,x+=v;continue}if(u){m===l+1?(v==="^"||v==="!")&&(h=!0):v==="]"&&!(m===l+2&&h)&&(u=!1),x+=v;continue}else if(v===
"["){u=!0,l=m,h=!1,x+=v;continue}if(!s.noext&&fr(v)&&e.charAt(m)==="("&&i<=o){t.push(x),x="";let C=new M(v,t);m=M.#h(e,C,m,s,i+1),t.push(C);
continue}x+=v}return t.push(x),m}let f=n+1,d=new M(null,t),p=[],g="";for(;f<e.length;){let m=e.charAt(f++);if(c||m==="\\"){c=!c,g+=m;continue}
if(u){f===l+1?(m==="^"||m==="!")&&(h=!0):m==="]"&&!(f===l+2&&h)&&(u=!1),g+=m;continue}else if(m==="["){u=!0,l=f,h=!1,g+=m;continue}if(!s.noext&&
fr(m)&&e.charAt(f)==="("&&(i<=o||t&&t.#f(m))){let v=t&&t.#f(m)?0:1;d.push(g),g="";let S=new M(m,d);d.push(S),f=M.#h(e,S,f,s,i+v);continue}if(m===
"|"){d.push(g),g="",p.push(d),d=new M(null,t);continue}if(m===")")return g===""&&t.#e.length===0&&(t.#u=!0),d.push(g),g="",t.push(...p,d),f;
g+=m}return t.type=null,t.#n=void 0,t.#e=[e.substring(n-1)],f}#w(e){return this.#d(e,Na)}#d(e,t=Ta){if(!e||typeof e!="object"||e.type!==null||
e.#e.length!==1||this.type===null)return!1;let n=e.#e[0];return!n||typeof n!="object"||n.type===null?!1:this.#f(n.type,t)}#f(e,t=Aa){return!!t.
get(this.type)?.includes(e)}#E(e,t){let n=e.#e[0],s=new M(null,n,this.options);s.#e.push(""),n.push(s),this.#m(e,t)}#m(e,t){let n=e.#e[0];this.#e.
splice(t,1,...n.#e);for(let s of n.#e)typeof s=="object"&&(s.#t=this);this.#o=void 0}#v(e){return!!Gn.get(this.type)?.has(e)}#S(e){if(!e||typeof e!=
"object"||e.type!==null||e.#e.length!==1||this.type===null||this.#e.length!==1)return!1;let t=e.#e[0];return!t||typeof t!="object"||t.type===
null?!1:this.#v(t.type)}#b(e){let t=Gn.get(this.type),n=e.#e[0],s=t?.get(n.type);if(!s)return!1;this.#e=n.#e;for(let i of this.#e)typeof i==
"object"&&(i.#t=this);this.type=s,this.#o=void 0,this.#u=!1}static fromGlob(e,t={}){let n=new M(null,void 0,t);return M.#h(e,n,0,t,0),n}toMMPattern(){
if(this!==this.#r)return this.#r.toMMPattern();let e=this.toString(),[t,n,s,i]=this.toRegExpSource();if(!(s||this.#n||this.#i.nocase&&!this.#i.
nocaseMagicOnly&&e.toUpperCase()!==e.toLowerCase()))return n;let c=(this.#i.nocase?"i":"")+(i?"u":"");return Object.assign(new RegExp(`^${t}\
$`,c),{_src:t,_glob:e})}get options(){return this.#i}toRegExpSource(e){let t=e??!!this.#i.dot;if(this.#r===this&&(this.#p(),this.#y()),!zn(this)){
let u=this.isStart()&&this.isEnd()&&!this.#e.some(p=>typeof p!="string"),l=this.#e.map(p=>{let[g,m,x,v]=typeof p=="string"?M.#$(p,this.#n,u):
p.toRegExpSource(e);return this.#n=this.#n||x,this.#s=this.#s||v,g}).join(""),h="";if(this.isStart()&&typeof this.#e[0]=="string"&&!(this.#e.
length===1&&ka.has(this.#e[0]))){let g=Oa,m=t&&g.has(l.charAt(0))||l.startsWith("\\.")&&g.has(l.charAt(2))||l.startsWith("\\.\\.")&&g.has(l.
charAt(4)),x=!t&&!e&&g.has(l.charAt(0));h=m?Ia:x?Ct:""}let f="";return this.isEnd()&&this.#r.#c&&this.#t?.type==="!"&&(f="(?:$|\\/)"),[h+l+f,
fe(l),this.#n=!!this.#n,this.#s]}let n=this.type==="*"||this.type==="+",s=this.type==="!"?"(?:(?!(?:":"(?:",i=this.#g(t);if(this.isStart()&&
this.isEnd()&&!i&&this.type!=="!"){let u=this.toString(),l=this;return l.#e=[u],l.type=null,l.#n=void 0,[u,fe(this.toString()),!1,!1]}let o=!n||
e||t||!Ct?"":this.#g(!0);o===i&&(o=""),o&&(i=`(?:${i})(?:${o})*?`);let c="";if(this.type==="!"&&this.#u)c=(this.isStart()&&!t?Ct:"")+Wn;else{
let u=this.type==="!"?"))"+(this.isStart()&&!t&&!e?Ct:"")+jn+")":this.type==="@"?")":this.type==="?"?")?":this.type==="+"&&o?")":this.type===
"*"&&o?")?":`)${this.type}`;c=s+i+u}return[c,fe(i),this.#n=!!this.#n,this.#s]}#p(){if(zn(this)){let e=0,t=!1;do{t=!0;for(let n=0;n<this.#e.length;n++){
let s=this.#e[n];typeof s=="object"&&(s.#p(),this.#d(s)?(t=!1,this.#m(s,n)):this.#w(s)?(t=!1,this.#E(s,n)):this.#S(s)&&(t=!1,this.#b(s)))}}while(!t&&
++e<10)}else for(let e of this.#e)typeof e=="object"&&e.#p();this.#o=void 0}#g(e){return this.#e.map(t=>{if(typeof t=="string")throw new Error(
"string type in extglob ast??");let[n,s,i,o]=t.toRegExpSource(e);return this.#s=this.#s||o,n}).filter(t=>!(this.isStart()&&this.isEnd())||!!t).
join("|")}static#$(e,t,n=!1){let s=!1,i="",o=!1,c=!1;for(let u=0;u<e.length;u++){let l=e.charAt(u);if(s){s=!1,i+=(La.has(l)?"\\":"")+l;continue}
if(l==="*"){if(c)continue;c=!0,i+=n&&/^[*]+$/.test(e)?Wn:jn,t=!0;continue}else c=!1;if(l==="\\"){u===e.length-1?i+="\\\\":s=!0;continue}if(l===
"["){let[h,f,d,p]=Bn(e,u);if(d){i+=h,o=o||f,u+=d-1,t=t||p;continue}}if(l==="?"){i+=pr,t=!0;continue}i+=_a(l)}return[i,fe(e),!!t,o]}};M=be;var dr=a((r,{windowsPathsNoEscape:e=!1,magicalBraces:t=!1}={})=>t?e?r.replace(/[?*()[\]{}]/g,"[$&]"):r.replace(/[?*()[\]\\{}]/g,"\\$&"):e?r.
replace(/[?*()[\]]/g,"[$&]"):r.replace(/[?*()[\]\\]/g,"\\$&"),"escape");var U=a((r,e,t={})=>(Ye(e),!t.nocomment&&e.charAt(0)==="#"?!1:new pe(e,t).match(r)),"minimatch"),Ua=/^\*+([^+@!?*[(]*)$/,Pa=a(r=>e=>!e.startsWith(
".")&&e.endsWith(r),"starDotExtTest"),Ma=a(r=>e=>e.endsWith(r),"starDotExtTestDot"),Fa=a(r=>(r=r.toLowerCase(),e=>!e.startsWith(".")&&e.toLowerCase().
endsWith(r)),"starDotExtTestNocase"),qa=a(r=>(r=r.toLowerCase(),e=>e.toLowerCase().endsWith(r)),"starDotExtTestNocaseDot"),Ha=/^\*+\.\*+$/,Ba=a(
r=>!r.startsWith(".")&&r.includes("."),"starDotStarTest"),za=a(r=>r!=="."&&r!==".."&&r.includes("."),"starDotStarTestDot"),Ga=/^\.\*+$/,ja=a(
r=>r!=="."&&r!==".."&&r.startsWith("."),"dotStarTest"),Wa=/^\*+$/,Va=a(r=>r.length!==0&&!r.startsWith("."),"starTest"),Xa=a(r=>r.length!==0&&
r!=="."&&r!=="..","starTestDot"),Ka=/^\?+([^+@!?*[(]*)?$/,Za=a(([r,e=""])=>{let t=Kn([r]);return e?(e=e.toLowerCase(),n=>t(n)&&n.toLowerCase().
endsWith(e)):t},"qmarksTestNocase"),Ja=a(([r,e=""])=>{let t=Zn([r]);return e?(e=e.toLowerCase(),n=>t(n)&&n.toLowerCase().endsWith(e)):t},"qm\
arksTestNocaseDot"),Ya=a(([r,e=""])=>{let t=Zn([r]);return e?n=>t(n)&&n.endsWith(e):t},"qmarksTestDot"),Qa=a(([r,e=""])=>{let t=Kn([r]);return e?
n=>t(n)&&n.endsWith(e):t},"qmarksTest"),Kn=a(([r])=>{let e=r.length;return t=>t.length===e&&!t.startsWith(".")},"qmarksTestNoExt"),Zn=a(([r])=>{
let e=r.length;return t=>t.length===e&&t!=="."&&t!==".."},"qmarksTestNoExtDot"),Jn=typeof process=="object"&&process?typeof process.env=="ob\
ject"&&process.env&&process.env.__MINIMATCH_TESTING_PLATFORM__||process.platform:"posix",Vn={win32:{sep:"\\"},posix:{sep:"/"}},ec=Jn==="win3\
2"?Vn.win32.sep:Vn.posix.sep;U.sep=ec;var L=Symbol("globstar **");U.GLOBSTAR=L;var tc="[^/]",rc=tc+"*?",nc="(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/))\
.)*?",sc="(?:(?!(?:\\/|^)\\.).)*?",ic=a((r,e={})=>t=>U(t,r,e),"filter");U.filter=ic;var G=a((r,e={})=>Object.assign({},r,e),"ext"),oc=a(r=>{
if(!r||typeof r!="object"||!Object.keys(r).length)return U;let e=U;return Object.assign(a((n,s,i={})=>e(n,s,G(r,i)),"m"),{Minimatch:class extends e.
Minimatch{static{a(this,"Minimatch")}constructor(s,i={}){super(s,G(r,i))}static defaults(s){return e.defaults(G(r,s)).Minimatch}},AST:class extends e.
AST{static{a(this,"AST")}constructor(s,i,o={}){super(s,i,G(r,o))}static fromGlob(s,i={}){return e.AST.fromGlob(s,G(r,i))}},unescape:a((n,s={})=>e.
unescape(n,G(r,s)),"unescape"),escape:a((n,s={})=>e.escape(n,G(r,s)),"escape"),filter:a((n,s={})=>e.filter(n,G(r,s)),"filter"),defaults:a(n=>e.
defaults(G(r,n)),"defaults"),makeRe:a((n,s={})=>e.makeRe(n,G(r,s)),"makeRe"),braceExpand:a((n,s={})=>e.braceExpand(n,G(r,s)),"braceExpand"),
match:a((n,s,i={})=>e.match(n,s,G(r,i)),"match"),sep:e.sep,GLOBSTAR:L})},"defaults");U.defaults=oc;var Yn=a((r,e={})=>(Ye(r),e.nobrace||!/\{(?:(?!\{).)*\}/.
test(r)?[r]:qn(r,{max:e.braceExpandMax})),"braceExpand");U.braceExpand=Yn;var ac=a((r,e={})=>new pe(r,e).makeRe(),"makeRe");U.makeRe=ac;var cc=a(
(r,e,t={})=>{let n=new pe(e,t);return r=r.filter(s=>n.match(s)),n.options.nonull&&!r.length&&r.push(e),r},"match");U.match=cc;var Xn=/[?*]|[+@!]\(.*?\)|\[|\]/,
lc=a(r=>r.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&"),"regExpEscape"),pe=class{static{a(this,"Minimatch")}options;set;pattern;windowsPathsNoEscape;nonegate;negate;comment;empty;preserveMultipleSlashes;partial;globSet;globParts;nocase;isWindows;platform;windowsNoMagicRoot;maxGlobstarRecursion;regexp;constructor(e,t={}){
Ye(e),t=t||{},this.options=t,this.maxGlobstarRecursion=t.maxGlobstarRecursion??200,this.pattern=e,this.platform=t.platform||Jn,this.isWindows=
this.platform==="win32";let n="allowWindowsEscape";this.windowsPathsNoEscape=!!t.windowsPathsNoEscape||t[n]===!1,this.windowsPathsNoEscape&&
(this.pattern=this.pattern.replace(/\\/g,"/")),this.preserveMultipleSlashes=!!t.preserveMultipleSlashes,this.regexp=null,this.negate=!1,this.
nonegate=!!t.nonegate,this.comment=!1,this.empty=!1,this.partial=!!t.partial,this.nocase=!!this.options.nocase,this.windowsNoMagicRoot=t.windowsNoMagicRoot!==
void 0?t.windowsNoMagicRoot:!!(this.isWindows&&this.nocase),this.globSet=[],this.globParts=[],this.set=[],this.make()}hasMagic(){if(this.options.
magicalBraces&&this.set.length>1)return!0;for(let e of this.set)for(let t of e)if(typeof t!="string")return!0;return!1}debug(...e){}make(){let e=this.
pattern,t=this.options;if(!t.nocomment&&e.charAt(0)==="#"){this.comment=!0;return}if(!e){this.empty=!0;return}this.parseNegate(),this.globSet=
[...new Set(this.braceExpand())],t.debug&&(this.debug=(...i)=>console.error(...i)),this.debug(this.pattern,this.globSet);let n=this.globSet.
map(i=>this.slashSplit(i));this.globParts=this.preprocess(n),this.debug(this.pattern,this.globParts);let s=this.globParts.map((i,o,c)=>{if(this.
isWindows&&this.windowsNoMagicRoot){let u=i[0]===""&&i[1]===""&&(i[2]==="?"||!Xn.test(i[2]))&&!Xn.test(i[3]),l=/^[a-z]:/i.test(i[0]);if(u)return[
...i.slice(0,4),...i.slice(4).map(h=>this.parse(h))];if(l)return[i[0],...i.slice(1).map(h=>this.parse(h))]}return i.map(u=>this.parse(u))});
if(this.debug(this.pattern,s),this.set=s.filter(i=>i.indexOf(!1)===-1),this.isWindows)for(let i=0;i<this.set.length;i++){let o=this.set[i];o[0]===
""&&o[1]===""&&this.globParts[i][2]==="?"&&typeof o[3]=="string"&&/^[a-z]:$/i.test(o[3])&&(o[2]="?")}this.debug(this.pattern,this.set)}preprocess(e){
if(this.options.noglobstar)for(let n of e)for(let s=0;s<n.length;s++)n[s]==="**"&&(n[s]="*");let{optimizationLevel:t=1}=this.options;return t>=
2?(e=this.firstPhasePreProcess(e),e=this.secondPhasePreProcess(e)):t>=1?e=this.levelOneOptimize(e):e=this.adjascentGlobstarOptimize(e),e}adjascentGlobstarOptimize(e){
return e.map(t=>{let n=-1;for(;(n=t.indexOf("**",n+1))!==-1;){let s=n;for(;t[s+1]==="**";)s++;s!==n&&t.splice(n,s-n)}return t})}levelOneOptimize(e){
return e.map(t=>(t=t.reduce((n,s)=>{let i=n[n.length-1];return s==="**"&&i==="**"?n:s===".."&&i&&i!==".."&&i!=="."&&i!=="**"?(n.pop(),n):(n.
push(s),n)},[]),t.length===0?[""]:t))}levelTwoFileOptimize(e){Array.isArray(e)||(e=this.slashSplit(e));let t=!1;do{if(t=!1,!this.preserveMultipleSlashes){
for(let s=1;s<e.length-1;s++){let i=e[s];s===1&&i===""&&e[0]===""||(i==="."||i==="")&&(t=!0,e.splice(s,1),s--)}e[0]==="."&&e.length===2&&(e[1]===
"."||e[1]==="")&&(t=!0,e.pop())}let n=0;for(;(n=e.indexOf("..",n+1))!==-1;){let s=e[n-1];s&&s!=="."&&s!==".."&&s!=="**"&&!(this.isWindows&&/^[a-z]:$/i.
test(s))&&(t=!0,e.splice(n-1,2),n-=2)}}while(t);return e.length===0?[""]:e}firstPhasePreProcess(e){let t=!1;do{t=!1;for(let n of e){let s=-1;
for(;(s=n.indexOf("**",s+1))!==-1;){let o=s;for(;n[o+1]==="**";)o++;o>s&&n.splice(s+1,o-s);let c=n[s+1],u=n[s+2],l=n[s+3];if(c!==".."||!u||u===
"."||u===".."||!l||l==="."||l==="..")continue;t=!0,n.splice(s,1);let h=n.slice(0);h[s]="**",e.push(h),s--}if(!this.preserveMultipleSlashes){
for(let o=1;o<n.length-1;o++){let c=n[o];o===1&&c===""&&n[0]===""||(c==="."||c==="")&&(t=!0,n.splice(o,1),o--)}n[0]==="."&&n.length===2&&(n[1]===
"."||n[1]==="")&&(t=!0,n.pop())}let i=0;for(;(i=n.indexOf("..",i+1))!==-1;){let o=n[i-1];if(o&&o!=="."&&o!==".."&&o!=="**"){t=!0;let u=i===1&&
n[i+1]==="**"?["."]:[];n.splice(i-1,2,...u),n.length===0&&n.push(""),i-=2}}}}while(t);return e}secondPhasePreProcess(e){for(let t=0;t<e.length-
1;t++)for(let n=t+1;n<e.length;n++){let s=this.partsMatch(e[t],e[n],!this.preserveMultipleSlashes);if(s){e[t]=[],e[n]=s;break}}return e.filter(
t=>t.length)}partsMatch(e,t,n=!1){let s=0,i=0,o=[],c="";for(;s<e.length&&i<t.length;)if(e[s]===t[i])o.push(c==="b"?t[i]:e[s]),s++,i++;else if(n&&
e[s]==="**"&&t[i]===e[s+1])o.push(e[s]),s++;else if(n&&t[i]==="**"&&e[s]===t[i+1])o.push(t[i]),i++;else if(e[s]==="*"&&t[i]&&(this.options.dot||
!t[i].startsWith("."))&&t[i]!=="**"){if(c==="b")return!1;c="a",o.push(e[s]),s++,i++}else if(t[i]==="*"&&e[s]&&(this.options.dot||!e[s].startsWith(
"."))&&e[s]!=="**"){if(c==="a")return!1;c="b",o.push(t[i]),s++,i++}else return!1;return e.length===t.length&&o}parseNegate(){if(this.nonegate)
return;let e=this.pattern,t=!1,n=0;for(let s=0;s<e.length&&e.charAt(s)==="!";s++)t=!t,n++;n&&(this.pattern=e.slice(n)),this.negate=t}matchOne(e,t,n=!1){
let s=0,i=0;if(this.isWindows){let c=typeof e[0]=="string"&&/^[a-z]:$/i.test(e[0]),u=!c&&e[0]===""&&e[1]===""&&e[2]==="?"&&/^[a-z]:$/i.test(
e[3]),l=typeof t[0]=="string"&&/^[a-z]:$/i.test(t[0]),h=!l&&t[0]===""&&t[1]===""&&t[2]==="?"&&typeof t[3]=="string"&&/^[a-z]:$/i.test(t[3]),
f=u?3:c?0:void 0,d=h?3:l?0:void 0;if(typeof f=="number"&&typeof d=="number"){let[p,g]=[e[f],t[d]];p.toLowerCase()===g.toLowerCase()&&(t[d]=p,
i=d,s=f)}}let{optimizationLevel:o=1}=this.options;return o>=2&&(e=this.levelTwoFileOptimize(e)),t.includes(L)?this.#r(e,t,n,s,i):this.#s(e,t,
n,s,i)}#r(e,t,n,s,i){let o=t.indexOf(L,i),c=t.lastIndexOf(L),[u,l,h]=n?[t.slice(i,o),t.slice(o+1),[]]:[t.slice(i,o),t.slice(o+1,c),t.slice(c+
1)];if(u.length){let S=e.slice(s,s+u.length);if(!this.#s(S,u,n,0,0))return!1;s+=u.length,i+=u.length}let f=0;if(h.length){if(h.length+s>e.length)
return!1;let S=e.length-h.length;if(this.#s(e,h,n,S,0))f=h.length;else{if(e[e.length-1]!==""||s+h.length===e.length||(S--,!this.#s(e,h,n,S,0)))
return!1;f=h.length+1}}if(!l.length){let S=!!f;for(let C=s;C<e.length-f;C++){let R=String(e[C]);if(S=!0,R==="."||R===".."||!this.options.dot&&
R.startsWith("."))return!1}return n||S}let d=[[[],0]],p=d[0],g=0,m=[0];for(let S of l)S===L?(m.push(g),p=[[],0],d.push(p)):(p[0].push(S),g++);
let x=d.length-1,v=e.length-f;for(let S of d)S[1]=v-(m[x--]+S[0].length);return!!this.#n(e,d,s,0,n,0,!!f)}#n(e,t,n,s,i,o,c){let u=t[s];if(!u){
for(let f=n;f<e.length;f++){c=!0;let d=e[f];if(d==="."||d===".."||!this.options.dot&&d.startsWith("."))return!1}return c}let[l,h]=u;for(;n<=
h;){if(this.#s(e.slice(0,n+l.length),l,i,n,0)&&o<this.maxGlobstarRecursion){let p=this.#n(e,t,n+l.length,s+1,i,o+1,c);if(p!==!1)return p}let d=e[n];
if(d==="."||d===".."||!this.options.dot&&d.startsWith("."))return!1;n++}return i||null}#s(e,t,n,s,i){let o,c,u,l;for(o=s,c=i,l=e.length,u=t.
length;o<l&&c<u;o++,c++){this.debug("matchOne loop");let h=t[c],f=e[o];if(this.debug(t,h,f),h===!1||h===L)return!1;let d;if(typeof h=="strin\
g"?(d=f===h,this.debug("string match",h,f,d)):(d=h.test(f),this.debug("pattern match",h,f,d)),!d)return!1}if(o===l&&c===u)return!0;if(o===l)
return n;if(c===u)return o===l-1&&e[o]==="";throw new Error("wtf?")}braceExpand(){return Yn(this.pattern,this.options)}parse(e){Ye(e);let t=this.
options;if(e==="**")return L;if(e==="")return"";let n,s=null;(n=e.match(Wa))?s=t.dot?Xa:Va:(n=e.match(Ua))?s=(t.nocase?t.dot?qa:Fa:t.dot?Ma:
Pa)(n[1]):(n=e.match(Ka))?s=(t.nocase?t.dot?Ja:Za:t.dot?Ya:Qa)(n):(n=e.match(Ha))?s=t.dot?za:Ba:(n=e.match(Ga))&&(s=ja);let i=be.fromGlob(e,
this.options).toMMPattern();return s&&typeof i=="object"&&Reflect.defineProperty(i,"test",{value:s}),i}makeRe(){if(this.regexp||this.regexp===
!1)return this.regexp;let e=this.set;if(!e.length)return this.regexp=!1,this.regexp;let t=this.options,n=t.noglobstar?rc:t.dot?nc:sc,s=new Set(
t.nocase?["i"]:[]),i=e.map(u=>{let l=u.map(f=>{if(f instanceof RegExp)for(let d of f.flags.split(""))s.add(d);return typeof f=="string"?lc(f):
f===L?L:f._src});l.forEach((f,d)=>{let p=l[d+1],g=l[d-1];f!==L||g===L||(g===void 0?p!==void 0&&p!==L?l[d+1]="(?:\\/|"+n+"\\/)?"+p:l[d]=n:p===
void 0?l[d-1]=g+"(?:\\/|\\/"+n+")?":p!==L&&(l[d-1]=g+"(?:\\/|\\/"+n+"\\/)"+p,l[d+1]=L))});let h=l.filter(f=>f!==L);if(this.partial&&h.length>=
1){let f=[];for(let d=1;d<=h.length;d++)f.push(h.slice(0,d).join("/"));return"(?:"+f.join("|")+")"}return h.join("/")}).join("|"),[o,c]=e.length>
1?["(?:",")"]:["",""];i="^"+o+i+c+"$",this.partial&&(i="^(?:\\/|"+o+i.slice(1,-1)+c+")$"),this.negate&&(i="^(?!"+i+").+$");try{this.regexp=new RegExp(
i,[...s].join(""))}catch{this.regexp=!1}return this.regexp}slashSplit(e){return this.preserveMultipleSlashes?e.split("/"):this.isWindows&&/^\/\/[^/]+/.
test(e)?["",...e.split(/\/+/)]:e.split(/\/+/)}match(e,t=this.partial){if(this.debug("match",e,this.pattern),this.comment)return!1;if(this.empty)
return e==="";if(e==="/"&&t)return!0;let n=this.options;this.isWindows&&(e=e.split("\\").join("/"));let s=this.slashSplit(e);this.debug(this.
pattern,"split",s);let i=this.set;this.debug(this.pattern,"set",i);let o=s[s.length-1];if(!o)for(let c=s.length-2;!o&&c>=0;c--)o=s[c];for(let c of i){
let u=s;if(n.matchBase&&c.length===1&&(u=[o]),this.matchOne(u,c,t))return n.flipNegate?!0:!this.negate}return n.flipNegate?!1:this.negate}static defaults(e){
return U.defaults(e).Minimatch}};U.AST=be;U.Minimatch=pe;U.escape=dr;U.unescape=fe;import*as $e from"path";import et from"assert";var uc=process.platform==="win32",Ce=class{static{a(this,"Path")}constructor(e){if(this.segments=[],typeof e=="string")if(et(e,"Parameter 'i\
temPath' must not be empty"),e=ce(e),!Ke(e))this.segments=e.split($e.sep);else{let t=e,n=le(t);for(;n!==t;){let s=$e.basename(t);this.segments.
unshift(s),t=n,n=le(t)}this.segments.unshift(t)}else{et(e.length>0,"Parameter 'itemPath' must not be an empty array");for(let t=0;t<e.length;t++){
let n=e[t];et(n,"Parameter 'itemPath' must not contain any empty segments"),n=K(e[t]),t===0&&Ke(n)?(n=ce(n),et(n===le(n),"Parameter 'itemPat\
h' root segment contains information for multiple segments"),this.segments.push(n)):(et(!n.includes($e.sep),"Parameter 'itemPath' contains u\
nexpected path separators"),this.segments.push(n))}}}toString(){let e=this.segments[0],t=e.endsWith($e.sep)||uc&&/^[A-Z]:$/i.test(e);for(let n=1;n<
this.segments.length;n++)t?t=!1:e+=$e.sep,e+=this.segments[n];return e}};var ue=process.platform==="win32",tt=class r{static{a(this,"Pattern")}constructor(e,t=!1,n,s){this.negate=!1;let i;if(typeof e=="string")i=e.
trim();else{n=n||[],Re(n.length,"Parameter 'segments' must not empty");let l=r.getLiteral(n[0]);Re(l&&Xe(l),"Parameter 'segments' first elem\
ent must be a root path"),i=new Ce(n).toString().trim(),e&&(i=`!${i}`)}for(;i.startsWith("!");)this.negate=!this.negate,i=i.substr(1).trim();
i=r.fixupPattern(i,s),this.segments=new Ce(i).segments,this.trailingSeparator=K(i).endsWith(Ue.sep),i=ce(i);let o=!1,c=this.segments.map(l=>r.
getLiteral(l)).filter(l=>!o&&!(o=l===""));this.searchPath=new Ce(c).toString(),this.rootRegExp=new RegExp(r.regExpEscape(c[0]),ue?"i":""),this.
isImplicitPattern=t;let u={dot:!0,nobrace:!0,nocase:ue,nocomment:!0,noext:!0,nonegate:!0};i=ue?i.replace(/\\/g,"/"):i,this.minimatch=new pe(
i,u)}match(e){return this.segments[this.segments.length-1]==="**"?(e=K(e),!e.endsWith(Ue.sep)&&this.isImplicitPattern===!1&&(e=`${e}${Ue.sep}`)):
e=ce(e),this.minimatch.match(e)?this.trailingSeparator?Z.Directory:Z.All:Z.None}partialMatch(e){return e=ce(e),le(e)===e?this.rootRegExp.test(
e):this.minimatch.matchOne(e.split(ue?/\\+/:/\/+/),this.minimatch.set[0],!0)}static globEscape(e){return(ue?e:e.replace(/\\/g,"\\\\")).replace(
/(\[)(?=[^/]+\])/g,"[[]").replace(/\?/g,"[?]").replace(/\*/g,"[*]")}static fixupPattern(e,t){Re(e,"pattern cannot be empty");let n=new Ce(e).
segments.map(s=>r.getLiteral(s));if(Re(n.every((s,i)=>(s!=="."||i===0)&&s!==".."),`Invalid pattern '${e}'. Relative pathing '.' and '..' is \
not allowed.`),Re(!Ke(e)||n[0],`Invalid pattern '${e}'. Root segment must not contain globs.`),e=K(e),e==="."||e.startsWith(`.${Ue.sep}`))e=
r.globEscape(process.cwd())+e.substr(1);else if(e==="~"||e.startsWith(`~${Ue.sep}`))t=t||Qn.homedir(),Re(t,"Unable to determine HOME directo\
ry"),Re(Xe(t),`Expected HOME directory to be a rooted path. Actual '${t}'`),e=r.globEscape(t)+e.substr(1);else if(ue&&(e.match(/^[A-Z]:$/i)||
e.match(/^[A-Z]:[^\\]/i))){let s=bt("C:\\dummy-root",e.substr(0,2));e.length>2&&!s.endsWith("\\")&&(s+="\\"),e=r.globEscape(s)+e.substr(2)}else if(ue&&
(e==="\\"||e.match(/^\\[^\\]/))){let s=bt("C:\\dummy-root","\\");s.endsWith("\\")||(s+="\\"),e=r.globEscape(s)+e.substr(1)}else e=bt(r.globEscape(
process.cwd()),e);return K(e)}static getLiteral(e){let t="";for(let n=0;n<e.length;n++){let s=e[n];if(s==="\\"&&!ue&&n+1<e.length){t+=e[++n];
continue}else{if(s==="*"||s==="?")return"";if(s==="["&&n+1<e.length){let i="",o=-1;for(let c=n+1;c<e.length;c++){let u=e[c];if(u==="\\"&&!ue&&
c+1<e.length){i+=e[++c];continue}else if(u==="]"){o=c;break}else i+=u}if(o>=0){if(i.length>1)return"";if(i){t+=i,n=o;continue}}}}t+=s}return t}static regExpEscape(e){
return e.replace(/[[\\^$.|?*+()]/g,"\\$&")}};var rt=class{static{a(this,"SearchState")}constructor(e,t){this.path=e,this.level=t}};var mr=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})},hc=function(r){if(!Symbol.asyncIterator)throw new TypeError(
"Symbol.asyncIterator is not defined.");var e=r[Symbol.asyncIterator],t;return e?e.call(r):(r=typeof __values=="function"?__values(r):r[Symbol.
iterator](),t={},n("next"),n("throw"),n("return"),t[Symbol.asyncIterator]=function(){return this},t);function n(i){t[i]=r[i]&&function(o){return new Promise(
function(c,u){o=r[i](o),s(c,u,o.done,o.value)})}}function s(i,o,c,u){Promise.resolve(u).then(function(l){i({value:l,done:c})},o)}},de=function(r){
return this instanceof de?(this.v=r,this):new de(r)},fc=function(r,e,t){if(!Symbol.asyncIterator)throw new TypeError("Symbol.asyncIterator i\
s not defined.");var n=t.apply(r,e||[]),s,i=[];return s=Object.create((typeof AsyncIterator=="function"?AsyncIterator:Object).prototype),c("\
next"),c("throw"),c("return",o),s[Symbol.asyncIterator]=function(){return this},s;function o(p){return function(g){return Promise.resolve(g).
then(p,f)}}function c(p,g){n[p]&&(s[p]=function(m){return new Promise(function(x,v){i.push([p,m,x,v])>1||u(p,m)})},g&&(s[p]=g(s[p])))}function u(p,g){
try{l(n[p](g))}catch(m){d(i[0][3],m)}}function l(p){p.value instanceof de?Promise.resolve(p.value.v).then(h,f):d(i[0][2],p)}function h(p){u(
"next",p)}function f(p){u("throw",p)}function d(p,g){p(g),i.shift(),i.length&&u(i[0][0],i[0][1])}},pc=process.platform==="win32",Rt=class r{static{
a(this,"DefaultGlobber")}constructor(e){this.patterns=[],this.searchPaths=[],this.options=or(e)}getSearchPaths(){return this.searchPaths.slice()}glob(){
return mr(this,void 0,void 0,function*(){var e,t,n,s;let i=[];try{for(var o=!0,c=hc(this.globGenerator()),u;u=yield c.next(),e=u.done,!e;o=!0){
s=u.value,o=!1;let l=s;i.push(l)}}catch(l){t={error:l}}finally{try{!o&&!e&&(n=c.return)&&(yield n.call(c))}finally{if(t)throw t.error}}return i})}globGenerator(){
return fc(this,arguments,a(function*(){let t=or(this.options),n=[];for(let o of this.patterns)n.push(o),t.implicitDescendants&&(o.trailingSeparator||
o.segments[o.segments.length-1]!=="**")&&n.push(new tt(o.negate,!0,o.segments.concat("**")));let s=[];for(let o of cr(n)){y(`Search path '${o}\
'`);try{yield de(Pe.promises.lstat(o))}catch(c){if(c.code==="ENOENT")continue;throw c}s.unshift(new rt(o,1))}let i=[];for(;s.length;){let o=s.
pop(),c=kn(n,o.path),u=!!c||Ln(n,o.path);if(!c&&!u)continue;let l=yield de(r.stat(o,t,i));if(l&&!(t.excludeHiddenFiles&&xt.basename(o.path).
match(/^\./)))if(l.isDirectory()){if(c&Z.Directory&&t.matchDirectories)yield yield de(o.path);else if(!u)continue;let h=o.level+1,f=(yield de(
Pe.promises.readdir(o.path))).map(d=>new rt(xt.join(o.path,d),h));s.push(...f.reverse())}else c&Z.File&&(yield yield de(o.path))}},"globGene\
rator_1"))}static create(e,t){return mr(this,void 0,void 0,function*(){let n=new r(t);pc&&(e=e.replace(/\r\n/g,`
`),e=e.replace(/\r/g,`
`));let s=e.split(`
`).map(i=>i.trim());for(let i of s)!i||i.startsWith("#")||n.patterns.push(new tt(i));return n.searchPaths.push(...cr(n.patterns)),n})}static stat(e,t,n){
return mr(this,void 0,void 0,function*(){let s;if(t.followSymbolicLinks)try{s=yield Pe.promises.stat(e.path)}catch(i){if(i.code==="ENOENT"){
if(t.omitBrokenSymbolicLinks){y(`Broken symlink '${e.path}'`);return}throw new Error(`No information found for the path '${e.path}'. This ma\
y indicate a broken symbolic link.`)}throw i}else s=yield Pe.promises.lstat(e.path);if(s.isDirectory()&&t.followSymbolicLinks){let i=yield Pe.promises.
realpath(e.path);for(;n.length>=e.level;)n.pop();if(n.some(o=>o===i)){y(`Symlink cycle detected for path '${e.path}' and realpath '${i}'`);return}
n.push(i)}return s})}};var dc=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})};function es(r,e){return dc(this,void 0,void 0,function*(){
return yield Rt.create(r,e)})}a(es,"create");var io=O(no(),1);import*as Bt from"crypto";import*as qe from"fs";import*as Te from"path";import*as oo from"util";var lt;(function(r){r.Gzip="cache.tgz",r.Zstd="cache.tzst"})(lt||(lt={}));var P;(function(r){r.Gzip="gzip",r.ZstdWithoutLong="zstd-without-l\
ong",r.Zstd="zstd"})(P||(P={}));var B;(function(r){r.GNU="gnu",r.BSD="bsd"})(B||(B={}));var Ft=2,qt=5e3,Hr=5e3,Br=`${process.env.PROGRAMFILES}\
\\Git\\usr\\bin\\tar.exe`,so=`${process.env.SYSTEMDRIVE}\\Windows\\System32\\tar.exe`,ut="cache.tar",zr="manifest.txt",Kd=10*Math.pow(1024,3),
Ht="cache read denied:";var Fe=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})},Oh=function(r){if(!Symbol.asyncIterator)throw new TypeError(
"Symbol.asyncIterator is not defined.");var e=r[Symbol.asyncIterator],t;return e?e.call(r):(r=typeof __values=="function"?__values(r):r[Symbol.
iterator](),t={},n("next"),n("throw"),n("return"),t[Symbol.asyncIterator]=function(){return this},t);function n(i){t[i]=r[i]&&function(o){return new Promise(
function(c,u){o=r[i](o),s(c,u,o.done,o.value)})}}function s(i,o,c,u){Promise.resolve(u).then(function(l){i({value:l,done:c})},o)}},kh="1.0";
function Ne(){return Fe(this,void 0,void 0,function*(){let r=process.platform==="win32",e=process.env.RUNNER_TEMP||"";if(!e){let n;r?n=process.
env.USERPROFILE||"C:\\":process.platform==="darwin"?n="/Users":n="/home",e=Te.join(n,"actions","temp")}let t=Te.join(e,Bt.randomUUID());return yield vt(
t),t})}a(Ne,"createTempDirectory");function ee(r){return qe.statSync(r).size}a(ee,"getArchiveFileSizeInBytes");function Gr(r){return Fe(this,
void 0,void 0,function*(){var e,t,n,s,i;let o=[],c=(i=process.env.GITHUB_WORKSPACE)!==null&&i!==void 0?i:process.cwd(),u=yield es(r.join(`
`),{implicitDescendants:!1});try{for(var l=!0,h=Oh(u.globGenerator()),f;f=yield h.next(),e=f.done,!e;l=!0){s=f.value,l=!1;let p=Te.relative(
c,s).replace(new RegExp(`\\${Te.sep}`,"g"),"/");y(`Matched: ${p}`),p===""?o.push("."):o.push(`${p}`)}}catch(d){t={error:d}}finally{try{!l&&!e&&
(n=h.return)&&(yield n.call(h))}finally{if(t)throw t.error}}return o})}a(Gr,"resolvePaths");function ht(r){return Fe(this,void 0,void 0,function*(){
return oo.promisify(qe.unlink)(r)})}a(ht,"unlinkFile");function ao(r){return Fe(this,arguments,void 0,function*(e,t=[]){let n="";t.push("--v\
ersion"),y(`Checking ${e} ${t.join(" ")}`);try{yield St(`${e}`,t,{ignoreReturnCode:!0,silent:!0,listeners:{stdout:a(s=>n+=s.toString(),"stdo\
ut"),stderr:a(s=>n+=s.toString(),"stderr")}})}catch(s){y(s.message)}return n=n.trim(),y(n),n})}a(ao,"getVersion");function ft(){return Fe(this,
void 0,void 0,function*(){let r=yield ao("zstd",["--quiet"]),e=io.clean(r);return y(`zstd version: ${e}`),r===""?P.Gzip:P.ZstdWithoutLong})}
a(ft,"getCompressionMethod");function ge(r){return r===P.Gzip?lt.Gzip:lt.Zstd}a(ge,"getCacheFileName");function co(){return Fe(this,void 0,void 0,
function*(){return qe.existsSync(Br)?Br:(yield ao("tar")).toLowerCase().includes("gnu tar")?_e("tar"):""})}a(co,"getGnuTarPathOnWindows");function jr(r,e){
if(e===void 0)throw Error(`Expected ${r} but value was undefiend`);return e}a(jr,"assertDefined");function He(r,e,t=!1){let n=r.slice();return e&&
n.push(e),process.platform==="win32"&&!t&&n.push("windows-only"),n.push(kh),Bt.createHash("sha256").update(n.join("|")).digest("hex")}a(He,"\
getCacheVersion");function lo(){let r=process.env.ACTIONS_RUNTIME_TOKEN;if(!r)throw new Error("Unable to get the ACTIONS_RUNTIME_TOKEN env v\
ariable");return r}a(lo,"getRuntimeToken");import*as Ge from"fs";import{URL as Bh}from"url";var Gt=class extends Error{static{a(this,"InvalidResponseError")}constructor(e){super(e),this.name="InvalidResponseError"}};var Be=class extends Error{static{a(this,"NetworkError")}constructor(e){let t=`Unable to make request: ${e}
If you are using self-hosted runners, please make sure your runner has access to all GitHub endpoints: https://docs.github.com/en/actions/ho\
sting-your-own-runners/managing-self-hosted-runners/about-self-hosted-runners#communication-between-self-hosted-runners-and-github`;super(t),
this.code=e,this.name="NetworkError"}};Be.isNetworkErrorCode=r=>r?["ECONNRESET","ENOTFOUND","ETIMEDOUT","ECONNREFUSED","EHOSTUNREACH"].includes(
r):!1;var Ae=class extends Error{static{a(this,"UsageError")}constructor(){super(`Cache storage quota has been hit. Unable to upload any new\
 cache entries.
More info on storage limits: https://docs.github.com/en/billing/managing-billing-for-github-actions/about-billing-for-github-actions#calcula\
ting-minute-and-storage-spending`),this.name="UsageError"}};Ae.isUsageErrorMessage=r=>r?r.includes("insufficient usage"):!1;var pt=class extends Error{static{
a(this,"RateLimitError")}constructor(e){super(e),this.name="RateLimitError"}};var Lh=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})},Wr=class{static{a(this,"UploadProgress")}constructor(e){
this.contentLength=e,this.sentBytes=0,this.displayedComplete=!1,this.startTime=Date.now()}setSentBytes(e){this.sentBytes=e}getTransferredBytes(){
return this.sentBytes}isDone(){return this.getTransferredBytes()===this.contentLength}display(){if(this.displayedComplete)return;let e=this.
sentBytes,t=(100*(e/this.contentLength)).toFixed(1),n=Date.now()-this.startTime,s=(e/(1024*1024)/(n/1e3)).toFixed(1);N(`Sent ${e} of ${this.
contentLength} (${t}%), ${s} MBs/sec`),this.isDone()&&(this.displayedComplete=!0)}onProgress(){return e=>{this.setSentBytes(e.loadedBytes)}}startDisplayTimer(e=1e3){
let t=a(()=>{this.display(),this.isDone()||(this.timeoutHandle=setTimeout(t,e))},"displayCallback");this.timeoutHandle=setTimeout(t,e)}stopDisplayTimer(){
this.timeoutHandle&&(clearTimeout(this.timeoutHandle),this.timeoutHandle=void 0),this.display()}};function uo(r,e,t){return Lh(this,void 0,void 0,
function*(){var n;let s=new An(r),i=s.getBlockBlobClient(),o=new Wr((n=t?.archiveSizeBytes)!==null&&n!==void 0?n:0),c={blockSize:t?.uploadChunkSize,
concurrency:t?.uploadConcurrency,maxSingleShotSize:128*1024*1024,onProgress:o.onProgress()};try{o.startDisplayTimer(),y(`BlobClient: ${s.name}\
:${s.accountName}:${s.containerName}`);let u=yield i.uploadFile(e,c);if(u._response.status>=400)throw new Gt(`uploadCacheArchiveSDK: upload \
failed with status code ${u._response.status}`);return u}catch(u){throw X(`uploadCacheArchiveSDK: internal error uploading cache archive: ${u.
message}`),u}finally{o.stopDisplayTimer()}})}a(uo,"uploadCacheArchiveSDK");import*as fo from"buffer";import*as te from"fs";import*as po from"stream";import*as mo from"util";var jt=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})};function Wt(r){return r?r>=200&&r<300:!1}a(Wt,"isSucces\
sStatusCode");function _h(r){return r?r>=500:!0}a(_h,"isServerErrorStatusCode");function Dh(r){return r?[Y.BadGateway,Y.ServiceUnavailable,Y.
GatewayTimeout].includes(r):!1}a(Dh,"isRetryableStatusCode");function Uh(r){return jt(this,void 0,void 0,function*(){return new Promise(e=>setTimeout(
e,r))})}a(Uh,"sleep");function ho(r,e,t){return jt(this,arguments,void 0,function*(n,s,i,o=Ft,c=qt,u=void 0){let l="",h=1;for(;h<=o;){let f,
d,p=!1;try{f=yield s()}catch(g){u&&(f=u(g)),p=!0,l=g.message}if(f&&(d=i(f),!_h(d)))return f;if(d&&(p=Dh(d),l=`Cache service responded with ${d}`),
y(`${n} - Attempt ${h} of ${o} failed with error: ${l}`),!p){y(`${n} - Error is not retryable`);break}yield Uh(c),h++}throw Error(`${n} fail\
ed: ${l}`)})}a(ho,"retry");function dt(r,e){return jt(this,arguments,void 0,function*(t,n,s=Ft,i=qt){return yield ho(t,n,o=>o.statusCode,s,i,
o=>{if(o instanceof we)return{statusCode:o.statusCode,result:null,headers:{},error:o}})})}a(dt,"retryTypedResponse");function ze(r,e){return jt(
this,arguments,void 0,function*(t,n,s=Ft,i=qt){return yield ho(t,n,o=>o.message.statusCode,s,i)})}a(ze,"retryHttpClientResponse");var V=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})};function Ph(r,e){return V(this,void 0,void 0,function*(){
yield mo.promisify(po.pipeline)(r.message,e)})}a(Ph,"pipeResponseToStream");var Vt=class{static{a(this,"DownloadProgress")}constructor(e){this.
contentLength=e,this.segmentIndex=0,this.segmentSize=0,this.segmentOffset=0,this.receivedBytes=0,this.displayedComplete=!1,this.startTime=Date.
now()}nextSegment(e){this.segmentOffset=this.segmentOffset+this.segmentSize,this.segmentIndex=this.segmentIndex+1,this.segmentSize=e,this.receivedBytes=
0,y(`Downloading segment at offset ${this.segmentOffset} with length ${this.segmentSize}...`)}setReceivedBytes(e){this.receivedBytes=e}getTransferredBytes(){
return this.segmentOffset+this.receivedBytes}isDone(){return this.getTransferredBytes()===this.contentLength}display(){if(this.displayedComplete)
return;let e=this.segmentOffset+this.receivedBytes,t=(100*(e/this.contentLength)).toFixed(1),n=Date.now()-this.startTime,s=(e/(1024*1024)/(n/
1e3)).toFixed(1);N(`Received ${e} of ${this.contentLength} (${t}%), ${s} MBs/sec`),this.isDone()&&(this.displayedComplete=!0)}onProgress(){return e=>{
this.setReceivedBytes(e.loadedBytes)}}startDisplayTimer(e=1e3){let t=a(()=>{this.display(),this.isDone()||(this.timeoutHandle=setTimeout(t,e))},
"displayCallback");this.timeoutHandle=setTimeout(t,e)}stopDisplayTimer(){this.timeoutHandle&&(clearTimeout(this.timeoutHandle),this.timeoutHandle=
void 0),this.display()}};function Xt(r,e){return V(this,void 0,void 0,function*(){let t=te.createWriteStream(e),n=new Ee("actions/cache"),s=yield ze(
"downloadCache",()=>V(this,void 0,void 0,function*(){return n.get(r)}));s.message.socket.setTimeout(Hr,()=>{s.message.destroy(),y(`Aborting \
download, socket timed out after ${Hr} ms`)}),yield Ph(s,t);let i=s.message.headers["content-length"];if(i){let o=parseInt(i),c=ee(e);if(c!==
o)throw new Error(`Incomplete download. Expected file size: ${o}, actual file size: ${c}`)}else y("Unable to validate download, no Content-L\
ength header")})}a(Xt,"downloadCacheHttpClient");function go(r,e,t){return V(this,void 0,void 0,function*(){var n;let s=yield te.promises.open(
e,"w"),i=new Ee("actions/cache",void 0,{socketTimeout:t.timeoutInMs,keepAlive:!0});try{let c=(yield ze("downloadCacheMetadata",()=>V(this,void 0,
void 0,function*(){return yield i.request("HEAD",r,null,{})}))).message.headers["content-length"];if(c==null)throw new Error("Content-Length\
 not found on blob response");let u=parseInt(c);if(Number.isNaN(u))throw new Error(`Could not interpret Content-Length: ${u}`);let l=[],h=4*
1024*1024;for(let S=0;S<u;S+=h){let C=Math.min(h,u-S);l.push({offset:S,promiseGetter:a(()=>V(this,void 0,void 0,function*(){return yield Mh(
i,r,S,C)}),"promiseGetter")})}l.reverse();let f=0,d=0,p=new Vt(u);p.startDisplayTimer();let g=p.onProgress(),m=[],x,v=a(()=>V(this,void 0,void 0,
function*(){let S=yield Promise.race(Object.values(m));yield s.write(S.buffer,0,S.count,S.offset),f--,delete m[S.offset],d+=S.count,g({loadedBytes:d})}),
"waitAndWrite");for(;x=l.pop();)m[x.offset]=x.promiseGetter(),f++,f>=((n=t.downloadConcurrency)!==null&&n!==void 0?n:10)&&(yield v());for(;f>
0;)yield v()}finally{i.dispose(),yield s.close()}})}a(go,"downloadCacheHttpClientConcurrent");function Mh(r,e,t,n){return V(this,void 0,void 0,
function*(){let i=0;for(;;)try{let c=yield wo(3e4,Fh(r,e,t,n));if(typeof c=="string")throw new Error("downloadSegmentRetry failed due to tim\
eout");return c}catch(o){if(i>=5)throw o;i++}})}a(Mh,"downloadSegmentRetry");function Fh(r,e,t,n){return V(this,void 0,void 0,function*(){let s=yield ze(
"downloadCachePart",()=>V(this,void 0,void 0,function*(){return yield r.get(e,{Range:`bytes=${t}-${t+n-1}`})}));if(!s.readBodyBuffer)throw new Error(
"Expected HttpClientResponse to implement readBodyBuffer");return{offset:t,count:n,buffer:yield s.readBodyBuffer()}})}a(Fh,"downloadSegment");
function yo(r,e,t){return V(this,void 0,void 0,function*(){var n;let s=new In(r,void 0,{retryOptions:{tryTimeoutInMs:t.timeoutInMs}}),o=(n=(yield s.
getProperties()).contentLength)!==null&&n!==void 0?n:-1;if(o<0)y("Unable to determine content length, downloading file with http-client..."),
yield Xt(r,e);else{let c=Math.min(134217728,fo.constants.MAX_LENGTH),u=new Vt(o),l=te.openSync(e,"w");try{u.startDisplayTimer();let h=new AbortController,
f=h.signal;for(;!u.isDone();){let d=u.segmentOffset+u.segmentSize,p=Math.min(c,o-d);u.nextSegment(p);let g=yield wo(t.segmentTimeoutInMs||36e5,
s.downloadToBuffer(d,p,{abortSignal:f,concurrency:t.downloadConcurrency,onProgress:u.onProgress()}));if(g==="timeout")throw h.abort(),new Error(
"Aborting cache download as the download time exceeded the timeout.");Buffer.isBuffer(g)&&te.writeFileSync(l,g)}}finally{u.stopDisplayTimer(),
te.closeSync(l)}}})}a(yo,"downloadCacheStorageSDK");var wo=a((r,e)=>V(void 0,void 0,void 0,function*(){let t,n=new Promise(s=>{t=setTimeout(
()=>s("timeout"),r)});return Promise.race([e,n]).then(s=>(clearTimeout(t),s))}),"promiseWithTimeout");function Vr(r){let e={useAzureSdk:!1,uploadConcurrency:4,uploadChunkSize:33554432};return r&&(typeof r.useAzureSdk=="boolean"&&(e.useAzureSdk=
r.useAzureSdk),typeof r.uploadConcurrency=="number"&&(e.uploadConcurrency=r.uploadConcurrency),typeof r.uploadChunkSize=="number"&&(e.uploadChunkSize=
r.uploadChunkSize)),e.uploadConcurrency=isNaN(Number(process.env.CACHE_UPLOAD_CONCURRENCY))?e.uploadConcurrency:Math.min(32,Number(process.env.
CACHE_UPLOAD_CONCURRENCY)),e.uploadChunkSize=isNaN(Number(process.env.CACHE_UPLOAD_CHUNK_SIZE))?e.uploadChunkSize:Math.min(128*1024*1024,Number(
process.env.CACHE_UPLOAD_CHUNK_SIZE)*1024*1024),y(`Use Azure SDK: ${e.useAzureSdk}`),y(`Upload concurrency: ${e.uploadConcurrency}`),y(`Uplo\
ad chunk size: ${e.uploadChunkSize}`),e}a(Vr,"getUploadOptions");function Eo(r){let e={useAzureSdk:!1,concurrentBlobDownloads:!0,downloadConcurrency:8,
timeoutInMs:3e4,segmentTimeoutInMs:6e5,lookupOnly:!1};r&&(typeof r.useAzureSdk=="boolean"&&(e.useAzureSdk=r.useAzureSdk),typeof r.concurrentBlobDownloads==
"boolean"&&(e.concurrentBlobDownloads=r.concurrentBlobDownloads),typeof r.downloadConcurrency=="number"&&(e.downloadConcurrency=r.downloadConcurrency),
typeof r.timeoutInMs=="number"&&(e.timeoutInMs=r.timeoutInMs),typeof r.segmentTimeoutInMs=="number"&&(e.segmentTimeoutInMs=r.segmentTimeoutInMs),
typeof r.lookupOnly=="boolean"&&(e.lookupOnly=r.lookupOnly));let t=process.env.SEGMENT_DOWNLOAD_TIMEOUT_MINS;return t&&!isNaN(Number(t))&&isFinite(
Number(t))&&(e.segmentTimeoutInMs=Number(t)*60*1e3),y(`Use Azure SDK: ${e.useAzureSdk}`),y(`Download concurrency: ${e.downloadConcurrency}`),
y(`Request timeout (ms): ${e.timeoutInMs}`),y(`Cache segment download timeout mins env var: ${process.env.SEGMENT_DOWNLOAD_TIMEOUT_MINS}`),y(
`Segment download timeout (ms): ${e.segmentTimeoutInMs}`),y(`Lookup only: ${e.lookupOnly}`),e}a(Eo,"getDownloadOptions");function Xr(){let e=new URL(process.env.GITHUB_SERVER_URL||"https://github.com").hostname.trimEnd().toUpperCase(),t=e==="GITHUB.COM",n=e.endsWith(
".GHE.COM"),s=e.endsWith(".LOCALHOST");return!t&&!n&&!s}a(Xr,"isGhes");function Kt(){return Xr()?"v1":process.env.ACTIONS_CACHE_SERVICE_V2?"\
v2":"v1"}a(Kt,"getCacheServiceVersion");var vo=["none","read","write","write-only"];function Kr(){return(process.env.ACTIONS_CACHE_MODE||"").
trim().toLowerCase()}a(Kr,"getCacheMode");function So(r){return vo.includes(r)?r==="read"||r==="write":!0}a(So,"isCacheReadable");function bo(r){
return vo.includes(r)?r==="write"||r==="write-only":!0}a(bo,"isCacheWritable");function Zt(){let r=Kt();switch(r){case"v1":return process.env.
ACTIONS_CACHE_URL||process.env.ACTIONS_RESULTS_URL||"";case"v2":return process.env.ACTIONS_RESULTS_URL||"";default:throw new Error(`Unsuppor\
ted cache service version: ${r}`)}}a(Zt,"getCacheServiceURL");var xo=O(Ro(),1);function Jt(){return`@actions/cache-${xo.version}`}a(Jt,"getUserAgentString");var q=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})};function mt(r){let e=Zt();if(!e)throw new Error("Cache \
Service Url not found, unable to restore cache.");let t=`${e}_apis/artifactcache/${r}`;return y(`Resource Url: ${t}`),t}a(mt,"getCacheApiUrl");
function zh(r,e){return`${r};api-version=${e}`}a(zh,"createAcceptHeader");function Gh(){return{headers:{Accept:zh("application/json","6.0-pr\
eview.1")}}}a(Gh,"getRequestOptions");function Zr(){let r=process.env.ACTIONS_RUNTIME_TOKEN||"",e=new Et(r);return new Ee(Jt(),[e],Gh())}a(Zr,
"createHttpClient");function No(r,e,t){return q(this,void 0,void 0,function*(){var n;let s=Zr(),i=He(e,t?.compressionMethod,t?.enableCrossOsArchive),
o=`cache?keys=${encodeURIComponent(r.join(","))}&version=${i}`,c=yield dt("getCacheEntry",()=>q(this,void 0,void 0,function*(){return s.getJson(
mt(o))}));if(c.statusCode===204)return ve()&&(yield jh(r[0],s,i)),null;if(!Wt(c.statusCode)){let h=(n=c.error)===null||n===void 0?void 0:n.message;
throw h?.includes(Ht)?new Error(h):new Error(`Cache service responded with ${c.statusCode}`)}let u=c.result,l=u?.archiveLocation;if(!l)throw new Error(
"Cache not found.");return We(l),y("Cache Result:"),y(JSON.stringify(u)),u})}a(No,"getCacheEntry");function jh(r,e,t){return q(this,void 0,void 0,
function*(){let n=`caches?key=${encodeURIComponent(r)}`,s=yield dt("listCache",()=>q(this,void 0,void 0,function*(){return e.getJson(mt(n))}));
if(s.statusCode===200){let i=s.result,o=i?.totalCount;if(o&&o>0){y(`No matching cache found for cache key '${r}', version '${t} and scope ${process.
env.GITHUB_REF}. There exist one or more cache(s) with similar key but they have different version or scope. See more info on cache matching\
 here: https://docs.github.com/en/actions/using-workflows/caching-dependencies-to-speed-up-workflows#matching-a-cache-key 
Other caches with similar key:`);for(let c of i?.artifactCaches||[])y(`Cache Key: ${c?.cacheKey}, Cache Version: ${c?.cacheVersion}, Cache S\
cope: ${c?.scope}, Cache Created: ${c?.creationTime}`)}}})}a(jh,"printCachesListForDiagnostics");function Jr(r,e,t){return q(this,void 0,void 0,
function*(){let n=new Bh(r),s=Eo(t);n.hostname.endsWith(".blob.core.windows.net")?s.useAzureSdk?yield yo(r,e,s):s.concurrentBlobDownloads?yield go(
r,e,s):yield Xt(r,e):yield Xt(r,e)})}a(Jr,"downloadCache");function Ao(r,e,t){return q(this,void 0,void 0,function*(){let n=Zr(),s=He(e,t?.compressionMethod,
t?.enableCrossOsArchive),i={key:r,version:s,cacheSize:t?.cacheSize};return yield dt("reserveCache",()=>q(this,void 0,void 0,function*(){return n.
postJson(mt("caches"),i)}))})}a(Ao,"reserveCache");function To(r,e){return`bytes ${r}-${e}/*`}a(To,"getContentRange");function Wh(r,e,t,n,s){
return q(this,void 0,void 0,function*(){y(`Uploading chunk of size ${s-n+1} bytes at offset ${n} with content range: ${To(n,s)}`);let i={"Co\
ntent-Type":"application/octet-stream","Content-Range":To(n,s)},o=yield ze(`uploadChunk (start: ${n}, end: ${s})`,()=>q(this,void 0,void 0,function*(){
return r.sendStream("PATCH",e,t(),i)}));if(!Wt(o.message.statusCode))throw new Error(`Cache service responded with ${o.message.statusCode} d\
uring upload chunk.`)})}a(Wh,"uploadChunk");function Vh(r,e,t,n){return q(this,void 0,void 0,function*(){let s=ee(t),i=mt(`caches/${e.toString()}`),
o=Ge.openSync(t,"r"),c=Vr(n),u=jr("uploadConcurrency",c.uploadConcurrency),l=jr("uploadChunkSize",c.uploadChunkSize),h=[...new Array(u).keys()];
y("Awaiting all uploads");let f=0;try{yield Promise.all(h.map(()=>q(this,void 0,void 0,function*(){for(;f<s;){let d=Math.min(s-f,l),p=f,g=f+
d-1;f+=l,yield Wh(r,i,()=>Ge.createReadStream(t,{fd:o,start:p,end:g,autoClose:!1}).on("error",m=>{throw new Error(`Cache upload failed becau\
se file read failed with ${m.message}`)}),p,g)}})))}finally{Ge.closeSync(o)}})}a(Vh,"uploadFile");function Xh(r,e,t){return q(this,void 0,void 0,
function*(){let n={size:t};return yield dt("commitCache",()=>q(this,void 0,void 0,function*(){return r.postJson(mt(`caches/${e.toString()}`),
n)}))})}a(Xh,"commitCache");function Yr(r,e,t,n){return q(this,void 0,void 0,function*(){if(Vr(n).useAzureSdk){if(!t)throw new Error("Azure \
Storage SDK can only be used when a signed URL is provided.");yield uo(t,e,n)}else{let i=Zr();y("Upload cache"),yield Vh(i,r,e,n),y("Commiti\
ng cache");let o=ee(e);N(`Cache Size: ~${Math.round(o/(1024*1024))} MB (${o} B)`);let c=yield Xh(i,r,o);if(!Wt(c.statusCode))throw new Error(
`Cache service responded with ${c.statusCode} during commit cache.`);N("Cache saved successfully")}})}a(Yr,"saveCache");var Uo=O(Ko(),1),A=O(D(),1),z=O(D(),1),Ie=O(D(),1),Oe=O(D(),1),ke=O(D(),1);var rn=O(D(),1),nn=O(D(),1),Lo=O(D(),1),_o=O(D(),1),Do=O(D(),1);var Qr=O(D(),1),en=O(D(),1),Io=O(D(),1),Oo=O(D(),1),ko=O(D(),1);var tn=class extends ko.MessageType{static{a(this,"CacheScope$Type")}constructor(){super("github.actions.results.entities.v1.CacheScope",[{no:1,
name:"scope",kind:"scalar",T:9},{no:2,name:"permission",kind:"scalar",T:3}])}create(e){let t={scope:"",permission:"0"};return globalThis.Object.
defineProperty(t,Oo.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,Io.reflectionMergePartial)(this,t,e),t}internalBinaryRead(e,t,n,s){
let i=s??this.create(),o=e.pos+t;for(;e.pos<o;){let[c,u]=e.tag();switch(c){case 1:i.scope=e.string();break;case 2:i.permission=e.int64().toString();
break;default:let l=n.readUnknownField;if(l==="throw")throw new globalThis.Error(`Unknown field ${c} (wire type ${u}) for ${this.typeName}`);
let h=e.skip(u);l!==!1&&(l===!0?en.UnknownFieldHandler.onRead:l)(this.typeName,i,c,u,h)}}return i}internalBinaryWrite(e,t,n){e.scope!==""&&t.
tag(1,Qr.WireType.LengthDelimited).string(e.scope),e.permission!=="0"&&t.tag(2,Qr.WireType.Varint).int64(e.permission);let s=n.writeUnknownFields;
return s!==!1&&(s==!0?en.UnknownFieldHandler.onWrite:s)(this.typeName,e,t),t}},Yt=new tn;var sn=class extends Do.MessageType{static{a(this,"CacheMetadata$Type")}constructor(){super("github.actions.results.entities.v1.CacheMetadat\
a",[{no:1,name:"repository_id",kind:"scalar",T:3},{no:2,name:"scope",kind:"message",repeat:1,T:a(()=>Yt,"T")}])}create(e){let t={repositoryId:"\
0",scope:[]};return globalThis.Object.defineProperty(t,_o.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,Lo.reflectionMergePartial)(
this,t,e),t}internalBinaryRead(e,t,n,s){let i=s??this.create(),o=e.pos+t;for(;e.pos<o;){let[c,u]=e.tag();switch(c){case 1:i.repositoryId=e.int64().
toString();break;case 2:i.scope.push(Yt.internalBinaryRead(e,e.uint32(),n));break;default:let l=n.readUnknownField;if(l==="throw")throw new globalThis.
Error(`Unknown field ${c} (wire type ${u}) for ${this.typeName}`);let h=e.skip(u);l!==!1&&(l===!0?nn.UnknownFieldHandler.onRead:l)(this.typeName,
i,c,u,h)}}return i}internalBinaryWrite(e,t,n){e.repositoryId!=="0"&&t.tag(1,rn.WireType.Varint).int64(e.repositoryId);for(let i=0;i<e.scope.
length;i++)Yt.internalBinaryWrite(e.scope[i],t.tag(2,rn.WireType.LengthDelimited).fork(),n).join();let s=n.writeUnknownFields;return s!==!1&&
(s==!0?nn.UnknownFieldHandler.onWrite:s)(this.typeName,e,t),t}},re=new sn;var on=class extends ke.MessageType{static{a(this,"CreateCacheEntryRequest$Type")}constructor(){super("github.actions.results.api.v1.CreateC\
acheEntryRequest",[{no:1,name:"metadata",kind:"message",T:a(()=>re,"T")},{no:2,name:"key",kind:"scalar",T:9},{no:3,name:"version",kind:"scal\
ar",T:9}])}create(e){let t={key:"",version:""};return globalThis.Object.defineProperty(t,Oe.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&
(0,Ie.reflectionMergePartial)(this,t,e),t}internalBinaryRead(e,t,n,s){let i=s??this.create(),o=e.pos+t;for(;e.pos<o;){let[c,u]=e.tag();switch(c){case 1:
i.metadata=re.internalBinaryRead(e,e.uint32(),n,i.metadata);break;case 2:i.key=e.string();break;case 3:i.version=e.string();break;default:let l=n.
readUnknownField;if(l==="throw")throw new globalThis.Error(`Unknown field ${c} (wire type ${u}) for ${this.typeName}`);let h=e.skip(u);l!==!1&&
(l===!0?z.UnknownFieldHandler.onRead:l)(this.typeName,i,c,u,h)}}return i}internalBinaryWrite(e,t,n){e.metadata&&re.internalBinaryWrite(e.metadata,
t.tag(1,A.WireType.LengthDelimited).fork(),n).join(),e.key!==""&&t.tag(2,A.WireType.LengthDelimited).string(e.key),e.version!==""&&t.tag(3,A.WireType.
LengthDelimited).string(e.version);let s=n.writeUnknownFields;return s!==!1&&(s==!0?z.UnknownFieldHandler.onWrite:s)(this.typeName,e,t),t}},
fn=new on,an=class extends ke.MessageType{static{a(this,"CreateCacheEntryResponse$Type")}constructor(){super("github.actions.results.api.v1.\
CreateCacheEntryResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"signed_upload_url",kind:"scalar",T:9},{no:3,name:"message",kind:"s\
calar",T:9}])}create(e){let t={ok:!1,signedUploadUrl:"",message:""};return globalThis.Object.defineProperty(t,Oe.MESSAGE_TYPE,{enumerable:!1,
value:this}),e!==void 0&&(0,Ie.reflectionMergePartial)(this,t,e),t}internalBinaryRead(e,t,n,s){let i=s??this.create(),o=e.pos+t;for(;e.pos<o;){
let[c,u]=e.tag();switch(c){case 1:i.ok=e.bool();break;case 2:i.signedUploadUrl=e.string();break;case 3:i.message=e.string();break;default:let l=n.
readUnknownField;if(l==="throw")throw new globalThis.Error(`Unknown field ${c} (wire type ${u}) for ${this.typeName}`);let h=e.skip(u);l!==!1&&
(l===!0?z.UnknownFieldHandler.onRead:l)(this.typeName,i,c,u,h)}}return i}internalBinaryWrite(e,t,n){e.ok!==!1&&t.tag(1,A.WireType.Varint).bool(
e.ok),e.signedUploadUrl!==""&&t.tag(2,A.WireType.LengthDelimited).string(e.signedUploadUrl),e.message!==""&&t.tag(3,A.WireType.LengthDelimited).
string(e.message);let s=n.writeUnknownFields;return s!==!1&&(s==!0?z.UnknownFieldHandler.onWrite:s)(this.typeName,e,t),t}},pn=new an,cn=class extends ke.MessageType{static{
a(this,"FinalizeCacheEntryUploadRequest$Type")}constructor(){super("github.actions.results.api.v1.FinalizeCacheEntryUploadRequest",[{no:1,name:"\
metadata",kind:"message",T:a(()=>re,"T")},{no:2,name:"key",kind:"scalar",T:9},{no:3,name:"size_bytes",kind:"scalar",T:3},{no:4,name:"version",
kind:"scalar",T:9}])}create(e){let t={key:"",sizeBytes:"0",version:""};return globalThis.Object.defineProperty(t,Oe.MESSAGE_TYPE,{enumerable:!1,
value:this}),e!==void 0&&(0,Ie.reflectionMergePartial)(this,t,e),t}internalBinaryRead(e,t,n,s){let i=s??this.create(),o=e.pos+t;for(;e.pos<o;){
let[c,u]=e.tag();switch(c){case 1:i.metadata=re.internalBinaryRead(e,e.uint32(),n,i.metadata);break;case 2:i.key=e.string();break;case 3:i.sizeBytes=
e.int64().toString();break;case 4:i.version=e.string();break;default:let l=n.readUnknownField;if(l==="throw")throw new globalThis.Error(`Unk\
nown field ${c} (wire type ${u}) for ${this.typeName}`);let h=e.skip(u);l!==!1&&(l===!0?z.UnknownFieldHandler.onRead:l)(this.typeName,i,c,u,
h)}}return i}internalBinaryWrite(e,t,n){e.metadata&&re.internalBinaryWrite(e.metadata,t.tag(1,A.WireType.LengthDelimited).fork(),n).join(),e.
key!==""&&t.tag(2,A.WireType.LengthDelimited).string(e.key),e.sizeBytes!=="0"&&t.tag(3,A.WireType.Varint).int64(e.sizeBytes),e.version!==""&&
t.tag(4,A.WireType.LengthDelimited).string(e.version);let s=n.writeUnknownFields;return s!==!1&&(s==!0?z.UnknownFieldHandler.onWrite:s)(this.
typeName,e,t),t}},dn=new cn,ln=class extends ke.MessageType{static{a(this,"FinalizeCacheEntryUploadResponse$Type")}constructor(){super("gith\
ub.actions.results.api.v1.FinalizeCacheEntryUploadResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"entry_id",kind:"scalar",T:3},{no:3,
name:"message",kind:"scalar",T:9}])}create(e){let t={ok:!1,entryId:"0",message:""};return globalThis.Object.defineProperty(t,Oe.MESSAGE_TYPE,
{enumerable:!1,value:this}),e!==void 0&&(0,Ie.reflectionMergePartial)(this,t,e),t}internalBinaryRead(e,t,n,s){let i=s??this.create(),o=e.pos+
t;for(;e.pos<o;){let[c,u]=e.tag();switch(c){case 1:i.ok=e.bool();break;case 2:i.entryId=e.int64().toString();break;case 3:i.message=e.string();
break;default:let l=n.readUnknownField;if(l==="throw")throw new globalThis.Error(`Unknown field ${c} (wire type ${u}) for ${this.typeName}`);
let h=e.skip(u);l!==!1&&(l===!0?z.UnknownFieldHandler.onRead:l)(this.typeName,i,c,u,h)}}return i}internalBinaryWrite(e,t,n){e.ok!==!1&&t.tag(
1,A.WireType.Varint).bool(e.ok),e.entryId!=="0"&&t.tag(2,A.WireType.Varint).int64(e.entryId),e.message!==""&&t.tag(3,A.WireType.LengthDelimited).
string(e.message);let s=n.writeUnknownFields;return s!==!1&&(s==!0?z.UnknownFieldHandler.onWrite:s)(this.typeName,e,t),t}},mn=new ln,un=class extends ke.MessageType{static{
a(this,"GetCacheEntryDownloadURLRequest$Type")}constructor(){super("github.actions.results.api.v1.GetCacheEntryDownloadURLRequest",[{no:1,name:"\
metadata",kind:"message",T:a(()=>re,"T")},{no:2,name:"key",kind:"scalar",T:9},{no:3,name:"restore_keys",kind:"scalar",repeat:2,T:9},{no:4,name:"\
version",kind:"scalar",T:9}])}create(e){let t={key:"",restoreKeys:[],version:""};return globalThis.Object.defineProperty(t,Oe.MESSAGE_TYPE,{
enumerable:!1,value:this}),e!==void 0&&(0,Ie.reflectionMergePartial)(this,t,e),t}internalBinaryRead(e,t,n,s){let i=s??this.create(),o=e.pos+
t;for(;e.pos<o;){let[c,u]=e.tag();switch(c){case 1:i.metadata=re.internalBinaryRead(e,e.uint32(),n,i.metadata);break;case 2:i.key=e.string();
break;case 3:i.restoreKeys.push(e.string());break;case 4:i.version=e.string();break;default:let l=n.readUnknownField;if(l==="throw")throw new globalThis.
Error(`Unknown field ${c} (wire type ${u}) for ${this.typeName}`);let h=e.skip(u);l!==!1&&(l===!0?z.UnknownFieldHandler.onRead:l)(this.typeName,
i,c,u,h)}}return i}internalBinaryWrite(e,t,n){e.metadata&&re.internalBinaryWrite(e.metadata,t.tag(1,A.WireType.LengthDelimited).fork(),n).join(),
e.key!==""&&t.tag(2,A.WireType.LengthDelimited).string(e.key);for(let i=0;i<e.restoreKeys.length;i++)t.tag(3,A.WireType.LengthDelimited).string(
e.restoreKeys[i]);e.version!==""&&t.tag(4,A.WireType.LengthDelimited).string(e.version);let s=n.writeUnknownFields;return s!==!1&&(s==!0?z.UnknownFieldHandler.
onWrite:s)(this.typeName,e,t),t}},gn=new un,hn=class extends ke.MessageType{static{a(this,"GetCacheEntryDownloadURLResponse$Type")}constructor(){
super("github.actions.results.api.v1.GetCacheEntryDownloadURLResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"signed_download_url",
kind:"scalar",T:9},{no:3,name:"matched_key",kind:"scalar",T:9}])}create(e){let t={ok:!1,signedDownloadUrl:"",matchedKey:""};return globalThis.
Object.defineProperty(t,Oe.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,Ie.reflectionMergePartial)(this,t,e),t}internalBinaryRead(e,t,n,s){
let i=s??this.create(),o=e.pos+t;for(;e.pos<o;){let[c,u]=e.tag();switch(c){case 1:i.ok=e.bool();break;case 2:i.signedDownloadUrl=e.string();
break;case 3:i.matchedKey=e.string();break;default:let l=n.readUnknownField;if(l==="throw")throw new globalThis.Error(`Unknown field ${c} (w\
ire type ${u}) for ${this.typeName}`);let h=e.skip(u);l!==!1&&(l===!0?z.UnknownFieldHandler.onRead:l)(this.typeName,i,c,u,h)}}return i}internalBinaryWrite(e,t,n){
e.ok!==!1&&t.tag(1,A.WireType.Varint).bool(e.ok),e.signedDownloadUrl!==""&&t.tag(2,A.WireType.LengthDelimited).string(e.signedDownloadUrl),e.
matchedKey!==""&&t.tag(3,A.WireType.LengthDelimited).string(e.matchedKey);let s=n.writeUnknownFields;return s!==!1&&(s==!0?z.UnknownFieldHandler.
onWrite:s)(this.typeName,e,t),t}},yn=new hn,Hm=new Uo.ServiceType("github.actions.results.api.v1.CacheService",[{name:"CreateCacheEntry",options:{},
I:fn,O:pn},{name:"FinalizeCacheEntryUpload",options:{},I:dn,O:mn},{name:"GetCacheEntryDownloadURL",options:{},I:gn,O:yn}]);var Qt=class{static{a(this,"CacheServiceClientJSON")}constructor(e){this.rpc=e,this.CreateCacheEntry.bind(this),this.FinalizeCacheEntryUpload.
bind(this),this.GetCacheEntryDownloadURL.bind(this)}CreateCacheEntry(e){let t=fn.toJson(e,{useProtoFieldName:!0,emitDefaultValues:!1});return this.
rpc.request("github.actions.results.api.v1.CacheService","CreateCacheEntry","application/json",t).then(s=>pn.fromJson(s,{ignoreUnknownFields:!0}))}FinalizeCacheEntryUpload(e){
let t=dn.toJson(e,{useProtoFieldName:!0,emitDefaultValues:!1});return this.rpc.request("github.actions.results.api.v1.CacheService","Finaliz\
eCacheEntryUpload","application/json",t).then(s=>mn.fromJson(s,{ignoreUnknownFields:!0}))}GetCacheEntryDownloadURL(e){let t=gn.toJson(e,{useProtoFieldName:!0,
emitDefaultValues:!1});return this.rpc.request("github.actions.results.api.v1.CacheService","GetCacheEntryDownloadURL","application/json",t).
then(s=>yn.fromJson(s,{ignoreUnknownFields:!0}))}};function Po(r){if(r)try{let t=new URL(r).searchParams.get("sig");t&&(We(t),We(encodeURIComponent(t)))}catch(e){y(`Failed to parse URL: ${r} ${e instanceof
Error?e.message:String(e)}`)}}a(Po,"maskSigUrl");function Mo(r){if(typeof r!="object"||r===null){y("body is not an object or is null");return}
"signed_upload_url"in r&&typeof r.signed_upload_url=="string"&&Po(r.signed_upload_url),"signed_download_url"in r&&typeof r.signed_download_url==
"string"&&Po(r.signed_download_url)}a(Mo,"maskSecretUrls");var er=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})},wn=class{static{a(this,"CacheServiceClient")}constructor(e,t,n,s){
this.maxAttempts=5,this.baseRetryIntervalMilliseconds=3e3,this.retryMultiplier=1.5;let i=lo();this.baseUrl=Zt(),t&&(this.maxAttempts=t),n&&(this.
baseRetryIntervalMilliseconds=n),s&&(this.retryMultiplier=s),this.httpClient=new Ee(e,[new Et(i)])}request(e,t,n,s){return er(this,void 0,void 0,
function*(){let i=new URL(`/twirp/${e}/${t}`,this.baseUrl).href;y(`[Request] ${t} ${i}`);let o={"Content-Type":n};try{let{body:c}=yield this.
retryableRequest(()=>er(this,void 0,void 0,function*(){return this.httpClient.post(i,JSON.stringify(s),o)}));return c}catch(c){throw new Error(
`Failed to ${t}: ${c.message}`)}})}retryableRequest(e){return er(this,void 0,void 0,function*(){let t=0,n="",s="";for(;t<this.maxAttempts;){
let i=!1;try{let c=yield e(),u=c.message.statusCode;s=yield c.readBody(),y(`[Response] - ${c.message.statusCode}`),y(`Headers: ${JSON.stringify(
c.message.headers,null,2)}`);let l=JSON.parse(s);if(Mo(l),y(`Body: ${JSON.stringify(l,null,2)}`),this.isSuccessStatusCode(u))return{response:c,
body:l};if(i=this.isRetryableHttpStatusCode(u),n=`Failed request: (${u}) ${c.message.statusMessage}`,l.msg){if(Ae.isUsageErrorMessage(l.msg))
throw new Ae;n=`${n}: ${l.msg}`}if(u===Y.TooManyRequests){let h=c.message.headers["retry-after"];if(h){let f=parseInt(h,10);!isNaN(f)&&f>0&&
X(`You've hit a rate limit, your rate limit will reset in ${f} seconds`)}throw new pt(`Rate limited: ${n}`)}}catch(c){if(c instanceof SyntaxError&&
y(`Raw Body: ${s}`),c instanceof Ae||c instanceof pt)throw c;if(Be.isNetworkErrorCode(c?.code))throw new Be(c?.code);i=!0,n=c.message}if(!i)
throw new Error(`Received non-retryable error: ${n}`);if(t+1===this.maxAttempts)throw new Error(`Failed to make request after ${this.maxAttempts}\
 attempts: ${n}`);let o=this.getExponentialRetryTimeMilliseconds(t);N(`Attempt ${t+1} of ${this.maxAttempts} failed with error: ${n}. Retryi\
ng request in ${o} ms...`),yield this.sleep(o),t++}throw new Error("Request failed")})}isSuccessStatusCode(e){return e?e>=200&&e<300:!1}isRetryableHttpStatusCode(e){
return e?[Y.BadGateway,Y.GatewayTimeout,Y.InternalServerError,Y.ServiceUnavailable].includes(e):!1}sleep(e){return er(this,void 0,void 0,function*(){
return new Promise(t=>setTimeout(t,e))})}getExponentialRetryTimeMilliseconds(e){if(e<0)throw new Error("attempt should be a positive integer");
if(e===0)return this.baseRetryIntervalMilliseconds;let t=this.baseRetryIntervalMilliseconds*Math.pow(this.retryMultiplier,e),n=t*this.retryMultiplier;
return Math.trunc(Math.random()*(n-t)+t)}};function En(r){let e=new wn(Jt(),r?.maxAttempts,r?.retryIntervalMs,r?.retryMultiplier);return new Qt(
e)}a(En,"internalCacheTwirpClient");import{existsSync as Jh,writeFileSync as Yh}from"fs";import*as H from"path";var ne=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})},ye=process.platform==="win32";function Qh(){return ne(this,
void 0,void 0,function*(){switch(process.platform){case"win32":{let r=yield co(),e=so;if(r)return{path:r,type:B.GNU};if(Jh(e))return{path:e,
type:B.BSD};break}case"darwin":{let r=yield _e("gtar",!1);return r?{path:r,type:B.GNU}:{path:yield _e("tar",!0),type:B.BSD}}default:break}return{
path:yield _e("tar",!0),type:B.GNU}})}a(Qh,"getTarPath");function ef(r,e,t){return ne(this,arguments,void 0,function*(n,s,i,o=""){let c=[`"${n.
path}"`],u=ge(s),l="cache.tar",h=qo(),f=n.type===B.BSD&&s!==P.Gzip&&ye;switch(i){case"create":c.push("--posix","-cf",f?l:u.replace(new RegExp(
`\\${H.sep}`,"g"),"/"),"--exclude",f?l:u.replace(new RegExp(`\\${H.sep}`,"g"),"/"),"-P","-C",h.replace(new RegExp(`\\${H.sep}`,"g"),"/"),"--\
files-from",zr);break;case"extract":c.push("-xf",f?l:o.replace(new RegExp(`\\${H.sep}`,"g"),"/"),"-P","-C",f?vn(h):h.replace(new RegExp(`\\${H.sep}`,
"g"),"/"));break;case"list":c.push("-tf",f?l:o.replace(new RegExp(`\\${H.sep}`,"g"),"/"),"-P");break}if(n.type===B.GNU)switch(process.platform){case"\
win32":c.push("--force-local");break;case"darwin":c.push("--delay-directory-restore");break}return c})}a(ef,"getTarArgs");function Fo(r,e){return ne(
this,arguments,void 0,function*(t,n,s=""){let i,o=yield Qh(),c=yield ef(o,t,n,s),u=n!=="create"?yield tf(o,t,s):yield rf(o,t),l=o.type===B.BSD&&
t!==P.Gzip&&ye;return l&&n!=="create"?i=[[...u].join(" "),[...c].join(" ")]:i=[[...c].join(" "),[...u].join(" ")],{commands:l?i:[i.join(" ")],
requiresTempDirectory:l&&n!=="create"}})}a(Fo,"getCommands");function qo(){var r;return(r=process.env.GITHUB_WORKSPACE)!==null&&r!==void 0?r:
process.cwd()}a(qo,"getWorkingDirectory");function vn(r){return`"${H.resolve(r).replace(new RegExp(`\\${H.sep}`,"g"),"/")}"`}a(vn,"quoteAbso\
lutePath");function tf(r,e,t){return ne(this,void 0,void 0,function*(){let n=r.type===B.BSD&&e!==P.Gzip&&ye;switch(e){case P.Zstd:return n?[
"zstd -d --long=30 --force -o",ut,vn(t)]:["--use-compress-program",ye?'"zstd -d --long=30"':"unzstd --long=30"];case P.ZstdWithoutLong:return n?
["zstd -d --force -o",ut,vn(t)]:["--use-compress-program",ye?'"zstd -d"':"unzstd"];default:return["-z"]}})}a(tf,"getDecompressionProgram");function rf(r,e){
return ne(this,void 0,void 0,function*(){let t=ge(e),n=r.type===B.BSD&&e!==P.Gzip&&ye;switch(e){case P.Zstd:return n?["zstd -T0 --long=30 --\
force -o",t.replace(new RegExp(`\\${H.sep}`,"g"),"/"),ut]:["--use-compress-program",ye?'"zstd -T0 --long=30"':"zstdmt --long=30"];case P.ZstdWithoutLong:
return n?["zstd -T0 --force -o",t.replace(new RegExp(`\\${H.sep}`,"g"),"/"),ut]:["--use-compress-program",ye?'"zstd -T0"':"zstdmt"];default:
return["-z"]}})}a(rf,"getCompressionProgram");function Ho(r,e){return ne(this,void 0,void 0,function*(){for(let t of r)try{yield St(t,void 0,
{cwd:e,env:Object.assign(Object.assign({},process.env),{MSYS:"winsymlinks:nativestrict"})})}catch(n){throw new Error(`${t.split(" ")[0]} fai\
led with error: ${n?.message}`)}})}a(Ho,"execCommands");function Bo(r,e,t){return ne(this,void 0,void 0,function*(){let{commands:n,requiresTempDirectory:s}=yield Fo(
e,t,r),i=s?yield Ne():void 0;try{yield Ho(n,i)}finally{if(i)try{yield Nn(i)}catch(o){y(`Failed to delete temporary tar directory: ${o}`)}}})}
a(Bo,"execReadCommands");function gt(r,e){return ne(this,void 0,void 0,function*(){yield Bo(r,e,"list")})}a(gt,"listTar");function Sn(r,e){return ne(
this,void 0,void 0,function*(){let t=qo();yield vt(t),yield Bo(r,e,"extract")})}a(Sn,"extractTar");function bn(r,e,t){return ne(this,void 0,
void 0,function*(){Yh(H.join(r,zr),e.join(`
`));let{commands:n}=yield Fo(t,"create");yield Ho(n,r)})}a(bn,"createTar");var je=function(r,e,t,n){function s(i){return i instanceof t?i:new t(function(o){o(i)})}return a(s,"adopt"),new(t||(t=Promise))(function(i,o){
function c(h){try{l(n.next(h))}catch(f){o(f)}}a(c,"fulfilled");function u(h){try{l(n.throw(h))}catch(f){o(f)}}a(u,"rejected");function l(h){
h.done?i(h.value):s(h.value).then(c,u)}a(l,"step"),l((n=n.apply(r,e||[])).next())})},J=class r extends Error{static{a(this,"ValidationError")}constructor(e){
super(e),this.name="ValidationError",Object.setPrototypeOf(this,r.prototype)}},Le=class r extends Error{static{a(this,"ReserveCacheError")}constructor(e){
super(e),this.name="ReserveCacheError",Object.setPrototypeOf(this,r.prototype)}},$n="cache write denied:",tr=class r extends Le{static{a(this,
"CacheWriteDeniedError")}constructor(e){super(e),this.name="CacheWriteDeniedError",Object.setPrototypeOf(this,r.prototype)}},zo=Ht,rr=class r extends Error{static{
a(this,"CacheReadDeniedError")}constructor(e){super(e),this.name="CacheReadDeniedError",Object.setPrototypeOf(this,r.prototype)}},nr=class r extends Error{static{
a(this,"FinalizeCacheError")}constructor(e){super(e),this.name="FinalizeCacheError",Object.setPrototypeOf(this,r.prototype)}};function Go(r){
if(!r||r.length===0)throw new J("Path Validation Error: At least one directory or file path is required")}a(Go,"checkPaths");function Cn(r){
if(r.length>512)throw new J(`Key Validation Error: ${r} cannot be larger than 512 characters.`);if(!/^[^,]*$/.test(r))throw new J(`Key Valid\
ation Error: ${r} cannot contain commas.`)}a(Cn,"checkKey");function jo(r,e,t,n){return je(this,arguments,void 0,function*(s,i,o,c,u=!1){let l=Kt();y(`Cache service version: ${l}`),Go(s);let h=Kr();if(!So(
h)){N(`Cache restore skipped: the effective cache-mode '${h}' does not permit reads.`),y(`Skipped restore for paths [${s.join(", ")}] with p\
rimary key '${i}'.`);return}return l==="v2"?yield sf(s,i,o,c,u):yield nf(s,i,o,c,u)})}a(jo,"restoreCache");function nf(r,e,t,n){return je(this,
arguments,void 0,function*(s,i,o,c,u=!1){var l;o=o||[];let h=[i,...o];if(y("Resolved Keys:"),y(JSON.stringify(h)),h.length>10)throw new J("K\
ey Validation Error: Keys are limited to a maximum of 10.");for(let p of h)Cn(p);let f=yield ft(),d="";try{let p;try{p=yield No(h,s,{compressionMethod:f,
enableCrossOsArchive:u})}catch(m){let x=(l=m?.message)!==null&&l!==void 0?l:"";throw x.includes(zo)?new rr(x):m}if(!p?.archiveLocation)return;
if(c?.lookupOnly)return N("Lookup only - skipping download"),p.cacheKey;d=yt.join(yield Ne(),ge(f)),y(`Archive Path: ${d}`),yield Jr(p.archiveLocation,
d,c),ve()&&(yield gt(d,f));let g=ee(d);return N(`Cache Size: ~${Math.round(g/(1024*1024))} MB (${g} B)`),yield Sn(d,f),N("Cache restored suc\
cessfully"),p.cacheKey}catch(p){let g=p;if(g.name===J.name)throw p;g instanceof we&&typeof g.statusCode=="number"&&g.statusCode>=500?Ve(`Fai\
led to restore: ${p.message}`):X(`Failed to restore: ${p.message}`)}finally{try{yield ht(d)}catch(p){y(`Failed to delete archive: ${p}`)}}})}
a(nf,"restoreCacheV1");function sf(r,e,t,n){return je(this,arguments,void 0,function*(s,i,o,c,u=!1){var l;c=Object.assign(Object.assign({},c),
{useAzureSdk:!0}),o=o||[];let h=[i,...o];if(y("Resolved Keys:"),y(JSON.stringify(h)),h.length>10)throw new J("Key Validation Error: Keys are\
 limited to a maximum of 10.");for(let d of h)Cn(d);let f="";try{let d=En(),p=yield ft(),g={key:i,restoreKeys:o,version:He(s,p,u)},m;try{m=yield d.
GetCacheEntryDownloadURL(g)}catch(S){let C=(l=S?.message)!==null&&l!==void 0?l:"";throw C.includes(zo)?new rr(C):S}if(!m.ok){y(`Cache not fo\
und for version ${g.version} of keys: ${h.join(", ")}`);return}if(g.key!==m.matchedKey?N(`Cache hit for restore-key: ${m.matchedKey}`):N(`Ca\
che hit for: ${m.matchedKey}`),c?.lookupOnly)return N("Lookup only - skipping download"),m.matchedKey;f=yt.join(yield Ne(),ge(p)),y(`Archive\
 path: ${f}`),y(`Starting download of archive to: ${f}`),yield Jr(m.signedDownloadUrl,f,c);let v=ee(f);return N(`Cache Size: ~${Math.round(v/
(1024*1024))} MB (${v} B)`),ve()&&(yield gt(f,p)),yield Sn(f,p),N("Cache restored successfully"),m.matchedKey}catch(d){let p=d;if(p.name===J.
name)throw d;p instanceof we&&typeof p.statusCode=="number"&&p.statusCode>=500?Ve(`Failed to restore: ${d.message}`):X(`Failed to restore: ${d.
message}`)}finally{try{f&&(yield ht(f))}catch(d){y(`Failed to delete archive: ${d}`)}}})}a(sf,"restoreCacheV2");function Wo(r,e,t){return je(
this,arguments,void 0,function*(n,s,i,o=!1){let c=Kt();y(`Cache service version: ${c}`),Go(n),Cn(s);let u=Kr();return bo(u)?c==="v2"?yield af(
n,s,i,o):yield of(n,s,i,o):(N(`Cache save skipped: the effective cache-mode '${u}' does not permit writes.`),y(`Skipped save for paths [${n.
join(", ")}] with key '${s}'.`),-1)})}a(Wo,"saveCache");function of(r,e,t){return je(this,arguments,void 0,function*(n,s,i,o=!1){var c,u,l,h,
f,d;let p=yield ft(),g=-1,m=yield Gr(n);if(y("Cache Paths:"),y(`${JSON.stringify(m)}`),m.length===0)throw new Error("Path Validation Error: \
Path(s) specified in the action for caching do(es) not exist, hence no cache is being saved.");let x=yield Ne(),v=yt.join(x,ge(p));y(`Archiv\
e Path: ${v}`);try{yield bn(x,m,p),ve()&&(yield gt(v,p));let S=10*1024*1024*1024,C=ee(v);if(y(`File Size: ${C}`),C>S&&!Xr())throw new Error(
`Cache size of ~${Math.round(C/(1024*1024))} MB (${C} B) is over the 10GB limit, not saving cache.`);y("Reserving Cache");let R=yield Ao(s,n,
{compressionMethod:p,enableCrossOsArchive:o,cacheSize:C});if(!((c=R?.result)===null||c===void 0)&&c.cacheId)g=(u=R?.result)===null||u===void 0?
void 0:u.cacheId;else{if(R?.statusCode===400)throw new Error((h=(l=R?.error)===null||l===void 0?void 0:l.message)!==null&&h!==void 0?h:`Cach\
e size of ~${Math.round(C/(1024*1024))} MB (${C} B) is over the data cap limit, not saving cache.`);{let se=(f=R?.error)===null||f===void 0?
void 0:f.message;throw se?.startsWith($n)?new tr(`Unable to reserve cache with key ${s}. More details: ${se}`):new Le(`Unable to reserve cac\
he with key ${s}, another job may be creating this cache. More details: ${(d=R?.error)===null||d===void 0?void 0:d.message}`)}}y(`Saving Cac\
he (ID: ${g})`),yield Yr(g,v,"",i)}catch(S){let C=S;if(C.name===J.name)throw S;C.name===Le.name?N(`Failed to save: ${C.message}`):C instanceof
we&&typeof C.statusCode=="number"&&C.statusCode>=500?Ve(`Failed to save: ${C.message}`):X(`Failed to save: ${C.message}`)}finally{try{yield ht(
v)}catch(S){y(`Failed to delete archive: ${S}`)}}return g})}a(of,"saveCacheV1");function af(r,e,t){return je(this,arguments,void 0,function*(n,s,i,o=!1){
var c;i=Object.assign(Object.assign({},i),{uploadChunkSize:64*1024*1024,uploadConcurrency:8,useAzureSdk:!0});let u=yield ft(),l=En(),h=-1,f=yield Gr(
n);if(y("Cache Paths:"),y(`${JSON.stringify(f)}`),f.length===0)throw new Error("Path Validation Error: Path(s) specified in the action for c\
aching do(es) not exist, hence no cache is being saved.");let d=yield Ne(),p=yt.join(d,ge(u));y(`Archive Path: ${p}`);try{yield bn(d,f,u),ve()&&
(yield gt(p,u));let g=ee(p);y(`File Size: ${g}`),i.archiveSizeBytes=g,y("Reserving Cache");let m=He(n,u,o),x={key:s,version:m},v;try{let R=yield l.
CreateCacheEntry(x);if(!R.ok)throw R.message&&!R.message.startsWith($n)&&X(`Cache reservation failed: ${R.message}`),new Error(R.message||"R\
esponse was not ok");v=R.signedUploadUrl}catch(R){y(`Failed to reserve cache: ${R}`);let se=(c=R?.message)!==null&&c!==void 0?c:"";throw se.
startsWith($n)?new tr(`Unable to reserve cache with key ${s}. More details: ${se}`):new Le(`Unable to reserve cache with key ${s}, another j\
ob may be creating this cache.`)}y(`Attempting to upload cache located at: ${p}`),yield Yr(h,p,v,i);let S={key:s,version:m,sizeBytes:`${g}`},
C=yield l.FinalizeCacheEntryUpload(S);if(y(`FinalizeCacheEntryUploadResponse: ${C.ok}`),!C.ok)throw C.message?new nr(C.message):new Error(`U\
nable to finalize cache with key ${s}, another job may be finalizing this cache.`);h=parseInt(C.entryId)}catch(g){let m=g;if(m.name===J.name)
throw g;m.name===Le.name?N(`Failed to save: ${m.message}`):m.name===nr.name?X(m.message):m instanceof we&&typeof m.statusCode=="number"&&m.statusCode>=
500?Ve(`Failed to save: ${m.message}`):X(`Failed to save: ${m.message}`)}finally{try{yield ht(p)}catch(g){y(`Failed to delete archive: ${g}`)}}
return h})}a(af,"saveCacheV2");var Xo=["entry"],[,,cf,Rn="",lf=""]=process.argv,Vo=cf==="restore"?await jo([...Xo],Rn,[lf]):await uf();console.log(`
${JSON.stringify(Vo===void 0?{}:{key:Vo})}`);process.exit(0);async function uf(){return await Wo([...Xo],Rn)===-1?void 0:Rn}a(uf,"save");
