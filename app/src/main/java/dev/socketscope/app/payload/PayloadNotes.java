package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is said about a payload: above it what it is, below it how much there is and what is wrong. */
final class PayloadNotes {
    private final Node formats;
    private final Label heading = new Label();
    private final Button back;
    private final HBox headingLine;
    private final Label remark = new Label();
    private final Label status = new Label();
    private final Hyperlink wrong = new Hyperlink();
    private final Label said = new Label();
    private final HBox statusLine;
    private final PauseTransition moment = new PauseTransition(Duration.seconds(2.5));

    /**
     * @param formats stands beside the heading while the payload is shown decoded
     * @param extent stands at the end of the heading
     * @param goBack from a part of the payload to the whole
     */
    PayloadNotes(Node formats, Node extent, Runnable goBack) {
        this.formats = formats;
        set(formats, false);
        heading.getStyleClass().addAll("muted", "payload-heading", "figures");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setMinWidth(0);
        HBox.setHgrow(heading, Priority.ALWAYS);
        back = Icons.button(Feather.ARROW_LEFT, Strings.of("payload.back"), goBack);
        back.setId("payload-back");
        headingLine = new HBox(back, heading, formats, extent);
        headingLine.getStyleClass().add("payload-heading-line");
        headingLine.setAlignment(Pos.CENTER_LEFT);
        remark.getStyleClass().addAll("muted", "payload-remark");
        remark.setId("payload-remark");
        remark.setWrapText(true);
        remark.setMinHeight(Region.USE_PREF_SIZE);
        remark.setMaxWidth(Double.MAX_VALUE);
        remark("");
        status.getStyleClass().addAll("faint", "payload-status", "figures");
        status.setMinWidth(Region.USE_PREF_SIZE);
        wrong.getStyleClass().add("payload-wrong");
        wrong.setMinWidth(0);
        said.getStyleClass().addAll("muted", "payload-said");
        said.setMinWidth(0);
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        statusLine = new HBox(wrong, said, spacer, status);
        statusLine.getStyleClass().add("payload-status-line");
        statusLine.setAlignment(Pos.CENTER_LEFT);
        moment.setOnFinished(event -> said.setText(""));
        mistake(null, offset -> {});
    }

    Node heading() {
        return headingLine;
    }

    /** Offers the choice of formats or not. */
    void offerFormats(boolean offered) {
        set(formats, offered);
    }

    Node remark() {
        return remark;
    }

    /** What has to be known to understand what is shown; empty for nothing. */
    void remark(String text) {
        remark.setText(text);
        set(remark, !text.isEmpty());
    }

    Node status() {
        return statusLine;
    }

    /** @param inside whether this is a part that one can go back from */
    void show(String text, boolean inside) {
        heading.setText(text);
        heading.setTooltip(new Tooltip(text));
        set(back, inside);
    }

    void status(String text) {
        status.setText(text);
    }

    /** @param goTo shows the byte */
    void mistake(JsonIndex.@Nullable Mistake mistake, IntConsumer goTo) {
        set(wrong, mistake != null);
        if (mistake != null) {
            wrong.setText(Strings.of("payload.not-json", mistake.message(), Units.count(mistake.line()),
                    Units.count(mistake.column())));
            wrong.setOnAction(event -> goTo.accept(mistake.offset()));
        }
    }

    /** Says something for a moment. */
    void say(String text) {
        said.setText(text);
        moment.playFromStart();
    }

    private static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
