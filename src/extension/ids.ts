/** Every name that the manifest and the code must agree on. */

/** Commands that people run. */
export const commands = {
  show: "gradlens.show",
  showPinned: "gradlens.showPinned",
  togglePin: "gradlens.togglePin",
  focusGraph: "gradlens.focusGraph",
  resetInputs: "gradlens.resetInputs",
  writeInputs: "gradlens.writeInputs",
  goToSource: "gradlens.goToSource",
  copyValue: "gradlens.copyValue",
  copyGradient: "gradlens.copyGradient",
  explain: "gradlens.explain",
  toggleFold: "gradlens.toggleFold",
  foldAround: "gradlens.foldAround",
  turn: "gradlens.turn",
  enter: "gradlens.enter",
  goOut: "gradlens.goOut",
  onlyThisPath: "gradlens.onlyThisPath",
  stepThrough: "gradlens.stepThrough",
  find: "gradlens.find",
  toggleView: "gradlens.toggleView",
  plot: "gradlens.plot",
  descend: "gradlens.descend",
  randomPoint: "gradlens.randomPoint",
  hessian: "gradlens.hessian",
  jacobian: "gradlens.jacobian",
  undoInputs: "gradlens.undoInputs",
  redoInputs: "gradlens.redoInputs",
  copyMermaid: "gradlens.copyMermaid",
  copyTable: "gradlens.copyTable",
  copyCsv: "gradlens.copyCsv",
  copyLatex: "gradlens.copyLatex",
  copySvg: "gradlens.copySvg",
  saveSvg: "gradlens.saveSvg",
  savePng: "gradlens.savePng",
  keyboardHelp: "gradlens.keyboardHelp",
  openLog: "gradlens.openLog",
  openExample: "gradlens.openExample",
  openWalkthrough: "gradlens.openWalkthrough",
} as const;

/** The section of all settings, and their names in it. */
export const section = "gradlens";

/** Settings, without their section. */
export const settings = {
  followCursor: "followCursor",
  update: "update",
  hover: "hover",
  digits: "digits",
  inlayHints: "inlayHints",
  maxSteps: "maxSteps",
  direction: "direction",
  view: "view",
} as const;

/** Keys of `when` clauses. */
export const contexts = {
  isOpen: "gradlens.isOpen",
  isPinned: "gradlens.isPinned",
  fileHasTag: "gradlens.fileHasTag",
  hasChangedInputs: "gradlens.hasChangedInputs",
  hasExplained: "gradlens.hasExplained",
} as const;

/** The name by which the editor knows this extension: its publisher and its own. */
export const extensionId = "gradlens.gradlens";

/** The type of our webview panels. */
export const viewType = "gradlens.graph";

/** The languages whose functions can be shown, in files of any scheme. */
export const languages = ["typescript", "javascript", "typescriptreact", "javascriptreact"] as const;
