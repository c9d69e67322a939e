package dev.socketscope.app.connections;

import dev.socketscope.app.export.TrafficExport;
import java.util.function.Consumer;

/**
 * What other panels do for a connection; each gets its id.
 *
 * @param breakIt applies faults to it
 * @param send sends something into it
 * @param replay sends once more what it has carried
 * @param openAs opens one more WebSocket as its client has done
 * @param holdAgain holds its conversation again, with a server or as one
 * @param export saves what they have carried
 * @param front brings the panel of connections to the front
 */
public record ConnectionWishes(Consumer<String> breakIt, Consumer<String> send, Consumer<String> replay,
        Consumer<String> openAs, Consumer<String> holdAgain, TrafficExport export, Runnable front) {}
