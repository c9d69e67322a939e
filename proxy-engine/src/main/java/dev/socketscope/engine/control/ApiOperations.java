package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import java.util.List;
import java.util.stream.Stream;

/** The table of everything that can be called. */
final class ApiOperations {
    static final String BASE = "/api/v1";

    private ApiOperations() {}

    static Operations of(EngineCalls calls, Engine engine, Reload reload, PollSessions polls) {
        Submission submission = new Submission(engine);
        return new Operations(Stream.of(calls.operations(),
                new ConfigurationCalls(engine, submission, reload).operations(),
                new ConnectionCalls(engine, submission).operations(), new RepairCalls(engine, submission).operations(),
                new FrameCalls(engine, submission).operations(), new EventCalls(engine, polls).operations(),
                new FaultCalls(engine, submission).operations(), new PresetCalls(engine).operations(),
                new BreakpointCalls(engine, submission).operations(),
                new HeldCalls(engine, submission).operations(), new ReplayCalls(engine, submission).operations(),
                new HmrCalls(engine, submission).operations())
                .flatMap(List::stream));
    }
}
