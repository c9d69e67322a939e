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
    private boolean resting;
    private int asked;
    private Runnable tick = () -> {};
    private final PulseTimer timer = new PulseTimer(() -> asked++, this, () -> resting, Deaf::new);

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

    @Test
    void restsByItselfAfterThreeTicksThatNobodyWanted() {
        timer.start(PERIOD);
        resting = true;
        tick(2);
        resting = false;
        tick(1);
        resting = true;
        tick(2);

        assertThat(done).containsExactly("start 16");

        tick(1);

        assertThat(done).containsExactly("start 16", "stop");
        assertThat(asked).isEqualTo(6);
    }

    @Test
    void restsAsLateAfterItWentOn() {
        timer.start(PERIOD);
        resting = true;
        tick(3);
        timer.resume();
        tick(2);

        assertThat(done).containsExactly("start 16", "stop", "start 16");

        tick(1);

        assertThat(done).containsExactly("start 16", "stop", "start 16", "stop");
    }

    private void tick(int times) {
        for (int i = 0; i < times; i++) {
            tick.run();
        }
    }

    /** Pauses and resumes without an effect, as JavaFX's timer for Linux. */
    private final class Deaf extends Timer {
        Deaf(Runnable runnable) {
            super(runnable);
            tick = runnable;
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
