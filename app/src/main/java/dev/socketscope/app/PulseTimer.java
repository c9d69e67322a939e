package dev.socketscope.app;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import com.sun.javafx.tk.quantum.QuantumToolkit;
import java.lang.reflect.Field;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What makes JavaFX's pulses, and rests while there is nothing to draw. JavaFX pauses and resumes its timer by itself, but its timer for
 * Linux does not listen: it wakes the JavaFX thread sixty times a second behind a window that stands still, which takes nearly a hundredth
 * of a core. This one stops it meanwhile. What it needs of JavaFX is not open, so where that has changed, all stays as JavaFX made it.
 *
 * <p>On the JavaFX thread, but for {@link #resume()} on any.
 */
public final class PulseTimer extends Timer {
    private static final Logger LOG = Logger.getLogger(PulseTimer.class.getName());
    private static final String DEAF = "GtkTimer";
    private final Timer inner;
    private int period;

    /** @param runnable what {@code inner} runs, too */
    PulseTimer(Runnable runnable, Timer inner) {
        super(runnable);
        this.inner = inner;
    }

    /** Puts it in the place of JavaFX's own; to be called before JavaFX starts that, in what {@code Platform.startup} is given. */
    public static void install() {
        try {
            Field timer = QuantumToolkit.class.getDeclaredField("pulseTimer");
            Field runnable = QuantumToolkit.class.getDeclaredField("timerRunnable");
            timer.setAccessible(true);
            runnable.setAccessible(true);
            Toolkit toolkit = Toolkit.getToolkit();
            Timer own = (Timer) timer.get(toolkit);
            if (own.getClass().getSimpleName().equals(DEAF) && !own.isRunning()) {
                timer.set(toolkit, new PulseTimer((Runnable) runnable.get(toolkit), own));
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "The pulses of JavaFX do not rest", e);
        }
    }

    @Override
    protected long _start(Runnable runnable, int millis) {
        period = millis;
        inner.start(millis);
        return 1;
    }

    /** Of a timer that follows the screen, which there is none of on Linux. */
    @Override
    protected long _start(Runnable runnable) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void _stop(long pointer) {
        inner.stop();
    }

    @Override
    protected void _pause(long pointer) {
        inner.stop();
    }

    /** Also called while it does not rest. */
    @Override
    protected void _resume(long pointer) {
        if (!inner.isRunning()) {
            inner.start(period);
        }
    }
}
