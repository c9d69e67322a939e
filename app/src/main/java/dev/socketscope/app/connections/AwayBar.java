package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Reply;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** While a leg is missing: when it is tried again, and what a person can do about it. Takes no room while both are there. */
final class AwayBar extends HBox {
    private static final Duration TICK = Duration.millis(100);

    private final Live live;
    private final Label countdown = new Label();
    private final Button retry = new Button(Strings.of("away.retry"));
    private final Button giveUp = new Button(Strings.of("away.give.up"));
    // It counts tenths of a second, which is more often than there is a new state.
    private final Timeline clock = new Timeline(new KeyFrame(TICK, e -> tick()));
    private String connection = "";
    private @Nullable Away away;

    AwayBar(Live live) {
        this.live = live;
        getStyleClass().add("away-bar");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(Region.USE_PREF_SIZE);
        countdown.setId("countdown");
        countdown.getStyleClass().addAll("held", "figures");
        retry.setId("retry-now");
        giveUp.setId("give-up");
        retry.setOnAction(e -> submit(new Command.RetryNow(connection)));
        giveUp.setOnAction(e -> submit(new Command.GiveUp(connection)));
        retry.managedProperty().bind(retry.visibleProperty());
        managedProperty().bind(visibleProperty());
        clock.setCycleCount(Animation.INDEFINITE);
        getChildren().addAll(countdown, retry, giveUp);
        setVisible(false);
    }

    /** @param now null when no connection is chosen */
    void show(@Nullable Connection now) {
        connection = now == null ? "" : now.id();
        away = now == null || !now.live() ? null : now.survival().away();
        setVisible(away != null);
        if (away == null) {
            clock.stop();
            return;
        }
        retry.setVisible(away.leg() == Leg.UPSTREAM);
        tick();
        clock.play();
    }

    private void tick() {
        if (getScene() == null) {
            clock.stop();
        }
        if (away != null) {
            countdown.setText(Countdown.of(away, live.now()));
        }
    }

    private void submit(Command command) {
        live.submit(command, reply -> {
            switch (reply) {
                case Reply.Done done -> Notice.show(this, Strings.of("away.done"), done.message());
                case Reply.Armed _ -> throw new IllegalStateException("No fault was asked for");
                case Reply.Refused refused -> Notice.show(this, Strings.of("away.refused"), refused.reason());
            }
        });
    }
}
