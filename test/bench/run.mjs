/** `npm run bench -- NAME`: runs a measurement of this folder. Measurements assert nothing. */
import fs from "node:fs";
import path from "node:path";

const folder = import.meta.dirname;
const names = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".mjs") && name !== "run.mjs")
  .map((name) => name.replace(/\.mjs$/, ""));
const [wanted] = process.argv.slice(2);
if (wanted === undefined || !names.includes(wanted)) {
  console.error(`Usage: npm run bench -- ${names.join(" | ")}`);
  process.exit(2);
}
await import(path.join(folder, `${wanted}.mjs`));
