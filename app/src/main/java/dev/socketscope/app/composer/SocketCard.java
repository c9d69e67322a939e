package dev.socketscope.app.composer;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FormGrid;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.ValueField;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says where a WebSocket is to be opened, and opens it. */
final class SocketCard extends VBox {
    private final Conversation conversation;
    private final SocketForm form;

    /** @param addresses where a WebSocket goes through the engine */
    SocketCard(Conversation conversation, Supplier<List<String>> addresses) {
        this.conversation = conversation;
        form = conversation.form();
        getStyleClass().addAll("card", "composer-card");
        FormGrid grid = new FormGrid("composer.connect");
        grid.line("url", text("connect-url", form.url(), "composer.connect.url.prompt"),
                form.problems().of(SocketForm.URL));
        grid.line("through", through(addresses));
        grid.line("headers", new HeaderRows(form));
        Label unfit = FormGrid.message(form.problems().of(SocketForm.HEADERS), "broken");
        unfit.setId("connect-headers-problem");
        grid.add(unfit, 1, grid.getRowCount(), 3, 1);
        grid.line("subprotocols",
                text("connect-subprotocols", form.subprotocols(), "composer.connect.subprotocols.prompt"),
                form.problems().of(SocketForm.SUBPROTOCOLS));
        ValueField timeout = new ValueField(Quantity.TIME, form.timeout(), false);
        timeout.setId("connect-timeout");
        grid.line("timeout", timeout, form.problems().of(SocketForm.TIMEOUT));
        getChildren().addAll(Sections.title("composer.connect"), grid,
                check("connect-deflate", "composer.connect.deflate", form.deflate()),
                check("connect-any", "composer.connect.any", form.anyCertificate()), warning(), end());
    }

    private static TextField text(String id, StringProperty text, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("data");
        field.setPromptText(Strings.of(prompt));
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private MenuButton through(Supplier<List<String>> addresses) {
        MenuButton menu = new MenuButton(Strings.of("composer.connect.through.choose"));
        menu.setId("connect-through");
        menu.setTooltip(new Tooltip(Strings.of("composer.connect.through.tooltip")));
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(e -> menu.getItems().setAll(addresses.get().stream().map(this::address).toList()));
        return menu;
    }

    private MenuItem address(String address) {
        MenuItem item = new MenuItem(address);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> form.url().set(address));
        return item;
    }

    private static CheckBox check(String id, String key, BooleanProperty chosen) {
        CheckBox box = new CheckBox(Strings.of(key));
        box.setId(id);
        box.setTooltip(new Tooltip(Strings.of(key + ".tooltip")));
        box.selectedProperty().bindBidirectional(chosen);
        return box;
    }

    private Label warning() {
        Label label = FormGrid.message(
                form.anyCertificate().map(any -> any ? Strings.of("composer.connect.any.warning") : ""), "held");
        label.setId("connect-any-warning");
        return label;
    }

    private HBox end() {
        Label state = new Label();
        state.setId("connect-state");
        state.getStyleClass().add("talk-state");
        state.setWrapText(true);
        conversation.outcome().subscribe(outcome -> {
            state.setText(outcome.said());
            state.getStyleClass().removeAll("open", "broken", "muted");
            state.getStyleClass().add(ConversationTabs.tone(outcome));
        });
        Button connect = new Button();
        connect.setId("connect-connect");
        connect.setMinWidth(Region.USE_PREF_SIZE);
        connect.setOnAction(e -> {
            if (conversation.outcome().get().phase() == Conversation.Phase.IDLE) {
                conversation.connect();
            } else {
                conversation.disconnect();
            }
        });
        conversation.outcome().subscribe(outcome -> dress(connect, outcome.phase()));
        HBox end = new HBox(state, FitLine.gap(), connect);
        end.setAlignment(Pos.CENTER_LEFT);
        return end;
    }

    private static void dress(Button connect, Conversation.Phase phase) {
        String key = "composer.connect.do." + phase.name().toLowerCase(java.util.Locale.ROOT);
        boolean idle = phase == Conversation.Phase.IDLE;
        connect.setText(Strings.of(key));
        connect.setTooltip(new Tooltip(Strings.of(key + ".tooltip")));
        connect.setGraphic(Icons.of(idle ? Feather.LINK : Feather.X));
        connect.getStyleClass().remove("accent");
        if (idle) {
            connect.getStyleClass().add("accent");
        }
    }
}
