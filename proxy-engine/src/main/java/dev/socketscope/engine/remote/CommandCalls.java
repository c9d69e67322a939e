package dev.socketscope.engine.remote;

import static dev.socketscope.engine.remote.ControlApi.encoded;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.wire.BreakpointJson;
import dev.socketscope.engine.wire.FaultWriter;
import dev.socketscope.engine.wire.InjectionJson;
import dev.socketscope.engine.wire.Json;
import dev.socketscope.engine.wire.ReleaseJson;
import dev.socketscope.engine.wire.ReplayPlanJson;
import dev.socketscope.engine.wire.RoutesJson;
import dev.socketscope.engine.wire.ScheduleJson;
import java.util.concurrent.CompletionStage;

/** Commands as calls of the control API. */
final class CommandCalls {
    private final ControlApi api;

    CommandCalls(ControlApi api) {
        this.api = api;
    }

    CompletionStage<Reply> submit(Command command) {
        return switch (command) {
            case Command.EndConnection end -> end(end);
            case Command.InjectMessage c ->
                api.command("POST", connection(c.connection()) + "/frames", InjectionJson.write(c));
            case Command.ClearCapture _ -> api.command("DELETE", "/frames", null);
            case Command.RetryNow c -> api.command("POST", connection(c.connection()) + "/retry", null);
            case Command.GiveUp c -> api.command("POST", connection(c.connection()) + "/give-up", null);
            case Command.ChangeSchedule c -> api.command("PUT", connection(c.connection()) + "/schedule",
                    Json.tree(ScheduleJson.of(c.schedule())));
            case Command.CloseSandbox c -> api.command("DELETE", "/sandboxes/" + encoded(c.sandbox()), null);
            case Command.FlushHmr c -> api.command("POST", "/hmr/" + encoded(c.connection()) + "/flush", null);
            case Command.DropHmr c -> api.command("DELETE", "/hmr/" + encoded(c.connection()), null);
            case Command.ArmFault c -> api.command("POST", "/faults", FaultWriter.write(c.fault()));
            case Command.DisarmFault c -> api.command("DELETE", "/faults/" + encoded(c.id()), null);
            case Command.DisarmAll _ -> api.command("DELETE", "/faults", null);
            case Command.SetBreakpoint c -> api.command("POST", "/breakpoints", BreakpointJson.write(c.breakpoint()));
            case Command.ClearBreakpoint c -> api.command("DELETE", "/breakpoints/" + encoded(c.id()), null);
            case Command.ClearBreakpoints _ -> api.command("DELETE", "/breakpoints", null);
            case Command.ReleaseHeld c -> api.command("POST", "/held/" + encoded(c.id()), ReleaseJson.write(c.how()));
            case Command.StartReplay c ->
                api.command("POST", connection(c.connection()) + "/replay", ReplayPlanJson.write(c.plan()));
            case Command.CancelReplay c -> api.command("DELETE", "/replays/" + encoded(c.id()), null);
            case Command.ReplaceRoutes c -> api.command("PUT", "/routes", RoutesJson.write(c.routes()));
            case Command.CancelReplays _ -> api.command("DELETE", "/replays", null);
        };
    }

    private CompletionStage<Reply> end(Command.EndConnection end) {
        String query = "?leg=" + Names.of(end.legs()) + "&mode=" + Names.of(end.mode());
        if (end.mode() == Command.Mode.CLOSE) {
            query += "&code=" + Math.max(0, end.code()) + "&reason=" + encoded(end.reason());
        }
        return api.command("DELETE", connection(end.connection()) + query, null);
    }

    private static String connection(String id) {
        return "/connections/" + encoded(id);
    }
}
