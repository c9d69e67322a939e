package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.ws.CloseCode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Checks commands and carries them out. Any thread may call. */
final class Commands {
    private static final int LONGEST_REASON = 123;

    private final ConnectionRegistry registry;
    private final FrameLog frames;

    Commands(ConnectionRegistry registry, FrameLog frames) {
        this.registry = registry;
        this.frames = frames;
    }

    CompletionStage<Reply> run(Command command) {
        return switch (command) {
            case Command.EndConnection end -> end(end);
            case Command.ClearCapture _ -> {
                frames.clear();
                yield CompletableFuture.completedStage(new Reply.Done("The capture is empty."));
            }
            case Command.RetryNow _,Command.GiveUp _,Command.ChangeSchedule _,Command.CloseSandbox _,Command.FlushHmr _,Command.DropHmr _,Command.ArmFault _,Command.DisarmFault _,Command.DisarmAll _ ->
                refused("not yet");
        };
    }

    private CompletionStage<Reply> end(Command.EndConnection end) {
        WsConnection connection = registry.find(end.connection());
        Tunnel tunnel = connection == null ? null : connection.tunnel();
        Reply.Refused problem = problem(end);
        if (problem != null) {
            return CompletableFuture.completedStage(problem);
        }
        if (connection == null) {
            return refused("There is no connection " + end.connection() + ".");
        }
        if (tunnel == null) {
            Connection.State state = connection.view().state();
            return refused("Connection " + end.connection() + " is " + state.wireName()
                    + "; only an open connection can be ended.");
        }
        try {
            return tunnel.end(end).thenApply(_ -> new Reply.Done("Ending " + end.connection() + "."));
        } catch (RejectedExecutionException e) {
            return refused("The engine has been closed.");
        }
    }

    private static CompletionStage<Reply> refused(String reason) {
        return CompletableFuture.completedStage(new Reply.Refused(reason));
    }

    /** What cannot stand in a Close frame; null when everything can. */
    private static Reply.@Nullable Refused problem(Command.EndConnection end) {
        if (end.mode() == Command.Mode.CLOSE && !CloseCode.mayStandOnWire(end.code())) {
            return new Reply.Refused("Code " + end.code()
                    + " may not stand in a Close frame; expected 1000 to 1003, 1007 to 1014 or 3000 to 4999.");
        }
        int length = end.reason().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_REASON) {
            return new Reply.Refused("The reason takes " + length + " bytes of UTF-8; at most " + LONGEST_REASON
                    + " fit into a Close frame.");
        }
        return null;
    }
}
