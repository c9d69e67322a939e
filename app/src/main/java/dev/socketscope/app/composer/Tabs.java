package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The pages of the composer, one of which is shown; the window remembers which. */
final class Tabs {
    private static final String REMEMBERED = "composer.page";

    private final List<String> ids;
    private final StringProperty now;
    private final StackPane pages;

    /** @param pages by id, in the order of their buttons; the first one is shown at first */
    Tabs(Memory memory, SequencedMap<String, Node> pages) {
        ids = new ArrayList<>(pages.keySet());
        this.pages = new StackPane(pages.values().toArray(Node[]::new));
        now = new SimpleStringProperty(memory.text(REMEMBERED).filter(ids::contains).orElse(ids.getFirst()));
        now.subscribe(id -> {
            pages.forEach((its, page) -> page.setVisible(its.equals(id)));
            memory.put(REMEMBERED, id);
        });
    }

    Node buttons() {
        return Segments.of(ids, id -> Strings.of("composer.page." + id), id -> "composer-" + id, now, now::set);
    }

    StackPane pages() {
        return pages;
    }

    /** Does nothing when there is no such page. */
    void open(String id) {
        if (ids.contains(id)) {
            now.set(id);
        }
    }
}
