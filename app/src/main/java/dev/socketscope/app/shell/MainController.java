package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows one of the panels, chosen in the side bar or by Ctrl and its number, from the eleventh on with Shift. */
public final class MainController {
    private static final String REMEMBERED = "shell.panel";
    /** What a window opens with that remembers nothing. */
    private static final String FIRST = "connections";

    private static final int DIGITS = 10;

    @FXML
    private VBox sideBar;
    @FXML
    private StackPane panels;

    private final Memory memory;
    private final List<PanelSlot> slots;
    private final List<SideButton> buttons = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();

    MainController(Memory memory, List<PanelSlot> upper, PanelSlot settings) {
        this.memory = memory;
        this.slots = new ArrayList<>(upper);
        slots.add(settings);
    }

    @FXML
    private void initialize() {
        for (PanelSlot slot : slots) {
            String key = slot == slots.getLast() ? "," : digit(buttons.size());
            SideButton button = new SideButton(slot, Keys.hint(key));
            button.setToggleGroup(group);
            button.setOnAction(e -> open(slot.id()));
            buttons.add(button);
            panels.getChildren().add(slot.node());
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        sideBar.getChildren().addAll(buttons);
        sideBar.getChildren().add(slots.size() - 1, gap);
        panels.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::chooseByKey);
            }
        });
        open(memory.text(REMEMBERED).filter(this::exists).orElse(FIRST));
    }

    void open(String id) {
        for (int i = 0; i < slots.size(); i++) {
            boolean chosen = slots.get(i).id().equals(id);
            Node node = slots.get(i).node();
            node.setVisible(chosen);
            node.setManaged(chosen);
            buttons.get(i).setSelected(chosen);
        }
        memory.put(REMEMBERED, id);
    }

    private boolean exists(String id) {
        return slots.stream().anyMatch(slot -> slot.id().equals(id));
    }

    /** As the keys lie side by side: the tenth is 0, and the eleventh is 1 with Shift. */
    private static String digit(int index) {
        return (index < DIGITS ? "" : "Shift ") + (index + 1) % DIGITS;
    }

    private static KeyCombination combination(int index) {
        KeyCode digit = KeyCode.getKeyCode(Integer.toString((index + 1) % DIGITS));
        return index < DIGITS ? Keys.shortcut(digit) : Keys.shortcut(digit, KeyCombination.SHIFT_DOWN);
    }

    private void chooseByKey(KeyEvent event) {
        if (Keys.shortcut(KeyCode.COMMA).match(event)) {
            open(slots.getLast().id());
            event.consume();
        }
        for (int i = 0; i < slots.size() - 1; i++) {
            if (combination(i).match(event)) {
                open(slots.get(i).id());
                event.consume();
            }
        }
    }
}
