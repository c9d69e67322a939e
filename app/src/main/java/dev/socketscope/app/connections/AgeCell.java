package dev.socketscope.app.connections;

import dev.socketscope.app.controls.TickingText;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;

/** How long the connection has lived; ticks while it does. */
final class AgeCell extends LineCell {
    private final ObservableValue<Instant> clock;
    private final TickingText age = new TickingText();
    private final InvalidationListener tick = o -> tick();

    AgeCell(ObservableValue<Instant> clock) {
        this.clock = clock;
        // Weak, because the table throws cells away without saying so.
        clock.addListener(new WeakInvalidationListener(tick));
    }

    @Override
    void show(LiveConnection item) {
        Connection connection = item.connection();
        Instant end = connection.closedAt() == null ? clock.getValue() : connection.closedAt();
        age.show(Units.age(Duration.between(connection.openedAt(), end)));
        setAccessibleText(age.text());
        setGraphic(age);
    }

    private void tick() {
        if (!isEmpty() && getItem() instanceof Content.One(LiveConnection connection)) {
            show(connection);
        }
    }
}
