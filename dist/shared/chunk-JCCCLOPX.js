
// src/words/quote.ts
function quote(text) {
  return `"${text.replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`;
}
function wholeOrNothing(text, limit) {
  return text.length <= limit ? text : `(${text.length} characters, too long to be shown here)`;
}

export {
  quote,
  wholeOrNothing
};
