package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Lazy;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Segments;
import dev.socketscope.app.controls.Strings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The pages of the composer, one of which is shown; the window remembers which. */
final class Tabs {
    private static final String REMEMBERED = "composer.page";

    private final List<String> ids;
    private final StringProperty now;
    private final Map<String, Lazy<Node>> contents = new HashMap<>();

    /** @param pages makes them by id, in the order of their buttons; the first one is shown at first */
    Tabs(Memory memory, SequencedMap<String, Supplier<Node>> pages) {
        ids = new ArrayList<>(pages.keySet());
        pages.forEach((id, making) -> contents.put(id, new Lazy<>(making)));
        now = new SimpleStringProperty(memory.text(REMEMBERED).filter(ids::contains).orElse(ids.getFirst()));
        now.subscribe(id -> memory.put(REMEMBERED, id));
    }

    Node buttons() {
        return Segments.of(ids, id -> Strings.of("composer.page." + id), id -> "composer-" + id, now, now::set);
    }

    /** Shows one of them, from when it is shown for the first time. */
    StackPane pages() {
        StackPane shown = new StackPane();
        now.subscribe(id -> {
            Node page = Objects.requireNonNull(contents.get(id)).get();
            if (!shown.getChildren().contains(page)) {
                shown.getChildren().add(page);
            }
            shown.getChildren().forEach(each -> each.setVisible(each == page));
        });
        return shown;
    }

    /** Does nothing when there is no such page. */
    void open(String id) {
        if (ids.contains(id)) {
            now.set(id);
        }
    }
}
