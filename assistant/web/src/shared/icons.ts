import { svg } from "./dom";

// Line drawings on a 24 × 24 grid.
const PATHS = {
  shield: "M12 3l7 3v5c0 4.5-3 8-7 10-4-2-7-5.5-7-10V6zM8.8 12l2.2 2.2 4.2-4.4",
  shieldOff: "M12 3l7 3v5c0 4.5-3 8-7 10-4-2-7-5.5-7-10V6zM9.5 9.5l5 5M14.5 9.5l-5 5",
  warning: "M12 4l9 16H3zM12 10v4.5M12 17.4v.1",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6L6 18",
  bed: "M3 18v-6h18v6M3 15h18M3 12V7M6.5 12V9.5h5V12",
  keyboard: "M3 7h18v10H3zM7 10.5h.1M10.5 10.5h.1M14 10.5h.1M17.5 10.5h.1M8 14h8",
  key: "M14.5 9.5a4 4 0 10-3.6 4l1.6 1.6h2v2h2v2h3v-3l-5.2-5.2a4 4 0 00.2-1.4zM9.5 9v.1",
  scan: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8h3v3H8zM13 8h3v3h-3zM8 13h3v3H8zM13 13h3v3h-3z",
  speaker: "M4 9.5v5h3.5L12 18V6L7.5 9.5zM15 9a4 4 0 010 6M17.5 6.5a7.5 7.5 0 010 11",
  silent: "M4 9.5v5h3.5L12 18V6L7.5 9.5zM15.5 9.5l5 5M20.5 9.5l-5 5",
  stop: "M7 7h10v10H7z",
  microphone: "M12 4a2.5 2.5 0 012.5 2.5v5a2.5 2.5 0 01-5 0v-5A2.5 2.5 0 0112 4zM6.5 11.5a5.5 5.5 0 0011 0M12 17v3.5",
  microphoneOff: "M12 4a2.5 2.5 0 012.5 2.5v5a2.5 2.5 0 01-5 0v-5A2.5 2.5 0 0112 4zM6.5 11.5a5.5 5.5 0 0011 0M12 17v3.5M4 4l16 16",
  sun: "M12 8a4 4 0 100 8 4 4 0 000-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4",
  moon: "M19 14.5A7.5 7.5 0 019.5 5 7.5 7.5 0 1019 14.5z",
  exit: "M10 5H5v14h5M14 8l4 4-4 4M9 12h9",
  eyeOff: "M4 4l16 16M9.9 6.3A9.6 9.6 0 0112 6c5 0 8.5 4.5 9 6-.2.7-1.2 2.2-2.8 3.6M6.4 8C4.5 9.4 3.3 11.2 3 12c.5 1.5 4 6 9 6 1.4 0 2.7-.3 3.8-.9",
  document: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 15.5h5",
  flask: "M10 3h4M11 3v6L6 18.5c-.5 1 0 2 1.2 2h9.6c1.2 0 1.7-1 1.2-2L13 9V3M8.5 15h7",
  image: "M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M15.5 9v.1",
  heart: "M3 13h4l2-5 3.5 9 2.5-6 1.5 2H21",
  pill: "M6.2 17.8a4 4 0 010-5.7l5.9-5.9a4 4 0 015.7 5.7l-5.9 5.9a4 4 0 01-5.7 0zM9.2 9.2l5.7 5.7",
  arrowUp: "M12 19V6M6.5 11L12 5.5 17.5 11",
  arrowDown: "M12 5v13M6.5 13l5.5 5.5L17.5 13",
} as const;

export type Icon = keyof typeof PATHS;

/** A drawing in the text's colour and height. It carries no meaning of its own: the words beside it do. */
export function icon(name: Icon): SVGSVGElement {
  return svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, svg("path", { d: PATHS[name] }));
}
