package dev.socketscope.app.composer;

import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is done for a picture: a few messages wait, some were sent, and some are replayed. */
final class Demonstration {
    private static final String PATH = "/echo";
    private static final int WAITING = 4;

    private final BreakpointsModel breakpoints;
    private final HeldModel held;
    private final SendModel send;
    private final ReplayModel replay;
    private final DemoTalk talk;
    private boolean begun;

    Demonstration(BreakpointsModel breakpoints, HeldModel held, SendModel send, ReplayModel replay,
            DemoTalk talk) {
        this.breakpoints = breakpoints;
        this.held = held;
        this.send = send;
        this.replay = replay;
        this.talk = talk;
    }

    /** @return whether it is still under way */
    boolean change(boolean wanted, LiveState state) {
        Optional<Connection> echo = state.connections()
                .stream()
                .map(LiveConnection::connection)
                .filter(one -> one.live() && one.path().equals(PATH) && one.toUpstream().messages() > 0)
                .max(Comparator.comparingLong(one -> one.toUpstream().messages()));
        if (wanted != begun && echo.isPresent()) {
            begun = wanted;
            if (wanted) {
                begin(FaultMatch.ANY.onConnection(echo.get().id()));
                talk.begin(echo.get());
            } else {
                breakpoints.clearAll();
                replay.cancelAll();
                talk.end();
            }
            return true;
        }
        return begun && wanted && (talk.goOn() | held.queue().get().size() < WAITING);
    }

    private void begin(FaultMatch connection) {
        held.next();
        for (String text : List.of("{\"type\":\"full-reload\"}",
                "{\"type\":\"notice\",\"text\":\"back in a minute\"}")) {
            send.target().set(connection);
            send.direction().set(Direction.TO_CLIENT);
            send.body().show(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
            send.send();
        }
        replay.choose(String.valueOf(connection.connection()), connection);
        replay.start();
        BreakpointDraft draft = breakpoints.draft();
        draft.target().set(FaultMatch.ANY.onPath(PATH));
        draft.direction().set(Direction.TO_UPSTREAM);
        draft.opcode().set(Opcode.TEXT);
        draft.text(BreakpointDraft.TEXT).set("type");
        draft.text(BreakpointDraft.LABEL).set("edits");
        breakpoints.set();
    }
}
