// Loads a TypeScript module of the page into Node, with what it imports.
import { join } from "node:path";

import { esbuild, packagesHome } from "./packages.mjs";
import { pageSource } from "./places.mjs";

/** As a browser loads it that prefers `languages`. */
export async function pageModule(name, languages = ["en-GB"]) {
  // Node before 21 has none, and later ones have that of whoever runs the tests.
  Object.defineProperty(globalThis, "navigator", { value: { languages }, configurable: true });
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(pageSource, name)],
    bundle: true,
    write: false,
    format: "esm",
    target: "node18",
    nodePaths: [join(packagesHome, "node_modules")],
    logLevel: "warning",
  });
  // What is loaded for other languages is another module.
  const code = `${outputFiles[0].text}\n// ${languages.join()}`;
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}
