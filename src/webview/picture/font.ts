/** The editor's font, in which labels are measured. */

/** Return the families that a label is written in. */
export function labelFont(): string {
  const font = getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-font-family").trim();
  return font === "" ? "monospace" : `${font}, monospace`;
}

/** Call back whenever VS Code writes new variables into the page; returns what ends it. */
export function watchStyle(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class"] });
  return () => {
    observer.disconnect();
  };
}
