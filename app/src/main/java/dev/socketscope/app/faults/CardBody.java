package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.FaultType;
import java.util.Iterator;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** What can be set in a card: the type's own parts, and when it acts under <i>More</i>. */
final class CardBody extends VBox {
    private final Draft draft;
    private final String id;

    CardBody(Draft draft) {
        this.draft = draft;
        id = "fault-" + draft.type().wireName();
        getStyleClass().add("fault-body");
        PartGrid own = new PartGrid(draft, id);
        draft.parts().forEach(own::add);
        if (!draft.parts().isEmpty()) {
            getChildren().add(own);
        }
        closeOnly(own);
        getChildren().add(more());
    }

    /** Code and reason are parts of a Close frame. */
    private void closeOnly(Node parts) {
        for (String key : new String[]{"code", "reason"}) {
            Node field = parts.lookup("#" + id + "-" + key);
            if (field != null) {
                field.disableProperty().bind(Bindings.notEqual(draft.text("mode"), "close"));
            }
        }
    }

    private Node more() {
        Hyperlink link = new Hyperlink(Strings.of("faults.more"));
        link.setId(id + "-more");
        link.getStyleClass().add("more-link");
        VBox box = new VBox(link);
        box.getStyleClass().add("fault-more");
        link.setOnAction(e -> {
            boolean open = box.getChildren().size() == 1;
            link.setText(Strings.of(open ? "faults.less" : "faults.more"));
            if (open) {
                box.getChildren().add(occasion());
            } else {
                box.getChildren().removeLast();
            }
        });
        return box;
    }

    private Node occasion() {
        PartGrid grid = new PartGrid(draft, id);
        Iterator<Part> parts = Draft.OCCASION.iterator();
        grid.add(parts.next());
        while (parts.hasNext()) {
            Part part = parts.next();
            if (part instanceof Part.Amount && parts.hasNext()) {
                grid.addPair(part, parts.next());
            } else {
                grid.add(part);
            }
        }
        return grid;
    }
}
