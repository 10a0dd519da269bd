/** The project's folder; put in by test/run.mjs when it bundles the tests. */
declare const PROJECT_ROOT: string;
