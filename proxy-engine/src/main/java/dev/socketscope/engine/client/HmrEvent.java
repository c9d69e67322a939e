package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link HmrClient} tells its listener, in order and on one thread. */
public sealed interface HmrEvent {

    /** The socket is open, for the first time or again. */
    record Online(SocketEvent.Session session) implements HmrEvent {}

    /** The socket is lost. @param retryIn until the next attempt; null when there will be none */
    record Offline(int code, String reason, @Nullable Duration retryIn) implements HmrEvent {}

    /** The server greets. */
    record Connected() implements HmrEvent {}

    /** Modules have changed; one in the guide's dialect, any number in Vite's. */
    record Update(List<Change> changes) implements HmrEvent {}

    /** The page has to be loaded again. @param path of the page; empty for all */
    record FullReload(String path) implements HmrEvent {}

    /** Modules are gone. */
    record Prune(List<String> paths) implements HmrEvent {}

    /**
     * The build failed.
     *
     * @param file empty when unknown, as are message and stack
     * @param line from 1; 0 when unknown
     */
    record Error(String message, String stack, String file, int line) implements HmrEvent {}

    /** A plugin's own message. @param data JSON */
    record Custom(String event, String data) implements HmrEvent {}

    /** A message of another kind, as it came. */
    record Other(String message) implements HmrEvent {}

    /**
     * One changed module.
     *
     * @param path of the module
     * @param acceptedPath the module that takes the change; the same as path when not said
     * @param timestamp milliseconds since 1970, for the query {@code ?t=}; 0 when not said
     */
    record Change(String path, String acceptedPath, long timestamp) {}
}
