package dev.socketscope.app.composer;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.FollowTable;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import java.time.Instant;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Messages that were sent here, and those that are kept. */
final class LettersTable extends VBox {
    private final SendModel model;
    private final FollowTable<Letters.Row> table;

    LettersTable(SendModel model, Appearance appearance, Memory memory, Undoing undoing) {
        this.model = model;
        table = new FollowTable<>("letter-table", "composer.letters", Feather.STAR, appearance.rowHeight(),
                row -> row.letter().toString());
        getStyleClass().addAll("card", "table-card");
        table.tinted("star", 34, row -> row.favourite() ? "★" : "", row -> "held", "narrow");
        Arrows.column(table, row -> row.letter().direction());
        table.text("kind", 62, row -> row.letter().body().opcode().wireName(), "data", "muted");
        table.text("content", 150, row -> row.letter().body().text().replace('\n', ' '), "data");
        table.button("keep", Feather.STAR, Strings.of("composer.letters.keep"), row -> true, this::star);
        table.fit(memory, List.of("kind"), "content");
        table.onOpen(row -> model.take(row.letter()));
        table.onDelete(row -> undoing.done(this, Strings.of("composer.letters.removed"), model.letters().forget(row)));
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        HBox head = new HBox(Sections.title("composer.letters"));
        head.getStyleClass().add("section-head");
        getChildren().addAll(head, table.node());
        model.letters().rows().subscribe(rows -> table.show(rows, Instant.EPOCH));
    }

    private void star(Letters.Row row) {
        model.letters().star(row).ifPresent(why -> Notice.show(this, Strings.of("composer.letters.not"), why));
    }
}
