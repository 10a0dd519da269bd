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

/** @returns {Promise<{ message: number, paint: number }[]>} */
async function floor() {
  const column = vscode.ViewColumn.Beside;
  const panel = vscode.window.createWebviewPanel("probe", "Probe", column, { enableScripts: true });
  /** @type {(value: { got: number, painted: number }) => void} */
  let resolve = () => undefined;
  /** @returns {Promise<{ got: number, painted: number }>} */
  const next = () => new Promise((settle) => (resolve = settle));
  panel.webview.onDidReceiveMessage((value) => resolve(value));
  const ready = next();
  panel.webview.html = html;
  await ready;
  const found = [];
  for (let round = 0; round < ROUNDS; round++) {
    await new Promise((settle) => setTimeout(settle, PAUSE + 10 * (round % 9)));
    const sent = performance.timeOrigin + performance.now();
    const answer = next();
    void panel.webview.postMessage(String(round));
    const { got, painted } = await answer;
    found.push({ message: got - sent, paint: painted - got });
  }
  panel.dispose();
  return found;
}

module.exports = { floor };
