package dev.socketscope.app.controls;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Holds a chart where it is, or lets it follow the present; shows which of both it does. */
public final class HoldButton extends ToggleButton {
    private final TimeView view;

    /** @param moved called after a person has used it */
    public HoldButton(TimeView view, Runnable moved) {
        super("", Icons.of(Feather.PAUSE));
        this.view = view;
        getStyleClass().addAll("icon-button", "quiet-toggle");
        setOnAction(e -> {
            if (isSelected()) {
                view.hold();
            } else {
                view.follow();
            }
            refresh();
            moved.run();
        });
        refresh();
    }

    /** To be called when the view may have been moved in another way. */
    public void refresh() {
        if (isSelected() == !view.following() && getTooltip() != null) {
            return;
        }
        setSelected(!view.following());
        String title = Strings.of(view.following() ? "chart.hold" : "chart.follow");
        setAccessibleText(title);
        setTooltip(new Tooltip(title));
    }
}
