package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.har.HarEntry;
import dev.socketscope.engine.har.HarMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection of an HTTP archive, made of its messages and then of its entry. */
final class HarConnection {
    private static final String UNKNOWN_END = "the file does not say how it ended";
    private static final int FIRST_REFUSAL = 300;
    private static final Map<String, Handshake.Station> STATIONS = Map.of("dns", Handshake.Station.RESOLVE, "connect",
            Handshake.Station.CONNECT, "send", Handshake.Station.SEND_UPGRADE, "wait",
            Handshake.Station.UPSTREAM_PROCESSING, "receive", Handshake.Station.RECEIVE_RESPONSE);

    private final String id;
    private Traffic toUpstream = Traffic.NONE;
    private Traffic toClient = Traffic.NONE;
    private long newestMicros;

    HarConnection(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void count(HarMessage message) {
        boolean up = message.direction() == Direction.TO_UPSTREAM;
        int length = message.data().length;
        int header = 2 + (length > 0xFFFF ? 8 : length > 125 ? 2 : 0) + (up ? 4 : 0);
        Traffic one = new Traffic(1, message.opcode().isControl() ? 0 : 1, (long) header + length);
        toUpstream = up ? toUpstream.plus(one) : toUpstream;
        toClient = up ? toClient : toClient.plus(one);
        newestMicros = Math.max(newestMicros, message.atMicros());
    }

    Connection connection(HarEntry entry) {
        String upstream = (entry.url().secure() ? "https://" : "http://") + entry.url().host();
        return new Connection(id, Connection.State.CLOSED, entry.url().path(), entry.url().query(), entry.url().host(),
                header(entry.responseHeaders(), "Sec-WebSocket-Protocol"), "*/", upstream, null, null, entry.started(),
                closedAt(entry), LegStatus.at(""), LegStatus.at(entry.address()), toUpstream, toClient,
                Connection.Survival.UNTRIED, List.of(), close(entry), handshake(entry));
    }

    private Instant closedAt(HarEntry entry) {
        Instant lasted = entry.started().plus(Duration.ofNanos(Math.round(entry.millis() * 1e6)));
        Instant told = Instant.EPOCH.plus(Math.max(newestMicros, entry.closedMicros()), ChronoUnit.MICROS);
        return lasted.isAfter(told) ? lasted : told;
    }

    private CloseInfo close(HarEntry entry) {
        boolean silent = toUpstream.frames() + toClient.frames() == 0;
        if (silent && (entry.status() == 0 || entry.status() >= FIRST_REFUSAL)) {
            return new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.HANDSHAKE, CloseInfo.ABNORMAL, entry.error(),
                    null);
        }
        if (entry.close() != null) {
            return entry.close();
        }
        return new CloseInfo(CloseInfo.By.ENGINE, CloseInfo.Manner.FIN,
                entry.error().isEmpty() ? CloseInfo.NO_CODE : CloseInfo.ABNORMAL,
                entry.error().isEmpty() ? UNKNOWN_END : entry.error(), null);
    }

    private static Handshake handshake(HarEntry entry) {
        String query = entry.url().query();
        String line = "GET " + entry.url().path() + (query == null ? "" : "?" + query) + " HTTP/1.1";
        return new Handshake(steps(entry.timings()), line, entry.requestHeaders(), entry.requestHeaders(),
                entry.status(), entry.statusText(), entry.responseHeaders(), entry.responseHeaders(),
                header(entry.responseHeaders(), "Sec-WebSocket-Extensions"));
    }

    /** One after the other, as the format has them. */
    private static List<Handshake.Step> steps(Map<String, Double> timings) {
        List<Handshake.Step> steps = new ArrayList<>();
        long start = 0;
        for (String name : List.of("dns", "connect", "send", "wait", "receive")) {
            Handshake.Station station = STATIONS.get(name);
            Double millis = timings.get(name);
            if (station != null && millis != null) {
                long micros = Math.round(millis * 1_000);
                steps.add(new Handshake.Step(station, start, micros));
                start += micros;
            }
        }
        return steps;
    }

    private static @Nullable String header(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }
}
