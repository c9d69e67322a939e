/**
 * The demo dev server: a page, its modules and a handful of sockets on one listen address, lively enough to look at and
 * strict enough to test against.
 */
@NullMarked
package dev.socketscope.engine.sandbox;

import org.jspecify.annotations.NullMarked;
