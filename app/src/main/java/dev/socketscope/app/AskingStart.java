package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.cli.CannotListenException;
import dev.socketscope.engine.cli.EngineOptions;
import dev.socketscope.engine.config.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Starts what runs behind the window. Where its address is taken or its configuration cannot be used, whoever sits at the screen is asked for another one. */
final class AskingStart {
    private final EngineOptions options;
    private final PrintWriter err;
    private final Toolkit toolkit;
    private final boolean asks;

    /** @param showing a window that nobody works with asks nothing */
    AskingStart(EngineOptions options, PrintWriter err, Toolkit toolkit, Showing showing) {
        this.options = options;
        this.err = err;
        this.toolkit = toolkit;
        this.asks = toolkit.hasScreen() && showing instanceof Showing.Work;
    }

    /**
     * @throws CannotListenException when the address is taken, and no other is wanted
     * @throws ConfigException when flags or file cannot be used, and no other file is wanted
     */
    Running run() throws ConfigException, IOException, InterruptedException {
        while (true) {
            try {
                return Running.start(options, err);
            } catch (CannotListenException e) {
                if (!asks || !takesAnother(e)) {
                    throw e;
                }
                options.listenOn(new InetSocketAddress(e.address().getAddress(), 0));
            } catch (ConfigException e) {
                Optional<Path> other = asks ? another(e) : Optional.empty();
                options.readFrom(other.orElseThrow(() -> e));
            }
        }
    }

    private boolean takesAnother(CannotListenException trouble) throws InterruptedException {
        boolean helps = !trouble.ofControl() && isHere(trouble.address());
        return ask(memory -> Optional.of(new PortQuestion(trouble, helps, memory).takesAnother())).orElse(false);
    }

    private Optional<Path> another(ConfigException trouble) throws InterruptedException {
        Path mistaken = trouble.problems().isEmpty() ? null : options.file().orElse(null);
        return ask(memory -> new ConfigQuestion(trouble, mistaken, memory).another());
    }

    /** @param question asked on the JavaFX thread, given how the window looks */
    private <T> Optional<T> ask(Function<Memory, Optional<T>> question) throws InterruptedException {
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        try {
            toolkit.run(() -> {
                try (Memory memory = Memory.in(ConfigFolder.here().resolve("window.json"))) {
                    answer.complete(question.apply(memory));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
            return answer.get();
        } catch (ExecutionException _) {
            // Without a window to ask in, standard error tells the reason.
            return Optional.empty();
        }
    }

    /** Whether it is an address of this machine, so that only its port stands in the way. */
    private static boolean isHere(InetSocketAddress address) {
        try {
            return address.getAddress().isAnyLocalAddress() || address.getAddress().isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address.getAddress()) != null;
        } catch (SocketException _) {
            return false;
        }
    }
}
