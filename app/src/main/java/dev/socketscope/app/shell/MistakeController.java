package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.live.Search;
import dev.socketscope.app.live.Search.Mistake;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Says under the search box what is wrong with the expression, and points at the place. */
public final class MistakeController {
    private static final double GAP = 6;

    @FXML
    private Pane mistake;
    @FXML
    private Label marker;
    @FXML
    private Label message;

    private final Search search;
    private final TopBarController top;

    MistakeController(Search search, TopBarController top) {
        this.search = search;
        this.top = top;
    }

    @FXML
    private void initialize() {
        mistake.managedProperty().bind(mistake.visibleProperty());
        search.mistake().subscribe(this::show);
    }

    private void show(@Nullable Mistake found) {
        mistake.setVisible(found != null);
        if (found != null) {
            message.setText(found.message());
            double x = placeOf(found);
            marker.setLayoutX(x);
            message.setLayoutX(x + marker.prefWidth(-1) + GAP);
        }
    }

    /** Where the character stands in the box, in this pane's coordinates; the box uses a font whose characters are one width. */
    private double placeOf(Mistake found) {
        TextField field = top.searchField();
        Font font = Font.font(Fonts.DATA, field.getFont().getSize());
        Text before = new Text(found.typed().substring(0, Math.min(found.position(), found.typed().length())));
        before.setFont(font);
        Bounds box = mistake.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        double start = field.lookup(".text") == null ? 0
                : mistake.sceneToLocal(field.lookup(".text").localToScene(0, 0)).getX();
        double x = Math.max(box.getMinX(), start) + before.getLayoutBounds().getWidth();
        return Math.clamp(x, box.getMinX(), Math.max(box.getMinX(), box.getMaxX() - 20));
    }
}
