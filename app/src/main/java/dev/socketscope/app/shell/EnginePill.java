package dev.socketscope.app.shell;

import atlantafx.base.controls.Popover;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.EngineInfo;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Names the engine and where it leads; opens a card with the rest. */
final class EnginePill {
    EnginePill(Button button, Live live, Consumer<String> browse) {
        EngineInfo info = live.engine().info();
        Region dot = new Region();
        dot.getStyleClass().add("status-dot");
        Label name = new Label(info.name());
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label way = new Label(":" + port(info.listen()) + " → " + target(info));
        way.getStyleClass().addAll("data", "muted");
        way.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        way.setMaxWidth(300);
        HBox content = new HBox(dot, name, way, Icons.of(Feather.CHEVRON_DOWN, "faint-icon"));
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("engine-pill-content");
        button.setGraphic(content);
        button.setAccessibleText(info.name() + ", " + way.getText());
        button.setTooltip(new Tooltip());
        live.away().subscribe(why -> {
            dot.getStyleClass().setAll("status-dot", why.isEmpty() ? "open" : "broken");
            button.getTooltip()
                    .setText(why.isEmpty() ? Strings.of("engine.tooltip") : Strings.of("engine.away", why));
            button.setAccessibleHelp(button.getTooltip().getText());
        });
        button.setOnAction(e -> card(live, browse).show(button));
    }

    private static Popover card(Live live, Consumer<String> browse) {
        Popover popover = new Popover(new EngineCard(live, browse));
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setAnimated(false);
        return popover;
    }

    private static String target(EngineInfo info) {
        return info.routes().size() == 1 ? info.routes().getFirst().upstream()
                : Strings.of("engine.routes", Integer.toString(info.routes().size()));
    }

    private static String port(String listen) {
        return listen.substring(listen.lastIndexOf(':') + 1);
    }
}
