package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FollowTable;
import dev.socketscope.app.controls.Gauge;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.ReplayStatus.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every replay, whoever has begun it, the newest on top, and how far it has come. */
final class ReplaysCard extends VBox {
    private final FollowTable<ReplayStatus> table;
    private final Button cancel = new Button(Strings.of("composer.replays.cancel"));

    /** @param path finds the path of a connection by its id */
    ReplaysCard(ReplayModel model, Appearance appearance, Memory memory, UnaryOperator<String> path) {
        table = new FollowTable<>("replay-table", "composer.replays", Feather.REPEAT, appearance.rowHeight(),
                ReplayStatus::id);
        getStyleClass().addAll("card", "table-card");
        table.text("id", 70, ReplayStatus::id, "data", "muted");
        table.text("into", 110, replay -> path.apply(replay.connection()), "data");
        table.gauge("progress", 140, (replay, now) -> progress(replay));
        table.tinted("state", 84, ReplaysCard::state, ReplaysCard::tone);
        table.text("detail", 110, ReplayStatus::detail, "muted");
        table.button("cancel", Feather.X, Strings.of("composer.replays.cancel.one"), ReplaysCard::runs,
                replay -> model.cancel(replay.id()));
        table.fit(memory, List.of("id", "detail"), "into");
        table.onDelete(replay -> model.cancel(replay.id()));
        cancel.setId("replays-cancel");
        cancel.setOnAction(e -> model.cancelAll());
        HBox head = new HBox(Sections.title("composer.replays"), FitLine.gap(), cancel);
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        getChildren().addAll(head, table.node());
    }

    void show(List<ReplayStatus> replays, Instant at) {
        cancel.setDisable(replays.stream().noneMatch(ReplaysCard::runs));
        table.show(replays.reversed(), at);
    }

    private static boolean runs(ReplayStatus replay) {
        return replay.state() == State.RUNNING;
    }

    private static Gauge progress(ReplayStatus replay) {
        return new Gauge((double) replay.sent() / Math.max(1, replay.messages()),
                Strings.of("composer.breakpoints.of", Units.count(replay.sent()), Units.count(replay.messages())));
    }

    private static String state(ReplayStatus replay) {
        return Strings.of("composer.replays." + replay.state().name().toLowerCase(Locale.ROOT));
    }

    private static String tone(ReplayStatus replay) {
        return switch (replay.state()) {
            case RUNNING -> "held";
            case DONE -> "open";
            case CANCELLED -> "muted";
            case BROKEN_OFF -> "broken";
        };
    }
}
