/** Whether the tunnel does its work, at a glance: service levels, the way hop by hop, the newest upgrade, what waits. */
@NullMarked
package dev.socketscope.app.overview;

import org.jspecify.annotations.NullMarked;
