package dev.socketscope.engine.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a message.
 *
 * @param deliveries in the order in which they are to be sent; empty for a message that vanishes or is kept
 * @param ending the connection ends in its place; null when it does not
 */
public record Fate(List<Delivery> deliveries, @Nullable Ending ending) {}
