package dev.socketscope.app.frames;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.FrameQuery;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in an empty frames table: why it is empty, and what to do. */
final class FramesEmpty extends VBox {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button clear = new Button(Strings.of("frames.empty.clear"));

    FramesEmpty(Runnable clearFilter) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        icon.getStyleClass().add("empty-icon");
        title.getStyleClass().add("empty-title");
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        setMaxWidth(460);
        clear.setOnAction(event -> clearFilter.run());
        getChildren().addAll(icon, title, text, clear);
        explain(FrameQuery.ALL, false, false, false);
    }

    /**
     * @param scanning whether the filter has not looked at everything yet
     * @param controlHidden whether control frames are left out
     * @param ended whether no connection that is asked about is open any more
     */
    void explain(FrameQuery query, boolean scanning, boolean controlHidden, boolean ended) {
        boolean filtered = !query.filter().isBlank();
        show(clear, filtered && !scanning);
        icon.setIconCode(filtered ? Feather.FILTER : Feather.ACTIVITY);
        if (filtered && scanning) {
            say("frames.empty.scanning", query.filter());
        } else if (filtered) {
            say("frames.empty.filtered", query.filter());
        } else if (query.connections().isEmpty()) {
            say(controlHidden ? "frames.empty.control" : "frames.empty.none", "");
        } else {
            say(controlHidden ? "frames.empty.control"
                    : ended ? "frames.empty.ended" : "frames.empty.connection", "");
        }
    }

    private void say(String key, String filter) {
        title.setText(Strings.of(key + ".title"));
        text.setText(Strings.of(key + ".text", filter));
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
