package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Payload;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for content that the engine reads for us. */
final class Payloads {
    private static final long LONGEST_SECONDS = 10;
    private final Engine engine;

    Payloads(Engine engine) {
        this.engine = engine;
    }

    /** The engine has no time for it. */
    static final class BusyException extends Exception {
        private static final long serialVersionUID = 1L;

        BusyException(String message) {
            super(message);
        }
    }

    /** Content of one frame; empty when it has been dropped. */
    Optional<Payload> frame(long seq) throws InterruptedException, BusyException {
        return await(engine.framePayload(seq));
    }

    <T> Optional<T> await(CompletionStage<Optional<T>> stage) throws InterruptedException, BusyException {
        try {
            return stage.toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new BusyException("The content cannot be read now: " + e.getMessage() + ".");
        } catch (TimeoutException _) {
            throw new BusyException("The content was not there within " + LONGEST_SECONDS + " s.");
        }
    }
}
