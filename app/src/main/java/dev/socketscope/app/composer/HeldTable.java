package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.FollowTable;
import dev.socketscope.app.controls.Gauge;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.HeldMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** What waits, the message held first on top, each with the time that is left to decide on it. */
final class HeldTable {
    private static final javafx.util.Duration TICK = javafx.util.Duration.millis(100);

    private final HeldModel model;
    private final FollowTable<HeldMessage> table;
    // Bars run down more often than there is a new state.
    private final Timeline clock = new Timeline(new KeyFrame(TICK, e -> tick()));

    /**
     * @param path finds the path of a connection by its id
     * @param edit puts the keyboard into the editor
     */
    HeldTable(HeldModel model, Appearance appearance, Memory memory, UnaryOperator<String> path, Runnable edit) {
        this.model = model;
        table = new FollowTable<>("held-table", "composer.held", Feather.INBOX, appearance.rowHeight(),
                HeldMessage::id);
        columns(path, memory);
        table.onOpen(message -> edit.run());
        table.chosen().subscribe(message -> {
            if (message != null) {
                model.choose(message.id());
            }
        });
        table.onDelete(message -> model.drop());
        model.queue().subscribe(this::show);
        model.current().subscribe(message -> table.choose(message == null ? null : message.id()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    TableView<HeldMessage> node() {
        return table.node();
    }

    private void columns(UnaryOperator<String> path, Memory memory) {
        table.text("id", 74, HeldMessage::id, "data", "muted");
        table.text("connection", 112, message -> path.apply(message.connection()), "data");
        Arrows.column(table, HeldMessage::direction);
        table.text("kind", 56, message -> message.opcode().wireName(), "data", "muted");
        table.text("size", 66, message -> Units.bytes(message.length()), "figures", "right");
        table.gauge("left", 116, HeldTable::left);
        table.text("preview", 150, HeldMessage::preview, "data");
        table.fit(memory, List.of("id", "kind"), "preview");
    }

    private void show(List<HeldMessage> queue) {
        table.show(queue, Instant.now());
        if (queue.isEmpty()) {
            clock.stop();
        } else {
            clock.play();
        }
        HeldMessage current = model.current().get();
        table.choose(current == null ? null : current.id());
    }

    private void tick() {
        if (table.node().getScene() == null) {
            clock.stop();
        } else if (Sight.isShown(table.node())) {
            table.tell(Instant.now());
        }
    }

    static Gauge left(HeldMessage message, Instant now) {
        Duration left = now.isBefore(message.expiresAt()) ? Duration.between(now, message.expiresAt()) : Duration.ZERO;
        double whole = Math.max(1, Duration.between(message.heldAt(), message.expiresAt()).toMillis());
        return new Gauge(left.toMillis() / whole, Units.age(left.plusMillis(999)));
    }
}
