package dev.socketscope.engine.hmr;

/**
 * A module that a page has to replace, and who takes the replacement. As Vite names modules: without the server's base, {@code t} and
 * {@code import}.
 *
 * @param path the module that accepts
 * @param acceptedPath the module that is fetched anew; the same one when a module accepts itself
 * @param css whether it is a style sheet that a {@code link} loads
 * @param explicitImport whether it is a script only because it is imported, as JSON and pictures are
 * @param circular whether the page cannot replace it for certain, because it takes part in a circle of imports
 */
record ModuleChange(String path, String acceptedPath, boolean css, boolean explicitImport, boolean circular) {}
