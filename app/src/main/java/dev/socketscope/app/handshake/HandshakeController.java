package dev.socketscope.app.handshake;

import atlantafx.base.controls.ToggleSwitch;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.controls.Waterfall;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Secrets;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the chosen connection's upgrade; draws anew only when the upgrade itself has changed. */
public final class HandshakeController {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int SWITCHING_PROTOCOLS = 101;

    @FXML
    private HBox content;
    @FXML
    private Label nothing;
    @FXML
    private Label requestLine;
    @FXML
    private VBox request;
    @FXML
    private Label statusLine;
    @FXML
    private VBox response;
    @FXML
    private Label agreed;
    @FXML
    private ToggleSwitch secrets;
    @FXML
    private Label duration;
    @FXML
    private Waterfall waterfall;

    private final Selection selection;
    private final HeaderGrid requestHeaders = new HeaderGrid();
    private final HeaderGrid responseHeaders = new HeaderGrid();
    private @Nullable Handshake drawn;

    HandshakeController(Selection selection) {
        this.selection = selection;
    }

    @FXML
    private void initialize() {
        request.getChildren().add(requestHeaders);
        response.getChildren().add(responseHeaders);
        nothing.visibleProperty().bind(content.visibleProperty().not());
        selection.connection().subscribe(this::follow);
        secrets.selectedProperty().subscribe((before, now) -> {
            drawn = null;
            follow(selection.connection().get());
        });
    }

    private void follow(@Nullable LiveConnection chosen) {
        content.setVisible(chosen != null);
        if (chosen != null && !chosen.connection().handshake().equals(drawn)) {
            drawn = chosen.connection().handshake();
            draw(chosen.connection(), drawn);
        }
    }

    private void draw(Connection connection, Handshake handshake) {
        boolean open = secrets.isSelected();
        requestLine.setText(open ? handshake.requestLine() : Secrets.maskQuery(handshake.requestLine()));
        requestHeaders.show(HeaderDiff.of(handshake.requestHeaders(), handshake.forwardedHeaders()),
                Strings.of("handshake.client.sent"), Strings.of("handshake.forwarded"), open);
        statusLine.setText(handshake.status() == 0 ? Strings.of("handshake.no.answer")
                : (handshake.status() + " " + handshake.reasonPhrase()).strip());
        statusLine.pseudoClassStateChanged(GOOD, handshake.status() == SWITCHING_PROTOCOLS);
        statusLine.pseudoClassStateChanged(WRONG, handshake.status() != SWITCHING_PROTOCOLS && handshake.status() != 0);
        responseHeaders.show(HeaderDiff.of(handshake.responseHeaders(), handshake.returnedHeaders()),
                Strings.of("handshake.upstream.sent"), Strings.of("handshake.returned"), open);
        agreed.setText(
                Strings.of("handshake.agreed", orNone(connection.subprotocol()), orNone(handshake.extensions())));
        String millis = Units.millis(handshake.totalMicros());
        duration.setText(handshake.status() == 0 ? Strings.of("handshake.waiting", connection.id(), millis)
                : Strings.of("handshake.duration", connection.id(), Integer.toString(handshake.status()), millis));
        waterfall.show(Timeline.bars(handshake), Timeline.scale(handshake));
    }

    private static String orNone(@Nullable String text) {
        return Objects.requireNonNullElse(text, Strings.of("handshake.none"));
    }
}
