package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Header;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The headers of an upgrade, each with its name and its value in a line. */
final class HeaderRows extends VBox {
    private static final double NAME = 112;
    private final SocketForm form;

    HeaderRows(SocketForm form) {
        this.form = form;
        getStyleClass().add("header-rows");
        fill();
        form.headers().addListener((ListChangeListener<HeaderLine>) change -> fill());
    }

    private void fill() {
        getChildren().setAll(form.headers().stream().map(this::row).toList());
        Button add = new Button(Strings.of("composer.connect.header.add"), Icons.of(Feather.PLUS));
        add.setId("connect-header-add");
        add.getStyleClass().add("small");
        add.setOnAction(e -> {
            form.addHeader(new Header("", ""));
            lookup("#connect-header-name-" + (form.headers().size() - 1)).requestFocus();
        });
        getChildren().add(add);
    }

    private Node row(HeaderLine line) {
        int number = form.headers().indexOf(line);
        TextField name = field(line.name(), "name", number);
        name.setMinWidth(NAME);
        name.setPrefWidth(NAME);
        TextField value = field(line.value(), "value", number);
        HBox.setHgrow(value, Priority.ALWAYS);
        return new HBox(name, value, Icons.button(Feather.X, Strings.of("composer.connect.header.remove"),
                () -> form.headers().remove(line)));
    }

    private static TextField field(StringProperty text, String part, int number) {
        TextField field = new TextField();
        field.setId("connect-header-" + part + "-" + number);
        field.getStyleClass().add("data");
        field.setPromptText(Strings.of("composer.connect.header." + part));
        field.setAccessibleText(Strings.of("composer.connect.header." + part));
        field.textProperty().bindBidirectional(text);
        return field;
    }
}
