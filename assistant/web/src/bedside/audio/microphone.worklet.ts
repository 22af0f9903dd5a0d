import { Resampler } from "./resampler";

// The types of the audio thread are not part of the DOM library.
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: unknown): void;
declare class AudioWorkletProcessor { readonly port: MessagePort }

const RATE = 16_000;
const FRAME = 640; // 40 ms

/** Runs on the audio thread: one channel, brought to 16 kHz 16-bit PCM, posted in frames of 40 ms with their level. */
class MicrophoneProcessor extends AudioWorkletProcessor {
  private readonly resampler = new Resampler(sampleRate, RATE);
  private frame = new Int16Array(FRAME);
  private filled = 0;
  private energy = 0;

  process(inputs: Float32Array[][]): boolean {
    const channel = inputs[0]?.[0];
    if (channel) {
      for (const sample of this.resampler.push(channel)) this.add(sample);
    }
    return true;
  }

  private add(sample: number): void {
    const clipped = Math.max(-1, Math.min(1, sample));
    this.energy += clipped * clipped;
    this.frame[this.filled++] = Math.round(clipped * 32_767);
    if (this.filled === FRAME) {
      this.port.postMessage({ samples: this.frame, level: Math.sqrt(this.energy / FRAME) }, [this.frame.buffer]);
      this.frame = new Int16Array(FRAME);
      this.filled = 0;
      this.energy = 0;
    }
  }
}

registerProcessor("microphone", MicrophoneProcessor);
