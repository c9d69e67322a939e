package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.FormatChoice;
import dev.socketscope.engine.decode.Format;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** In which format messages like the shown one are read. */
final class FormatMenu extends MenuButton {
    private final ToggleGroup group = new ToggleGroup();
    private final RadioMenuItem automatic;

    /** @param chosen told what was chosen by hand */
    FormatMenu(Consumer<FormatChoice> chosen) {
        setId("payload-format");
        getStyleClass().addAll("small", "format-menu");
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(new Tooltip(Strings.of("payload.format.help")));
        automatic = item(FormatChoice.AUTOMATIC, "", chosen);
        getItems().add(automatic);
        Stream.of(Format.values())
                .forEach(format -> getItems().add(item(new FormatChoice.As(format), format.label(), chosen)));
        getItems().add(item(FormatChoice.AS_IT_IS, Strings.of("payload.format.none"), chosen));
        show(FormatChoice.AUTOMATIC, Optional.empty());
    }

    /** @param recognised the format that the message tells */
    void show(FormatChoice choice, Optional<Format> recognised) {
        automatic.setText(recognised.map(format -> Strings.of("payload.format.automatic.as", format.label()))
                .orElse(Strings.of("payload.format.automatic")));
        group.getToggles().stream().filter(item -> choice.equals(item.getUserData())).forEach(item -> {
            item.setSelected(true);
            setText(((RadioMenuItem) item).getText());
        });
        setAccessibleText(Strings.of("payload.format.help") + ": " + getText());
    }

    private RadioMenuItem item(FormatChoice choice, String label, Consumer<FormatChoice> chosen) {
        var item = new RadioMenuItem(label);
        item.setId("payload-format-" + choice.wireName().replace('.', '-'));
        item.setUserData(choice);
        item.setToggleGroup(group);
        item.setOnAction(event -> chosen.accept(choice));
        return item;
    }
}
