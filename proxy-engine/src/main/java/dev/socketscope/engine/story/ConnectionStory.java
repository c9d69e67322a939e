package dev.socketscope.engine.story;

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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in a sentence what happened to a connection: how it is, what carried it over losses, which faults have acted, and last what it
 * has carried.
 */
public final class ConnectionStory {
    /** What a shorter sentence leaves out, the first named before the others. */
    private enum Detail {
        TRAFFIC, REASON, EACH_FAULT
    }

    private final Connection connection;
    private final Instant now;
    private final Firings fired;
    private final Set<Detail> told;

    private ConnectionStory(Connection connection, Instant now, Firings fired, Set<Detail> told) {
        this.connection = connection;
        this.now = now;
        this.fired = fired;
        this.told = told;
    }

    /** The whole sentence, and shorter and shorter ones. How it ended and the faults stand in all of them. */
    public static List<String> of(Connection connection, Instant now, Firings fired) {
        Set<Detail> told = EnumSet.allOf(Detail.class);
        List<String> sentences = new ArrayList<>(List.of(new ConnectionStory(connection, now, fired, told).sentence()));
        for (Detail detail : Detail.values()) {
            told.remove(detail);
            sentences.add(new ConnectionStory(connection, now, fired, told).sentence());
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
            case CONNECTING ->
                "Waiting for " + connection.upstreamUri() + " to answer the upgrade, " + age() + " so far";
            case OPEN -> "Open for " + age();
            case UPSTREAM_AWAY -> away("upstream", "client");
            case CLIENT_AWAY -> away("client", "upstream");
            case CLOSING -> "Closing after " + age();
            case CLOSED -> closed();
        };
    }

    /** What was lost, when and how, and what waits for it. */
    private String away(String lost, String held) {
        Away away = connection.survival().away();
        if (away == null) {
            return "The " + lost + " has gone, the " + held + " is held; " + age() + " old";
        }
        int waiting = connection.survival()
                .buffered(away.leg() == Leg.UPSTREAM ? Direction.TO_UPSTREAM : Direction.TO_CLIENT);
        String reason = away.reason().isBlank() || !told.contains(Detail.REASON) ? "" : ": " + away.reason();
        return "The " + lost + " was lost " + Words.span(Duration.between(away.since(), now)) + " ago" + reason
                + "; the " + held + " is held and "
                + (waiting == 1 ? "1 message waits" : Words.count(waiting) + " messages wait") + "; " + age() + " old";
    }

    private String closed() {
        CloseInfo close = connection.close();
        if (close == null) {
            return "Closed after " + age();
        }
        if (close.manner() == CloseInfo.Manner.HANDSHAKE) {
            // The engine's own words for it say the same as this sentence.
            return "Never opened: " + who(close) + " answered " + status()
                    + (close.reason().contains(status()) ? "" : reason(close));
        }
        if (close.explained() && told.contains(Detail.REASON)) {
            return "Closed with " + close.code() + " after " + age() + ": " + close.reason();
        }
        return "Closed by " + who(close) + " with " + how(close) + reason(close) + " after " + age();
    }

    private static String who(CloseInfo close) {
        return switch (close.by()) {
            case CLIENT -> "the client";
            case UPSTREAM -> "the upstream";
            case ENGINE -> "the engine";
            case FAULT -> close.fault() == null ? "a fault" : "fault " + close.fault();
        };
    }

    private String status() {
        int status = connection.handshake().status();
        return status == 0 ? "nothing" : (status + " " + connection.handshake().reasonPhrase()).strip();
    }

    private static String how(CloseInfo close) {
        return switch (close.manner()) {
            case CLOSE_FRAME -> close.code() == CloseInfo.NO_CODE ? "a Close frame without a code"
                    : Integer.toString(close.code());
            case FIN -> close.code() + " (end of stream, no Close frame)";
            case RST -> close.code() + " (TCP reset, no Close frame)";
            case SILENCE -> close.code() + " (pings were not answered)";
            case HANDSHAKE -> "";
        };
    }

    private String reason(CloseInfo close) {
        return close.reason().isBlank() || !told.contains(Detail.REASON) ? "" : " “" + close.reason() + "”";
    }

    /** What went through it; nothing when it never opened. */
    private String traffic() {
        boolean opened = connection.state() != Connection.State.CONNECTING
                && (connection.close() == null || connection.close().manner() != CloseInfo.Manner.HANDSHAKE);
        return opened && told.contains(Detail.TRAFFIC) ? Words.count(connection.toUpstream().messages()) + " sent, "
                + Words.count(connection.toClient().messages()) + " received" : "";
    }

    private String reconnects() {
        int times = connection.survival().reconnects();
        return times == 0 ? "" : times == 1 ? "1 reconnect" : Words.count(times) + " reconnects";
    }

    private String age() {
        Instant end = connection.closedAt() == null ? now : connection.closedAt();
        return Words.span(Duration.between(connection.openedAt(), end));
    }
}
