/** What the build puts in. */

/** The version in package.json. */
declare const GRADLENS_VERSION: string;
