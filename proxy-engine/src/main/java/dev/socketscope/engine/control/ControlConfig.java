package dev.socketscope.engine.control;

import java.net.InetSocketAddress;

/**
 * Where the control API listens and what its callers have to know.
 *
 * @param listen port 0 picks a free one
 */
public record ControlConfig(InetSocketAddress listen, ControlToken token) {}
