const ZERO_CROSSINGS = 16;
const PHASES = 64;

/**
 * Brings a stream of samples to a lower rate: band-limited interpolation with a Hann-windowed sinc (J. O. Smith, "Digital Audio
 * Resampling"), tabulated at 64 phases. Blocks of any size go in; no click at their borders.
 */
export class Resampler {
  private readonly step: number;
  private readonly half: number;
  private readonly kernel: Float32Array;
  private history = new Float32Array(0);
  private position: number;

  constructor(from: number, to: number) {
    this.step = from / to;
    const stretch = Math.max(1, this.step);
    this.half = Math.ceil(ZERO_CROSSINGS * stretch);
    this.kernel = Float32Array.from({ length: this.half * PHASES + 2 }, (_, i) => windowedSinc(i / PHASES, stretch, this.half));
    this.history = new Float32Array(this.half);
    this.position = this.half;
  }

  /** Takes the next samples and returns those that are complete, delayed by half the kernel. */
  push(block: Float32Array): Float32Array {
    const input = new Float32Array(this.history.length + block.length);
    input.set(this.history);
    input.set(block, this.history.length);
    const output: number[] = [];
    for (; this.position + this.half < input.length; this.position += this.step) {
      output.push(this.at(input, this.position));
    }
    const keep = Math.max(0, Math.floor(this.position) - this.half);
    this.history = input.slice(keep);
    this.position -= keep;
    return Float32Array.from(output);
  }

  private at(input: Float32Array, position: number): number {
    let sum = 0;
    for (let i = Math.max(0, Math.ceil(position - this.half)); i <= position + this.half && i < input.length; i++) {
      const phase = Math.abs(position - i) * PHASES;
      const index = Math.floor(phase);
      const low = this.kernel[index] ?? 0;
      sum += (input[i] ?? 0) * (low + ((this.kernel[index + 1] ?? 0) - low) * (phase - index));
    }
    return sum;
  }
}

function windowedSinc(distance: number, stretch: number, half: number): number {
  if (distance >= half) return 0;
  const x = (Math.PI * distance) / stretch;
  const sinc = distance === 0 ? 1 : Math.sin(x) / x;
  return (sinc / stretch) * (0.5 + 0.5 * Math.cos((Math.PI * distance) / half));
}
