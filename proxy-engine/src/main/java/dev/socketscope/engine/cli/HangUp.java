package dev.socketscope.engine.cli;

import java.io.FileInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Takes SIGHUP for a wish while it is open. The signal has two meanings: somebody sent it on purpose, or the terminal that the process
 * belongs to has been closed. In the second case the process ends in order, as it would without this class; otherwise a server
 * started by hand would live on unseen and keep its ports.
 */
final class HangUp implements AutoCloseable {
    private static final String NAME = "HUP";
    private static final String TERMINAL = "/dev/tty";
    private final @Nullable SignalHandler before;

    private HangUp(@Nullable SignalHandler before) {
        this.before = before;
    }

    /**
     * @param wish is called on a thread of its own, one call at a time; never where there is no such signal, or where the process was
     *        told to ignore it as by {@code nohup}
     */
    static HangUp handle(Runnable wish) {
        boolean attended = terminalIsThere();
        try {
            return new HangUp(Signal.handle(new Signal(NAME), _ -> {
                if (attended && !terminalIsThere()) {
                    System.exit(ExitCode.FINE);
                }
                wish.run();
            }));
        } catch (IllegalArgumentException _) {
            return new HangUp(null);
        }
    }

    /** The name stands for the terminal of whoever opens it, and cannot be opened by a process that has none or has lost it. */
    private static boolean terminalIsThere() {
        try (FileInputStream _ = new FileInputStream(TERMINAL)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        if (before != null) {
            Signal.handle(new Signal(NAME), before);
        }
    }
}
