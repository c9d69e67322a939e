package dev.socketscope.app.hmr;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.ConfirmButton;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.HmrStatus.Change;
import dev.socketscope.engine.api.HmrStatus.Waiting;
import dev.socketscope.engine.api.Reply;
import java.time.Instant;
import java.util.List;
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

/** One page's hot reloading: its queue, the error that stands, and what became of earlier changes. */
final class HmrView {
    private final Live live;
    private final Label about = new Label();
    private final Label bound = new Label();
    private final Button flush = new Button(Strings.of("hmr.flush"));
    private final ConfirmButton drop;
    private final ErrorCard error;
    private final HmrTable<Waiting> queue;
    private final HmrTable<Change> history;
    private final ScrollPane node;
    private String connection = "";
    private Instant now = Instant.EPOCH;

    /** @param id begins the ids of its parts, for tests */
    HmrView(Live live, Appearance appearance, String id) {
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
        bound.getStyleClass().addAll("muted", "figures");
        flush.setId(id + "-flush");
        flush.setOnAction(e -> submit(new Command.FlushHmr(connection)));
        drop = new ConfirmButton(Strings.of("hmr.drop"), Strings.of("hmr.drop.sure"),
                () -> submit(new Command.DropHmr(connection)));
        drop.setId(id + "-drop");
        about.setId(id + "-about");
        error = new ErrorCard(id);
        node = new ScrollPane(page());
        node.setFitToWidth(true);
        node.getStyleClass().add("plain-scroll");
    }

    Node node() {
        return node;
    }

    /** @param status null when there is nothing to show */
    void show(@Nullable HmrStatus status, Instant at) {
        now = at;
        connection = status == null ? "" : status.connection();
        List<Waiting> waiting = status == null ? List.of() : status.queue();
        about.setText(status == null ? Strings.of("hmr.none")
                : Strings.of("hmr.about", status.connection(), status.dialect(),
                        Strings.of(status.fullReloadNeeded() ? "hmr.yes" : "hmr.no")));
        bound.setText(HmrTexts.queue(waiting, at));
        flush.setDisable(waiting.isEmpty());
        drop.setDisable(waiting.isEmpty());
        queue.show(waiting);
        history.show(status == null ? List.of() : status.history().reversed());
        error.show(status == null ? null : status.error());
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
        page.getChildren().addAll(error, past, history.node());
        page.getStyleClass().add("hmr-page");
        return page;
    }

    private List<Node> top() {
        Label title = new Label(Strings.of("hmr.title"));
        title.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region middle = new Region();
        HBox.setHgrow(middle, Priority.ALWAYS);
        return List.of(row(title, gap, about), queue.node(), row(flush, drop, middle, bound));
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
