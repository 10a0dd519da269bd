/** The page and its policy. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { createNonce, pageHtml, policyOf } from "../../../src/extension/panel/page.ts";

it("the policy is exactly this one", () => {
  assert.equal(
    policyOf({ cspSource: "https://*.vscode-cdn.net", nonce: "0123" }),
    "default-src 'none'; script-src 'nonce-0123'; style-src https://*.vscode-cdn.net 'unsafe-inline'; font-src https://*.vscode-cdn.net; img-src data:",
  );
});

it("whatever is put into the page stays inside of its attribute", () => {
  const hostile = `"><script>alert(1)</script>&`;
  const html = pageHtml({ cspSource: hostile, nonce: hostile, script: hostile, style: hostile, title: hostile });
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.doesNotMatch(html, /alert\(1\)<\/script>/);
});

it("every page has a token of its own", () => {
  const tokens = new Set(Array.from({ length: 100 }, createNonce));
  assert.equal(tokens.size, 100);
  for (const token of tokens) assert.match(token, /^[0-9a-f]{32}$/);
});
