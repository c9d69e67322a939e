package dev.socketscope.engine.hmr;

/**
 * A module that has changed while nobody could tell its page.
 *
 * @param path as the page asks for it, without {@code t}
 * @param css whether it is a style sheet that a {@code link} loads
 */
record ModuleChange(String path, boolean css) {}
