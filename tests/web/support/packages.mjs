// The npm packages of these tests. ctest installs them into the build tree and says where that is; run by
// hand after `npm ci` they are found here.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = process.env.CHINWAG_TEST_PACKAGES;
const require = createRequire(home ? join(home, "package.json") : import.meta.url);

/** From where a bundle finds them. */
export const packagesHome = home ?? join(dirname(fileURLToPath(import.meta.url)), "..");
export const { chromium } = require("playwright-core");
export const { WebSocket, WebSocketServer } = require("ws");
export const { Centrifuge } = require("centrifuge");
export const esbuild = require("esbuild");
export const axeSource = require("axe-core").source;
export const yaml = require("yaml");
