package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All scenarios: what comes with the program, and a person's own below it. One with changes that are not saved has a mark. */
final class ScenarioList extends VBox {
    private final ListView<Document> list = new ListView<>();

    ScenarioList(Library library, Runnable create, Runnable open) {
        getStyleClass().add("scenario-list");
        Label title = new Label(Strings.of("scenarios.title"));
        title.getStyleClass().add("panel-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title, Icons.button(Feather.FILE_PLUS, Strings.of("scenarios.new"), create),
                Icons.button(Feather.FOLDER, Strings.of("scenarios.open"), open));
        head.getChildren().get(1).setId("scenario-new");
        head.getStyleClass().add("panel-header");
        list.setId("scenarios");
        list.setAccessibleText(Strings.of("scenarios.title"));
        list.setItems(library.documents());
        list.setCellFactory(any -> new DocumentCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        Label left = new Label();
        left.getStyleClass().addAll("muted", "scenario-left");
        left.setWrapText(true);
        left.setText(library.left() == 0 ? "" : Strings.of("scenarios.left", Integer.toString(library.left()),
                library.folder().toString()));
        left.setVisible(library.left() > 0);
        left.setManaged(left.isVisible());
        getChildren().addAll(head, list, left);
        library.documents().addListener((ListChangeListener<Document>) change -> list.refresh());
    }

    ListView<Document> list() {
        return list;
    }

    /** Name and mark, and below them what it proves; the first of a person's own has a heading. */
    private static final class DocumentCell extends ListCell<Document> {
        private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-own");
        private final Label name = new Label();
        private final Label about = new Label();
        private final Label mark = new Label("●");
        private final VBox lines;
        private Subscription watched = Subscription.EMPTY;

        DocumentCell() {
            name.getStyleClass().add("strong");
            about.getStyleClass().addAll("muted", "scenario-about");
            mark.getStyleClass().add("held");
            mark.setTooltip(new Tooltip(Strings.of("scenarios.unsaved")));
            HBox first = new HBox(name, mark);
            first.getStyleClass().add("tab-title");
            lines = new VBox(first, about);
            setPrefWidth(0);
            mark.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Document document, boolean empty) {
            super.updateItem(document, empty);
            watched.unsubscribe();
            watched = Subscription.EMPTY;
            setGraphic(empty || document == null ? null : lines);
            pseudoClassStateChanged(FIRST, document != null && isFirstOwn(document));
            if (document != null) {
                watched = document.version().subscribe(now -> show(document));
            }
        }

        private void show(Document document) {
            name.setText(document.name().get());
            about.setText(document.about());
            mark.setVisible(document.changed().get());
            setTooltip(new Tooltip(document.file().map(Object::toString).orElse(Strings.of("scenarios.shipped"))
                    + (document.about().isEmpty() ? "" : "\n" + document.about())));
        }

        private boolean isFirstOwn(Document document) {
            List<Document> all = getListView().getItems();
            int place = getIndex();
            return document.file().isPresent() && place > 0 && all.get(place - 1).file().isEmpty();
        }
    }
}
