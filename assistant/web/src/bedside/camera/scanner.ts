/** The browser's own reader, where it has one: it reads DataMatrix too. */
interface NativeReader { detect(image: CanvasImageSource): Promise<{ rawValue: string }[]> }
declare global { interface Window { BarcodeDetector?: { new(options: { formats: string[] }): NativeReader; getSupportedFormats(): Promise<string[]> } } }

const INTERVAL = 120;
const WANTED = ["qr_code", "data_matrix"];

/** Reads the first code that is held before the camera, then lets go of the camera. */
export class Scanner {
  private stream: MediaStream | null = null;
  private timer: number | undefined;

  constructor(private readonly video: HTMLVideoElement, private readonly found: (code: string) => void) {}

  /** Opens the camera; false when there is none or it is forbidden. */
  async start(): Promise<boolean> {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
    } catch {
      return false;
    }
    this.video.srcObject = this.stream;
    await this.video.play();
    const read = await reader();
    const look = async () => {
      const code = await read(this.video);
      if (!this.stream) return;
      if (code) {
        this.stop();
        this.found(code);
      } else {
        this.timer = window.setTimeout(() => void look(), INTERVAL);
      }
    };
    void look();
    return true;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.stream?.getTracks().forEach(track => track.stop());
    this.stream = null;
    this.video.srcObject = null;
  }
}

async function reader(): Promise<(video: HTMLVideoElement) => Promise<string | null>> {
  const supported = window.BarcodeDetector ? await window.BarcodeDetector.getSupportedFormats() : [];
  const formats = WANTED.filter(format => supported.includes(format));
  if (window.BarcodeDetector && formats.length > 0) {
    const native = new window.BarcodeDetector({ formats });
    return async video => (await native.detect(video))[0]?.rawValue ?? null;
  }
  const { default: jsQR } = await import("jsqr");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  return async video => {
    if (video.videoWidth === 0) return null;
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    context.drawImage(video, 0, 0);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(picture.data, picture.width, picture.height)?.data || null;
  };
}
