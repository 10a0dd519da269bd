/** Joins screenshots to an animated PNG: without loss, and every frame holds only what has changed. What cannot play it shows the first frame. */
import { deflateSync, inflateSync } from "node:zlib";

/**
 * @typedef {object} Frame
 * @property {Buffer} png As Chromium writes a screenshot: eight bits a colour, not interlaced.
 * @property {number} duration Milliseconds.
 *
 * @typedef {object} Pixels
 * @property {number} width
 * @property {number} height
 * @property {Uint8Array} data Red, green, blue, alpha.
 *
 * @typedef {{ x: number, y: number, width: number, height: number }} Area
 */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const crcTable = Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

/** Makes the animation, which plays again and again. @param {readonly Frame[]} frames @returns {Buffer} */
export function animationOf(frames) {
  const pictures = frames.map(({ png, duration }) => ({ pixels: decode(png), duration }));
  const [first] = pictures;
  if (first === undefined) throw new Error("An animation needs a frame.");
  const { width, height } = first.pixels;
  const parts = [{ area: { x: 0, y: 0, width, height }, data: packed(first.pixels), duration: first.duration }];
  let before = first.pixels;
  for (const { pixels, duration } of pictures.slice(1)) {
    const area = changedArea(before, pixels);
    const last = parts.at(-1);
    if (area === undefined && last !== undefined) last.duration += duration;
    if (area !== undefined) parts.push({ area, data: packed(changes(before, pixels, area)), duration });
    before = pixels;
  }
  let sequence = 0;
  const chunks = parts.flatMap(({ area, data, duration }, index) => [
    chunk("fcTL", control(sequence++, area, duration)),
    index === 0 ? chunk("IDAT", data) : chunk("fdAT", Buffer.concat([numbers(sequence++), data])),
  ]);
  const header = Buffer.concat([numbers(width, height), Buffer.from([8, 6, 0, 0, 0])]);
  const count = chunk("acTL", numbers(parts.length, 0));
  return Buffer.concat([signature, chunk("IHDR", header), count, ...chunks, chunk("IEND", Buffer.alloc(0))]);
}

/** Where a frame stands and how long; it is drawn over what is there. @param {number} sequence @param {Area} area @param {number} duration */
function control(sequence, { x, y, width, height }, duration) {
  const times = Buffer.alloc(6);
  times.writeUInt16BE(Math.round(duration), 0);
  times.writeUInt16BE(1000, 2);
  times[5] = 1;
  return Buffer.concat([numbers(sequence, width, height, x, y), times]);
}

/** The smallest area with all pixels that differ. @param {Pixels} before @param {Pixels} after @returns {Area | undefined} */
function changedArea(before, after) {
  const { width, height } = after;
  if (before.width !== width || before.height !== height) throw new Error("All frames must be of one size.");
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isSame(before.data, after.data, 4 * (y * width + x))) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** An area in which the pixels that stay are transparent, which costs next to nothing. @param {Pixels} before @param {Pixels} after @param {Area} area @returns {Pixels} */
function changes(before, after, { x, y, width, height }) {
  const data = new Uint8Array(4 * width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = 4 * ((y + row) * after.width + x + column);
      if (!isSame(before.data, after.data, from))
        data.set(after.data.subarray(from, from + 4), 4 * (row * width + column));
    }
  }
  return { width, height, data };
}

/** @param {Uint8Array} one @param {Uint8Array} other @param {number} at */
function isSame(one, other, at) {
  return one[at] === other[at] && one[at + 1] === other[at + 1] && one[at + 2] === other[at + 2];
}

/** Each line with the filter after which its bytes are smallest. @param {Pixels} pixels */
function packed({ width, height, data }) {
  const stride = 4 * width;
  const lines = Buffer.alloc((stride + 1) * height);
  const line = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    let least = Infinity;
    for (const filter of [0, 1, 2, 4]) {
      let sum = 0;
      for (let at = 0; at < stride; at++) {
        const byte = ((data[y * stride + at] ?? 0) - predicted(data, filter, y, at, stride, 4)) & 255;
        line[at] = byte;
        sum += byte < 128 ? byte : 256 - byte;
      }
      if (sum >= least) continue;
      least = sum;
      lines[y * (stride + 1)] = filter;
      lines.set(line, y * (stride + 1) + 1);
    }
  }
  return deflateSync(lines, { level: 9 });
}

/** What a filter expects of a byte. @param {Uint8Array} data @param {number} filter @param {number} y @param {number} at @param {number} stride @param {number} size Bytes of a pixel. */
function predicted(data, filter, y, at, stride, size) {
  const here = y * stride + at;
  const left = at >= size ? (data[here - size] ?? 0) : 0;
  const above = y > 0 ? (data[here - stride] ?? 0) : 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const corner = at >= size && y > 0 ? (data[here - stride - size] ?? 0) : 0;
  const [toLeft, toAbove, toCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** @param {Buffer} png @returns {Pixels} */
function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const size = png[25] === 6 ? 4 : 3;
  if (png[24] !== 8 || (png[25] !== 6 && png[25] !== 2) || png[28] !== 0) throw new Error("Not a screenshot's PNG.");
  const compressed = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      compressed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const lines = inflateSync(Buffer.concat(compressed));
  const stride = size * width;
  const raw = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at++) {
      raw[y * stride + at] = (lines[y * (stride + 1) + 1 + at] ?? 0) + predicted(raw, filter, y, at, stride, size);
    }
  }
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++)
    data.set(raw.subarray(size * pixel, size * pixel + 3), 4 * pixel);
  return { width, height, data };
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return Buffer.concat([numbers(data.length), body, numbers((crc ^ 0xffffffff) >>> 0)]);
}

/** @param {readonly number[]} values */
function numbers(...values) {
  const buffer = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value, 4 * index);
  return buffer;
}
