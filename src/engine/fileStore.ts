/** The files that the worker knows: what the host has sent, until it says that they changed. */
import { NeedFiles, nothingKnown, type Files, type KnownOfFiles } from "../language/modules/files.ts";
import type { FileText } from "./message.ts";
import type { SourceText } from "./request.ts";

/** Asks the host for files; resolved with one entry for each. */
export type FetchFiles = (uris: readonly string[]) => Promise<readonly FileText[]>;

/** Answers from memory, and lets an attempt be repeated when it needs more. */
export class FileStore {
  private readonly fetch: FetchFiles;
  private readonly texts = new Map<string, string | undefined>();
  /** What is known of the files beside the one that is edited, which exists whatever the host says. */
  private known: { readonly edited: string; readonly of: KnownOfFiles } | undefined;

  constructor(fetch: FetchFiles) {
    this.fetch = fetch;
  }

  /** Forget files. Returns whether one of them was known. */
  forget(uris: readonly string[]): boolean {
    this.known = undefined;
    return uris.map((uri) => this.texts.delete(uri)).includes(true);
  }

  /** Run an attempt until it has all files that it asks for. */
  async withFiles<Result>(source: SourceText, attempt: (files: Files) => Result): Promise<Result> {
    const files = {
      read: (uri: string): string | undefined => {
        if (uri === source.uri) return source.text;
        if (!this.texts.has(uri)) throw new NeedFiles([uri]);
        return this.texts.get(uri);
      },
    };
    for (;;) {
      try {
        // While files are fetched, others may be forgotten.
        return attempt({ ...files, known: this.knownBeside(source.uri) });
      } catch (error) {
        if (!(error instanceof NeedFiles)) throw error;
        const missing = error.uris.filter((uri) => !this.texts.has(uri));
        if (missing.length === 0) throw new Error(`Asked again for ${error.uris.join(", ")}.`, { cause: error });
        for (const { uri, text } of await this.fetch(missing)) this.texts.set(uri, text);
      }
    }
  }

  private knownBeside(edited: string): KnownOfFiles {
    if (this.known?.edited !== edited) this.known = { edited, of: nothingKnown() };
    return this.known.of;
  }
}
