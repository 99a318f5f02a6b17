// Bundles the pages: node build.mjs OUTPUT_DIRECTORY
// The packages are found from the working directory, so that they need not stand in the source tree.
import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const esbuild = createRequire(join(process.cwd(), "build.mjs"))("esbuild");
const source = dirname(fileURLToPath(import.meta.url));
const output = resolve(process.argv[2] ?? join(source, "dist"));

const common = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  target: ["chrome111", "firefox121", "safari16.4"],
};

await mkdir(output, { recursive: true });
await Promise.all([
  ...Object.entries({
    "app.js": "src/main.ts",
    "app.css": "src/style.css",
    "setup.js": "src/setup/setup.ts",
    "setup.css": "src/setup/setup.css",
  }).map(([bundle, entry]) =>
    esbuild.build({
      ...common,
      entryPoints: [join(source, entry)],
      outfile: join(output, bundle),
      format: "iife",
    }),
  ),
  copyFile(join(source, "src/index.html"), join(output, "index.html")),
  copyFile(join(source, "src/setup/setup.html"), join(output, "setup.html")),
  copyFile(join(source, "../icons/chinwag.svg"), join(output, "favicon.svg")),
]);
