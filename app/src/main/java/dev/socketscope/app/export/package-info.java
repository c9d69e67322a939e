/** Saves captured traffic to files for other programs and people; panels offer it for what they show. */
@NullMarked
package dev.socketscope.app.export;

import org.jspecify.annotations.NullMarked;
