package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in a sentence what happened to a connection: how it is, what carried it over losses, which faults have acted, and last what it
 * has carried.
 */
final class Story {
    /** What a shorter sentence leaves out, the first named before the others. */
    private enum Detail {
        TRAFFIC, REASON, EACH_FAULT
    }

    private final Connection connection;
    private final Instant now;
    private final Firings fired;
    private final Set<Detail> told;

    private Story(Connection connection, Instant now, Firings fired, Set<Detail> told) {
        this.connection = connection;
        this.now = now;
        this.fired = fired;
        this.told = told;
    }

    /** The whole sentence, and shorter and shorter ones. How it ended and the faults stand in all of them. */
    static List<String> of(Connection connection, Instant now, Firings fired) {
        Set<Detail> told = EnumSet.allOf(Detail.class);
        List<String> sentences = new ArrayList<>(List.of(new Story(connection, now, fired, told).sentence()));
        for (Detail detail : Detail.values()) {
            told.remove(detail);
            sentences.add(new Story(connection, now, fired, told).sentence());
        }
        return sentences;
    }

    private String sentence() {
        return Stream
                .of(state(), reconnects(), told.contains(Detail.EACH_FAULT) ? fired.words() : fired.fewWords(),
                        traffic())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "", "."));
    }

    private String state() {
        return switch (connection.state()) {
            case CONNECTING -> Strings.of("story.connecting", connection.upstreamUri(), age());
            case OPEN -> Strings.of("story.open", age());
            case UPSTREAM_AWAY -> away("story.upstream-away");
            case CLIENT_AWAY -> away("story.client-away");
            case CLOSING -> Strings.of("story.closing", age());
            case CLOSED -> closed();
        };
    }

    /** What was lost, when and how, and what waits for it. */
    private String away(String key) {
        Away away = connection.survival().away();
        if (away == null) {
            return Strings.of(key, age());
        }
        int waiting = connection.survival()
                .buffered(away.leg() == Leg.UPSTREAM ? Direction.TO_UPSTREAM : Direction.TO_CLIENT);
        String reason = away.reason().isBlank() || !told.contains(Detail.REASON) ? "" : ": " + away.reason();
        return Strings.of(key + ".since", Units.span(Duration.between(away.since(), now)), reason,
                waiting == 1 ? Strings.of("story.waiting.one") : Strings.of("story.waiting", Units.count(waiting)),
                age());
    }

    private String closed() {
        CloseInfo close = connection.close();
        if (close == null) {
            return Strings.of("story.closed.unknown", age());
        }
        String who = close.by() == CloseInfo.By.FAULT && close.fault() != null
                ? Strings.of("by.this-fault", close.fault())
                : Strings.of("by." + close.by().name().toLowerCase(Locale.ROOT));
        if (close.manner() == CloseInfo.Manner.HANDSHAKE) {
            // The engine's own words for it say the same as this sentence.
            return Strings.of("story.refused", who, status(), close.reason().contains(status()) ? "" : reason(close));
        }
        if (close.explained() && told.contains(Detail.REASON)) {
            return Strings.of("story.closed.explained", Integer.toString(close.code()), age(), close.reason());
        }
        return Strings.of("story.closed", who, how(close), reason(close), age());
    }

    private String status() {
        int status = connection.handshake().status();
        return status == 0 ? Strings.of("story.no-answer")
                : (status + " " + connection.handshake().reasonPhrase()).strip();
    }

    private static String how(CloseInfo close) {
        return switch (close.manner()) {
            case CLOSE_FRAME -> close.code() == CloseInfo.NO_CODE ? Strings.of("story.how.no-code")
                    : Integer.toString(close.code());
            case FIN -> Strings.of("story.how.fin", Integer.toString(close.code()));
            case RST -> Strings.of("story.how.rst", Integer.toString(close.code()));
            case SILENCE -> Strings.of("story.how.silence", Integer.toString(close.code()));
            case HANDSHAKE -> "";
        };
    }

    private String reason(CloseInfo close) {
        return close.reason().isBlank() || !told.contains(Detail.REASON) ? ""
                : Strings.of("story.reason", close.reason());
    }

    /** What went through it; nothing when it never opened. */
    private String traffic() {
        boolean opened = connection.state() != Connection.State.CONNECTING
                && (connection.close() == null || connection.close().manner() != CloseInfo.Manner.HANDSHAKE);
        return opened && told.contains(Detail.TRAFFIC)
                ? Strings.of("story.traffic", Units.count(connection.toUpstream().messages()),
                        Units.count(connection.toClient().messages()))
                : "";
    }

    private String reconnects() {
        int times = connection.survival().reconnects();
        return times == 0 ? "" : times == 1 ? Strings.of("story.reconnects.one")
                : Strings.of("story.reconnects", Units.count(times));
    }

    private String age() {
        Instant end = connection.closedAt() == null ? now : connection.closedAt();
        return Units.span(Duration.between(connection.openedAt(), end));
    }
}
