import type { Card, Language, Patient, ScreenEvent, State, Trust } from "../shared/protocol";
import type { Link } from "./connection";
import type { MicrophoneState } from "./audio/microphone";

export interface Speaker { name?: string; sure: number; trust: Trust }

/** What takes the place of the answer. */
export type Notice =
  | { kind: "blank" | "refused" | "error"; text: string }
  | { kind: "notUnderstood"; text: string; nearest: string[] };

/** Everything the screen shows. There is no other state, so what is not here cannot linger on the glass. */
export interface Model {
  link: Link;
  microphone: MicrophoneState;
  language: Language;
  state: State | "connecting";
  transcript: { text: string; final: boolean };
  speaker: Speaker;
  patient: Patient | null;
  card: Card | null;
  notice: Notice | null;
  challenge: { text: string; digits?: string; until: number } | null;
  question: { id: string; text: string } | null;
  hints: string[];
  saying: { say: number; text: string } | null;
  private: boolean;
  volume: number;
  latency: number | null;
}

/** An empty screen. */
export function initial(language: Language): Model {
  return {
    link: "connecting", microphone: "off", language, state: "connecting", transcript: { text: "", final: false }, speaker: { sure: 0, trust: "none" },
    patient: null, card: null, notice: null, challenge: null, question: null, hints: [], saying: null, private: false, volume: 70, latency: null,
  };
}

/** Drops everything about a patient. */
export function blanked(model: Model): Model {
  return { ...model, patient: null, card: null, notice: null, challenge: null, question: null, saying: null, hints: [], transcript: { text: "", final: false } };
}

/** The screen after an event. `now` is in milliseconds of the page's clock. */
export function reduce(model: Model, event: ScreenEvent, now: number): Model {
  switch (event.event) {
    case "welcome":
      // The server paints a resumed picture anew; a new session starts with nobody's data on the screen.
      return { ...blanked(model), link: "open", language: event.resumed ? model.language : event.language, state: "asleep", speaker: { sure: 0, trust: "none" } };
    case "state":
      return { ...model, state: event.state, saying: event.state === "speaking" ? model.saying : null };
    case "transcript":
      return { ...model, transcript: { text: event.text, final: event.final } };
    case "speaker":
      return { ...model, speaker: { ...(event.name === undefined ? {} : { name: event.name }), sure: event.sure, trust: event.trust } };
    case "patient":
      return event.patient?.id === model.patient?.id
        ? { ...model, patient: event.patient ?? null }
        : { ...model, patient: event.patient ?? null, card: null, notice: null, question: null, saying: null };
    case "card":
      return { ...model, card: event.card, notice: null, challenge: null, question: null };
    case "refused":
      return { ...model, notice: { kind: "refused", text: event.text }, challenge: null, question: null };
    case "notUnderstood":
      return { ...model, notice: { kind: "notUnderstood", text: event.text, nearest: event.nearest }, challenge: null };
    case "error":
      return { ...model, notice: { kind: "error", text: event.text }, challenge: null };
    case "challenge":
      return event.seconds <= 0
        ? { ...model, challenge: null }
        : { ...model, notice: null, challenge: { text: event.text, ...(event.digits === undefined ? {} : { digits: event.digits }), until: now + event.seconds * 1000 } };
    case "question":
      return { ...model, notice: null, question: event.text === undefined ? null : { id: event.question, text: event.text } };
    case "blank":
      // A refusal says why the screen is blank better than "blank" does, and holds nothing about the patient.
      return { ...blanked(model), notice: model.notice?.kind === "refused" ? model.notice : { kind: "blank", text: event.text } };
    case "hints":
      return { ...model, hints: event.phrases };
    case "settings":
      return { ...model, language: event.language, private: event.private, volume: event.volume };
    case "say":
      return { ...model, saying: { say: event.say, text: event.text } };
    case "stopSpeech":
      return { ...model, saying: null };
    case "turn":
      return { ...model, latency: event.latencyMilliseconds };
    case "pong":
      return model;
  }
}
