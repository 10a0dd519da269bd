/** Opens a model that travelled sealed. */
import type { ViewModel } from "../../src/view/model.ts";
import { kept, opened, type SealedModel } from "../../src/view/sealed.ts";

/** Return the model; what it does not have is missing instead of undefined. */
export function openModel(sealed: SealedModel): ViewModel {
  return opened(kept(sealed)) as ViewModel;
}
