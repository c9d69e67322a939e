package dev.socketscope.app.handshake;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.controls.Waterfall;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Handshake;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The steps of the chosen connection's upgrade, to stand among other cards. */
public final class UpgradeCard {
    private final Label about = new Label();
    private final Waterfall waterfall = new Waterfall();
    private @Nullable Handshake drawn;

    private UpgradeCard(Selection selection) {
        selection.connection().subscribe(this::show);
    }

    public static Node create(Selection selection) {
        UpgradeCard card = new UpgradeCard(selection);
        Label title = new Label(Strings.of("handshake.timeline"));
        title.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        card.about.getStyleClass().addAll("muted", "figures");
        VBox node = new VBox(new HBox(title, gap, card.about), card.waterfall);
        node.getStyleClass().add("card");
        return node;
    }

    private void show(@Nullable LiveConnection chosen) {
        Handshake handshake = chosen == null ? null : chosen.connection().handshake();
        if (chosen == null || handshake == null) {
            about.setText(Strings.of("handshake.nothing"));
            return;
        }
        String millis = Units.millis(handshake.totalMicros());
        about.setText(handshake.status() == 0 ? Strings.of("handshake.waiting", chosen.id(), millis)
                : Strings.of("handshake.duration", chosen.id(), Integer.toString(handshake.status()), millis));
        if (!handshake.equals(drawn)) {
            drawn = handshake;
            waterfall.show(Timeline.bars(handshake), Timeline.scale(handshake));
        }
    }
}
