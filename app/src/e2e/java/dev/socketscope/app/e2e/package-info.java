/** The product against what people use it with: dev servers, a browser, {@code ws}, curl and nginx. */
@NullMarked
package dev.socketscope.app.e2e;

import org.jspecify.annotations.NullMarked;
