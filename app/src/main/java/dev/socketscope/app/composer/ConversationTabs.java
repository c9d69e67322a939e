package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Secrets;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The WebSockets of our own as tabs, of which one is current. What they show is elsewhere. */
final class ConversationTabs extends HBox {
    private static final int LONGEST_TITLE = 28;
    private final Conversations conversations;
    private final TabPane tabs = new TabPane();

    ConversationTabs(Conversations conversations) {
        this.conversations = conversations;
        getStyleClass().add("conversation-tabs");
        setAlignment(Pos.CENTER_LEFT);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setAccessibleText(Strings.of("composer.page.connect"));
        HBox.setHgrow(tabs, Priority.ALWAYS);
        Button more = Icons.button(Feather.PLUS, Strings.of("composer.connect.new"),
                () -> conversations.open(Favourite.unnamed(SocketPlan.to("ws://"))));
        more.setId("connect-new");
        more.disableProperty().bind(Bindings.size(conversations.all()).greaterThanOrEqualTo(Conversations.MOST));
        getChildren().addAll(tabs, more);
        conversations.all().forEach(each -> tabs.getTabs().add(tab(each)));
        conversations.all().addListener((ListChangeListener<Conversation>) change -> follow());
        conversations.current().subscribe(now -> select());
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (tab != null && tab.getUserData() instanceof Conversation chosen
                    && conversations.all().contains(chosen)) {
                conversations.current().set(chosen);
            }
        });
    }

    /** The style class of what a conversation has come to. */
    static String tone(Conversation.Outcome outcome) {
        return outcome.phase() == Conversation.Phase.OPEN ? "open" : outcome.good() ? "muted" : "broken";
    }

    private void follow() {
        tabs.getTabs().removeIf(tab -> !conversations.all().contains((Conversation) tab.getUserData()));
        for (int i = 0; i < conversations.all().size(); i++) {
            Conversation its = conversations.all().get(i);
            if (i >= tabs.getTabs().size() || tabs.getTabs().get(i).getUserData() != its) {
                tabs.getTabs().add(i, tab(its));
            }
        }
        select();
    }

    private void select() {
        tabs.getTabs()
                .stream()
                .filter(tab -> tab.getUserData() == conversations.current().get())
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private Tab tab(Conversation conversation) {
        Tab tab = new Tab();
        tab.setUserData(conversation);
        tab.textProperty()
                .bind(Bindings.createStringBinding(() -> title(conversation), conversation.name(),
                        conversation.form().url()));
        Region dot = new Region();
        dot.getStyleClass().add("status-dot");
        conversation.outcome().subscribe(outcome -> {
            dot.getStyleClass().removeAll("open", "broken", "muted");
            dot.getStyleClass().add(tone(outcome));
            dot.setAccessibleText(outcome.said());
        });
        tab.setGraphic(dot);
        tab.setOnCloseRequest(e -> {
            e.consume();
            conversations.close(conversation);
        });
        return tab;
    }

    private static String title(Conversation conversation) {
        String title = conversation.name().get().isBlank()
                ? Secrets.maskQuery(conversation.form().url().get()).replaceFirst("^wss?://", "")
                : conversation.name().get();
        return title.isBlank() ? Strings.of("composer.connect.untitled")
                : title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
