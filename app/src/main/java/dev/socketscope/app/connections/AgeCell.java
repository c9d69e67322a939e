package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** How long the connection has lived; ticks while it does. */
final class AgeCell extends TableCell<ConnectionRow, LiveConnection> {
    private final ObservableValue<Instant> clock;
    private final InvalidationListener tick = o -> tell();

    AgeCell(ObservableValue<Instant> clock) {
        this.clock = clock;
        // Weak, because the table throws cells away without saying so.
        clock.addListener(new WeakInvalidationListener(tick));
    }

    @Override
    protected void updateItem(@Nullable LiveConnection item, boolean empty) {
        super.updateItem(item, empty);
        tell();
    }

    private void tell() {
        LiveConnection item = getItem();
        if (item == null || isEmpty()) {
            setText(null);
            return;
        }
        Connection connection = item.connection();
        Instant end = connection.closedAt() == null ? clock.getValue() : connection.closedAt();
        setText(Units.age(Duration.between(connection.openedAt(), end)));
    }
}
