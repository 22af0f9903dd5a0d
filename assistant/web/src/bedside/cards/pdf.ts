import { getDocument, GlobalWorkerOptions } from "pdfjs-dist/legacy/build/pdf.mjs";
import { h } from "../../shared/dom";
import type { Language } from "../../shared/protocol";
import { text } from "../../shared/text";

const MAX_PAGES = 50;
const WIDTH = 1400;

GlobalWorkerOptions.workerSrc = "pdf.worker.js";

/** Draws the pages of a PDF one under the other. Scripts and links in it stay dead. */
export async function drawPages(data: Uint8Array, into: HTMLElement, language: Language): Promise<void> {
  const pdf = await getDocument({ data, isEvalSupported: false, enableXfa: false, useSystemFonts: true, disableFontFace: true }).promise;
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: WIDTH / page.getViewport({ scale: 1 }).width });
    const canvas = h("canvas", { width: Math.round(viewport.width), height: Math.round(viewport.height), role: "img" });
    canvas.setAttribute("aria-label", `${text("document.page", language)} ${number}: ${await words(page)}`);
    into.append(canvas);
    await page.render({ canvasContext: canvas.getContext("2d")!, viewport }).promise;
  }
}

async function words(page: { getTextContent(): Promise<{ items: object[] }> }): Promise<string> {
  const content = await page.getTextContent();
  return content.items.map(item => ("str" in item ? String(item.str) : "")).join(" ").slice(0, 2000);
}
