/** Strings, template literals and regular expressions. */
export function indexing() {
  const s = "héllo 😀";
  return [s[0], s[7], s[99], s.length, s.at(-1), s.charAt(2), s.charCodeAt(1), s.codePointAt(6), [...s].length];
}

export function searching() {
  const s = "the quick brown fox";
  return [s.indexOf("q"), s.lastIndexOf("o"), s.includes("brown"), s.startsWith("the"), s.endsWith("ox", 18), s.search(/o./)];
}

export function slicing() {
  const s = "abcdef";
  return [s.slice(-3, -1), s.substring(4, 1), s.substr(-3, 2), s.split(""), s.split("c"), s.split(/(c)/), s.split("", 2), " x\n".trim()];
}

export function building() {
  return ["ab".repeat(3), "5".padStart(3, "0"), "5".padEnd(4, "xy"), "a".concat("b", "1"), String.raw`a\n${1}`, String.fromCharCode(72, 105)];
}

export function replacing() {
  const swap = "John Smith".replace(/(?<first>\w+)\s(?<last>\w+)/, "$<last>, $<first> [$&] [$1] $$");
  const upper = "one two".replace(/\b\w/g, (letter, index: number) => letter.toUpperCase() + String(index));
  return [swap, upper, "a.b.c".replaceAll(".", "-"), "aXbX".replace("X", "$&$&"), "x".replace("x", () => "$1"), "abc".replace(/(?:)/g, "-")];
}

export function matching() {
  const all = [..."a1b22".matchAll(/([a-z])(\d+)/g)].map((match) => [match[0], match[1], match[2], match.index]);
  const sticky = /a/y;
  sticky.lastIndex = 1;
  return [all, "x".match(/y/), "aaa".match(/a/g), sticky.test("ba"), sticky.lastIndex, /(?<y>\d{4})/.exec("in 2020")?.groups?.["y"]];
}

export function loopingWithExec() {
  const pattern = /(\w)=(\d+)/g;
  const found: Record<string, number> = {};
  for (let match = pattern.exec("a=1,b=2,c=33"); match !== null; match = pattern.exec("a=1,b=2,c=33")) found[match[1]!] = Number(match[2]);
  return found;
}

export function lookingAround() {
  return ["1234567.89".replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ","), "$42 €17".match(/(?<=\$)\d+/g), "foobar foobaz".match(/foo(?!bar)\w+/)?.[0]];
}

export function parsingAColour() {
  const hex = /^#?([a-f\d]{2})([a-f\d]{2})([a-f\d]{2})$/i.exec("#1E90ff");
  return hex?.slice(1).map((part) => parseInt(part, 16));
}

export function regExpObjects() {
  const r = new RegExp("a/b", "gi");
  const copy = new RegExp(r, "m");
  return [String(r), r.source, r.flags, copy.flags, copy.multiline, RegExp(r) === r, Object.prototype.toString.call(r), r instanceof RegExp];
}

export function wrongPattern() {
  return new RegExp("(");
}

export function tags() {
  const tag = (strings: TemplateStringsArray, ...values: unknown[]) => strings.raw.join("|") + values.join(",");
  return tag`a${1}\n${"b"}c`;
}

export function comparing() {
  return [["b", "a", "C", "ä"].sort((x, y) => x.localeCompare(y)), "a" < "b", "10" < "9", "a".localeCompare("A", undefined, { sensitivity: "base" })];
}

export function normalizing() {
  return ["e\u0301".normalize() === "é", "ß".toUpperCase(), "İ".toLowerCase().length, "ΑΣ".toLowerCase()];
}

export function subclass() {
  class Shout extends String {
    shout() {
      return this.toUpperCase() + "!";
    }
  }
  const shout = new Shout("hey");
  return [shout.shout(), shout.length, shout[1], Object.keys(shout), `${shout}`];
}

export function patternSubclass() {
  class Counting extends RegExp {
    count = 0;
    override exec(text: string) {
      this.count++;
      return super.exec(text);
    }
  }
  const counting = new Counting("a", "g");
  return ["banana".replace(counting, "o"), counting.count, "banana".split(new Counting("n"))];
}
