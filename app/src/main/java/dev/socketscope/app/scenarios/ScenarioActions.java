package dev.socketscope.app.scenarios;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.scenarios.Runs.State;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;

/** What the palette can do with scenarios. */
final class ScenarioActions {
    private final Supplier<Library> library;
    private final Runs runs;
    private final Consumer<Document> play;

    /** @param play shows a scenario and runs it */
    ScenarioActions(Supplier<Library> library, Runs runs, Consumer<Document> play) {
        this.library = library;
        this.runs = runs;
        this.play = play;
    }

    /** What is done to the one that runs. */
    List<Action> fixed() {
        return List.of(
                Action.of("scenarios.pause", Group.SCENARIOS, Strings.of("action.scenario.pause"), Feather.PAUSE,
                        runs::pause).when(this::busy, Strings.of("action.scenario.none")),
                Action.of("scenarios.stop", Group.SCENARIOS, Strings.of("action.scenario.stop"), Feather.SQUARE,
                        runs::stop).when(this::busy, Strings.of("action.scenario.none")));
    }

    /** One for each scenario that there is now. */
    List<Action> each() {
        return library.get().documents().stream().map(this::run).toList();
    }

    private Action run(Document document) {
        String name = document.name().get();
        return Action.of("scenarios.run." + name, Group.SCENARIOS, Strings.of("action.scenario.run", name),
                Feather.PLAY, () -> play.accept(document)).unless(() -> {
                    if (busy()) {
                        return Strings.of("action.scenario.busy");
                    }
                    return document.problems().get().isEmpty() ? "" : Strings.of("action.scenario.wrong");
                });
    }

    private boolean busy() {
        return runs.state().get() != State.IDLE;
    }
}
