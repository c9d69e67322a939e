package dev.socketscope.app.faults;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.live.Interception;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Rates;
import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A fake engine whose answers a test can hold back, and what a window would see of it. */
final class Armed implements Submit, AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);

    final FakeEngine engine = FakeEngine.empty();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private final List<Event> events = new ArrayList<>();
    private String refusal = "";
    private boolean slow;

    /** From now on the engine does everything at once and answers only when asked to. */
    void holdAnswers() {
        slow = true;
    }

    void answer() {
        answers.removeFirst().run();
    }

    /** Arms nothing from now on. */
    void refuse(String reason) {
        refusal = reason;
    }

    void tell(Event event) {
        events.add(event);
    }

    @Override
    public void submit(Command command, Consumer<Reply> answered) {
        Reply reply = command instanceof Command.ArmFault && !refusal.isEmpty() ? new Reply.Refused(refusal)
                : engine.submit(command).toCompletableFuture().join();
        if (slow) {
            answers.add(() -> answered.accept(reply));
        } else {
            answered.accept(reply);
        }
    }

    List<FaultStatus> statuses() {
        return engine.faults();
    }

    List<Fault> faults() {
        return engine.faults().stream().map(status -> status.armed().fault()).toList();
    }

    LiveState state(Instant at) {
        return new LiveState(at, LiveState.NOTHING.counters(), Rates.NONE, Rates.NONE, List.of(),
                new RecentEvents(0, List.copyOf(events)),
                new Readings(List.of(), List.of(), engine.faults(), Interception.NONE));
    }

    @Override
    public void close() {
        engine.close();
    }
}
