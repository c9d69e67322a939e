package dev.socketscope.app.hmr;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.ConfirmButton;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.ToneClass;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.HmrStatus.Change;
import dev.socketscope.engine.api.HmrStatus.Waiting;
import dev.socketscope.engine.api.Reply;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One page's hot reloading: its queue, the error that stands, and what became of earlier changes. */
final class HmrView {
    private final Live live;
    private final Label about = new Label();
    private final Label reload = new Label();
    private final ToneClass reloadTone = new ToneClass(reload);
    private final Label bound = new Label();
    private final Label summary = new Label();
    private final @Nullable Button link;
    private final Button flush = new Button(Strings.of("hmr.flush"));
    private final ConfirmButton drop;
    private final ErrorCard error;
    private final HmrTable<Waiting> queue;
    private final HmrTable<Change> history;
    private final ScrollPane node;
    private String connection = "";
    private Instant now = Instant.EPOCH;

    /**
     * @param id begins the ids of its parts, for tests
     * @param showConnection shows a connection by its id; null where it is shown already
     */
    HmrView(Live live, Appearance appearance, String id, @Nullable Consumer<String> showConnection) {
        this.live = live;
        queue = new HmrTable<Waiting>(id + "-queue", Strings.of("hmr.title"), Strings.of("hmr.nothing.waits"),
                appearance)
                .chip("hmr.column.update", 130, Waiting::kind, waiting -> HmrTexts.tone(waiting.kind()))
                .text("hmr.column.path", 200, Waiting::path, "data")
                .text("hmr.column.merged", 80, waiting -> Units.count(waiting.merged()), "figures", "muted", "right")
                .text("hmr.column.waiting", 90, waiting -> HmrTexts.waited(waiting, now), "figures", "held", "right")
                .text("hmr.column.expires", 100, waiting -> HmrTexts.left(waiting.expires(), now), "figures", "muted",
                        "right");
        history = new HmrTable<Change>(id + "-history", Strings.of("hmr.history"), Strings.of("hmr.nothing.sent"),
                appearance)
                .chip("hmr.column.update", 130, Change::kind, change -> HmrTexts.tone(change.kind()))
                .text("hmr.column.path", 200, Change::path, "data")
                .text("hmr.column.applied", 100, HmrTexts::applied, "figures", "right")
                .chip("hmr.column.outcome", 140, HmrTexts::outcome, HmrTexts::tone)
                .text("hmr.column.time", 90, change -> HmrTexts.time(change.at()), "data", "muted");
        about.getStyleClass().add("muted");
        reload.setId(id + "-reload");
        reload.getStyleClass().add("page-reload");
        flush.setMinWidth(Region.USE_PREF_SIZE);
        reload.setMinWidth(Region.USE_PREF_SIZE);
        bound.getStyleClass().addAll("muted", "figures");
        summary.getStyleClass().addAll("muted", "figures");
        summary.setId(id + "-summary");
        link = showConnection == null ? null
                : Icons.button(Feather.EXTERNAL_LINK, Strings.of("hmr.connection"),
                        () -> showConnection.accept(connection));
        if (link != null) {
            link.setId(id + "-connection");
        }
        flush.setId(id + "-flush");
        flush.setOnAction(e -> submit(new Command.FlushHmr(connection)));
        drop = new ConfirmButton(Strings.of("hmr.drop"), Strings.of("hmr.drop.sure"),
                () -> submit(new Command.DropHmr(connection)));
        drop.setId(id + "-drop");
        drop.setMinWidth(Region.USE_PREF_SIZE);
        about.setId(id + "-about");
        error = new ErrorCard(id);
        node = new ScrollPane(page());
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.getStyleClass().add("plain-scroll");
    }

    Node node() {
        return node;
    }

    /** @param page null when there is nothing to show */
    void show(@Nullable Page page, Instant at) {
        now = at;
        HmrStatus status = page == null ? null : page.status();
        connection = page == null ? "" : page.id();
        List<Waiting> waiting = status == null ? List.of() : status.queue();
        List<Change> changes = status == null ? List.of() : status.history();
        about.setText(page == null ? Strings.of("hmr.none") : HmrTexts.about(page, at));
        reload(status);
        bound.setText(status != null && status.fullReloadNeeded() && !waiting.isEmpty() ? Strings.of("hmr.moot")
                : HmrTexts.queue(waiting, at));
        flush.setDisable(waiting.isEmpty());
        drop.setDisable(waiting.isEmpty());
        queue.show(waiting);
        queue.tick();
        history.show(changes.reversed());
        summary.setText(HmrTexts.summary(changes));
        error.show(status == null ? null : status.error());
    }

    private void reload(@Nullable HmrStatus status) {
        if (link != null) {
            link.setVisible(status != null);
        }
        reload.setText(status == null ? "" : Strings.of(status.fullReloadNeeded() ? "hmr.reload" : "hmr.no.reload"));
        reloadTone.show(status == null ? "" : status.fullReloadNeeded() ? "held" : "open");
    }

    /** The queue alone, to stand among other cards. */
    VBox card() {
        VBox card = new VBox();
        card.getChildren().setAll(top());
        card.getStyleClass().add("card");
        VBox.setVgrow(queue.node(), Priority.ALWAYS);
        return card;
    }

    private VBox page() {
        Label past = new Label(Strings.of("hmr.history"));
        past.getStyleClass().add("section-title");
        VBox page = new VBox();
        page.getChildren().setAll(top());
        page.getChildren().addAll(error, row(past, FitLine.gap(), summary), history.node());
        page.getStyleClass().add("hmr-page");
        VBox.setVgrow(history.node(), Priority.ALWAYS);
        return page;
    }

    private List<Node> top() {
        Label title = new Label(Strings.of("hmr.title"));
        title.getStyleClass().add("section-title");
        HBox head = row(title, FitLine.gap(), about, reload);
        if (link != null) {
            head.getChildren().add(link);
        }
        return List.of(head, queue.node(), row(flush, drop, FitLine.gap(), bound));
    }

    private static HBox row(Node... nodes) {
        HBox box = new HBox(nodes);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("section-head");
        return box;
    }

    private void submit(Command command) {
        live.submit(command, reply -> Notice.show(node, Strings.of("hmr.title"), switch (reply) {
            case Reply.Done done -> done.message();
            case Reply.Armed armed -> armed.id();
            case Reply.Refused refused -> refused.reason();
        }));
    }
}
