/** The built page in a real browser, under the policy that the host sets. */
import { derivativeTests } from "./panel/derivatives.ts";
import { gestureTests } from "./panel/gestures.ts";
import { inputTests } from "./panel/inputs.ts";
import { legibleTests } from "./panel/legible.ts";
import { menuTests } from "./panel/menus.ts";
import { narrowTests } from "./panel/narrow.ts";
import { pictureTests } from "./panel/picture.ts";
import { plotTests } from "./panel/plots.ts";
import { regionTests } from "./panel/regions.ts";
import { describePage } from "./panel/site.ts";
import { stateTests } from "./panel/states.ts";
import { surfaceTests } from "./panel/surface.ts";
import { tableTests } from "./panel/table.ts";
import { toolTests } from "./panel/tools.ts";
import { useTests } from "./panel/use.ts";

describePage("the panel's page", (site) => {
  pictureTests(site);
  legibleTests(site);
  useTests(site);
  stateTests(site);
  toolTests(site);
  menuTests(site);
  plotTests(site);
  tableTests(site);
  narrowTests(site);
  derivativeTests(site);
  surfaceTests(site);
  regionTests(site);
  inputTests(site);
  gestureTests(site);
});
