// Builds the two pages into assistant/wwwroot, which the server serves and the repository does not hold.
//   node build.mjs            the pages
//   node build.mjs --tests    the tests, for node --test
import { build } from "esbuild";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const wwwroot = join(here, "..", "wwwroot");
const common = { bundle: true, format: "esm", target: "es2022", absWorkingDir: here, logLevel: "warning", legalComments: "none" };

if (process.argv.includes("--tests")) {
  const tests = (await readdir(join(here, "test"))).filter(file => file.endsWith(".test.ts")).map(file => join("test", file));
  await rm(join(here, "build"), { recursive: true, force: true });
  await build({ ...common, entryPoints: tests, outdir: "build/tests", outExtension: { ".js": ".mjs" }, platform: "node" });
} else {
  await rm(wwwroot, { recursive: true, force: true });
  await page("bedside", ["src/bedside/main.ts", "src/bedside/bedside.css", "src/bedside/audio/microphone.worklet.ts"]);
  await page("admin", ["src/admin/main.ts", "src/admin/admin.css", "src/bedside/audio/microphone.worklet.ts"]);
  await cp(join(here, "node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs"), join(wwwroot, "bedside", "pdf.worker.js"));
}

async function page(name, entryPoints) {
  const outdir = join(wwwroot, name);
  await mkdir(outdir, { recursive: true });
  await build({
    ...common,
    entryPoints,
    outdir,
    entryNames: "[name]",
    assetNames: "[name]",
    minify: true,
    splitting: true,
    chunkNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
  });
  await cp(join(here, "static", `${name}.html`), join(outdir, "index.html"));
  await cp(join(here, "static", "icon.svg"), join(outdir, "icon.svg"));
}
