/** The routes as a configuration of Envoy. Pure: routes in, text out. */
@NullMarked
package dev.socketscope.engine.envoy;

import org.jspecify.annotations.NullMarked;
