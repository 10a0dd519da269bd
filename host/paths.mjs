/** Where things are: the project, its examples, and the git-ignored folders that tools may fill. */
import path from "node:path";

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, "..");
/** The folder that `npm start` opens. */
export const examples = path.join(root, "examples");
/** The file that it opens in the editor, and the function that the checks look at. */
export const lecture = path.join(examples, "lecture.ts");
/** The packaged extension. */
export const vsix = path.join(root, "gradlens.vsix");
/** Screenshots, logs and bundled tests. */
export const out = path.join(root, "out");
/** Editors that were installed to run the extension in. Kept between runs. */
export const editors = path.join(root, ".vscode-test");
