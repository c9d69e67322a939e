package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands commands to the engine and waits for its reply. */
final class Submission {
    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);
    private static final long LONGEST_SECONDS = 10;
    static final int REFUSED = 409;

    private final Engine engine;

    Submission(Engine engine) {
        this.engine = engine;
    }

    /** The engine's reply, a refusal with 409. */
    Answer submit(Command command) throws InterruptedException {
        return submit(command, REFUSED);
    }

    /** @param refused status of a refusal */
    Answer submit(Command command, int refused) throws InterruptedException {
        return await(engine.submit(command).thenApply(reply -> answer(reply, refused)));
    }

    /** What becomes of several commands, or 504 when that is not known in time. */
    static Answer await(CompletionStage<Answer> answer) throws InterruptedException {
        try {
            return answer.toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return Answer.problem(504, "The engine has not replied within " + LONGEST_SECONDS + " s.");
        } catch (ExecutionException | CompletionException e) {
            LOG.error("A command failed", e);
            return Answer.problem(500, "The engine met an error of its own; its log says more.");
        }
    }

    static Answer answer(Reply reply, int refused) {
        return switch (reply) {
            case Reply.Done done -> Answer.json(Map.of("message", done.message()));
            case Reply.Armed armed -> Answer.json(201, armed);
            case Reply.Refused refusal -> Answer.problem(refused, refusal.reason());
        };
    }

    /** 404 when the engine does not know the connection. */
    Optional<Answer> missing(String connection) {
        Optional<Connection> found = engine.connection(connection);
        return found.isPresent() ? Optional.empty() : Optional.of(unknown(connection));
    }

    static Answer unknown(String connection) {
        return Answer.problem(404, "There is no connection " + connection + "; ended ones are forgotten in time.");
    }
}
