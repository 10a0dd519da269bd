/** The manifest against the code: what is contributed exists, and what exists is contributed. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { commands, contexts, languages, section, settings, viewType } from "../../src/extension/ids.ts";
import { readSettings } from "../../src/extension/settings.ts";
import { resetWorld, world } from "./vscodeDouble.ts";
import { wire } from "./wiring.ts";

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly description: string;
  readonly scope: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}

interface Step {
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly main: string;
  readonly browser: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly icon: string;
  readonly capabilities: unknown;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly keybindings: readonly { readonly command: string; readonly when: string }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const manifest = JSON.parse(fs.readFileSync(path.join(PROJECT_ROOT, "package.json"), "utf8")) as Manifest;
const texts = JSON.parse(fs.readFileSync(path.join(PROJECT_ROOT, "package.nls.json"), "utf8")) as Record<
  string,
  string
>;
const { contributes } = manifest;
const text = (key: string): string | undefined => texts[key.replaceAll("%", "")];

describe("commands", () => {
  it("of a panel are offered only while there is one", () => {
    const conditions = new Map(contributes.menus["commandPalette"]?.map(({ command, when }) => [command, when]));
    const everywhere = ["show", "showPinned", "openLog", "openExample", "openWalkthrough"].map(
      (name) => `gradlens.${name}`,
    );
    for (const { command } of contributes.commands)
      if (!everywhere.includes(command)) assert.match(conditions.get(command) ?? "", /gradlens\.isOpen/, command);
  });

  it("that are contributed are those that have a name in the code, and are registered", () => {
    const contributed = contributes.commands.map(({ command }) => command).sort();
    assert.deepEqual(contributed, Object.values(commands).sort());
    const wired = wire();
    assert.deepEqual(Object.keys(world.registered).sort(), contributed);
    wired.dispose();
  });

  it("have a category, and a title in title case without a period", () => {
    for (const { title, category } of contributes.commands) {
      assert.equal(category, "GradLens");
      assert.match(text(title) ?? "", /^[A-Z][a-zA-Z ]+[a-zA-Z]$/);
    }
  });

  it("in menus and keys exist, and their conditions use only known keys", () => {
    const known = new Set<string>(Object.values(commands));
    const items: readonly MenuItem[] = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    for (const { command, when = "" } of items) {
      assert.ok(known.has(command), command);
      for (const [key] of when.matchAll(/gradlens\.\w+/g))
        assert.ok([...Object.values<string>(contexts), viewType].includes(key), key);
    }
  });
});

describe("the walkthrough", () => {
  const [{ id, steps } = { id: "", steps: [] }] = contributes.walkthroughs;

  it("is the one that the command opens", async () => {
    const wired = wire();
    await wired.run(commands.openWalkthrough);
    assert.deepEqual(world.executed, [
      { id: "workbench.action.openWalkthrough", argument: `${manifest.publisher}.${manifest.name}#${id}` },
    ]);
    wired.dispose();
  });

  it("has four steps with commands and conditions that exist, and pictures in the theme's colours", () => {
    assert.equal(steps.length, 4);
    for (const { description, media, completionEvents } of steps) {
      const offered = Array.from(text(description)!.matchAll(/\(command:([\w.]+)\)/g), (match) => match[1]!);
      assert.ok(offered.length > 0, description);
      for (const command of offered) assert.ok(Object.values<string>(commands).includes(command), command);
      for (const event of completionEvents) {
        const [kind, name] = event.split(":");
        const known: readonly string[] = Object.values(kind === "onCommand" ? commands : contexts);
        assert.ok(known.includes(name!), event);
      }
      const picture = fs.readFileSync(path.join(PROJECT_ROOT, media.svg), "utf8");
      assert.match(picture, /var\(--vscode-/u);
      assert.doesNotMatch(picture, /#[0-9a-f]{3}/iu);
    }
  });
});

describe("settings", () => {
  const properties = Object.entries(contributes.configuration.properties);

  it("that are contributed are those that are read", () => {
    const read = Object.values(settings).map((name) => `${section}.${name}`);
    assert.deepEqual(properties.map(([name]) => name).sort(), read.sort());
  });

  it("have the defaults that the code has", () => {
    resetWorld();
    const defaults = properties.map(([name, setting]) => [name.slice(section.length + 1), setting.default]);
    assert.deepEqual(Object.fromEntries(defaults), readSettings(undefined));
  });

  it("stand in the README's table with their defaults and choices", () => {
    const readme = fs.readFileSync(path.join(PROJECT_ROOT, "README.md"), "utf8");
    const rows = Array.from(
      readme.matchAll(/^\| `(gradlens\.\w+)` +\| `(\w+)` +\| (.+?) +\|$/gm),
      ([, ...cells]) => cells,
    );
    assert.deepEqual(
      rows.map(([name, value]) => [name, value]).sort(),
      properties.map(([name, setting]) => [name, String(setting.default)]).sort(),
    );
    for (const [name, , told] of rows)
      for (const choice of contributes.configuration.properties[name!]?.enum ?? [])
        assert.ok(told!.includes(`\`${choice}\``), `${name!} can be ${choice}`);
  });

  it("have a scope and descriptions that end in a period, and say what a boolean controls", () => {
    for (const [name, setting] of properties) {
      assert.ok(["window", "resource", "language-overridable"].includes(setting.scope), name);
      assert.match(
        text(setting.description) ?? "",
        setting.type === "boolean" ? /^Controls whether .*\.$/ : /\.$/,
        name,
      );
      assert.equal(setting.enum?.length, setting.enumDescriptions?.length, name);
      for (const description of setting.enumDescriptions ?? []) assert.match(text(description) ?? "", /\.$/, name);
    }
  });
});

it("every text of package.nls.json is used, and every text that is used exists", () => {
  const used = Array.from(JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g), (match) => match[1]!);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
});

it("the extension is activated by its languages and its panel, and by nothing else", () => {
  const expected = [...languages.map((language) => `onLanguage:${language}`), `onWebviewPanel:${viewType}`];
  assert.deepEqual([...manifest.activationEvents].sort(), expected.sort());
});

it("works where nothing is trusted and nothing is on a disk", () => {
  assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
});

it("whatever the manifest names as a file of the extension is on the list of what ships", () => {
  const list = fs.readFileSync(path.join(PROJECT_ROOT, ".vscodeignore"), "utf8").split("\n");
  const pictures = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg));
  for (const file of [manifest.main, manifest.browser, manifest.icon, ...pictures])
    assert.ok(list.includes(`!${file.replace("./", "")}`), file);
});
