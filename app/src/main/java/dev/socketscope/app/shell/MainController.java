package dev.socketscope.app.shell;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.actions.Shortcut;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Preparation;
import dev.socketscope.app.controls.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows one of the panels, chosen in the side bar or by its key. */
public final class MainController {
    private static final String REMEMBERED = "shell.panel";
    /** What a window opens with that remembers nothing. */
    private static final String FIRST = "connections";

    @FXML
    private VBox head;
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
            SideButton button = new SideButton(slot, keys(buttons.size()).text());
            button.setToggleGroup(group);
            button.setOnAction(e -> open(slot.id()));
            buttons.add(button);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        sideBar.getChildren().addAll(buttons);
        sideBar.getChildren().add(slots.size() - 1, gap);
        open(memory.text(REMEMBERED).filter(this::exists).orElse(FIRST));
    }

    /** Begins to make the panels that nobody has opened yet. @param first done before */
    void prepare(Runnable first) {
        Stream<Runnable> panels = slots.stream().map(slot -> slot.content()::get);
        new Preparation(Stream.concat(Stream.of(first), panels).toList()).start();
    }

    /** Below what is said about the search. */
    void addBar(Node bar) {
        head.getChildren().add(bar);
    }

    void open(String id) {
        for (int i = 0; i < slots.size(); i++) {
            boolean chosen = slots.get(i).id().equals(id);
            if (chosen) {
                bringIn(slots.get(i).content().get());
            } else {
                slots.get(i).content().made().ifPresent(node -> show(node, false));
            }
            buttons.get(i).setSelected(chosen);
        }
        memory.put(REMEMBERED, id);
    }

    private void bringIn(Node node) {
        if (node.getParent() == null) {
            panels.getChildren().add(node);
        }
        show(node, true);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private boolean exists(String id) {
        return slots.stream().anyMatch(slot -> slot.id().equals(id));
    }

    /** One for each panel. */
    List<Action> actions() {
        return IntStream.range(0, slots.size()).mapToObj(index -> {
            PanelSlot slot = slots.get(index);
            return Action.of("panel." + slot.id(), Group.PANELS, Strings.of("action.panel", slot.title()), slot.icon(),
                    () -> open(slot.id())).on(keys(index));
        }).toList();
    }

    private Shortcut keys(int index) {
        return index == slots.size() - 1 ? ShellKeys.SETTINGS : ShellKeys.panel(index);
    }
}
