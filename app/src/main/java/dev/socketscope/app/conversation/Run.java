package dev.socketscope.app.conversation;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Dialer;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.conversation.Conversation;
import dev.socketscope.engine.conversation.Outcome;
import dev.socketscope.engine.conversation.ReplayClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** One conversation that is being held again, on a thread of its own. */
final class Run {
    private final Engine engine;
    private final Connection connection;
    private final Wish wish;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    private Run(Engine engine, Connection connection, Wish wish, Task task) {
        this.engine = engine;
        this.connection = connection;
        this.wish = wish;
        this.thread = Thread.ofVirtual().name("conversation").unstarted(() -> work(task));
    }

    private interface Task {
        void hold(Run run, Conversation script) throws IOException, InterruptedException;
    }

    /** @param heard gets what came of it, on the run's thread */
    static Run asClient(Engine engine, Connection connection, Wish wish, Dialer dialer, Consumer<Outcome> heard) {
        return new Run(engine, connection, wish, (_, script) -> heard.accept(new ReplayClient(dialer).hold(script,
                ReplayClient.target(wish.address(), script, List.of(), wish.pace().patience()), wish.pace(),
                wish.sameness()))).started();
    }

    /**
     * @param listens gets the mock's URL
     * @param heard gets what came of each client, on any thread
     */
    static Run asServer(Engine engine, Connection connection, Wish wish, MockPort mocks, Consumer<String> listens,
            Consumer<Outcome> heard) {
        return new Run(engine, connection, wish, (run, script) -> {
            try (MockPort.Mock mock = mocks.listen(wish.address(), script, wish.pace(), wish.sameness(), heard)) {
                listens.accept(mock.url() + script.target());
                run.stopped.await();
            }
        }).started();
    }

    private Run started() {
        thread.start();
        return this;
    }

    private void work(Task task) {
        try {
            task.hold(this, Conversation.of(engine, connection));
            ended.complete("");
        } catch (InterruptedException _) {
            ended.complete("");
        } catch (IOException | RuntimeException e) {
            ended.complete(stopped.getCount() == 0 ? "" : String.valueOf(e.getMessage()));
        }
    }

    /** Completes when it is over: with what went wrong, or an empty text. */
    CompletableFuture<String> ended() {
        return ended;
    }

    /** Ends it; {@link #ended} completes soon. */
    void stop() {
        stopped.countDown();
        if (wish.part() == Wish.Part.CLIENT) {
            thread.interrupt();
        }
    }
}
