import assert from "node:assert/strict";
import { test } from "node:test";
import { age, day, days, unit, years } from "../src/shared/format";
import { niceTicks } from "../src/shared/plot";
import { readSpeech, writeAudio } from "../src/shared/protocol";

test("ages agree with their numbers", () => {
  assert.deepEqual([1, 2, 5, 11, 21, 68, 104].map(count => years(count, "ru")), ["1 год", "2 года", "5 лет", "11 лет", "21 год", "68 лет", "104 года"]);
  assert.equal(years(1, "en"), "1 year");
});

test("a birthday counts from its day on", () => {
  assert.equal(age("1956-03-12", new Date(2026, 2, 11)), 69);
  assert.equal(age("1956-03-12", new Date(2026, 2, 12)), 70);
});

test("dates are those of the record in every time zone", () => {
  assert.equal(day("1956-03-12", "ru"), "12 марта 1956");
  assert.equal(day("1956-03-12", "en"), "12 March 1956");
  assert.match(days("2026-11-14", "2026-11-20", "ru"), /^14–20 нояб\.? 2026$/u);
  assert.equal(day("not a day", "en"), "not a day");
});

test("units are written as people write them", () => {
  assert.equal(unit("mm[Hg]", "ru"), "мм рт. ст.");
  assert.equal(unit("furlong", "en"), "furlong");
});

test("axis ticks enclose the values in round steps", () => {
  for (const [low, high] of [[62, 160], [3.9, 7.8], [36.6, 36.6], [0, 0], [-3, 4]] as const) {
    const ticks = niceTicks(low, high);
    assert.ok(ticks.length >= 2 && ticks.length <= 8, String(ticks));
    assert.ok(ticks[0]! <= low && ticks.at(-1)! >= high, String(ticks));
  }
});

test("sound frames have the documented bytes", () => {
  assert.deepEqual([...new Uint8Array(writeAudio(258, Int16Array.of(1, -2)))], [1, 2, 1, 0, 0, 1, 0, 254, 255]);
  const frame = readSpeech(Uint8Array.of(2, 7, 0, 0, 0, 3, 0, 1, 9, 9).buffer);
  assert.deepEqual({ ...frame, wav: frame?.wav.byteLength }, { say: 7, sentence: 3, last: true, wav: 2 });
  assert.equal(readSpeech(Uint8Array.of(9, 0).buffer), null);
});
