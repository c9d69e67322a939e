package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Leg;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The newest round trip of a leg in milliseconds; coloured while its pongs are missing. */
final class RttCell extends TableCell<ConnectionRow, LiveConnection> {
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

    private final Leg leg;
    private final Tooltip tooltip = new Tooltip();

    RttCell(Leg leg) {
        this.leg = leg;
        getStyleClass().add("rtt-cell");
    }

    @Override
    protected void updateItem(@Nullable LiveConnection item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setTooltip(null);
            pseudoClassStateChanged(MISSED, false);
            return;
        }
        LegStatus status = ConnectionTexts.leg(item.connection(), leg);
        setText(ConnectionTexts.rtt(item.connection(), leg));
        pseudoClassStateChanged(MISSED, status.missedPongs() > 0);
        tooltip.setText(status.missedPongs() > 0 ? Strings.of("rtt.missed", Units.count(status.missedPongs()))
                : Strings.of("rtt.tooltip", getText()));
        setTooltip(getText().equals(Units.NOTHING) && status.missedPongs() == 0 ? null : tooltip);
    }
}
