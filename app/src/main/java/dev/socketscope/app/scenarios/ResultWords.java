package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.scenario.Client;
import dev.socketscope.engine.scenario.Loss;
import dev.socketscope.engine.scenario.Observation;
import dev.socketscope.engine.scenario.Report;
import dev.socketscope.engine.scenario.Texts;
import dev.socketscope.engine.scenario.Verdict;
import java.util.Comparator;
import java.util.List;

/** What is said about the outcome of a run. */
final class ResultWords {
    private ResultWords() {}

    /** {@code deploy, seed 1: 16.2s}. */
    static String title(Report report) {
        return Strings.of("scenarios.result.title", report.scenario().name(),
                Long.toString(report.scenario().seed()), Texts.span(report.observation().took()));
    }

    /** Close codes, messages lost, reloads and silent peers on one line. */
    static String sums(Observation seen) {
        String closes = seen.closeCodes();
        String lost = Units.count(seen.messages().total()) + (seen.messages().unknown().isEmpty() ? ""
                : Strings.of("scenarios.sums.unknown", String.join(", ", seen.messages().unknown().keySet())));
        String sums = Strings.of("scenarios.sums", closes.isEmpty() ? Units.NOTHING : closes, lost,
                Units.count(seen.reloads().size()), Units.count(seen.deadPeers().size()));
        return seen.missed() == 0 ? sums : sums + Strings.of("scenarios.sums.missed", Units.count(seen.missed()));
    }

    static String outcome(Report report) {
        return Strings.of(report.interrupted() ? "scenarios.stopped"
                : report.passed() ? "scenarios.passed" : "scenarios.failed");
    }

    static String tone(Report report) {
        return report.interrupted() ? "held" : report.passed() ? "open" : "broken";
    }

    static String outcome(Verdict verdict) {
        return Strings.of("scenarios." + Names.of(verdict.outcome()));
    }

    static String tone(Verdict verdict) {
        return switch (verdict.outcome()) {
            case PASSED -> "open";
            case FAILED -> "broken";
            case NOT_OBSERVED -> "held";
        };
    }

    static String longest(List<Loss> losses) {
        return losses.stream()
                .max(Comparator.comparing(Loss::waited))
                .map(loss -> Texts.span(loss.waited())
                        + (loss.back() == null ? Strings.of("scenarios.not.back") : ""))
                .orElse(Units.NOTHING);
    }

    /** The last pauses between attempts. */
    static String pauses(Client client) {
        String gaps = String.join("  ", client.lastGaps());
        return gaps.isEmpty() ? Units.NOTHING : gaps;
    }

    static String backoff(Client client) {
        return client.pattern() == null ? Units.NOTHING : client.pattern().wireName();
    }
}
