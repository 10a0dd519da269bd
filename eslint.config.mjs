// One linter, type-checked; a rule that is off says why beside it.
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "out", ".vscode-test", "test/cases", "examples"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./tsconfig.node.json", "./src/webview/tsconfig.json", "./test/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { jsdoc },
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "start" }],
      "no-eval": "error",
      "no-new-func": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // Numbers in template literals are what this project prints all day.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `no…!` is banned by the strict set, but an index that a loop has just bounded is known to exist.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        { publicOnly: true, contexts: ["TSInterfaceDeclaration", "TSTypeAliasDeclaration"] },
      ],
    },
  },
  {
    files: ["src/language/**/*.ts"],
    rules: {
      // The interpreted program's exceptions, and what ends a run, are no Errors of ours: an Error would capture the host's stack each time.
      "@typescript-eslint/only-throw-error": "off",
    },
  },
  {
    files: ["src/language/interpreter/**/*.ts"],
    rules: {
      // Walking a chain of objects or scopes begins with this one.
      "@typescript-eslint/no-this-alias": ["error", { allowedNames: ["object", "block"] }],
      // Properties and elements are removed because the interpreted program says so.
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-array-delete": "off",
      // A field would stand in every object of the program; a getter stands in the class.
      "@typescript-eslint/class-literal-property-style": ["error", "getters"],
    },
  },
  {
    files: ["test/**/*.ts", "test/**/*.tsx"],
    rules: {
      // A describe() block is a function only by syntax.
      "max-lines-per-function": "off",
      // node:test's it() and describe() return promises that the runner itself awaits.
      "@typescript-eslint/no-floating-promises": "off",
    },
  },
);
