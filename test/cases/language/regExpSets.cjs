// Regular expressions with the flag `v`: sets, strings, what case folding makes of them.
"use strict";

exports.members = function () {
  return ["é", "Ab", "ß", "ſ", "K", "k", "İ", "1", "👍🏽", "🇫🇷", "👨‍👩‍👧", "a", "9", "☺", "☺️", "*️⃣"].map((s) =>
    [
      /^[\p{L}--[a-z]]$/v,
      /^[\w--\d]$/v,
      /^[\p{ASCII}&&\p{L}]+$/v,
      /^\p{RGI_Emoji}$/v,
      /^\p{Emoji_Keycap_Sequence}$/v,
      /^[\p{RGI_Emoji}--\q{🇫🇷|👍🏽}]$/v,
      /^[^\p{L}]$/v,
      /^[[a-z]--[aeiou]]$/v,
      /^[\q{ab|k|}]$/iv,
      /^[^\q{k}]$/iv,
      /^[[a-z]&&[^aeiou]]$/iv,
      /^\P{Lu}$/iv,
      /^[^\P{Lu}]$/iv,
      /^\P{Lowercase_Letter}$/iv,
      /^\P{Lu}$/iu,
      /^[^\P{Lu}]$/iu,
      /^\W$/iv,
      /^[^\W]$/iv,
      /^[\W]$/iu,
      /^[^\w]$/iv,
    ]
      .map((r) => +r.test(s))
      .join(""),
  );
};

exports.patterns = function () {
  const out = [];
  for (const src of [
    "[a--b&&c]",
    "[a&&b--c]",
    "[(]",
    "[)]",
    "[a-z--b]",
    "[a&&&b]",
    "[a&&]",
    "[--a]",
    "[a--]",
    "[\\q{a}]",
    "[^\\q{ab}]",
    "[^\\p{RGI_Emoji}]",
    "\\P{RGI_Emoji}",
    "[^\\q{}]",
    "[^[\\q{ab}--\\q{ab}]]",
    "[a-\\d]",
    "[\\d-z]",
    "[{]",
    "[}]",
    "[/]",
    "[|]",
    "[!!]",
    "[a!!b]",
    "[##]",
    "[**]",
    "[a&b]",
    "[&]",
    "[&&]",
    "[a-]",
    "[-a]",
    "[\\-a]",
    "[\\&\\!\\#\\%\\,\\:\\;\\<\\=\\>\\@\\`\\~]",
    "[^[^a]]",
    "[[^\\q{a}]]",
    "[^[a\\q{bc}]]",
    "[a[b]]",
    "[[a]-z]",
    "[a-[z]]",
    "[\\b]",
    "[\\B]",
    "\\q{a}",
    "[\\q{a|b|cd}&&\\q{a|cd}]",
    "[\\w&&\\W]",
    "[^\\w&&\\W]",
    "[a-c&&b]",
    "[[a-c]&&b-d]",
    "[a--b--c]",
    "[\\p{L}--\\p{Lu}&&a]",
    "(?<a>.)\\k<a>",
    "[\\k]",
    "[\\cA]",
    "[\\c]",
    "[\\u{1F600}-\\u{1F64F}]",
    "\\p{Basic_Emoji}",
    "\\p{Emoji_Keycap_Sequence}",
    "\\p{RGI_Modifier_Sequence}",
    "\\p{RGI_Flag_Sequence}",
    "\\p{RGI_Emoji_Modifier_Sequence}",
    "\\p{RGI_Emoji_Flag_Sequence}",
    "\\p{RGI_Emoji_Tag_Sequence}",
    "\\p{RGI_Emoji_ZWJ_Sequence}",
    "\\p{L}--a",
    "[]",
    "[^]",
    "[[]]",
    "[^[]]",
    "[[]--a]",
    "[[a]&&[]]",
  ]) {
    try {
      const r = new RegExp(src, "v");
      out.push([
        src,
        ["a", "b", "c", "d", "z", "A", "-", "&", "ab", "cd", "", "👍", "🇫🇷", "\u{1F601}", "_"]
          .map((s) => {
            const m = r.exec(s);
            return m ? m[0].length + "@" + m.index : "x";
          })
          .join(" "),
      ]);
    } catch (e) {
      out.push([src, e.name + (e.message.includes("Invalid regular") ? "" : e.message)]);
    }
  }
  return out;
};

exports.flags = function () {
  const out = [];
  for (const fl of ["uv", "vu", "v", "gv", "vi", "vy", "dgimsvy"]) {
    try {
      const r = new RegExp("a", fl);
      out.push([r.flags, r.unicodeSets, r.unicode, String(r)]);
    } catch (e) {
      out.push(e.message);
    }
  }
  return out;
};

