// The messages of docs/protocol.md, as the server writes and reads them.

export type Language = "ru" | "en";
export type State = "asleep" | "listening" | "thinking" | "speaking" | "locked";
export type Trust = "none" | "building" | "trusted" | "lost";
export type Sensitivity = "normal" | "restricted" | "very-restricted";

export interface Patient { id: string; name: string; birthDate: string; bed?: string; confirmed: boolean }
export interface Proof { verified: boolean; scheme: string; detail: string; rule?: string }

interface CardBase {
  id: string; title: string; patient?: string; note?: string;
  first: number; total: number; focus?: number; proof?: Proof; sensitivity: Sensitivity;
}

export interface Point { time: string; value: number; secondValue?: number }
export interface VisitItem { hospital: string; department: string; date: string; endDate?: string; reason: string }
export interface DocumentItem { kind: string; title: string; hospital: string; date: string; sensitivity: Sensitivity }
export interface VitalSeries { vital: string; unit: string; points: Point[] }
export interface MedicationItem { name: string; dose: string; start: string; end?: string }
export interface AllergyItem { substance: string; reaction?: string; criticality: "low" | "high" | "unable-to-assess"; recorded: string }
export interface DiagnosisItem { code?: string; name: string; active: boolean; date: string }
export interface LabSeries { test: string; unit: string; low?: number; high?: number; points: Point[] }
export interface AccessItem { time: string; who?: string; what: string; granted: boolean; why: string; emergency: boolean }
export interface ConsentItem { who: string; what: string; permitted: boolean; from: string; until?: string; inForce: boolean }
export interface PatientItem { name: string; birthDate: string; bed?: string }
export interface StockItem { hospital: string; resource: string; available: number; minimum: number }

export interface VisitsCard extends CardBase { kind: "visits"; items: VisitItem[] }
export interface DocumentsCard extends CardBase { kind: "documents"; items: DocumentItem[] }
export interface DocumentCard extends CardBase { kind: "document"; documentKind: string; hospital: string; date: string; contentType: string; text?: string; content?: string }
export interface VitalsCard extends CardBase { kind: "vitals"; items: VitalSeries[] }
export interface MedicationsCard extends CardBase { kind: "medications"; items: MedicationItem[] }
export interface AllergiesCard extends CardBase { kind: "allergies"; items: AllergyItem[]; noneKnown: boolean }
export interface DiagnosesCard extends CardBase { kind: "diagnoses"; items: DiagnosisItem[] }
export interface LabsCard extends CardBase { kind: "labs"; items: LabSeries[] }
export interface AccessCard extends CardBase { kind: "access"; items: AccessItem[] }
export interface ConsentsCard extends CardBase { kind: "consents"; items: ConsentItem[] }
export interface PatientsCard extends CardBase { kind: "patients"; items: PatientItem[] }
export interface ResourceCard extends CardBase { kind: "resource"; status: "genuine" | "expired" | "recalled" | "unknown" | "already-used"; code: string; name?: string; details: Record<string, string> }
export interface StockCard extends CardBase { kind: "stock"; items: StockItem[] }
export interface MessageCard extends CardBase { kind: "message"; lines: string[] }

export type Card =
  | VisitsCard | DocumentsCard | DocumentCard | VitalsCard | MedicationsCard | AllergiesCard | DiagnosesCard | LabsCard
  | AccessCard | ConsentsCard | PatientsCard | ResourceCard | StockCard | MessageCard;

export type ScreenEvent = { id: number } & (
  | { event: "welcome"; session: string; resumed: boolean; terminal: string; bed?: string; language: Language }
  | { event: "pong" }
  | { event: "state"; state: State }
  | { event: "transcript"; text: string; final: boolean; language: Language }
  | { event: "speaker"; doctor?: string; name?: string; sure: number; trust: Trust }
  | { event: "patient"; patient?: Patient }
  | { event: "card"; card: Card }
  | { event: "say"; say: number; text: string; language: Language }
  | { event: "stopSpeech"; say: number }
  | { event: "refused"; reason: string; text: string }
  | { event: "notUnderstood"; text: string; nearest: string[] }
  | { event: "challenge"; text: string; digits?: string; seconds: number }
  | { event: "question"; question: string; text?: string }
  | { event: "blank"; reason: string; text: string }
  | { event: "hints"; phrases: string[] }
  | { event: "settings"; language: Language; private: boolean; volume: number }
  | { event: "turn"; turn: string; intent: string; outcome: string; latencyMilliseconds: number }
  | { event: "error"; code: string; text: string });

export type Command =
  | { command: "query"; text: string }
  | { command: "select"; card: string; index: number }
  | { command: "pin"; pin: string; doctor?: string }
  | { command: "badge" | "wristband" | "resource"; code: string }
  | { command: "answer"; question: string; yes: boolean }
  | { command: "settings"; language?: Language; private?: boolean; volume?: number }
  | { command: "stopSpeaking" | "lock" | "endSession" | "ping" }
  | { command: "playback"; say: number; playing: boolean };

/** One sentence of a spoken answer: the binary message from the server. */
export interface SpeechFrame { say: number; sentence: number; last: boolean; wav: ArrayBuffer }

const SPEECH_KIND = 2;
const SPEECH_HEADER = 8;
const AUDIO_KIND = 1;
const AUDIO_HEADER = 5;

/** Reads a binary message from the server; null when it is of a kind this page does not know. */
export function readSpeech(message: ArrayBuffer): SpeechFrame | null {
  if (message.byteLength < SPEECH_HEADER) return null;
  const view = new DataView(message);
  if (view.getUint8(0) !== SPEECH_KIND) return null;
  return { say: view.getUint32(1, true), sentence: view.getUint16(5, true), last: view.getUint8(7) === 1, wav: message.slice(SPEECH_HEADER) };
}

/** Writes microphone samples as a binary message to the server. */
export function writeAudio(sequence: number, samples: Int16Array): ArrayBuffer {
  const message = new ArrayBuffer(AUDIO_HEADER + samples.length * 2);
  const view = new DataView(message);
  view.setUint8(0, AUDIO_KIND);
  view.setUint32(1, sequence, true);
  samples.forEach((sample, i) => view.setInt16(AUDIO_HEADER + i * 2, sample, true));
  return message;
}
