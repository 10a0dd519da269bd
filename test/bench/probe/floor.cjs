/** What VS Code itself needs to bring next to nothing from the extension host into a page and onto the screen: no panel can be faster. */
const vscode = require("vscode");

const ROUNDS = 20;
/** Milliseconds between two messages, as between two keys. */
const PAUSE = 350;

const html = `<!DOCTYPE html><html><body><p>0</p><script>
const { postMessage } = acquireVsCodeApi();
const now = () => performance.timeOrigin + performance.now();
window.addEventListener("message", ({ data, timeStamp }) => {
  const got = performance.timeOrigin + timeStamp;
  document.querySelector("p").textContent = data;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => postMessage({ got, painted: now() });
    port2.postMessage(undefined);
  });
});
postMessage("ready");
</script></body></html>`;

/** @typedef {{ message: number, paint: number }} Way */

/** An empty page, and what it takes to bring it a text. */
class EmptyPage {
  constructor() {
    const column = vscode.ViewColumn.Beside;
    const options = { viewColumn: column, preserveFocus: true };
    this.panel = vscode.window.createWebviewPanel("probe", "Probe", options, { enableScripts: true });
    /** @type {(value: { got: number, painted: number }) => void} */
    this.resolve = () => undefined;
    this.panel.webview.onDidReceiveMessage((value) => this.resolve(value));
    this.ready = this.next();
    this.panel.webview.html = html;
  }

  /** @returns {Promise<{ got: number, painted: number }>} */
  next() {
    return new Promise((settle) => (this.resolve = settle));
  }

  /** @param {string} text @returns {Promise<Way>} */
  async bring(text) {
    const sent = performance.timeOrigin + performance.now();
    const answer = this.next();
    void this.panel.webview.postMessage(text);
    const { got, painted } = await answer;
    return { message: got - sent, paint: painted - got };
  }
}

/** While nothing else happens. @returns {Promise<Way[]>} */
async function floor() {
  const page = new EmptyPage();
  await page.ready;
  const found = [];
  for (let round = 0; round < ROUNDS; round++) {
    await new Promise((settle) => setTimeout(settle, PAUSE + 10 * (round % 9)));
    found.push(await page.bring(String(round)));
  }
  page.panel.dispose();
  return found;
}

/** @type {{ page: EmptyPage, listener: import("vscode").Disposable, found: Way[] } | undefined} */
let echo;

/** From now on, at every change of a text, at once. */
async function beginEcho() {
  const page = new EmptyPage();
  await page.ready;
  /** @type {Way[]} */
  const found = [];
  const listener = vscode.workspace.onDidChangeTextDocument(async ({ contentChanges }) => {
    if (contentChanges.length > 0) found.push(await page.bring(String(found.length)));
  });
  echo = { page, listener, found };
}

/** What the ways took since then. @returns {Way[]} */
function endEcho() {
  echo?.listener.dispose();
  echo?.page.panel.dispose();
  return echo?.found ?? [];
}

module.exports = { floor, beginEcho, endEcho };
