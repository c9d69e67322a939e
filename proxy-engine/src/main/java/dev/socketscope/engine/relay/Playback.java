package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.ReplayPlan;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.ReplayStatus.State;
import dev.socketscope.engine.query.CapturedMessages.Captured;
import dev.socketscope.engine.query.CapturedMessages.Found;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends captured messages into a tunnel, each at its time, when it may begin there and its receiver takes it. Belongs to the tunnel's event
 * loop; any thread may ask for its status.
 */
final class Playback {
    /** Then others on the same event loop have their turn. */
    private static final int MOST_AT_ONCE = 64;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    /** How soon the end of a connection is noticed during a long gap. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Tunnel tunnel;
    private final ReplayPlan plan;
    private final Consumer<ReplayStatus> finished;
    private List<Captured> messages;
    private long dueNanos = System.nanoTime();
    private int sent;
    private volatile ReplayStatus status;

    /** @param finished hears of the end, once */
    Playback(String id, Tunnel tunnel, ReplayPlan plan, Found.Messages found, Consumer<ReplayStatus> finished) {
        this.tunnel = tunnel;
        this.plan = plan;
        this.finished = finished;
        this.messages = found.list();
        this.status = new ReplayStatus(id, tunnel.connection().id(), messages.size(), 0, found.bytes(), Instant.now(),
                State.RUNNING, "");
    }

    ReplayStatus status() {
        return status;
    }

    Tunnel tunnel() {
        return tunnel;
    }

    /** Sends what is due, and comes again for the rest. */
    void run() {
        long now = System.nanoTime();
        for (int i = 0; i < MOST_AT_ONCE && status.state() == State.RUNNING && dueNanos - now <= 0; i++) {
            Captured next = messages.get(sent);
            String trouble = trouble(next);
            if (!trouble.isEmpty()) {
                end(State.BROKEN_OFF, trouble);
            } else if (tunnel.flow(next.direction()).takesMessage()) {
                send(next);
            } else {
                later(RETRY_NANOS);
                return;
            }
        }
        if (status.state() == State.RUNNING && tunnel.connection().close() != null) {
            end(State.BROKEN_OFF, trouble(messages.get(sent)));
        }
        later(Math.clamp(dueNanos - System.nanoTime(), 0, LOOK_NANOS));
    }

    private void later(long nanos) {
        if (status.state() == State.RUNNING) {
            tunnel.loop().schedule(this::run, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private String trouble(Captured next) {
        Leg to = next.direction().source().other();
        if (tunnel.connection().close() != null) {
            return "the connection has ended";
        }
        return tunnel.leg(to).away() ? "the " + Names.of(to) + " is away" : "";
    }

    private void send(Captured message) {
        Leg to = message.direction().source().other();
        tunnel.to(to).inject(new EngineFrame(to, message.opcode(), message.bytes()));
        sent++;
        status(State.RUNNING, "");
        if (sent == messages.size()) {
            end(State.DONE, "");
        } else {
            dueNanos += gapNanos(message, messages.get(sent));
        }
    }

    private long gapNanos(Captured message, Captured next) {
        if (plan.timing() == ReplayPlan.Timing.NONE) {
            return 0;
        }
        long micros = Math.clamp(next.atMicros() - message.atMicros(), 0, plan.maxGap().toNanos() / 1_000);
        return (long) (micros * 1_000 / plan.speed());
    }

    void cancel() {
        if (status.state() == State.RUNNING) {
            end(State.CANCELLED, "cancelled on request");
        }
    }

    private void end(State state, String detail) {
        messages = List.of();
        status(state, detail);
        finished.accept(status);
    }

    private void status(State state, String detail) {
        ReplayStatus was = status;
        status = new ReplayStatus(was.id(), was.connection(), was.messages(), sent, was.bytes(), was.startedAt(), state,
                detail);
    }
}
