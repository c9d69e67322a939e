package dev.socketscope.app.composer;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.SaveDialog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Opens WebSockets and talks over them.
 *
 * <pre>
 *   ● one │ ● two │                       +
 *   ┌ where ──────┐ ┌ transcript ─────────┐
 *   ├ favourites ─┤ ├ message ────────────┤
 * </pre>
 */
final class ConnectPage {
    private static final double FORM = 0.38;
    private static final double TALK = 0.6;

    private final Conversations conversations;
    private final Supplier<List<String>> addresses;
    private final Appearance appearance;
    private final Memory memory;
    private final Map<Conversation, View> views = new HashMap<>();
    private final StackPane form = new StackPane();
    private final StackPane talk = new StackPane();
    private final VBox node;

    private record View(SocketCard form, TranscriptCard transcript, Node talk) {}

    /** @param addresses where a WebSocket goes through the engine */
    ConnectPage(Conversations conversations, Supplier<List<String>> addresses, Appearance appearance, Memory memory,
            Undoing undoing) {
        this.conversations = conversations;
        this.addresses = addresses;
        this.appearance = appearance;
        this.memory = memory;
        SplitPane parts = new SplitPane(
                Pages.column("composer-page", form, new FavouritesCard(conversations, appearance, memory, undoing)),
                talk);
        Remember.divider(memory, "composer.connect.divider", parts, FORM);
        VBox.setVgrow(parts, Priority.ALWAYS);
        node = new VBox(new ConversationTabs(conversations), parts);
        conversations.all()
                .addListener(
                        (ListChangeListener<Conversation>) change -> views.keySet().retainAll(conversations.all()));
        conversations.current().subscribe(this::show);
        PageKeys.listen(node, event -> Keys.shortcut(KeyCode.ENTER).match(event)
                ? () -> conversations.current().get().send()
                : null);
    }

    Node node() {
        return node;
    }

    /** The current conversation has something new. */
    void refresh() {
        View view = views.get(conversations.current().get());
        if (view != null) {
            view.transcript().refresh();
        }
    }

    private void show(Conversation conversation) {
        View view = views.computeIfAbsent(conversation, this::view);
        form.getChildren().setAll(view.form());
        talk.getChildren().setAll(view.talk());
        view.transcript().refresh();
    }

    private View view(Conversation conversation) {
        SaveDialog files = new SaveDialog(node, memory);
        TranscriptCard transcript = new TranscriptCard(conversation, appearance.rowHeight().get(), files::ask);
        SplitPane parts = new SplitPane(transcript, new TalkCard(conversation));
        parts.setOrientation(Orientation.VERTICAL);
        parts.getStyleClass().add("composer-aside");
        Remember.divider(memory, "composer.talk.divider", parts, TALK);
        return new View(new SocketCard(conversation, addresses), transcript, parts);
    }
}
