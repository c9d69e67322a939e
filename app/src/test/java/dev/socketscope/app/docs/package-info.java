/** What users read, held against the program. */
@NullMarked
package dev.socketscope.app.docs;

import org.jspecify.annotations.NullMarked;
