// Loads a TypeScript module of the page into Node, with what it imports.
import { join } from "node:path";

import { esbuild, packagesHome } from "./packages.mjs";
import { pageSource } from "./places.mjs";

export async function pageModule(name) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(pageSource, name)],
    bundle: true,
    write: false,
    format: "esm",
    target: "node18",
    nodePaths: [join(packagesHome, "node_modules")],
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
