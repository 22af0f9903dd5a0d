import { h, show } from "../../shared/dom";
import { icon } from "../../shared/icons";
import { api } from "../api";
import { PhraseRecorder } from "../phraseRecorder";
import type { Section, SectionContext } from "../section";
import type { Word } from "../words";

interface PhraseReport { accepted: boolean; voicedSeconds: number; levelDecibels: number; signalToNoiseDecibels: number; clippedShare: number; problems: string[] }
interface EnrolmentReport { enrolled: boolean; voicedSeconds: number; problems: string[]; rejectedPhrases: number[] }

/** The enrolment wizard: who and on what consent, then phrase by phrase with a live meter, then the voiceprint. */
export const enrolment: Section = (place, context) => {
  const { w } = context;
  const field = (name: string, label: Word, attributes: Record<string, string | boolean> = {}) => {
    const input = h("input", { id: `enrol-${name}`, class: "field", type: "text", autocomplete: "off", required: true, ...attributes });
    return { input, node: h("div", { class: "labelled" }, h("label", { for: input.id }, w(label)), input) };
  };
  const doctor = field("doctor", "enrol.id", { pattern: "[a-z0-9][a-z0-9\\-]*", maxlength: "64" });
  const name = field("name", "enrol.name", { maxlength: "100" });
  const role = field("role", "enrol.role", { value: "doctor" });
  const ward = field("ward", "enrol.ward", { required: false });
  const consent = field("consent", "enrol.consent", { type: "date" });
  const begin = async (event: Event) => {
    event.preventDefault();
    const { id, prompts } = await api<{ id: string; prompts: string[] }>("POST", `enrolments?language=${context.language}`);
    const form = { doctor: doctor.input.value, name: name.input.value, role: role.input.value, ward: ward.input.value, consentedOn: consent.input.value };
    await new Wizard(place, context, id, form, prompts).start();
  };
  show(place, h("form", { class: "filters", onsubmit: event => void begin(event).catch(context.fail) },
    doctor.node, name.node, role.node, ward.node, consent.node,
    h("button", { class: "button button-primary", type: "submit" }, w("enrol.begin"))));
};

class Wizard {
  private readonly recorder = new PhraseRecorder(meter => this.showMeter(meter.levelDecibels, meter.signalToNoiseDecibels));
  private readonly level = h("meter", { id: "enrol-level", min: -70, max: 0, low: -48, high: -6, optimum: -20 });
  private readonly noise = h("meter", { id: "enrol-snr", min: 0, max: 40, low: 12, optimum: 30 });
  private readonly step = h("div", { class: "wizard-step" });
  private readonly outcome = h("div", { role: "status", class: "wizard-outcome" });
  private readonly accepted = new Set<number>();
  private voiced = 0;

  constructor(private readonly place: HTMLElement, private readonly context: SectionContext, private readonly id: string, private readonly form: object,
    private readonly phrases: string[]) {}

  async start(): Promise<void> {
    const { w } = this.context;
    if (!await this.recorder.open()) throw new Error(w("enrol.microphone"));
    show(this.place,
      h("div", { class: "meters" },
        h("label", { for: "enrol-level" }, w("enrol.level")), this.level,
        h("label", { for: "enrol-snr" }, w("enrol.snr")), this.noise),
      this.step, this.outcome);
    this.ask(0);
  }

  private ask(index: number): void {
    const { w } = this.context;
    const phrase = this.phrases[index];
    if (phrase === undefined) return void this.finish().catch(this.context.fail);
    const record = h("button", { class: "button button-primary", type: "button" }, icon("microphone"), w("enrol.record"));
    record.addEventListener("click", () => {
      if (this.recorder.recording) return void this.give(index).catch(this.context.fail);
      this.recorder.begin();
      show(record, icon("stop"), w("enrol.stop"));
      record.dataset["recording"] = "true";
    });
    show(this.step,
      h("p", { class: "hint" }, `${w("enrol.phrase")} ${index + 1} ${w("enrol.of")} ${this.phrases.length} · ${this.voiced.toFixed(1)} ${w("enrol.voiced")}`),
      h("p", { class: "hint" }, w("enrol.read")),
      h("p", { class: "phrase", "data-phrase": index }, phrase), record);
  }

  private async give(index: number): Promise<void> {
    const { language, w } = this.context;
    const samples = this.recorder.end();
    const report = await api<PhraseReport>("POST", `enrolments/${this.id}/phrases?language=${language}&prompt=${index}`, samples.buffer);
    const figures = `${report.levelDecibels.toFixed(0)} dB · ${w("enrol.snr")} ${report.signalToNoiseDecibels.toFixed(0)} dB · ${report.voicedSeconds.toFixed(1)} ${w("enrol.voiced")}`;
    if (report.accepted) {
      this.accepted.add(index);
      this.voiced += report.voicedSeconds;
      show(this.outcome, h("p", { class: "tag tag-good" }, icon("check"), `${w("enrol.good")}: ${figures}`));
      this.ask(index + 1);
    } else {
      show(this.outcome, h("p", { class: "tag tag-danger" }, icon("warning"), figures), ...report.problems.map(problem => h("p", {}, problem)), h("p", {}, w("enrol.again")));
      this.ask(index);
    }
  }

  private async finish(): Promise<void> {
    const { language, w } = this.context;
    const report = await api<EnrolmentReport>("POST", `enrolments/${this.id}/complete?language=${language}`, this.form);
    if (report.enrolled) {
      this.recorder.close();
      show(this.step, h("p", { class: "card-statement statement-good", "data-enrolled": true }, icon("check"), w("enrol.done")));
      show(this.outcome);
      return;
    }
    show(this.outcome, ...report.problems.map(problem => h("p", { class: "tag tag-danger" }, problem)));
    this.ask(report.rejectedPhrases[0] ?? 0);
  }

  private showMeter(level: number, signalToNoise: number): void {
    this.level.value = level;
    this.noise.value = signalToNoise;
  }
}
