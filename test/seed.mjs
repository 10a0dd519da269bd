// Gives generated tests the same values in every run, so that what passed once passes again; `GRADLENS_SEED` asks for others (a number, or `random`).
import fc from "fast-check";

const wanted = process.env["GRADLENS_SEED"] ?? "1";
if (wanted !== "random") fc.configureGlobal({ seed: Number(wanted) });
