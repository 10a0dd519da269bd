import FFT from "fft.js";

const signal = Array.from({ length: 64 }, (_, i) => Math.sin(i / 3) + ((i * 17) % 5) / 4);

export function transforms() {
  const fft = new FFT(64);
  const spectrum = fft.createComplexArray();
  fft.realTransform(spectrum, signal);
  fft.completeSpectrum(spectrum);
  const back = fft.createComplexArray();
  fft.inverseTransform(back, spectrum);
  const complex = fft.createComplexArray();
  new FFT(32).transform(complex.slice(0, 64), signal);
  return [spectrum, back, fft.fromComplexArray(back), fft.toComplexArray([1, 2, 3]), fft.table.length];
}

export function refusal() {
  return new FFT(48);
}

/** @at a = 1.5, b = -0.5, c = 2 @tolerance 1e-10 */
export function power(a, b, c) {
  const fft = new FFT(16);
  const out = fft.createComplexArray();
  fft.realTransform(out, signal.slice(0, 13).concat([a, b, c]));
  return out[2] ** 2 + out[3] ** 2 + out[6] * out[7];
}
