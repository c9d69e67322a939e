package dev.socketscope.app.faults;

import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the fault armed that is wanted last, one command at a time.
 *
 * <pre>
 *   want(new) ─► arm new ─► armed ─► disarm old        traffic is never undisturbed in between
 *                  └─ refused ─► the old one stays
 *   disarm old ─ refused: somebody has ended it meanwhile, so the new one has to go, too
 * </pre>
 */
final class Armament {
    /** A remote engine's picture may be so old. */
    private static final Duration LAG = Duration.ofSeconds(2);

    private final Submit engine;
    private final InstantSource clock;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private @Nullable Fault wanted;
    private @Nullable Fault armed;
    private @Nullable String id;
    private boolean busy;
    private boolean seen;
    private Instant armedAt = Instant.EPOCH;

    Armament(Submit engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Whether a fault is armed, or about to be. */
    ReadOnlyBooleanProperty on() {
        return on.getReadOnlyProperty();
    }

    /** Why the engine did not do what was wanted last; empty when it did. */
    ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** What the engine warned of, or why the fault is over; may be empty. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** Of the armed fault; null when there is none. */
    @Nullable
    String id() {
        return id;
    }

    /** @param fault null for none */
    void want(@Nullable Fault fault) {
        refusal.set("");
        note.set("");
        wish(fault);
        settle();
    }

    /** Follows what the engine has armed: a fault may expire, be used up, or be disarmed by others. */
    void follow(LiveState state) {
        String mine = id;
        if (mine == null || busy) {
            return;
        }
        boolean there = state.readings().faults().stream().anyMatch(status -> status.armed().id().equals(mine));
        seen |= there;
        if (!there && (seen || state.at().isAfter(armedAt.plus(LAG)))) {
            over(state.events()
                    .newest(Event.FaultDisarmed.class, event -> event.fault().equals(mine))
                    .map(event -> FaultWords.over(event.reason()))
                    .orElse(""));
        }
    }

    private void settle() {
        if (busy || Objects.equals(wanted, armed)) {
            return;
        }
        busy = true;
        if (wanted != null) {
            arm(wanted);
        } else if (id != null) {
            engine.submit(new Command.DisarmFault(id), reply -> {
                armed = null;
                id = null;
                idle();
            });
        }
    }

    private void arm(Fault fault) {
        engine.submit(new Command.ArmFault(fault), reply -> {
            switch (reply) {
                case Reply.Armed done -> took(fault, done);
                case Reply.Refused refused -> refused(fault, refused.reason());
                case Reply.Done done -> refused(fault, done.message());
            }
        });
    }

    private void took(Fault fault, Reply.Armed done) {
        String before = id;
        id = done.id();
        armed = fault;
        seen = false;
        armedAt = clock.instant();
        note.set(String.join("\n", done.warnings()));
        if (before == null) {
            idle();
            return;
        }
        engine.submit(new Command.DisarmFault(before), reply -> {
            if (reply instanceof Reply.Refused) {
                wish(null);
            }
            idle();
        });
    }

    private void refused(Fault fault, String reason) {
        if (Objects.equals(wanted, fault)) {
            wish(armed);
        }
        refusal.set(reason);
        idle();
    }

    private void idle() {
        busy = false;
        settle();
    }

    private void over(String why) {
        armed = null;
        id = null;
        wish(null);
        note.set(why);
    }

    private void wish(@Nullable Fault fault) {
        wanted = fault;
        on.set(fault != null);
    }
}
