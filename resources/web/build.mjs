// Bundles the pages: node build.mjs OUTPUT_DIRECTORY
// The packages are found from the working directory, so that they need not stand in the source tree.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const esbuild = createRequire(join(process.cwd(), "build.mjs"))("esbuild");
const source = dirname(fileURLToPath(import.meta.url));
const output = resolve(process.argv[2] ?? join(source, "dist"));
const packages = join(process.cwd(), "node_modules");

const common = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  target: ["chrome111", "firefox121", "safari16.4"],
  nodePaths: [packages],
  metafile: true,
};

async function bundle(name, entry, licences) {
  const { metafile } = await esbuild.build({
    ...common,
    entryPoints: [join(source, entry)],
    outfile: join(output, name),
    format: "iife",
    ...(licences && { banner: { js: `/*! What others have written in here: ${licences} */` } }),
  });
  if (licences) await writeFile(join(output, licences), await licencesOf(Object.keys(metafile.inputs)));
}

/** The licences of the packages that a bundle was made of ask for being passed on with it. */
async function licencesOf(inputs) {
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean);
  const texts = [...new Set(names)].sort().map(async (name) => {
    const { version } = JSON.parse(await readFile(join(packages, name, "package.json"), "utf8"));
    return `${name} ${version}\n\n${await readFile(join(packages, name, "LICENSE"), "utf8")}`;
  });
  return (await Promise.all(texts)).join("\n\n");
}

await mkdir(output, { recursive: true });
await Promise.all([
  bundle("app.js", "src/main.ts", "app.js.LICENSE.txt"),
  bundle("app.css", "src/style.css"),
  bundle("setup.js", "src/setup/setup.ts"),
  bundle("setup.css", "src/setup/setup.css"),
  copyFile(join(source, "src/index.html"), join(output, "index.html")),
  copyFile(join(source, "src/setup/setup.html"), join(output, "setup.html")),
  copyFile(join(source, "../icons/chinwag.svg"), join(output, "favicon.svg")),
]);
