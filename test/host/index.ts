/** Entry of the in-host suites, in Node's extension host and in the web worker's alike: mocha's browser build needs neither Node nor a page. */
import "mocha/mocha.js";
import { defineSuite } from "./suite.ts";

/** Which extension host this bundle is for; put in by run.mjs. */
declare const HOST_KIND: string;

/** Runs the suite; VS Code calls it. Fails if a test fails. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, reporter: Lines });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  defineSuite();
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
  });
}

/** Prints a line per test, and the last line that host/code.mjs wants to see. */
class Lines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.on("pass", (test) => {
      say(`  ✓ ${test.title} (${test.duration ?? 0} ms)`);
    });
    runner.on("fail", (test, error: unknown) => {
      say(`  ✗ ${test.title}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
    runner.once("end", () => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      say(`${HOST_KIND} extension host: ${passes} passed, ${failures} failed`);
    });
  }
}

function say(text: string): void {
  for (const line of text.split("\n")) console.log(`[suite] ${line}`);
}
