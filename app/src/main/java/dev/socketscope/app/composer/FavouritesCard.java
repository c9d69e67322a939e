package dev.socketscope.app.composer;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FollowTable;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.RowOrder;
import dev.socketscope.app.controls.SaveDialog;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Secrets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** WebSockets that are kept under a name: opens them, keeps the current one, and exchanges them as files. */
final class FavouritesCard extends VBox {
    private static final String JSON = "favourites.json";
    private static final String NAME = "name";
    private final Conversations conversations;
    private final Undoing undoing;
    private final SaveDialog files;
    private final FollowTable<Favourite> table;
    private final TextField name = new TextField();
    private final CheckBox secrets = new CheckBox(Strings.of("composer.favourites.secrets"));
    private Subscription named = Subscription.EMPTY;

    FavouritesCard(Conversations conversations, Appearance appearance, Memory memory, Undoing undoing) {
        this.undoing = undoing;
        this.conversations = conversations;
        files = new SaveDialog(this, memory);
        getStyleClass().addAll("card", "table-card", "favourites-card");
        table = new FollowTable<>("favourite-table", "composer.favourites", Feather.STAR,
                appearance.rowHeight(), Favourite::name);
        table.name(NAME, 110, Favourite::name, this::rename);
        table.text("url", 120, favourite -> Secrets.maskQuery(favourite.plan().url()), "data", "muted");
        table.button("rename", Feather.EDIT_2, Strings.of("composer.favourites.rename"), one -> true, one -> {
            table.choose(one.name());
            table.rename(NAME);
        });
        table.button("delete", Feather.TRASH_2, Strings.of("composer.favourites.delete"), one -> true, this::remove);
        table.fit(memory, List.of(), "url");
        table.onOpen(this::open);
        table.onDelete(this::remove);
        table.node().addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.F2) {
                table.rename(NAME);
                e.consume();
            }
        });
        RowOrder.install(table.node(), (from, to) -> conversations.favourites()
                .move(conversations.favourites().all().get().get(from), to));
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        table.node().setMinHeight(90);
        getChildren().addAll(head(), keeping(), table.node());
        conversations.favourites().all().subscribe(all -> table.show(all, Instant.EPOCH));
        conversations.current().subscribe(now -> {
            named.unsubscribe();
            name.setText(now.name().get());
            named = now.name().subscribe(name::setText);
        });
    }

    private HBox head() {
        HBox head = new HBox(Sections.title("composer.favourites"), FitLine.gap(),
                button("import", Feather.UPLOAD, () -> {
                    Path file = files.askExisting(Strings.of("composer.favourites.files"), "*.json");
                    if (file != null) {
                        tell(conversations.favourites().read(file), "composer.favourites.imported");
                    }
                }), button("export", Feather.DOWNLOAD, () -> {
                    Path file = files.ask(JSON);
                    if (file != null) {
                        tell(conversations.favourites().write(file), "composer.favourites.exported");
                    }
                }));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("section-head");
        return head;
    }

    private HBox keeping() {
        name.setId("favourite-name");
        name.setPromptText(Strings.of("composer.favourites.name.prompt"));
        name.setAccessibleText(Strings.of("composer.favourites.name"));
        name.setOnAction(e -> keep());
        HBox.setHgrow(name, Priority.ALWAYS);
        secrets.setId("favourite-secrets");
        secrets.setMinWidth(Region.USE_PREF_SIZE);
        secrets.setTooltip(new Tooltip(Strings.of("composer.favourites.secrets.tooltip")));
        Button keep = new Button(Strings.of("composer.favourites.keep"), Icons.of(Feather.STAR));
        keep.setId("favourite-keep");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(e -> keep());
        HBox line = new HBox(name, secrets, keep);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("favourite-keeping");
        return line;
    }

    private void keep() {
        Conversation current = conversations.current().get();
        current.name().set(name.getText().strip());
        Favourite favourite = current.favourite();
        boolean without = !secrets.isSelected() && favourite.plan().hasSecrets();
        tell(conversations.favourites().keep(without ? favourite.withoutSecrets() : favourite),
                without ? "composer.favourites.kept.without" : "composer.favourites.kept");
    }

    private void open(Favourite favourite) {
        if (conversations.open(favourite).isEmpty()) {
            Notice.show(this, Strings.of("composer.favourites.not"),
                    Strings.of("composer.connect.many", Units.count(Conversations.MOST)));
        }
    }

    private Optional<String> rename(Favourite favourite, String to) {
        Optional<String> why = conversations.favourites().rename(favourite, to);
        if (why.isPresent()) {
            tell(why, "composer.favourites.kept");
        } else {
            table.choose(to.strip());
        }
        return why;
    }

    private void remove(Favourite favourite) {
        undoing.done(this, Strings.of("composer.favourites.removed", favourite.name()),
                conversations.favourites().remove(favourite));
    }

    private void tell(Optional<String> why, String done) {
        Notice.show(this, Strings.of(why.isPresent() ? "composer.favourites.not" : "composer.favourites"),
                why.orElseGet(() -> Strings.of(done)));
    }

    private static Button button(String id, Ikon icon, Runnable action) {
        Button button = Icons.button(icon, Strings.of("composer.favourites." + id), action);
        button.setId("favourite-" + id);
        return button;
    }
}
