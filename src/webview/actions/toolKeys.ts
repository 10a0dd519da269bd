/** The keys of what stands beside the picture. */
import type { Page } from "../state/page.ts";
import type { Actions } from "./actions.ts";

/** Open or close what a key stands for, and tell whether it stands for anything. */
export function toolKey(key: string, { tools }: Page, actions: Actions): boolean {
  switch (key.toLowerCase()) {
    case "s":
      if (tools.stepping === undefined) actions.startStepping();
      else actions.step(undefined);
      return true;
    case "l":
      actions.togglePlot();
      return true;
    case "h":
      actions.toggleMatrix("hessian");
      return true;
    case "j":
      actions.toggleMatrix("jacobian");
      return true;
    default:
      return false;
  }
}
