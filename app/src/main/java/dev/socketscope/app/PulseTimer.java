package dev.socketscope.app;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import com.sun.javafx.tk.quantum.QuantumToolkit;
import java.lang.reflect.Field;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What makes JavaFX's pulses, and rests while there is nothing to draw. JavaFX pauses and resumes its timer by itself, but its timer for
 * Linux does not listen: it wakes the JavaFX thread sixty times a second behind a window that stands still, which takes nearly a hundredth
 * of a core. This one stops it meanwhile, and does not wait a quarter of a second for it as JavaFX does: a window that shows
 * something once a second would be woken fifteen times for nothing behind each picture. What it needs of JavaFX is not open, so where that has changed, all
 * stays as JavaFX made it.
 *
 * <p>On the JavaFX thread, but for {@link #resume()} on any.
 */
public final class PulseTimer extends Timer {
    private static final Logger LOG = Logger.getLogger(PulseTimer.class.getName());
    private static final String DEAF = "GtkTimer";
    /** Enough for whoever wants a pulse with each frame or every other one. */
    private static final int TICKS_AT_REST = 3;
    private final Object lock;
    private final BooleanSupplier resting;
    private final Timer inner;
    private int period;
    private int ticksAtRest;

    /**
     * @param runnable asks JavaFX whether it wants a pulse
     * @param lock what JavaFX holds while it asks for a pause or to go on
     * @param resting whether JavaFX has asked for a pause; asked under the lock
     * @param ticking makes a timer that runs what it is given
     */
    PulseTimer(Runnable runnable, Object lock, BooleanSupplier resting, Function<Runnable, Timer> ticking) {
        super(runnable);
        this.lock = lock;
        this.resting = resting;
        inner = ticking.apply(() -> {
            runnable.run();
            ticked();
        });
    }

    /** Puts it in the place of JavaFX's own; to be called before JavaFX starts that, in what {@code Platform.startup} is given. */
    public static void install() {
        try {
            Field timer = QuantumToolkit.class.getDeclaredField("pulseTimer");
            Field runnable = QuantumToolkit.class.getDeclaredField("timerRunnable");
            Field pauseRequested = QuantumToolkit.class.getDeclaredField("pauseRequested");
            timer.setAccessible(true);
            runnable.setAccessible(true);
            pauseRequested.setAccessible(true);
            Toolkit toolkit = Toolkit.getToolkit();
            Timer own = (Timer) timer.get(toolkit);
            if (own.getClass().getSimpleName().equals(DEAF) && !own.isRunning()) {
                timer.set(toolkit, new PulseTimer((Runnable) runnable.get(toolkit), toolkit,
                        () -> isSet(pauseRequested, toolkit), Application.GetApplication()::createTimer));
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "The pulses of JavaFX do not rest", e);
        }
    }

    private static boolean isSet(Field field, Object of) {
        try {
            return field.getBoolean(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ticked() {
        synchronized (lock) {
            ticksAtRest = resting.getAsBoolean() ? ticksAtRest + 1 : 0;
            if (ticksAtRest == TICKS_AT_REST) {
                pause();
            }
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
            ticksAtRest = 0;
            inner.start(period);
        }
    }
}
