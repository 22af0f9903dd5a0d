import assert from "node:assert/strict";
import { test } from "node:test";
import { Resampler } from "../src/bedside/audio/resampler";

function sine(hertz: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: Math.round(rate * seconds) }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));
}

function run(from: number, signal: Float32Array, block: number): Float32Array {
  const resampler = new Resampler(from, 16_000);
  const parts: number[] = [];
  for (let i = 0; i < signal.length; i += block) parts.push(...resampler.push(signal.subarray(i, i + block)));
  return Float32Array.from(parts);
}

const rms = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

for (const rate of [16_000, 44_100, 48_000, 96_000]) {
  test(`a voice tone keeps its level from ${rate} Hz`, () => {
    const output = run(rate, sine(1_000, rate, 1), 128);
    assert.ok(Math.abs(output.length - 16_000) < 60, `${output.length} samples`);
    assert.ok(Math.abs(rms(output.subarray(500, 15_000)) - Math.SQRT1_2) < 0.01);
  });
}

test("what 16 kHz cannot hold is taken out, not folded back", () => {
  assert.ok(rms(run(48_000, sine(11_000, 48_000, 1), 128).subarray(500, 15_000)) < 0.005);
});

test("the size of the blocks does not matter", () => {
  const signal = sine(700, 48_000, 0.5);
  const [small, large] = [run(48_000, signal, 128), run(48_000, signal, 4_800)];
  for (let i = 0; i < Math.min(small.length, large.length); i++) assert.ok(Math.abs(small[i]! - large[i]!) < 1e-5);
});
