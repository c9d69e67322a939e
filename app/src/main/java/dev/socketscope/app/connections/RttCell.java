package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Leg;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;

/** The newest round trip of a leg in milliseconds; coloured while its pongs are missing. */
final class RttCell extends LineCell {
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

    private final Leg leg;
    private final Tooltip tooltip = new Tooltip();

    RttCell(Leg leg) {
        this.leg = leg;
        getStyleClass().add("rtt-cell");
    }

    @Override
    void show(LiveConnection connection) {
        LegStatus status = ConnectionTexts.leg(connection.connection(), leg);
        setText(ConnectionTexts.rtt(connection.connection(), leg));
        pseudoClassStateChanged(MISSED, status.missedPongs() > 0);
        tooltip.setText(status.missedPongs() > 0 ? Strings.of("rtt.missed", Units.count(status.missedPongs()))
                : Strings.of("rtt.tooltip", getText()));
        setTooltip(getText().equals(Units.NOTHING) && status.missedPongs() == 0 ? null : tooltip);
    }

    @Override
    void clear() {
        super.clear();
        pseudoClassStateChanged(MISSED, false);
    }
}
