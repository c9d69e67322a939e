package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.journal.FrameLog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks commands and carries them out. Any thread may call. */
final class Commands {
    private final ConnectionRegistry registry;
    private final FrameLog frames;
    private final FaultCommands faults;
    private final BreakpointCommands breakpoints;
    private final Playbacks replays;
    private final Reconfiguration configuration;

    Commands(ConnectionRegistry registry, FrameLog frames, FaultCommands faults, BreakpointCommands breakpoints,
            Playbacks replays, Reconfiguration configuration) {
        this.configuration = configuration;
        this.faults = faults;
        this.breakpoints = breakpoints;
        this.replays = replays;
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
            case Command.RetryNow(String id) -> survival(id, Leg.UPSTREAM,
                    s -> s.upstreamReturn().retryNow() ? "Dialling the upstream of " + id + " now." : "");
            case Command.GiveUp(String id) -> survival(id, null, s -> {
                s.giveUp("given up on request");
                return "Waiting no longer for " + id + ".";
            });
            case Command.ChangeSchedule(String id, Reconnect schedule) -> onTunnel(id, t -> {
                t.survival().upstreamReturn().schedule(schedule);
                return new Reply.Done("Changed the schedule of " + id + ".");
            });
            case Command.CloseSandbox(String sandbox) -> closeSandbox(sandbox);
            case Command.InjectMessage inject -> onTunnel(inject.connection(), t -> Injection.into(t, inject));
            case Command.FlushHmr(String id) -> onTunnel(id, HmrCommands::flushNow);
            case Command.DropHmr(String id) -> onTunnel(id, HmrCommands::drop);
            case Command.ArmFault(Fault fault) -> inForce(faults.arm(fault));
            case Command.DisarmFault(String id) -> inForce(faults.disarm(id));
            case Command.DisarmAll _ -> inForce(faults.disarmAll());
            case Command.SetBreakpoint(Breakpoint point) -> CompletableFuture.completedStage(breakpoints.set(point));
            case Command.ClearBreakpoint(String id) -> CompletableFuture.completedStage(breakpoints.clear(id));
            case Command.ClearBreakpoints _ -> CompletableFuture.completedStage(breakpoints.clearAll());
            case Command.ReleaseHeld(String id, Release how) -> breakpoints.release(id, how);
            case Command.StartReplay replay ->
                withTunnel(replay.connection(), ", not open.", (_, t) -> replays.start(replay, t));
            case Command.CancelReplay(String id) -> CompletableFuture.completedStage(replays.cancel(id));
            case Command.ReplaceRoutes(var routes) ->
                CompletableFuture.completedStage(configuration.replace(routes));
            case Command.CancelReplays _ -> CompletableFuture.completedStage(replays.cancelAll());
        };
    }

    /** Answers when what is said from then on meets the faults as they are now. */
    private CompletionStage<Reply> inForce(Reply reply) {
        try {
            return registry.heard().thenApply(_ -> reply);
        } catch (RejectedExecutionException _) {
            return CompletableFuture.completedStage(reply);
        }
    }

    private CompletionStage<Reply> end(Command.EndConnection end) {
        Reply.Refused problem = problem(end);
        return problem != null ? CompletableFuture.completedStage(problem)
                : withTunnel(end.connection(), "; only an open connection can be ended.",
                        (_, t) -> t.end(end).thenApply(_ -> new Reply.Done("Ending " + end.connection() + ".")));
    }

    /** @param awayLeg the leg that must be away; null when any will do */
    private CompletionStage<Reply> survival(String id, @Nullable Leg awayLeg, Function<Survival, String> action) {
        return onTunnel(id, t -> {
            boolean away = awayLeg == null ? t.leg(Leg.CLIENT).lost() || t.leg(Leg.UPSTREAM).lost()
                    : t.leg(awayLeg).lost();
            String done = away ? action.apply(t.survival()) : "";
            return done.isEmpty() ? new Reply.Refused("Nothing is waited for on connection " + id + " now.")
                    : new Reply.Done(done);
        });
    }

    /** Runs on the event loop of an open connection. */
    private CompletionStage<Reply> onTunnel(String id, Function<Tunnel, Reply> action) {
        return withTunnel(id, ", not open.",
                (connection, t) -> CompletableFuture.supplyAsync(
                        () -> connection.close() == null ? action.apply(t)
                                : new Reply.Refused("Connection " + id + " is being closed."),
                        t.loop()));
    }

    /** @param unlessOpen how the refusal ends for a connection that is not open */
    private CompletionStage<Reply> withTunnel(String id, String unlessOpen,
            BiFunction<WsConnection, Tunnel, CompletionStage<Reply>> action) {
        WsConnection connection = registry.find(id);
        if (connection == null) {
            return refused("There is no connection " + id + ".");
        }
        Tunnel tunnel = connection.tunnel();
        if (tunnel == null) {
            return refused("Connection " + id + " is " + connection.state().wireName() + unlessOpen);
        }
        try {
            return action.apply(connection, tunnel);
        } catch (RejectedExecutionException e) {
            return refused("The engine has been closed.");
        }
    }

    private CompletionStage<Reply> closeSandbox(String sandbox) {
        int ended = 0;
        for (Tunnel tunnel : registry.tunnels()) {
            String id = tunnel.connection().id();
            if (sandbox.equals(tunnel.connection().sandbox())) {
                ended++;
                tunnel.end(new Command.EndConnection(id, Command.Legs.BOTH, Command.Mode.CLOSE, CloseCode.GOING_AWAY,
                        "the sandbox is closed"));
            }
        }
        return CompletableFuture.completedStage(new Reply.Done("Ending " + ended + " connections of " + sandbox + "."));
    }

    private static CompletionStage<Reply> refused(String reason) {
        return CompletableFuture.completedStage(new Reply.Refused(reason));
    }

    /** What cannot stand in a Close frame; null when everything can. */
    private static Reply.@Nullable Refused problem(Command.EndConnection end) {
        if (end.mode() == Command.Mode.CLOSE && !CloseCode.mayStandOnWire(end.code())) {
            return new Reply.Refused("Code " + end.code()
                    + " may not stand in a Close frame; expected " + CloseCode.ON_WIRE + ".");
        }
        int length = CloseCode.lengthOnWire(end.reason());
        if (length > CloseCode.LONGEST_REASON) {
            return new Reply.Refused(
                    "The reason takes " + length + " bytes of UTF-8; at most " + CloseCode.LONGEST_REASON
                            + " fit into a Close frame.");
        }
        return null;
    }
}
