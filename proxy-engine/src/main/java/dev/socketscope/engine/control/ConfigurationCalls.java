package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.control.Reload.Outcome;
import dev.socketscope.engine.envoy.EnvoyBootstrap;
import dev.socketscope.engine.wire.RoutesJson;
import dev.socketscope.engine.wire.UnfitConfigException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the engine was told to do, and telling it anew. */
final class ConfigurationCalls {
    private static final String ROUTES = ApiOperations.BASE + "/routes";

    private final Engine engine;
    private final Submission submission;
    private final Reload reload;

    ConfigurationCalls(Engine engine, Submission submission, Reload reload) {
        this.engine = engine;
        this.submission = submission;
        this.reload = reload;
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", ROUTES, this::routes), new Operation("PUT", ROUTES, this::replace),
                new Operation("GET", ApiOperations.BASE + "/envoy", this::envoy),
                new Operation("POST", ApiOperations.BASE + "/reload", this::reload));
    }

    private Answer routes(Call call) throws InterruptedException {
        call.noBody();
        return Submission.await(engine.routes().thenApply(routes -> Answer.json(RoutesJson.write(routes))));
    }

    private Answer replace(Call call) throws InterruptedException {
        call.query().finish();
        try {
            String text = new String(call.body(), StandardCharsets.UTF_8);
            return submission.submit(new Command.ReplaceRoutes(RoutesJson.read(text)), 400);
        } catch (UnfitConfigException e) {
            return Answer.problem(400, String.valueOf(e.getMessage()), e.problems());
        }
    }

    private Answer envoy(Call call) throws InterruptedException {
        call.noBody();
        return Submission.await(engine.routes().thenApply(this::envoy));
    }

    private Answer envoy(List<Route> routes) {
        try {
            return Answer.text(Answer.YAML, EnvoyBootstrap.yaml(engine.info(), routes));
        } catch (IllegalArgumentException e) {
            return Answer.problem(Submission.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private Answer reload(Call call) {
        call.noBody();
        return switch (reload.run()) {
            case Outcome.Done done -> Answer.json(done);
            case Outcome.Refused(var reason, var problems) -> problems.isEmpty()
                    ? Answer.problem(Submission.REFUSED, reason)
                    : Answer.problem(Submission.REFUSED, reason, problems);
        };
    }
}
