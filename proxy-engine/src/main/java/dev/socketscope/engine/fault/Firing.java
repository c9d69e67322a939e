package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.FaultType;

/**
 * A fault has acted on a connection.
 *
 * @param fault id
 * @param detail what it did, in words, without payload
 * @param last whether it has now fired as often as it may and has to be disarmed
 */
public record Firing(String fault, FaultType type, String detail, boolean last) {}
