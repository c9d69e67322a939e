package dev.socketscope.app.live;

import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.ReplayStatus;
import java.util.List;

/**
 * What somebody keeps back or sends once more.
 *
 * @param breakpoints the one set first at the front
 * @param held what waits for a decision, the message held first at the front
 * @param replays under way and the latest that have ended, the one begun first at the front
 */
public record Interception(List<BreakpointStatus> breakpoints, List<HeldMessage> held, List<ReplayStatus> replays) {
    public static final Interception NONE = new Interception(List.of(), List.of(), List.of());

    public Interception {
        breakpoints = List.copyOf(breakpoints);
        held = List.copyOf(held);
        replays = List.copyOf(replays);
    }

    static Interception of(Engine engine) {
        return new Interception(engine.breakpoints(), engine.heldMessages(), engine.replays());
    }
}
