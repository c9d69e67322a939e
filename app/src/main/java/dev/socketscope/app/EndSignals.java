package dev.socketscope.app;

import java.util.ArrayList;
import java.util.List;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Takes SIGTERM and SIGINT for a wish to close the window. Otherwise JavaFX takes its renderer away under the window that still draws,
 * complains about that, and what the window remembers is not written down. Such a signal works once: the next one ends the process at
 * once, also when the window is stuck.
 */
final class EndSignals implements AutoCloseable {
    private static final List<String> NAMES = List.of("TERM", "INT");

    private record Before(Signal signal, SignalHandler handler) {}

    private final List<Before> before = new ArrayList<>();

    private EndSignals() {}

    /** Does nothing where there are no such signals. */
    static EndSignals closeWindows() {
        EndSignals signals = new EndSignals();
        NAMES.forEach(signals::take);
        return signals;
    }

    private synchronized void take(String name) {
        try {
            Signal signal = new Signal(name);
            before.add(new Before(signal, Signal.handle(signal, _ -> {
                close();
                Toolkit.closeWindows();
            })));
        } catch (IllegalArgumentException _) {
            // This system has no such signal, or the process was told to ignore it.
        }
    }

    @Override
    public synchronized void close() {
        before.forEach(each -> Signal.handle(each.signal(), each.handler()));
        before.clear();
    }
}
