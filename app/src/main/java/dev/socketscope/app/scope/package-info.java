/** Which connections something is applied to: what there is to choose from, the controls that choose, and how a choice is said. */
@NullMarked
package dev.socketscope.app.scope;

import org.jspecify.annotations.NullMarked;
