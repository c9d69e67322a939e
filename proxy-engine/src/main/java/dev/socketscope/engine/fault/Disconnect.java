package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.EndingFault;
import org.jspecify.annotations.Nullable;

/** Ends a connection at once, and again whenever it is whole again. */
record Disconnect(ConnectionHold hold, EndingFault.Disconnect spec) implements EndingAct {
    @Override
    public @Nullable Ending due(Endings.Life life, long now) {
        return hold.grip().fires(now) ? hold.end(ending(hold.rule(), spec), now) : null;
    }

    @Override
    public long untilNext(Endings.Life life, long now) {
        return hold.until(0, now);
    }

    static Ending ending(FaultRule rule, EndingFault.Disconnect spec) {
        return new Ending(spec.leg(), spec.mode(), spec.code(),
                Ending.reason(spec.mode(), spec.reason(), "disconnect"), rule.id());
    }
}
