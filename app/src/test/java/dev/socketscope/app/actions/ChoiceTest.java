package dev.socketscope.app.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.app.controls.Memory;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ChoiceTest {
    private final List<String> done = new ArrayList<>();
    private final Memory memory = Memory.forgetful();
    private final Actions actions = new Actions();
    private final Choice choice = new Choice(actions, memory);

    ChoiceTest() {
        actions.add(List.of(action("panels.faults", Group.PANELS, "Open Faults"),
                action("panels.frames", Group.PANELS, "Open Frames"),
                action("faults.disarm", Group.FAULTS, "Disarm all faults"),
                action("view.dark", Group.VIEW, "Dark colours")));
        choice.begin();
    }

    @Test
    void theFirstLettersOfWordsFindAnActionBeforeLettersInTheMiddle() {
        choice.type("daf");
        assertThat(titles()).startsWith("Disarm all faults");
        choice.type("FRAMES");
        assertThat(titles()).containsExactly("Open Frames");
        choice.type("dark");
        assertThat(titles()).startsWith("Dark colours");
    }

    @Test
    void everyWordMustBeFoundInWhateverOrder() {
        choice.type("faults open");
        assertThat(titles()).containsExactly("Open Faults");
        choice.type("faults nowhere");
        assertThat(titles()).isEmpty();
    }

    @Test
    void theKindFindsItTooButTheNameCountsMore() {
        choice.type("faults");
        assertThat(titles()).contains("Open Faults", "Disarm all faults").doesNotContain("Open Frames");
        choice.type("panels frames");
        assertThat(titles()).startsWith("Open Frames");
    }

    @Test
    void whatWasUsedLatelyStandsFirstInThisWindowAndInTheNext() {
        choice.take(choice.found().get().getLast());
        choice.begin();
        assertThat(titles()).startsWith("Dark colours", "Open Faults");

        Choice next = new Choice(actions, memory);
        next.begin();
        assertThat(next.found().get().getFirst().title()).isEqualTo("Dark colours");
        assertThat(next.isRecent(next.found().get().getFirst())).isTrue();
    }

    @Test
    void whatIsInTheWayIsNotDoneAndNotRemembered() {
        Action blocked = action("x", Group.VIEW, "Blocked").unless(() -> "no reason");

        assertThat(choice.take(blocked)).isFalse();
        blocked.run();
        assertThat(done).isEmpty();
        assertThat(choice.isRecent(blocked)).isFalse();
    }

    @Test
    void actionsThatComeAndGoAreFoundAsTheyAreWhenTheListOpens() {
        List<Action> connections = new ArrayList<>();
        actions.find(() -> List.copyOf(connections));
        connections.add(action("go.ws_7", Group.CONNECTIONS, "Go to /_hmr  ws_7"));
        choice.type("hmr");
        assertThat(titles()).isEmpty();

        choice.begin();
        choice.type("hmr");
        assertThat(titles()).containsExactly("Go to /_hmr  ws_7");
    }

    @Test
    void twoActionsOnOneKeyAndAPlaceThatTakesAKeyAwayAreConflicts() {
        Shortcut key = Shortcut.command(KeyCode.B);
        actions.add(List.of(action("one", Group.VIEW, "One").on(key)));
        actions.tell(List.of(new PlaceKey("Here", "Declared", key, "one")));
        assertThat(actions.conflicts()).isEmpty();

        actions.add(List.of(action("two", Group.VIEW, "Two").on(key)));
        actions.tell(List.of(new PlaceKey("There", "Undeclared", key)));
        assertThat(actions.conflicts()).hasSize(2);
        assertThatThrownBy(() -> actions.add(List.of(action("one", Group.VIEW, "Again"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one");
    }

    private Action action(String id, Group group, String title) {
        return Action.of(id, group, title, Feather.ZAP, () -> done.add(id));
    }

    private List<String> titles() {
        return choice.found().get().stream().map(Action::title).toList();
    }
}
