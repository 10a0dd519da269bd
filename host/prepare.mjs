/** Installs what the tests need and is not there yet: VS Code's server, where there is one for the system, and a Chromium. */
import { ensureChromium } from "./chromium.mjs";
import { ensureServer, hasServer } from "./setup.mjs";

if (hasServer) await ensureServer();
await ensureChromium();
