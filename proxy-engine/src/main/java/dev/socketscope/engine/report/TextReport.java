package dev.socketscope.engine.report;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.scenario.Client;
import dev.socketscope.engine.scenario.DeadPeer;
import dev.socketscope.engine.scenario.Loss;
import dev.socketscope.engine.scenario.Observation;
import dev.socketscope.engine.scenario.Report;
import dev.socketscope.engine.scenario.Texts;
import dev.socketscope.engine.scenario.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A report for a person: what the application did, and what was expected of it. */
public final class TextReport {
    private static final int MOST_CLIENTS = 40;
    private static final String BETWEEN = "  ";

    private TextReport() {}

    /** Several lines, without a line break at the end. */
    public static String of(Report report) {
        Observation seen = report.observation();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(report.scenario().name() + ", seed " + report.scenario().seed() + ": " + Texts.span(seen.took())
                + (report.interrupted() ? ", interrupted" : ""));
        lines.add("");
        lines.addAll(clients(seen));
        lines.add("");
        lines.addAll(sums(seen));
        lines.add("");
        lines.addAll(verdicts(report.verdicts()));
        report.problems()
                .forEach(step -> lines
                        .add("step at " + Texts.span(step.at()) + " not done: " + step.what() + ": " + step.problem()));
        lines.add("");
        lines.add(report.passed() ? "PASSED" : "FAILED");
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> clients(Observation seen) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("client", "connections", "losses", "longest", "pauses between attempts"));
        for (Client client : seen.clients().stream().limit(MOST_CLIENTS).toList()) {
            List<Loss> losses = seen.losses(client);
            rows.add(List.of(client.path(), Integer.toString(client.connections().size()),
                    Integer.toString(losses.size()), longest(losses), pauses(client)));
        }
        List<String> lines = table(rows);
        int more = seen.clients().size() - MOST_CLIENTS;
        if (more > 0) {
            lines.add("and " + Texts.count(more, "more client"));
        }
        return lines;
    }

    private static String longest(List<Loss> losses) {
        return losses.stream()
                .max(Comparator.comparing(Loss::waited))
                .map(loss -> Texts.span(loss.waited()) + (loss.back() == null ? ", not back" : ""))
                .orElse("");
    }

    private static String pauses(Client client) {
        String gaps = String.join(" ", client.lastGaps());
        return client.pattern() == null ? gaps : gaps + " (" + client.pattern().wireName() + ")";
    }

    private static List<String> sums(Observation seen) {
        String closes = seen.closeCodes();
        String unknown = seen.messages().unknown().isEmpty() ? ""
                : ", and what was kept back by " + String.join(", ", seen.messages().unknown().keySet());
        long noticed = seen.deadPeers().stream().filter(peer -> peer.noticed() != null).count();
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("close codes", closes.isEmpty() ? "none" : closes),
                List.of("messages lost", seen.messages().total() + causes(seen) + unknown),
                List.of("reloads", Integer.toString(seen.reloads().size())),
                List.of("silent peers", seen.deadPeers().size() + (seen.deadPeers().isEmpty() ? "" : ", " + noticed
                        + " noticed" + slowest(seen.deadPeers())))));
        if (seen.missed() > 0) {
            rows.add(List.of("events missed", Long.toString(seen.missed())));
        }
        return table(rows);
    }

    private static String causes(Observation seen) {
        return seen.messages().lost().isEmpty() ? ""
                : seen.messages()
                        .lost()
                        .entrySet()
                        .stream()
                        .map(cause -> cause.getKey() + " " + cause.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String slowest(List<DeadPeer> peers) {
        return peers.stream()
                .filter(peer -> peer.noticed() != null)
                .map(DeadPeer::silent)
                .max(Comparator.naturalOrder())
                .map(span -> ", the last after " + Texts.span(span))
                .orElse("");
    }

    private static List<String> verdicts(List<Verdict> verdicts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("expected", "outcome", "observed"));
        verdicts.forEach(v -> rows.add(List.of(v.expectation().text(), Names.of(v.outcome()).replace('-', ' '),
                v.observed())));
        return table(rows);
    }

    /** Left-aligned columns, each as wide as its longest value. */
    private static List<String> table(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
                line.append(row.get(column)).append(" ".repeat(width - row.get(column).length())).append(BETWEEN);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
