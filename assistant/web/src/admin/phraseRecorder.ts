import { Microphone, type MicrophoneFrame } from "../bedside/audio/microphone";

export interface Meter { levelDecibels: number; signalToNoiseDecibels: number }

const SILENCE = -90;
const NOISE_WINDOW = 100; // frames of 40 ms
const NOISE_SHARE = 0.1;

/** Records phrases as 16 kHz PCM and measures level and signal-to-noise ratio while it listens: the quietest tenth of four seconds is the noise. */
export class PhraseRecorder {
  private readonly recent: number[] = [];
  private taken: Int16Array[] = [];
  private opened: ((works: boolean) => void) | null = null;
  recording = false;

  private readonly microphone = new Microphone(frame => this.take(frame), state => {
    if (state !== "off") this.opened?.(state === "on");
  });

  constructor(private readonly measured: (meter: Meter) => void) {}

  /** Opens the microphone; false when there is none or it is forbidden. */
  open(): Promise<boolean> {
    return new Promise(resolve => {
      this.opened = resolve;
      void this.microphone.start();
    });
  }

  begin(): void {
    this.taken = [];
    this.recording = true;
  }

  end(): Int16Array<ArrayBuffer> {
    this.recording = false;
    const samples = new Int16Array(this.taken.reduce((sum, frame) => sum + frame.length, 0));
    let at = 0;
    for (const frame of this.taken) {
      samples.set(frame, at);
      at += frame.length;
    }
    this.taken = [];
    return samples;
  }

  close(): void {
    this.microphone.stop();
  }

  private take({ samples, level }: MicrophoneFrame): void {
    if (this.recording) this.taken.push(samples);
    const decibels = level > 0 ? Math.max(SILENCE, 20 * Math.log10(level)) : SILENCE;
    this.recent.push(decibels);
    if (this.recent.length > NOISE_WINDOW) this.recent.shift();
    const sorted = [...this.recent].sort((a, b) => a - b);
    const noise = sorted[Math.floor(sorted.length * NOISE_SHARE)] ?? SILENCE;
    this.measured({ levelDecibels: decibels, signalToNoiseDecibels: Math.max(0, decibels - noise) });
  }
}
