/** Runs a script with what V8 made of it the last time: to read and compile the worker's bundle takes a third of the time to its first answer. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Script } from "node:vm";

/** The length of a SHA-256. */
const DIGEST = 32;

/** How a script was started. */
export interface Started {
  /** Whether what was kept could be used. */
  readonly isKept: boolean;
  /** Keep the script as it is compiled by now, with the functions that have been called, unless that was done before. */
  readonly keep: () => void;
}

/** Run a script by its file. `store` is the file in which it is kept compiled; whatever is wrong with that one, the script runs. */
export function runCompiled(file: string, store: string): Started {
  const text = fs.readFileSync(file, "utf8");
  const cachedData = readStore(store, text);
  const script = new Script(text, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  // V8 itself refuses what another version of it has made.
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  script.runInThisContext();
  return {
    isKept,
    keep: () => {
      if (!isKept) writeStore(store, text, script.createCachedData());
    },
  };
}

/** What was kept, if it was made of this text and is whole: V8 looks at neither. */
function readStore(store: string, text: string): Buffer | undefined {
  try {
    const bytes = fs.readFileSync(store);
    const data = bytes.subarray(DIGEST);
    return digestOf(text, data).equals(bytes.subarray(0, DIGEST)) ? data : undefined;
  } catch {
    // The first time there is none.
    return undefined;
  }
}

function writeStore(store: string, text: string, data: Buffer): void {
  try {
    fs.mkdirSync(path.dirname(store), { recursive: true });
    // Other windows may read and write it as well.
    const written = `${store}.${process.pid}`;
    fs.writeFileSync(written, Buffer.concat([digestOf(text, data), data]));
    fs.renameSync(written, store);
  } catch {
    // Where nothing can be written, the script is compiled each time.
  }
}

function digestOf(text: string, data: Buffer): Buffer {
  return createHash("sha256").update(text).update(data).digest();
}
