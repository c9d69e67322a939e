/**
 * What an engine has captured, in the formats of other tools, and as a report for people. Secrets in handshakes and addresses are masked unless
 * they are asked for.
 */
@NullMarked
package dev.socketscope.engine.export;

import org.jspecify.annotations.NullMarked;
