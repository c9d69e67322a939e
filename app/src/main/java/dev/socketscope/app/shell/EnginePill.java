package dev.socketscope.app.shell;

import atlantafx.base.controls.Popover;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.EngineInfo;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Names the engine and where it leads; opens a card with the rest and with the other engines. */
final class EnginePill {
    private final Button button;
    private final Live live;
    private final Engines engines;
    private final Consumer<String> browse;

    EnginePill(Button button, Live live, Engines engines, Consumer<String> browse) {
        this.button = button;
        this.live = live;
        this.engines = engines;
        this.browse = browse;
        EngineInfo info = live.engine().info();
        Region dot = new Region();
        dot.getStyleClass().add("status-dot");
        Label name = new Label(info.name());
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label way = new Label(EngineNames.way(info));
        way.getStyleClass().addAll("data", "muted");
        way.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        way.setMaxWidth(300);
        HBox content = new HBox(dot, name, way, number(), Icons.of(Feather.CHEVRON_DOWN, "faint-icon"));
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("engine-pill-content");
        button.setGraphic(content);
        button.setAccessibleText(info.name() + ", " + way.getText());
        button.setTooltip(new Tooltip());
        live.away().subscribe(why -> {
            dot.getStyleClass().setAll("status-dot", why.isEmpty() ? "open" : "broken");
            button.getTooltip()
                    .setText(why.isEmpty() ? Strings.of("engine.tooltip", ShellKeys.ENGINES.text())
                            : Strings.of("engine.away", why));
            button.setAccessibleHelp(button.getTooltip().getText());
        });
        button.setOnAction(e -> open());
    }

    /** Which of how many engines this is; nothing while it is the only one. */
    private Label number() {
        Label number = new Label();
        number.getStyleClass().add("key-hint");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.managedProperty().bind(number.visibleProperty());
        Runnable count = () -> {
            int all = engines.all().size();
            number.setVisible(all > 1);
            number.setText(Strings.of("engines.number", Integer.toString(index() + 1), Integer.toString(all)));
        };
        engines.all().addListener((ListChangeListener<EngineChoice>) change -> count.run());
        count.run();
        return number;
    }

    private int index() {
        return engines.all().stream().map(EngineChoice::engine).toList().indexOf(live.engine());
    }

    private void open() {
        Popover popover = new Popover();
        EngineCard card = new EngineCard(live, engines, browse, popover::hide);
        popover.setContentNode(card);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setOnHidden(e -> card.close());
        popover.show(button);
    }
}
