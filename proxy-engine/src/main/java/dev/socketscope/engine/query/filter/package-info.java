/**
 * The filter language of the search box and the control API: text in, a tree of conditions out, and the evaluation of that tree on
 * frames and connections.
 *
 * <pre>
 *   any    = all { "or" all }
 *   all    = one { [ "and" ] one }
 *   one    = "not" one | "-" one | "(" any ")" | term | regex | quoted | word
 *   term   = name ":" value | quantity compare number | "json" path [ compare value | "~" regex ]
 * </pre>
 */
@NullMarked
package dev.socketscope.engine.query.filter;

import org.jspecify.annotations.NullMarked;
