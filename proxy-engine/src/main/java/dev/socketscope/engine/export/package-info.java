/** What an engine has captured, in the formats of other tools. Secrets are masked unless they are asked for. */
@NullMarked
package dev.socketscope.engine.export;

import org.jspecify.annotations.NullMarked;