exports.longestFirst = function () {
  return ["👨‍👩‍👧x", "ab", "abc"].map((s) => [
    s.match(/[\p{RGI_Emoji}]/v)?.[0],
    s.match(/[\q{a|ab|abc}]/v)?.[0],
    s.match(/[\q{|ab}]/v)?.[0],
    s.match(/[\q{ab|a}]c/v)?.[0],
    s.replace(/[\q{bc|b}a]/gv, "<$&>"),
    s.split(/[\q{ab}]/v),
    s.match(/(?<=[\q{ab|b}])c/v)?.index,
    s.match(/(?<=([\q{ab|b}]))c/v)?.[1],
  ]);
};

exports.foldings = function () {
  return [
    "ſ",
    "s",
    "S",
    "K",
    "k",
    "K",
    "ß",
    "ẞ",
    "İ",
    "ı",
    "i",
    "I",
    "Σ",
    "σ",
    "ς",
    "ǅ",
    "Ǆ",
    "θ",
    "ϴ",
    "Ω",
    "Ω",
    "å",
    "Å",
    "ᲀ",
    "в",
  ].map((s) =>
    [
      /[^s]/iv,
      /[^s]/iu,
      /[^s]/i,
      /[^ſ]/iv,
      /\p{Ll}/iv,
      /\p{Lu}/iv,
      /\P{Ll}/iv,
      /[^\P{Ll}]/iv,
      /[\p{Lu}&&\p{Ll}]/iv,
      /[\p{Lu}--\p{Ll}]/iv,
      /[\P{Lu}--\P{Ll}]/iv,
      /[[^\p{Lu}]&&\p{L}]/iv,
      /[\q{K}]/iv,
      /[\q{ss|s}--\q{ss}]/iv,
      /[^k]/iv,
      /[^\x00-\x7f]/iv,
      /[^\x00-\x7f]/iu,
      /\w/iv,
      /\W/iv,
      /[^\W]/iv,
      /[\w--k]/iv,
      /[\W--ſ]/iv,
      /\p{Script=Greek}/iv,
      /\P{Script=Greek}/iv,
      /\p{Lt}/iv,
      /\P{Lt}/iv,
      /\p{ASCII}/iv,
      /\P{ASCII}/iv,
      /\P{ASCII}/iu,
      /[^\p{ASCII}]/iv,
      /\p{Changes_When_Lowercased}/iv,
      /\b/iv,
    ]
      .map((r) => +r.test(s))
      .join(""),
  );
};

exports.pairs = function () {
  const out = [];
  const chars = [
    "a",
    "K",
    "k",
    "\u212a",
    "ſ",
    "s",
    "ß",
    "ẞ",
    "é",
    "É",
    "\u{10400}",
    "\u{10428}",
    "👍",
    "\ud83d",
    "_",
    "1",
    "\n",
    "Σ",
    "ς",
  ];
  const atoms = ["k", "\\W", "\\P{Lu}", "[^a-z]", "\\q{k|ss|}", "\\u{10400}"];
  for (const fl of ["v", "vi"])
    for (const a of atoms)
      for (const b of atoms)
        for (const src of [
          `[${a}${b}]`,
          `[^${a}${b}]`,
          `[${a}--${b}]`,
          `[${a}&&${b}]`,
          `[^${a}--${b}]`,
          `[^[${a}]&&[^${b}]]`,
        ]) {
          let r;
          try {
            r = new RegExp(`^${src}`, fl);
          } catch (e) {
            out.push("E");
            continue;
          }
          let h = "";
          for (const c of chars) {
            const m = r.exec(c + "ss");
            h += m ? m[0].length : "-";
          }
          out.push(src + fl + h);
        }
  return (
    out
      .join("\n")
      .split("")
      .reduce((h, c) => (h * 31 + c.charCodeAt(0)) | 0, 7) +
    " " +
    out.length
  );
};

exports.matches = function () {
  const out = [];
  for (const [p, f] of [
    ["(?<a>x)|(?<a>y)", "v"],
    ["(?i:a)", "v"],
    ["(?<=[\\q{ab}])(?<!c)d", "v"],
    ["[\\q{ab|a|abc}]{2,3}?c", "v"],
    ["([\\q{ab|a}])\\1", "vi"],
    ["[^]", "v"],
    ["\\p{Script_Extensions=Latin}", "v"],
    ["\\p{sc=Grek}+", "vi"],
    ["[\\p{RGI_Emoji}--\\p{Emoji_Keycap_Sequence}&&a]", "v"],
    ["\\p{RGI_Emoji}{2}", "v"],
    ["(?:[\\q{|x}])*y", "v"],
  ]) {
    try {
      const r = new RegExp(p, f);
      out.push(["xabcabcd", "ABab", "👍👍🏽", "y", "αβ", "abcd", "xxy"].map((t) => JSON.stringify(r.exec(t))));
    } catch (e) {
      out.push(e.message);
    }
  }
  return out;
};
