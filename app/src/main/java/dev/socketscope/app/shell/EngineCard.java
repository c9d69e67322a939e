package dev.socketscope.app.shell;

import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.EngineInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The engines that can be shown, and everything about the one that is shown that does not change, as it is when the card opens. */
final class EngineCard extends VBox {
    private final GridPane facts = new GridPane();
    private final EngineList list;

    /** @param close takes the card away */
    EngineCard(Live live, Engines engines, Consumer<String> browse, Runnable close) {
        getStyleClass().add("engine-card");
        AttachForm form = new AttachForm(engines, close);
        list = new EngineList(engines, form::attach, close);
        EngineInfo info = live.engine().info();
        Label name = new Label(info.name());
        name.getStyleClass().add("panel-title");
        facts.getStyleClass().add("facts");
        address(info.url(), browse);
        for (EngineInfo.RouteInfo route : info.routes()) {
            fact(facts.getRowCount() == 1 ? Strings.of("engine.routes.title") : "",
                    data(route.rule() + " → " + route.upstream()));
        }
        fact(Strings.of("engine.transport"), new Label(info.transport()));
        fact(Strings.of("engine.uptime"),
                new Label(Units.span(Duration.between(info.startedAt(), Instant.now()))));
        fact(Strings.of("engine.capture"), new Label(Strings.of("engine.capture.value",
                Units.bytes(info.capture().maxBytes()), Units.bytes(info.capture().maxPayload()))));
        fact(Strings.of("engine.limits"), new Label(Strings.of("engine.limits.value",
                Units.count(info.limits().maxConnections()), Units.count(info.limits().maxPending()))));
        fact(Strings.of("engine.version"), new Label(info.version()));
        getChildren().addAll(name, facts, new Separator(), Sections.title("engines"), list, form);
    }

    /** Ends following the engines. */
    void close() {
        list.close();
    }

    private void address(String url, Consumer<String> browse) {
        Button open = Icons.button(Feather.EXTERNAL_LINK, Strings.of("open.browser"), () -> browse.accept(url));
        open.setId("engine-browse");
        HBox line = new HBox(data(url), new CopyButton(Strings.of("copy"), () -> url), open);
        line.setAlignment(Pos.CENTER_LEFT);
        fact(Strings.of("engine.listen"), line);
    }

    private void fact(String name, Node value) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), label, value);
    }

    private static Label data(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("data");
        return label;
    }
}
