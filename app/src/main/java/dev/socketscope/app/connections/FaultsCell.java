package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveConnection;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The faults that apply to a connection: the first as a chip, and how many more there are. */
final class FaultsCell extends LineCell {
    private final UnaryOperator<String> name;
    private final Label first = new Label("", Icons.of(Feather.ZAP));
    private final Label more = new Label();
    private final HBox chips = new HBox(first, more);
    private final Tooltip tooltip = new Tooltip();

    /** @param name what people call the fault with an id */
    FaultsCell(UnaryOperator<String> name) {
        this.name = name;
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.getStyleClass().add("fault-chips");
        first.getStyleClass().add("fault-chip");
        more.getStyleClass().add("muted");
        more.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    void show(LiveConnection item) {
        List<String> faults = item.connection().faults().stream().map(name).toList();
        if (faults.isEmpty()) {
            clear();
            return;
        }
        first.setText(Shorten.line(faults.getFirst()));
        more.setText(faults.size() == 1 ? "" : "+" + (faults.size() - 1));
        tooltip.setText(Strings.of("faults.tooltip", String.join(", ", faults)));
        setTooltip(tooltip);
        setAccessibleText(tooltip.getText());
        setGraphic(chips);
    }
}
