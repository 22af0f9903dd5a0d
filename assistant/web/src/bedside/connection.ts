import { readSpeech, writeAudio, type Command, type Language, type ScreenEvent, type SpeechFrame } from "../shared/protocol";

export type Link = "connecting" | "open" | "refused" | "replaced";

export interface ConnectionHandlers {
  event(event: ScreenEvent): void;
  speech(frame: SpeechFrame): void;
  link(link: Link): void;
}

const SUBPROTOCOL = "voicemed.v1";
const FIRST_RETRY = 250;
const LONGEST_RETRY = 5_000;
const PING_INTERVAL = 5_000;
const SILENCE_LIMIT = 12_000;
// Two seconds of sound: beyond it the line is too slow to be of use, and stale sound would be answered late.
const MAX_BUFFERED = 64_000;
const CLOSE = { tokenRefused: 4401, replaced: 4409 };

/**
 * The screen's one WebSocket. It comes back by itself and takes its session up again; a command is sent once or not at all,
 * so nothing is asked twice.
 */
export class Connection {
  private socket: WebSocket | null = null;
  private session: string | undefined;
  private lastEventId = 0;
  private sequence = 0;
  private retry = FIRST_RETRY;
  private heard = 0;
  private timer: number | undefined;

  constructor(
    private readonly address: string,
    private readonly token: string,
    private readonly language: () => Language,
    private readonly handlers: ConnectionHandlers,
  ) {
    setInterval(() => this.watch(), PING_INTERVAL);
    addEventListener("online", () => this.open());
  }

  /** Opens the connection, unless it is open. */
  open(): void {
    if (this.socket) return;
    clearTimeout(this.timer);
    const socket = new WebSocket(this.address, SUBPROTOCOL);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => socket.send(JSON.stringify({
      protocol: 1, token: this.token, language: this.language(), session: this.session, lastEventId: this.lastEventId,
    }));
    socket.onmessage = message => this.receive(message.data as string | ArrayBuffer);
    socket.onclose = closed => this.closed(socket, closed.code);
    this.socket = socket;
    this.heard = performance.now();
    this.handlers.link("connecting");
  }

  /** Sends a command; false when the line is down. It is not kept for later. */
  send(command: Command): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(command));
    return true;
  }

  /** Sends microphone samples. On a line that cannot keep up they are dropped, and the gap shows in their numbers. */
  sendAudio(samples: Int16Array): void {
    const sequence = this.sequence++ >>> 0;
    if (this.socket?.readyState === WebSocket.OPEN && this.session && this.socket.bufferedAmount < MAX_BUFFERED) {
      this.socket.send(writeAudio(sequence, samples));
    }
  }

  private receive(data: string | ArrayBuffer): void {
    this.heard = performance.now();
    if (typeof data !== "string") {
      const frame = readSpeech(data);
      if (frame) this.handlers.speech(frame);
      return;
    }
    const event = JSON.parse(data) as ScreenEvent;
    if (event.id) this.lastEventId = event.id;
    if (event.event === "welcome") {
      this.session = event.session;
      this.retry = FIRST_RETRY;
      this.handlers.link("open");
    }
    this.handlers.event(event);
  }

  private closed(socket: WebSocket, code: number): void {
    if (this.socket !== socket) return;
    this.socket = null;
    if (code === CLOSE.tokenRefused || code === CLOSE.replaced) {
      this.handlers.link(code === CLOSE.replaced ? "replaced" : "refused");
      return;
    }
    this.handlers.link("connecting");
    this.timer = window.setTimeout(() => this.open(), this.retry * (0.75 + Math.random() / 2));
    this.retry = Math.min(LONGEST_RETRY, this.retry * 2);
  }

  // A line that died without a word looks open for minutes: what does not answer is given up.
  private watch(): void {
    const socket = this.socket;
    if (!socket) return;
    if (performance.now() - this.heard > SILENCE_LIMIT) {
      socket.close();
      this.closed(socket, 1006);
    } else if (socket.readyState === WebSocket.OPEN && this.session) {
      this.send({ command: "ping" });
    }
  }
}
