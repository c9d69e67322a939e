package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Carries actions out, and remembers what it has armed, so that nothing of it stays behind. Belongs to one thread. */
final class Stagehand {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Engine engine;
    private final Watch watch;
    private final Map<String, String> labels = new LinkedHashMap<>();

    Stagehand(Engine engine, Watch watch) {
        this.engine = engine;
        this.watch = watch;
    }

    Report.Done act(Action.Planned planned) {
        return switch (planned.action()) {
            case Action.Arm(Fault fault) -> arm(planned.at(), fault);
            case Action.Disarm(String label) -> disarm(planned.at(), label);
            case Action.End end -> each(planned.at(),
                    "cut " + Names.of(end.legs()) + " with " + Names.of(end.mode()) + code(end)
                            + where(end.match()),
                    end.match(), id -> {
                        watch.ending(id);
                        return new Command.EndConnection(id, end.legs(), end.mode(), end.code(), end.reason());
                    });
            case Action.Inject inject -> each(planned.at(),
                    "injected " + Texts.count(inject.text().length(), "character") + " "
                            + inject.direction().wireName() + where(inject.match()),
                    inject.match(), id -> new Command.InjectMessage(id, inject.direction(), Opcode.TEXT,
                            inject.text().getBytes(StandardCharsets.UTF_8)));
        };
    }

    private static String code(Action.End end) {
        return end.mode() == Command.Mode.CLOSE ? " " + end.code() : "";
    }

    private static String where(FaultMatch match) {
        StringBuilder text = new StringBuilder();
        if (match.path() != null) {
            text.append(" on path ").append(match.path());
        }
        if (match.route() != null) {
            text.append(" on route ").append(match.route());
        }
        return (match.sandbox() == null ? text : text.append(" of sandbox ").append(match.sandbox())).toString();
    }

    private Report.Done arm(Duration at, Fault fault) {
        String what = "armed " + fault.spec().type().wireName()
                + (fault.label().isEmpty() ? "" : " as " + fault.label()) + where(fault.match());
        return switch (ask(new Command.ArmFault(fault))) {
            case Reply.Armed(String id, List<String> _) -> {
                labels.put(id, fault.label());
                watch.known(id, fault);
                yield new Report.Done(at, what, fault.seed(), "");
            }
            case Reply.Done(String message) -> new Report.Done(at, what, fault.seed(), message);
            case Reply.Refused(String reason) -> new Report.Done(at, what, fault.seed(), reason);
        };
    }

    /** A fault that has ended by itself is as good as disarmed. */
    private Report.Done disarm(Duration at, String label) {
        List<String> ids = new ArrayList<>();
        labels.forEach((id, name) -> {
            if (name.equals(label)) {
                ids.add(id);
            }
        });
        ids.forEach(this::disarm);
        return new Report.Done(at, "disarmed " + label, 0, "");
    }

    private void disarm(String id) {
        ask(new Command.DisarmFault(id));
        labels.remove(id);
    }

    /** Disarms everything that it has armed; does not mind being interrupted. */
    void clearUp() {
        List.copyOf(labels.keySet()).forEach(this::disarm);
    }

    /** Connections come and go while they are asked, so one that refuses is no problem as long as another one does not. */
    private Report.Done each(Duration at, String what, FaultMatch match, Function<String, Command> command) {
        List<String> refusals = new ArrayList<>();
        int done = 0;
        for (Connection connection : engine.connections()) {
            if (match.selects(connection) && connection.live() && connection.state() != Connection.State.CONNECTING) {
                if (ask(command.apply(connection.id())) instanceof Reply.Refused(String reason)) {
                    refusals.add(reason);
                } else {
                    done++;
                }
            }
        }
        String problem = done > 0 ? "" : refusals.isEmpty() ? "no connection is open there" : refusals.getFirst();
        return new Report.Done(at, what, 0, problem);
    }

    private Reply ask(Command command) {
        return engine.submit(command)
                .toCompletableFuture()
                .orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(e -> new Reply.Refused("The engine did not answer: " + e))
                .join();
    }
}
