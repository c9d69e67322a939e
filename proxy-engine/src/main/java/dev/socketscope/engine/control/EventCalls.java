package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.wire.EventPageJson;
import java.time.Duration;
import java.util.List;

/** Events by long poll; the stream, for those who ask for it without an upgrade; and the stream's long-polled twin. */
final class EventCalls {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int USUAL_LIMIT = 500;
    private static final int MOST_EVENTS = 5_000;
    private static final long STEP_MILLIS = 25;

    private final Engine engine;
    private final PollSessions polls;

    EventCalls(Engine engine, PollSessions polls) {
        this.engine = engine;
        this.polls = polls;
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", ApiOperations.BASE + "/events", this::events),
                new Operation("GET", StreamUpgrade.PATH, call -> {
                    call.query().text("after");
                    call.noBody();
                    return Answer.problem(426, "This is a WebSocket: the request must ask for the upgrade.")
                            .with("Upgrade", "websocket");
                }), new Operation("POST", ApiOperations.BASE + "/poll", call -> polls.poll(call.json())));
    }

    private Answer events(Call call) throws InterruptedException {
        long after = call.query().number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) call.query().number("limit", USUAL_LIMIT, 1, MOST_EVENTS);
        Duration wait = call.query().span("wait", LONGEST_WAIT);
        call.noBody();
        long deadline = System.nanoTime() + wait.toNanos();
        EventPage page = engine.events(after, limit);
        while (page.events().isEmpty() && System.nanoTime() - deadline < 0) {
            Thread.sleep(STEP_MILLIS);
            page = engine.events(after, limit);
        }
        return Answer.json(EventPageJson.of(page));
    }
}
