/** Stepping through the forward and the backward pass, as the lecture does on its slides. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { becomes, eventually } from "./desk.ts";
import { useEditor } from "./editor.ts";

describe("Step Through", () => {
  const desk = useEditor("stepping");

  before(async () => {
    await desk.show("const a1 = ", "l = 0.580");
  });

  /** Where one is: `Forward pass, 2 of 5`. */
  async function place(): Promise<string> {
    const row = desk.panel.getByRole("group", { name: "Step through both passes" });
    const texts = [await row.locator(".pass").innerText(), await row.locator(".place").innerText()];
    return texts.join(", ").replaceAll(/\s+/g, " ");
  }

  /** What is said of the step. */
  function sentence(): Promise<string> {
    return desk.panel.getByRole("region", { name: "This step" }).getByRole("status").innerText();
  }

  /** The numbers of the chain rule, as they are written: `1.52·0.840+1.52·2=4.33`. */
  async function sum(): Promise<string> {
    const row = desk.panel.locator(".chain .numbers");
    return ((await row.textContent()) ?? "").replaceAll(/\s+/g, "");
  }

  it("goes on and back by buttons, lights the step in picture and code, and is where the bar is put", async () => {
    await desk.button("Step Through").click();
    await becomes(place, "Forward pass, 1 of 5");
    await desk.button("Next Step (→)").click();
    await becomes(place, "Forward pass, 2 of 5");
    const first = await sentence();
    await desk.button("Next Step (→)").click();
    await becomes(place, "Forward pass, 3 of 5");
    assert.notEqual(await sentence(), first);
    await desk.highlighted(true);
    await desk.button("Previous Step (←)").click();
    await becomes(sentence, first);
    const bar = desk.panel.getByRole("slider", { name: "Step", exact: true });
    const box = await bar.boundingBox();
    assert.ok(box !== null);
    await bar.click({ position: { x: box.width - 2, y: box.height / 2 } });
    await desk.panel.locator(".pass", { hasText: "Backward" }).waitFor();
    await desk.screenshot("step-last-dark");
    await desk.button("Stop Stepping (Esc)").click();
    await desk.panel.locator(".transport").waitFor({ state: "detached" });
    await desk.highlighted(false);
  });

  it("plays by itself at a speed that is chosen, until it is told to pause", async () => {
    await desk.button("Step Through").click();
    await desk.button("Speed: 1 step in a second").click();
    await desk.button("Play (Space)").click();
    await desk.panel.locator(".place", { hasText: "3 of 5" }).waitFor();
    await desk.button("Pause (Space)").click();
    await desk.button("Play (Space)").waitFor();
    await desk.button("Stop Stepping (Esc)").click();
  });

  it("by keys: the local derivative first, then the product, and where two paths meet the sum grows term by term", async () => {
    await desk.tabTo("node");
    await desk.press("s", "End");
    await becomes(place, "Forward pass, 1 of 5");
    const seen: string[] = [];
    for (let at = "Forward pass, 1 of 5"; at !== "Backward pass, 9 of 9";) {
      const before = at;
      await desk.press("ArrowRight");
      at = await eventually(place, (now) => now !== before);
      if ((await desk.panel.locator(".chain").count()) > 0) seen.push(await sum());
    }
    // From l back: ∂l/∂user · ∂user/∂node, a term for each user.
    assert.deepEqual(
      seen.filter((text, index) => text !== seen[index - 1]),
      [
        "=1·1.52=1.52",
        "=1.52·1=1.52",
        "=1·(−1.52)=−1.52",
        "=1.52·0.210+⋯=0.320+⋯",
        "=1.52·0.210+1.52·0.5=1.08",
        "=1.52·0.840+⋯=1.28+⋯",
        "=1.52·0.840+1.52·2=4.33",
      ],
    );
    await desk.press("Escape");
    await desk.panel.locator(".transport").waitFor({ state: "detached" });
  });
});
