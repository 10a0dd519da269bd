/** Markdown for hovers, written so that nothing of the user's text can become markup. */

/** Return a text as a code span, whatever is in it. */
export function codeSpan(text: string): string {
  const line = text
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/gu, " ")
    .replace(BIDI, "␣")
    .replace(LONE_SURROGATE, "\ufffd")
    .trim();
  if (line === "") return "";
  const runs: readonly string[] = line.match(/`+/g) ?? [];
  let fence = "`";
  while (runs.includes(fence)) fence += "`";
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return fence + pad + line + pad + fence;
}

/** Return a sentence whose names are between backticks; everything outside of them is escaped. */
export function sentence(text: string): string {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : part.replace(/[\\*_{}[\]()<>#+!|~$&]/g, "\\$&")))
    .join("");
}

const BIDI = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const LONE_SURROGATE = /[\ud800-\udfff]/gu;
