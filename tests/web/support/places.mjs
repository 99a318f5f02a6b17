// Where things are: given by ctest, otherwise guessed from a build in build/dev.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const sourceRoot =
  process.env.CHINWAG_TEST_SOURCE ?? resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const guessedBuild = join(sourceRoot, "build/dev");

export const serverProgram = join(process.env.CHINWAG_TEST_BIN ?? join(guessedBuild, "bin"), "chinwagd");
export const builtPage = process.env.CHINWAG_TEST_PAGE ?? join(guessedBuild, "resources/web/dist");
export const pageSource = join(sourceRoot, "resources/web/src");
