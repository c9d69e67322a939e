package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import dev.socketscope.engine.scenario.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The steps that can be added at a moment. */
final class AddMenu {
    private final Duration at;
    private final Consumer<Step> add;

    /** @param add gets the new step */
    AddMenu(Duration at, Consumer<Step> add) {
        this.at = at;
        this.add = add;
    }

    List<MenuItem> items(Scenario scenario) {
        MenuItem when = new MenuItem(Strings.of("scenarios.add.at", Texts.span(at)));
        when.setDisable(true);
        return List.of(when, faults(), simple(Samples.Kind.CUT), simple(Samples.Kind.PRESET),
                simple(Samples.Kind.INJECT), disarm(scenario));
    }

    private Menu faults() {
        Menu menu = new Menu(Strings.of("scenarios.kind.arm"));
        for (FaultType.Group group : FaultType.Group.values()) {
            Menu types = new Menu(Strings.of("faults.group." + group.name().toLowerCase(Locale.ROOT)));
            Stream.of(FaultType.values())
                    .filter(type -> type.group() == group)
                    .forEach(type -> types.getItems()
                            .add(
                                    item(Strings.of("fault." + type.wireName() + ".title"), Samples.arm(type, at))));
            menu.getItems().add(types);
        }
        return menu;
    }

    private MenuItem simple(Samples.Kind kind) {
        return item(Strings.of("scenarios.kind." + kind.name().toLowerCase(Locale.ROOT)), Samples.step(kind, at, ""));
    }

    /** What earlier steps have armed under a label. */
    private Menu disarm(Scenario scenario) {
        Menu menu = new Menu(Strings.of("scenarios.kind.disarm"));
        Step.armed(scenario.steps(), at)
                .forEach(label -> menu.getItems().add(item(label, Samples.step(Samples.Kind.DISARM, at, label))));
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    private MenuItem item(String text, Step step) {
        MenuItem item = new MenuItem(text);
        // Labels are texts of people, in which an underscore is no mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(e -> add.accept(step));
        return item;
    }
}
