/** VS Code's own icons, of which the page needs a few; decoration only, the button around them has the name. */

const CODES = {
  add: "\uea60",
  "arrow-down": "\uea9a",
  "arrow-left": "\uea9b",
  "arrow-up": "\ueaa1",
  check: "\ueab2",
  "chevron-down": "\ueab4",
  "chevron-left": "\ueab5",
  "chevron-right": "\ueab6",
  close: "\uea76",
  "debug-pause": "\uead1",
  discard: "\ueae2",
  ellipsis: "\uea7c",
  error: "\uea87",
  fold: "\ueaf5",
  "graph-line": "\uebe2",
  history: "\uea82",
  info: "\uea74",
  pin: "\ueb2b",
  pinned: "\ueba0",
  play: "\ueb2c",
  question: "\ueb32",
  redo: "\uebb0",
  "symbol-array": "\uea8a",
  table: "\uebb7",
  remove: "\ueb3b",
  "screen-full": "\ueb4c",
  warning: "\uea6c",
} as const;

/** The name of an icon. */
export type IconName = keyof typeof CODES;

/** An icon of VS Code. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <span class="codicon" aria-hidden="true">
      {CODES[name]}
    </span>
  );
}

/** A button that shows only an icon; `label` is its name and tooltip. */
export function IconButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly pressed?: boolean;
  readonly class?: string;
  readonly disabled?: boolean;
  readonly onClick: (event: MouseEvent) => void;
}) {
  return (
    <button
      type="button"
      class={props.class === undefined ? "icon" : `icon ${props.class}`}
      title={props.label}
      aria-label={props.label}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}
