import type { SpeechFrame } from "../../shared/protocol";

const FADE = 0.012;

/** Plays spoken answers sentence by sentence without a gap, and stops within one audio block. */
export class SpeechPlayer {
  private readonly context = new AudioContext({ latencyHint: "interactive" });
  private readonly gain = this.context.createGain();
  private readonly playing = new Set<AudioBufferSourceNode>();
  private order: Promise<void> = Promise.resolve();
  private nextStart = 0;
  private current = 0;
  private latest = 0;
  private stoppedThrough = 0;
  private lastReceived = false;

  constructor(private readonly sounding: (say: number, playing: boolean) => void) {
    this.gain.connect(this.context.destination);
  }

  /** Loudness in percent. */
  set volume(percent: number) {
    this.gain.gain.setTargetAtTime(percent / 100, this.context.currentTime, FADE);
  }

  /** Browsers hold sound back until the page is touched or listens. */
  wake(): void {
    void this.context.resume();
  }

  /** Queues one sentence. */
  add(frame: SpeechFrame): void {
    this.wake();
    const decoded = this.context.decodeAudioData(frame.wav).catch(() => null);
    this.order = this.order.then(async () => {
      const buffer = await decoded;
      if (frame.say > this.stoppedThrough) this.schedule(frame, buffer);
    });
  }

  /** Stops this answer and those before it, in the middle of a word. */
  stop(say: number): void {
    this.stoppedThrough = Math.max(this.stoppedThrough, say);
    if (this.current > this.stoppedThrough || this.current === 0) return;
    for (const source of this.playing) {
      source.onended = null;
      source.stop();
    }
    this.playing.clear();
    this.end();
  }

  /** Stops whatever sounds. */
  stopAll(): void {
    this.stop(Math.max(this.current, this.stoppedThrough));
  }

  /** Stops whatever sounds, for good: a new session numbers its answers from the beginning. */
  reset(): void {
    this.stopAll();
    this.stoppedThrough = 0;
    this.latest = 0;
  }

  /** The line was cut: sentences that were on it do not come again. Says anew what sounds, for the word of it may be lost as well. */
  resume(): void {
    this.lastReceived = true;
    if (this.playing.size === 0) this.end();
    if (this.latest !== 0) this.sounding(this.latest, this.current === this.latest);
  }

  private schedule(frame: SpeechFrame, buffer: AudioBuffer | null): void {
    if (frame.say !== this.current) {
      if (this.current !== 0) this.end();
      this.current = frame.say;
      this.latest = frame.say;
      this.sounding(frame.say, true);
    }
    this.lastReceived = frame.last;
    if (!buffer) {
      if (this.lastReceived && this.playing.size === 0) this.end();
      return;
    }
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.gain);
    source.onended = () => this.ended(source, frame.say);
    this.nextStart = Math.max(this.nextStart, this.context.currentTime + 0.01);
    source.start(this.nextStart);
    this.nextStart += buffer.duration;
    this.playing.add(source);
  }

  private ended(source: AudioBufferSourceNode, say: number): void {
    this.playing.delete(source);
    if (this.playing.size === 0 && this.lastReceived && say === this.current) this.end();
  }

  private end(): void {
    const say = this.current;
    this.current = 0;
    this.nextStart = 0;
    this.lastReceived = false;
    if (say !== 0) this.sounding(say, false);
  }
}
