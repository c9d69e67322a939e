package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Timer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Of JavaFX a timer only asks which periods it may have. */
@ExtendWith(ApplicationExtension.class)
class PulseTimerTest {
    private static final int PERIOD = 16;
    private final List<String> done = new ArrayList<>();
    private final PulseTimer timer = new PulseTimer(() -> {}, new Deaf());

    @Test
    void restsWhilePausedAndGoesOnWithThePeriodItHad() {
        timer.start(PERIOD);
        timer.pause();
        timer.pause();
        timer.resume();

        assertThat(done).containsExactly("start 16", "stop", "start 16");
    }

    @Test
    void isNotStartedTwiceByARequestForAnotherPulse() {
        timer.start(PERIOD);
        timer.resume();

        assertThat(done).containsExactly("start 16");
    }

    @Test
    void staysStoppedHoweverOftenItIsResumed() {
        timer.start(PERIOD);
        timer.stop();
        timer.resume();

        assertThat(done).containsExactly("start 16", "stop");
        assertThat(timer.isRunning()).isFalse();
    }

    /** Pauses and resumes without an effect, as JavaFX's timer for Linux. */
    private final class Deaf extends Timer {
        Deaf() {
            super(() -> {});
        }

        @Override
        protected long _start(Runnable runnable, int period) {
            done.add("start " + period);
            return 1;
        }

        @Override
        protected long _start(Runnable runnable) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void _stop(long pointer) {
            done.add("stop");
        }

        @Override
        protected void _pause(long pointer) {}

        @Override
        protected void _resume(long pointer) {}
    }
}
