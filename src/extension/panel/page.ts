/** The panel's page as the host gives it to VS Code: one script, one stylesheet, and a policy that allows nothing else. */

/** What differs from page to page. All are URIs or tokens made by VS Code or by us, never a user's text. */
export interface PageParts {
  /** The source from which the panel's own files come. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly title: string;
}

/** Return the policy of the page: no network, no eval, no script but ours. Mermaid measures with inline styles. */
export function policyOf({ cspSource, nonce }: Pick<PageParts, "cspSource" | "nonce">): string {
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource} 'unsafe-inline'; font-src ${cspSource}; img-src data:`;
}

/** What is seen until there is something to show. It stands before the stylesheet, for which all that follows waits; the page takes it away. */
const FIRST_FRAME = `<main id="first" style="padding: 12px 16px; font: 13px/28px var(--vscode-font-family); color: var(--vscode-foreground); opacity: 0.74">Tracing …</main>`;

/** Return the page. */
export function pageHtml(parts: PageParts): string {
  const { nonce, script, style, title } = parts;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policyOf(parts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
</head>
<body style="padding: 0">
${FIRST_FRAME}
<link rel="stylesheet" href="${escapeAttribute(style)}">
<script nonce="${escapeAttribute(nonce)}" src="${escapeAttribute(script)}"></script>
</body>
</html>`;
}

/** Return a token that no page can guess. */
export function createNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
