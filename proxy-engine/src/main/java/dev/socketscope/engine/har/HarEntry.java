package dev.socketscope.engine.har;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Header;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket behind an entry, without its messages.
 *
 * @param millis how long it lasted; 0 when the file does not know
 * @param address of the server, empty when the file does not know
 * @param timings in milliseconds by their names in the format; those that were not measured are not there
 * @param close how it ended; null when the file does not know
 * @param closedMicros when it ended, since the epoch; 0 when the file does not know
 * @param error what the browser says that went wrong; empty for nothing
 */
public record HarEntry(Instant started, double millis, HarUrl url, String address, List<Header> requestHeaders,
        int status, String statusText, List<Header> responseHeaders, Map<String, Double> timings,
        @Nullable CloseInfo close, long closedMicros, String error) {}
