package dev.socketscope.app.composer;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FormGrid;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Writes messages for a WebSocket of our own, and says how it is to end. */
final class TalkCard extends VBox {
    private static final int LONGEST_ITEM = 60;
    private final Conversation conversation;

    TalkCard(Conversation conversation) {
        this.conversation = conversation;
        getStyleClass().addAll("card", "composer-card");
        ObservableValue<Boolean> closed = conversation.outcome().map(now -> now.phase() != Conversation.Phase.OPEN);
        BodyEditor editor = new BodyEditor(conversation.body(), "talk", sent());
        VBox.setVgrow(editor, Priority.ALWAYS);
        walk(editor.area());
        Label problem = FormGrid.message(conversation.problem(), "broken");
        problem.setId("talk-problem-all");
        Button send = button("send", new Button(Strings.of("composer.talk.send"), Icons.of(Feather.SEND)),
                conversation::send);
        send.getStyleClass().add("accent");
        send.setTooltip(new Tooltip(Strings.of("composer.talk.send.tooltip", Keys.hint("↵"))));
        Button ping = button("ping", new Button(Strings.of("composer.talk.ping")), conversation::ping);
        ping.setTooltip(new Tooltip(Strings.of("composer.talk.ping.tooltip")));
        send.disableProperty().bind(closed);
        ping.disableProperty().bind(closed);
        TextField reason = field("close-reason", conversation.closeReason());
        HBox.setHgrow(reason, Priority.ALWAYS);
        TextField code = field("close-code", conversation.closeCode());
        code.getStyleClass().add("figures");
        code.setPrefColumnCount(4);
        code.setMinWidth(Region.USE_PREF_SIZE);
        Label ending = new Label(Strings.of("composer.talk.ending"));
        ending.setMinWidth(Region.USE_PREF_SIZE);
        ending.getStyleClass().add("muted");
        HBox end = new HBox(ending, code, reason, FitLine.gap(), ping, send);
        end.setAlignment(Pos.CENTER_LEFT);
        end.getStyleClass().add("talk-end");
        getChildren().addAll(editor, problem, end);
    }

    private static Button button(String id, Button button, Runnable action) {
        button.setId("talk-" + id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static TextField field(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId("talk-" + id);
        field.setPromptText(Strings.of("composer.talk." + id));
        field.setAccessibleText(Strings.of("composer.talk." + id));
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private MenuButton sent() {
        MenuButton menu = new MenuButton(Strings.of("composer.talk.sent"));
        menu.setId("talk-sent");
        menu.getStyleClass().add("small");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setTooltip(new Tooltip(Strings.of("composer.talk.sent.tooltip")));
        menu.getItems().add(new MenuItem(Strings.of("composer.talk.sent.none")));
        menu.setOnShowing(e -> {
            if (!conversation.history().all().isEmpty()) {
                menu.getItems().setAll(conversation.history().all().reversed().stream().map(this::item).toList());
            }
        });
        return menu;
    }

    private MenuItem item(Body.State message) {
        String line = message.text().replaceAll("\\s+", " ").strip();
        MenuItem item = new MenuItem(line.isEmpty() ? Units.NOTHING
                : line.length() <= LONGEST_ITEM ? line : line.substring(0, LONGEST_ITEM) + "…");
        item.setMnemonicParsing(false);
        item.setOnAction(e -> conversation.body().restore(message));
        return item;
    }

    /** Up in the first line and Down in the last one go through what was sent. */
    private void walk(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
            String text = area.getText();
            int caret = area.getCaretPosition();
            if (plain && event.getCode() == KeyCode.UP && text.lastIndexOf('\n', caret - 1) < 0) {
                take(area, conversation.history().back());
                event.consume();
            } else if (plain && event.getCode() == KeyCode.DOWN && text.indexOf('\n', caret) < 0) {
                take(area, conversation.history().forward());
                event.consume();
            }
        });
    }

    private void take(TextArea area, Optional<Body.State> message) {
        message.ifPresent(found -> {
            conversation.body().restore(found);
            area.end();
        });
    }
}
