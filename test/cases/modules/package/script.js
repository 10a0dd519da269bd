// Nothing here imports or exports: that it is a module, and strict, is said by its package.
globalThis.scriptSays = [
  typeof this,
  typeof require,
  typeof exports,
  (function () {
    return typeof this;
  })(),
];
