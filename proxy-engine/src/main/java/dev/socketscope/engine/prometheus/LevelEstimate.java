package dev.socketscope.engine.prometheus;

import dev.socketscope.engine.api.ServiceLevel;

/**
 * A service level as metrics tell it.
 *
 * @param known whether these metrics can tell it at all
 */
public record LevelEstimate(ServiceLevel level, boolean known) {}
