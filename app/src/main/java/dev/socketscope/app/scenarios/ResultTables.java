package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.scenario.Client;
import dev.socketscope.engine.scenario.Loss;
import dev.socketscope.engine.scenario.Report;
import dev.socketscope.engine.scenario.Texts;
import dev.socketscope.engine.scenario.Verdict;
import java.util.List;
import java.util.function.Consumer;

/** The tables of a report. */
final class ResultTables {
    /** @param losses that belong to the client */
    private record ClientRow(Client client, List<Loss> losses) {}

    private final ResultTable<Verdict> verdicts;
    private final ResultTable<ClientRow> clients;
    private final ResultTable<Happening> happenings;

    /** @param show gets the id of a connection that a person wants to see */
    ResultTables(Appearance appearance, Memory memory, Consumer<String> show) {
        verdicts = new ResultTable<Verdict>("verdicts", appearance)
                .chip("outcome", 124, ResultWords::outcome, ResultWords::tone)
                .text("expected", 260, verdict -> verdict.expectation().text(), "data")
                .text("observed", 320, Verdict::observed)
                .fit(memory, List.of(), "observed");
        clients = new ResultTable<ClientRow>("clients", appearance)
                .text("client", 130, row -> row.client().path(), "data")
                .links("connections", 260, row -> row.client().connections(), show)
                .text("losses", 66, row -> Units.count(row.losses().size()), "figures", "right")
                .text("longest", 110, row -> ResultWords.longest(row.losses()), "figures", "right")
                .text("pauses", 200, row -> ResultWords.pauses(row.client()), "figures")
                .text("backoff", 130, row -> ResultWords.backoff(row.client()), "muted")
                .fit(memory, List.of("backoff"), "connections");
        happenings = new ResultTable<Happening>("happenings", appearance)
                .text("at", 70, each -> Texts.span(each.at()), "figures", "right")
                .text("kind", 90, Happening::kind)
                .links("connection", 96, each -> List.of(each.connection()), show)
                .text("path", 130, Happening::path, "data", "muted")
                .text("detail", 320, Happening::detail)
                .fit(memory, List.of("path"), "detail");
    }

    ResultTable<Verdict> verdicts() {
        return verdicts;
    }

    ResultTable<?> clients() {
        return clients;
    }

    ResultTable<?> happenings() {
        return happenings;
    }

    void clear() {
        verdicts.node().getItems().clear();
        clients.node().getItems().clear();
        happenings.node().getItems().clear();
    }

    void show(Report report) {
        verdicts.node().getItems().setAll(report.verdicts());
        clients.node()
                .getItems()
                .setAll(report.observation()
                        .clients()
                        .stream()
                        .map(client -> new ClientRow(client, report.observation().losses(client)))
                        .toList());
        happenings.node().getItems().setAll(Happening.of(report.observation()));
    }
}
