package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.fault.FaultConflicts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/** Sets and clears breakpoints, and lets go what they hold, on request. Any thread. */
final class BreakpointCommands {
    private final BreakpointBoard board;
    private final ConnectionRegistry registry;

    BreakpointCommands(BreakpointBoard board, ConnectionRegistry registry) {
        this.board = board;
        this.registry = registry;
    }

    Reply set(Breakpoint breakpoint) {
        return switch (MatchScope.of(breakpoint.match(), registry, FaultConflicts::noBreakpoint)) {
            case MatchScope.Unfit(String reason) -> new Reply.Refused(reason);
            case MatchScope.Fit scope -> {
                String id = board.set(breakpoint, scope.text());
                yield id == null
                        ? new Reply.Refused("There are as many breakpoints as the engine takes on; clear some first.")
                        : new Reply.Armed(id, scope.problems());
            }
        };
    }

    Reply clear(String id) {
        return board.clear(id) ? new Reply.Done("Cleared " + id + ".")
                : new Reply.Refused("There is no breakpoint " + id + ".");
    }

    Reply clearAll() {
        int gone = board.clearAll();
        return new Reply.Done(gone == 1 ? "Cleared one breakpoint." : "Cleared " + gone + " breakpoints.");
    }

    CompletionStage<Reply> release(String id, Release how) {
        Optional<HeldEntry> entry = board.find(id);
        String problem = how instanceof Release.Edited(var opcode, var payload)
                ? Injection.problem(opcode, payload)
                : "";
        if (entry.isEmpty() || !problem.isEmpty()) {
            return CompletableFuture.completedStage(entry.isEmpty() ? gone(id) : new Reply.Refused(problem));
        }
        HeldQueue queue = entry.get().queue();
        try {
            return CompletableFuture.supplyAsync(
                    () -> queue.release(entry.get(), how) ? new Reply.Done(done(id, how)) : gone(id),
                    queue.tunnel().loop());
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedStage(gone(id));
        }
    }

    private static Reply gone(String id) {
        return new Reply.Refused("No message " + id + " is held.");
    }

    private static String done(String id, Release how) {
        return switch (how) {
            case Release.Forward _ -> "Let " + id + " go on.";
            case Release.Edited _ -> "Let another message go on in place of " + id + ".";
            case Release.Drop _ -> "Dropped " + id + ".";
        };
    }
}
