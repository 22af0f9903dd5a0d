export interface MicrophoneFrame { samples: Int16Array; level: number }

export type MicrophoneState = "off" | "on" | "blocked" | "missing" | "needsTouch";

/**
 * The browser's microphone as 16 kHz mono PCM. Echo cancellation is on, so that our own voice is taken out; automatic gain is off,
 * because it changes the voice the speaker model compares.
 */
export class Microphone {
  private context: AudioContext | null = null;
  private stream: MediaStream | null = null;

  constructor(private readonly frame: (frame: MicrophoneFrame) => void, private readonly changed: (state: MicrophoneState) => void) {}

  async start(): Promise<void> {
    if (this.stream) return this.wake();
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: true, noiseSuppression: false, autoGainControl: false },
      });
    } catch (error) {
      this.changed((error as DOMException).name === "NotAllowedError" ? "blocked" : "missing");
      return;
    }
    this.context = new AudioContext({ latencyHint: "interactive" });
    await this.context.audioWorklet.addModule("microphone.worklet.js");
    const node = new AudioWorkletNode(this.context, "microphone", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
    node.port.onmessage = message => this.frame(message.data as MicrophoneFrame);
    this.context.createMediaStreamSource(this.stream).connect(node);
    this.context.onstatechange = () => this.report();
    for (const track of this.stream.getAudioTracks()) track.onended = () => this.stop("missing");
    this.report();
  }

  stop(state: MicrophoneState = "off"): void {
    this.stream?.getTracks().forEach(track => track.stop());
    void this.context?.close();
    this.stream = null;
    this.context = null;
    this.changed(state);
  }

  private async wake(): Promise<void> {
    await this.context?.resume();
    this.report();
  }

  private report(): void {
    if (this.context) this.changed(this.context.state === "running" ? "on" : "needsTouch");
  }
}
