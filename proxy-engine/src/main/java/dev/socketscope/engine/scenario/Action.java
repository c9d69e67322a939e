package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import java.time.Duration;

/** What a step comes to: something that an engine can be asked to do. */
sealed interface Action {
    /** @param fault with its final seed */
    record Arm(Fault fault) implements Action {}

    record Disarm(String label) implements Action {}

    record End(FaultMatch match, Legs legs, Mode mode, int code, String reason) implements Action {}

    record Inject(FaultMatch match, Direction direction, String text) implements Action {}

    /** An action on the clock. */
    record Planned(Duration at, Action action) {}
}
