/**
 * Classes of error, by the predicates with which programs of any language end a chain, and by the codes of gRPC and of the
 * clouds. They are asked last: an errno, a number of a table or a sentence with one meaning says more. A title says no more
 * than the predicate does: whether a user, a file, a packet or another program is at fault, only the words of the line tell.
 */

import type { Saying } from '../signature.ts';

/** The first row whose pattern matches counts. The words of the line follow each title. */
export const ERROR_CLASSES: readonly Saying[] = [
  {
    id: 'error-version',
    general: true,
    pattern:
      /\bversions? mismatch\b|\bversion (?:\S+ ){0,3}(?:is |are )?(?:too (?:old|new)|not supported|incompatible)\b|\bneeds? (?:at least )?(?:version |v)\d|\brequires? (?:\S+ ){0,4}(?:>= ?v?\d|at least (?:version |v)?\d+\.\d|\d\S* or (?:newer|later|higher)\b|version \d)|\bminimum (?:supported |required )?version\b|\b[Uu]nsupported (?:\S+ )?version\b|\bProtocolVersion\b|\bVersion Mismatch\b/,
    title: 'A version does not fit',
    hint: 'The line names what is wanted or what was found: of two programs, or of a program and its data, update the older, or take both of one release.',
  },
  {
    id: 'error-rights',
    general: true,
    // google.golang.org/grpc/codes; error codes of Azure Resource Manager, AWS and Google Cloud
    pattern:
      /\bcode = (?:PermissionDenied|Unauthenticated)\b|\b(?:PERMISSION_DENIED|UNAUTHENTICATED)\b|\b(?:AuthorizationFailed|LinkedAuthorizationFailed|InvalidAuthenticationToken|AuthenticationFailed|UnauthorizedOperation|AccessDeniedException|AuthFailure|InvalidClientTokenId|ExpiredToken|InvalidAccessKeyId\.NotFound)\b|\bnot authorized to\b|\bdoes not have (?:authorization|permission) to\b|\b[Aa]uthentication failed\b/,
    title: 'Somebody’s credentials or rights do not suffice',
    hint: 'Check account, token or key of whoever was refused, and the role that they have; the side that refuses has a log, too.',
  },
  {
    id: 'error-limit',
    general: true,
    pattern:
      /\bcode = ResourceExhausted\b|\bRESOURCE_EXHAUSTED\b|\b(?:[Ll]imit|[Qq]uota)s? (?:is |was |has been |have been )?(?:exceeded|reached|exhausted)\b|\b[Ee]xceed(?:s|ed|ing)? (?:\S+ ){0,5}(?:[Qq]uota|[Ll]imits?)\b|\bCurrent Limit: \d/,
    title: 'A quota or a limit is reached',
    hint: 'The line names it: ask for less, free what is left over from earlier runs, or have the limit raised.',
  },
  {
    id: 'error-integrity',
    general: true,
    pattern:
      /\b(?:[Ss]ignature|[Cc]hecksum|[Dd]igest|[Hh]ash(?: ?[Ss]um)?(?! (?:table|bucket|map))|[Hh]ashes|SHA-?(?:1|256|384|512))\b(?: \S+){0,6} (?:mismatch(?:ed)?|(?:do|does|did)(?: not|n't) match|verification failed|(?:is |was )?(?:invalid|incorrect|wrong)|(?:failed|not) to (?:match|verify)|differs?)\b|\b(?:[Ii]nvalid|[Bb]ad|[Ww]rong|[Mm]ismatched|[Ii]ncorrect) (?:\S+ )?(?:signature|checksum|digest|hash)\b|\b[Ff]ailed to verify (?:\S+ ){0,3}(?:signature|checksum|hash|digest)\b|\b(?:checksum|hash|digest|signature) mismatch\b/,
    title: 'A signature or a hash does not fit',
    hint: 'What was read was changed, cut short or made by another key or release: get it anew, and compare with where the expected value comes from.',
  },
  {
    id: 'error-other-found',
    general: true,
    // Go, Rust and C say a wanted and a found value in these orders
    pattern:
      /\b[Ee]xpected\b.{1,120}(?:\bgot\b|\bbut (?:found|was|is|received|actual)|\b(?:found|received|actual(?:ly)?)[ :])|\b[Ww]ant(?:ed)? \S.{0,80}\b(?:got|have) \S|\bgot \S.{0,80}\b(?:want(?:ed)?|expected) \S|\b(?:do|does|did)(?: not|n't) match (?:the )?expected\b|\bunexpected (?:value|version|type|length|size|magic|status)\b/,
    title: 'What was found is not what was expected',
    hint: 'The words name both: compare where each comes from. Programs and data of different releases, or a setting made for other hardware, are the usual reason.',
  },
  {
    id: 'error-not-connected',
    general: true,
    pattern:
      /\b(?:[Ff]ailed|[Uu]nable|[Cc]annot|[Cc]an't|[Cc]ould(?: not|n't)|[Ee]rror)(?: to)? connect(?:ing)?(?: to)? (?:\S+ ){0,3}['"`]?(?<where>\/[\w./-]*\w|[a-z]+:\/\/[^\s'"`]*\w|[\w.-]+:\d{2,5}\b)/,
    title: 'The program could not connect to $<where>',
    hint: 'The service behind it does not run, listens elsewhere, or may not be reached from where the line was printed: look at it and its own log first.',
  },
  {
    id: 'error-unsupported',
    general: true,
    pattern:
      /\b(?:is|are|was|were|be) (?:not|un)(?: (?:yet|currently))? ?supported\b|\b(?:isn't|aren't) supported\b|\b(?:do|does|did)(?: not|n't)(?: \w+)? support\b|\b[Uu]nsupported\b|\bnot (?:yet )?implemented\b|\bcode = Unimplemented\b|\b[Nn]ot supported\b|\bFunction not implemented\b|\bInappropriate ioctl\b/,
    title: 'Something is not supported',
    hint: 'The program, in this version or on this machine, cannot do what the words name: do without, or use a version or a machine that can.',
  },
  {
    id: 'error-setting-missing',
    general: true,
    pattern:
      /\bmust (?:be (?:set|specified|given|provided|defined|non-empty)|specify|provide)\b|\b(?:is|are) (?:required|mandatory)(?=$|[.,;:!)]| (?:for|to|when|if|in|with)\b)|\b[Mm]issing (?:required|mandatory) \w|\bno \S+(?: \S+){0,3} (?:was |were |is )?(?:specified|given|provided|configured|defined)\b|\b(?:is|was|were|are) not (?:specified|configured|provided|defined|set)\b/,
    title: 'Something that has to be set is not',
    hint: 'The words name it: give it on the command line, in the configuration or in the environment of the program.',
  },
  {
    id: 'error-setting',
    general: true,
    pattern:
      /\b(?:[Ii]nvalid|[Ii]llegal|[Uu]nknown|[Uu]nrecognized|[Ww]rong|[Mm]alformed) (?:\S+ )?(?:config(?:uration)?s?|value|setting|parameter|option|key|field|format|name|type|path|address|URL|URI|string|number|size|mode|policy)\b|\b(?:config(?:uration)?|value|setting|parameter|option|format|policy)(?: \S+){0,4} (?:is|was) (?:not valid|invalid|malformed|unknown)\b/,
    title: 'A value is invalid, or the program does not know it',
    hint: 'The words name it: compare a setting with the documentation of this version, and data with whoever sent or wrote them.',
  },
  {
    id: 'error-in-use',
    general: true,
    pattern:
      /\balready (?:in use|exists?|running|mounted|attached|locked|taken|used by)\b|\bis (?:in use|busy|locked)\b|\b[Uu]sed by another\b|\b[Ff]ailed to (?:get|acquire) (?:\S+ )?["']?(?:write|consistent read|shared)?["']? ?lock\b|\bcode = AlreadyExists\b|\bAlreadyExists\b/,
    title: 'Something exists already, or is in use',
    hint: 'Most often it is left over from an earlier run, or two runs share a name: the words name it.',
  },
  {
    id: 'error-absent',
    general: true,
    pattern:
      /\b(?:[Cc]ould (?:not|NOT)|[Cc]annot|[Cc]ouldn't|[Cc]an't|[Uu]nable to|[Ff]ailed to) (?:find|locate)\b|\b[Nn]o such (?:image|container|network|volume|object|domain|pool|user|group|option|command|key|secret|host|service|model|machine|object)\b|\bcode = NotFound\b|\b(?:ResourceNotFound|NoSuchKey|NoSuchBucket|ImageNotFound|NotFoundError|NOT_FOUND)\b|\b(?:is|was|were|are) not (?:found|present|installed|available)\b|[\w"'`)] (?:not found|(?:does not|doesn't|do not) exist)(?:$|[ .,;:!(])/,
    title: 'Something is not there',
    hint: 'The words name it: it was not made, not installed, removed, or has another name or place.',
  },
  {
    id: 'error-range',
    general: true,
    pattern:
      /\bmust (?:be|have|not)\b|\b(?<!request )(?:is|are|was|were) (?:invalid|not (?:allowed|permitted|valid))\b|\bshould (?:not )?be (?:bigger|greater|larger|less|smaller|more)\b|\b(?:out of|not in) (?:the )?(?:valid |allowed )?range\b|\bonly (?:valid|allowed|supported)\b|\bconflicts? with\b|\b(?:too|unreasonably) (?:small|large|big|long|short|many|few)\b|\b[Ii]nvalid (?!argument)\w/,
    title: 'A value does not fit what is allowed',
    hint: 'The words name the value and often the bounds: correct the setting where it was made, or the data where they come from.',
  },
  {
    id: 'error-request',
    general: true,
    pattern:
      /\b400 \(?Bad Request\b|\bError 400: |\bcode = InvalidArgument\b|\bINVALID_ARGUMENT\b|\b(?:BadRequest|InvalidParameter(?:Value|Combination)?|InvalidRequest(?:Content|Format)?|MalformedRequest)\b|\b[Ii]nvalid request\b|\brequest (?:is|was) invalid\b|\b422 \(?Unprocessable\b|[Ss]tatus(?: ?[Cc]ode)?(?: ?[:=])? ?400\b|\breturned error: 400\b/,
    title: 'The other side does not accept the request as it was made',
    hint: 'The words say what is wrong with it: a field, a value, or a release of the client that the server does not know.',
  },
  {
    id: 'error-command',
    general: true,
    // Go's os/exec, Python's subprocess, Rust's std::process
    pattern:
      /[:)] (?:\(?exit|process exited unsuccessfully: exit) status:? [1-9]\d*\W*$|\breturned non-zero exit status [1-9]/,
    title: 'A command that the program ran has failed',
    hint: 'What the command itself printed says why: see the lines before, or the log that its options name (-D and -pidfile of QEMU, incus info --show-log).',
    symptom: true,
  },
];
