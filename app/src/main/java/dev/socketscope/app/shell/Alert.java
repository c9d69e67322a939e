package dev.socketscope.app.shell;

/**
 * Something that a person should hear of wherever they are in the window.
 *
 * @param panel id of the panel where more is to be seen
 */
record Alert(String title, String text, String panel) {}
