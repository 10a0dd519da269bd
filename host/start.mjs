/**
 * `npm start`: packages the extension and opens it in a real VS Code on the examples.
 * `-- --desktop` uses the desktop `code` of the PATH; `-- --check` tries everything without a window and exits with 0 or 1.
 */
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { check } from "./check.mjs";
import { installPackage, packageExtension } from "./package.mjs";
import { examples, lecture } from "./paths.mjs";
import { onPath, run } from "./processes.mjs";
import { startServer, workbenchUrl } from "./server.mjs";
import { hasServer } from "./setup.mjs";

const { values } = parseArgs({
  options: { desktop: { type: "boolean", default: false }, check: { type: "boolean", default: false } },
});
const isDesktop = values.desktop || !hasServer;

try {
  if (isDesktop) await startDesktop();
  else await startInBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function startInBrowser() {
  console.log("Packaging the extension …");
  const extensions = await installPackage("start");
  const server = await startServer({ extensions });
  if (values.check) {
    const isGood = await check(server);
    await server.stop();
    process.exit(isGood ? 0 : 1);
  }
  const url = workbenchUrl(server, { folder: examples, file: lecture });
  const isOpened = openBrowser(url);
  console.log(`VS Code with GradLens ${isOpened ? "opens in the browser" : "is"} at\n\n  ${url}\n`);
  console.log(
    "Put the cursor in a function and run *GradLens: Show Computation Graph* (F1). Ctrl+C here ends everything.",
  );
  const status = await server.ended;
  console.error(`VS Code's server ended (${status}).`);
  process.exit(1);
}

async function startDesktop() {
  if (!values.desktop) {
    console.log(`There is no VS Code server for ${process.platform} on ${process.arch}: using the desktop VS Code.`);
  }
  const code = onPath("code");
  if (code === undefined) {
    throw new Error(
      "No `code` on the PATH. Install VS Code from https://code.visualstudio.com and, on macOS, run its command *Shell Command: Install 'code' command in PATH*.",
    );
  }
  if (values.check) throw new Error("--check needs VS Code's server, which runs on Linux.");
  console.log("Packaging the extension …");
  const vsix = await packageExtension();
  await run(code, ["--install-extension", vsix, "--force"]);
  await run(code, [examples, "--goto", `${lecture}:1`]);
  console.log("VS Code opens with GradLens installed. Run *GradLens: Show Computation Graph* from its palette.");
}

/** Opens the person's browser where there is a screen. @param {string} url */
function openBrowser(url) {
  const hasScreen = process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
  const opener = onPath("xdg-open");
  if (!hasScreen || opener === undefined) return false;
  spawn(opener, [url], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
  return true;
}
