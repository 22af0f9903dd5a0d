import assert from "node:assert/strict";
import { test } from "node:test";
import { blanked, initial, reduce, type Model } from "../src/bedside/model";
import type { Card, ScreenEvent } from "../src/shared/protocol";

type Bare<T> = T extends unknown ? Omit<T, "id"> : never;

const card = { kind: "message", id: "c", title: "Иванова", lines: [], first: 1, total: 0, sensitivity: "normal" } as Card;
const patient = { id: "p-1", name: "Иванова Мария", birthDate: "1956-03-12", confirmed: true };

function after(...events: Bare<ScreenEvent>[]): Model {
  return events.reduce<Model>((model, event) => reduce(model, { id: 1, ...event } as ScreenEvent, 0), initial("ru"));
}

test("another patient removes what was shown of the former", () => {
  const model = after({ event: "patient", patient }, { event: "card", card }, { event: "patient", patient: { ...patient, id: "p-2", name: "Петров" } });
  assert.equal(model.card, null);
  assert.doesNotMatch(JSON.stringify(model), /Иванова/u);
});

test("the same patient, now confirmed, keeps the card", () => {
  const model = after({ event: "patient", patient: { ...patient, confirmed: false } }, { event: "card", card }, { event: "patient", patient });
  assert.equal(model.card, card);
});

test("blank removes everything about the patient and keeps the refusal's reason", () => {
  const model = after({ event: "patient", patient }, { event: "card", card }, { event: "refused", reason: "voice", text: "Голос не подтверждён" }, { event: "blank", reason: "trust", text: "скрыто" });
  assert.doesNotMatch(JSON.stringify(model), /Иванова/u);
  assert.deepEqual(model.notice, { kind: "refused", text: "Голос не подтверждён" });
});

test("a new session starts with nobody's data", () => {
  const model = after({ event: "patient", patient }, { event: "card", card }, { event: "welcome", session: "s", resumed: false, terminal: "t", language: "ru" });
  assert.doesNotMatch(JSON.stringify(model), /Иванова/u);
});

test("a withdrawn challenge and question leave", () => {
  const model = after(
    { event: "challenge", text: "скажите", digits: "4719", seconds: 20 }, { event: "challenge", text: "", seconds: 0 },
    { event: "question", question: "q", text: "верно?" }, { event: "question", question: "q" });
  assert.equal(model.challenge, null);
  assert.equal(model.question, null);
});

test("blanking forgets what is said aloud", () => {
  assert.equal(blanked(after({ event: "state", state: "speaking" }, { event: "say", say: 1, text: "Иванова", language: "ru" })).saying, null);
});
