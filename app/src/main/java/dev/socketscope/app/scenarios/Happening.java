package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.scenario.Closed;
import dev.socketscope.engine.scenario.DeadPeer;
import dev.socketscope.engine.scenario.Loss;
import dev.socketscope.engine.scenario.Observation;
import dev.socketscope.engine.scenario.Reload;
import dev.socketscope.engine.scenario.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that was observed of a connection.
 *
 * @param at from the start
 * @param kind in a word
 * @param detail the rest, for a person
 */
record Happening(Duration at, String kind, String connection, String path, String detail) {
    /** Losses, closes, reloads and silent peers by time. */
    static List<Happening> of(Observation seen) {
        Instant from = seen.started();
        return Stream
                .of(seen.losses().stream().map(loss -> of(loss, from)),
                        seen.closes().stream().map(closed -> of(closed, from)),
                        seen.reloads().stream().map(reload -> of(reload, from)),
                        seen.deadPeers().stream().map(peer -> of(peer, from)))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    private static Happening of(Loss loss, Instant from) {
        String outcome = Strings.of(loss.back() == null ? "scenarios.loss.open" : "scenarios.loss.back",
                Texts.span(loss.waited()), Names.of(loss.by()), Texts.count(loss.attempts(), "attempt"));
        return new Happening(Duration.between(from, loss.at()), Strings.of("scenarios.happening.loss"),
                loss.connection(), loss.path(), loss.cause() + "; " + outcome);
    }

    private static Happening of(Closed closed, Instant from) {
        return new Happening(Duration.between(from, closed.at()), Strings.of("scenarios.happening.close"),
                closed.connection(), closed.path(),
                Strings.of("scenarios.closed", Integer.toString(closed.close().code()), Names.of(closed.close().by()),
                        Names.of(closed.close().manner()), closed.close().reason()).strip());
    }

    private static Happening of(Reload reload, Instant from) {
        return new Happening(Duration.between(from, reload.at()), Strings.of("scenarios.happening.reload"),
                reload.connection(), reload.path(), reload.how());
    }

    private static Happening of(DeadPeer peer, Instant from) {
        String outcome = peer.noticed() == null ? Strings.of("scenarios.silent.open", Texts.span(peer.silent()))
                : Strings.of("scenarios.silent.noticed", Texts.span(peer.noticed()), peer.how());
        return new Happening(Duration.between(from, peer.since()), Strings.of("scenarios.happening.silent"),
                peer.connection(), peer.path(), peer.fault() + "; " + outcome);
    }
}
