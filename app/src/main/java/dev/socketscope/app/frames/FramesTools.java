package dev.socketscope.app.frames;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.ToggleSwitch;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row above the frames: how many there are, where to go, and how they are shown. */
final class FramesTools extends FitLine {
    /** What the buttons do. */
    interface Actions {
        /** Chooses the first frame with this number or a greater one. */
        void jump(long seq);

        /** Chooses the next match, or the one before it. */
        void step(boolean forward);

        /** Opens the box to look for something. */
        void find();

        /** Lets a person say what counts as a heartbeat. */
        void editRule();

        /** Forgets all captured frames. */
        void clear();
    }

    private final Label count = label("frames-count");
    private final Label brief = label("frames-count-brief");
    private final Label number = label("frames-count-number");
    private final ObjectProperty<TimeMode> timeMode = new SimpleObjectProperty<>(TimeMode.CLOCK);
    private final BooleanProperty controlFrames = new SimpleBooleanProperty(true);
    private final HideMenu hide;
    private final ToggleSwitch follow = new ToggleSwitch(Strings.of("frames.follow"));

    /** @param exports save the frames that are shown */
    FramesTools(Memory memory, List<MenuItem> exports, Actions actions) {
        hide = new HideMenu(memory, controlFrames, actions::editRule);
        getStyleClass().add("frames-tools");
        follow.getStyleClass().add("follow-switch");
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        help(follow, "frames.follow.help");
        TextField jump = jumpField(actions);
        MenuButton export = exportMenu(exports);
        getChildren().addAll(count, brief, number, gap(), jump,
                button(Feather.CHEVRON_UP, "frames.previous.help", () -> actions.step(false)),
                button(Feather.CHEVRON_DOWN, "frames.next.help", () -> actions.step(true)), timeMenu(), controlToggle(),
                hide,
                findButton(actions),
                export, button(Feather.TRASH_2, "frames.clear.help", actions::clear), follow);
        mayBe(count, brief);
        mayBe(brief, number);
        mayGo(jump);
        mayGo(export);
    }

    /** Says how many frames there are, as fully as there is room for. */
    void show(FrameCount frames) {
        count.setText(frames.text());
        brief.setText(frames.brief());
        number.setText(Units.count(frames.shown()));
        for (Label label : List.of(count, brief, number)) {
            label.setAccessibleText(frames.text());
            label.getTooltip().setText(frames.text());
        }
    }

    ObjectProperty<TimeMode> timeMode() {
        return timeMode;
    }

    BooleanProperty controlFrames() {
        return controlFrames;
    }

    HideMenu hide() {
        return hide;
    }

    BooleanProperty follow() {
        return follow.selectedProperty();
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().addAll(style, "figures", "muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip());
        return label;
    }

    private static TextField jumpField(Actions actions) {
        var field = new TextField();
        field.setId("frames-jump");
        field.getStyleClass().addAll("small", "figures");
        field.setPromptText(Strings.of("frames.jump.prompt"));
        field.setPrefColumnCount(6);
        field.setMinWidth(Region.USE_PREF_SIZE);
        help(field, "frames.jump.help");
        field.setOnAction(event -> {
            String digits = field.getText().replaceAll("[^0-9]", "");
            if (!digits.isEmpty() && digits.length() < 19) {
                actions.jump(Long.parseLong(digits));
                field.selectAll();
            }
        });
        return field;
    }

    private static ButtonBase findButton(Actions actions) {
        var find = button(Feather.SEARCH, "frames.find.help", actions::find);
        find.setId("frames-find-open");
        return find;
    }

    private MenuButton timeMenu() {
        var menu = new MenuButton("", new FontIcon(Feather.CLOCK));
        menu.setId("frames-time");
        menu.getStyleClass().add("time-menu");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        help(menu, "frames.time.help");
        var group = new ToggleGroup();
        for (TimeMode mode : TimeMode.values()) {
            var item = new RadioMenuItem(mode.label());
            item.setToggleGroup(group);
            item.setSelected(mode == timeMode.get());
            item.setOnAction(event -> timeMode.set(mode));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuButton exportMenu(List<MenuItem> exports) {
        var menu = new MenuButton("", new FontIcon(Feather.DOWNLOAD));
        menu.setId("frames-export");
        menu.getStyleClass().add("icon-menu");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems().setAll(exports);
        help(menu, "frames.export.help");
        return menu;
    }

    private ToggleButton controlToggle() {
        var toggle = new ToggleButton(Strings.of("frames.control"));
        toggle.setId("frames-control");
        toggle.getStyleClass().addAll("small", "quiet-toggle");
        toggle.selectedProperty().bindBidirectional(controlFrames);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        help(toggle, "frames.control.help");
        return toggle;
    }

    private static ButtonBase button(Feather icon, String help, Runnable action) {
        var button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        help(button, help);
        return button;
    }

    private static void help(Node node, String key) {
        Tooltip.install(node, new Tooltip(Strings.of(key)));
        node.setAccessibleText(Strings.of(key));
    }
}
