package dev.socketscope.engine.api;

import java.util.List;

/**
 * A run of events for one reader.
 *
 * @param missed events that the engine had already dropped when the reader came
 * @param events oldest first
 * @param next what to ask for next: pass it as {@code after}
 */
public record EventPage(long missed, List<Event> events, long next) {}
