package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.scenario.Verdict.Outcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what was observed against what was expected. */
final class Judge {
    private Judge() {}

    /** One verdict for each expectation, in their order. */
    static List<Verdict> verdicts(List<Expectation> expectations, Observation seen) {
        return expectations.stream().map(each -> honest(verdict(each, seen), seen)).toList();
    }

    /** Nothing bad can be said to have been absent by someone who has not seen everything. */
    private static Verdict honest(Verdict verdict, Observation seen) {
        if (verdict.expectation() instanceof Expectation.Metric || !verdict.passed() || seen.missed() == 0) {
            return verdict;
        }
        return new Verdict(verdict.expectation(), Outcome.NOT_OBSERVED, verdict.observed() + ", but "
                + Texts.count(seen.missed(), "event") + " of the engine had been dropped before they could be read");
    }

    private static Verdict verdict(Expectation expectation, Observation seen) {
        if (seen.clients().isEmpty()) {
            return new Verdict(expectation, Outcome.FAILED, "no connection");
        }
        return switch (expectation) {
            case Expectation.ReconnectsWithin e -> reconnects(e, seen.losses());
            case Expectation.NoMessageLost e -> messages(e, seen.messages());
            case Expectation.NoReload e -> reloads(e, seen.reloads());
            case Expectation.ClosesWith e -> closes(e, seen.closes());
            case Expectation.DeadPeerNoticedWithin e -> deadPeers(e, seen.deadPeers());
            case Expectation.Metric e -> metric(e, seen.metrics().get(e.metric()));
        };
    }

    private static Verdict reconnects(Expectation.ReconnectsWithin e, List<Loss> losses) {
        if (losses.isEmpty()) {
            return new Verdict(e, Outcome.NOT_OBSERVED, "no connection was lost");
        }
        Optional<Loss> late = losses.stream().filter(l -> exceeds(l.waited(), l.back(), e.limit())).findFirst();
        if (late.isPresent()) {
            Loss loss = late.get();
            return new Verdict(e, Outcome.FAILED, loss.connection() + " " + loss.path()
                    + (loss.back() == null ? " was not back after " : " was back after ")
                    + Texts.span(loss.waited()) + attempts(loss));
        }
        Optional<Loss> open = losses.stream().filter(l -> l.back() == null).findFirst();
        if (open.isPresent()) {
            return new Verdict(e, Outcome.NOT_OBSERVED, open.get().connection() + " " + open.get().path()
                    + " was not back yet after " + Texts.span(open.get().waited()));
        }
        return new Verdict(e, Outcome.PASSED, Texts.count(losses.size(), "loss", "losses")
                + ", the longest " + longest(losses.stream().map(Loss::waited)));
    }

    private static String attempts(Loss loss) {
        return loss.attempts() == 0 ? ", nobody tried" : ", " + Texts.count(loss.attempts(), "attempt");
    }

    /** Whether it took too long, or takes too long already. */
    private static boolean exceeds(Duration waited, @Nullable Duration done, Duration limit) {
        int over = waited.compareTo(limit);
        return done == null ? over >= 0 : over > 0;
    }

    private static String longest(Stream<Duration> spans) {
        return Texts.span(spans.max(Comparator.naturalOrder()).orElse(Duration.ZERO));
    }

    private static Verdict messages(Expectation e, Messages messages) {
        if (messages.total() > 0) {
            String causes = messages.lost()
                    .entrySet()
                    .stream()
                    .map(cause -> cause.getValue() + " (" + cause.getKey() + ")")
                    .collect(Collectors.joining(", "));
            return new Verdict(e, Outcome.FAILED, Texts.count(messages.total(), "message") + " lost: " + causes);
        }
        return messages.unknown().isEmpty() ? new Verdict(e, Outcome.PASSED, "none lost")
                : new Verdict(e, Outcome.NOT_OBSERVED,
                        "nobody can count what was kept back when a connection was lost: " + messages.unknown()
                                .entrySet()
                                .stream()
                                .map(kept -> "by " + kept.getKey() + " on "
                                        + Texts.count(kept.getValue(), "connection"))
                                .collect(Collectors.joining(", ")));
    }

    private static Verdict reloads(Expectation e, List<Reload> reloads) {
        return reloads.isEmpty() ? new Verdict(e, Outcome.PASSED, "no reload")
                : new Verdict(e, Outcome.FAILED, Texts.count(reloads.size(), "reload") + ", the first on "
                        + reloads.getFirst().connection() + ": " + reloads.getFirst().how());
    }

    private static Verdict closes(Expectation.ClosesWith e, List<Closed> closes) {
        Optional<Closed> other = closes.stream()
                .filter(c -> !e.codes().contains(c.close().code()) && !c.byClientInOrder())
                .findFirst();
        if (other.isPresent()) {
            Closed closed = other.get();
            return new Verdict(e, Outcome.FAILED, closed.connection() + " " + closed.path() + " ended with "
                    + closed.close().code() + " (" + Names.of(closed.close().by()) + ", "
                    + Names.of(closed.close().manner()) + ")");
        }
        long fitting = closes.stream().filter(c -> e.codes().contains(c.close().code())).count();
        return fitting == 0 ? new Verdict(e, Outcome.NOT_OBSERVED, "no connection ended so")
                : new Verdict(e, Outcome.PASSED, Texts.count(fitting, "connection") + " ended so");
    }

    private static Verdict deadPeers(Expectation.DeadPeerNoticedWithin e, List<DeadPeer> peers) {
        if (peers.isEmpty()) {
            return new Verdict(e, Outcome.NOT_OBSERVED, "no peer fell silent");
        }
        Optional<DeadPeer> late = peers.stream().filter(p -> exceeds(p.silent(), p.noticed(), e.limit())).findFirst();
        if (late.isPresent()) {
            DeadPeer peer = late.get();
            return new Verdict(e, Outcome.FAILED, peer.connection() + " " + peer.path()
                    + (peer.noticed() == null ? " was silent, and nobody noticed, for " : " was noticed after ")
                    + Texts.span(peer.silent()));
        }
        Optional<DeadPeer> unnoticed = peers.stream().filter(p -> p.noticed() == null).findFirst();
        return unnoticed.isPresent()
                ? new Verdict(e, Outcome.NOT_OBSERVED, unnoticed.get().connection() + " " + unnoticed.get().path()
                        + " was silent for no longer than " + Texts.span(unnoticed.get().silent()))
                : new Verdict(e, Outcome.PASSED, Texts.count(peers.size(), "silent peer") + ", noticed after at most "
                        + longest(peers.stream().map(DeadPeer::silent)));
    }

    private static Verdict metric(Expectation.Metric e, @Nullable Double value) {
        return value == null
                ? new Verdict(e, Outcome.NOT_OBSERVED, "the engine has no such metric, or none can be read of it")
                : new Verdict(e, e.op().holds(value, e.value()) ? Outcome.PASSED : Outcome.FAILED,
                        Texts.number(value));
    }
}
