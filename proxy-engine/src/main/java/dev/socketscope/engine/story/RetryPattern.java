package dev.socketscope.engine.story;

import dev.socketscope.engine.api.Names;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The ways in which clients space their attempts that can be told from the gaps between their connections. */
public enum RetryPattern {
    /** webpack-dev-server: 1000·2ⁿ milliseconds and up to 100 more. */
    WEBPACK {
        @Override
        boolean fits(double[] gaps) {
            return within(gaps, n -> Math.pow(2, n), n -> Math.pow(2, n) + 0.1);
        }
    },
    /** The same pause again and again. */
    CONSTANT {
        @Override
        boolean fits(double[] gaps) {
            double least = Arrays.stream(gaps).min().orElse(0);
            return within(gaps, n -> least, n -> least * 1.05);
        }
    },
    /** Phoenix: a list of steps, then 5 s. */
    PHOENIX {
        private static final double[] STEPS = {0.01, 0.05, 0.1, 0.15, 0.2, 0.25, 0.5, 1, 2};
        private static final double LAST = 5;

        @Override
        boolean fits(double[] gaps) {
            IntToDoubleFunction step = n -> n < STEPS.length ? STEPS[n] : LAST;
            return within(gaps, step, n -> step.applyAsDouble(n) + 0.02, 0.04);
        }
    },
    /** reconnecting-websocket and PartySocket: 1 to 5 s at first, each 1.3 times the one before, at most 10 s. */
    RECONNECTING_WEBSOCKET {
        @Override
        boolean fits(double[] gaps) {
            double first = gaps[0];
            return first >= 0.95 && first <= 5 + SLACK && within(gaps,
                    n -> Math.min(10, (first - SLACK) * Math.pow(1.3, n)), n -> Math.min(10, first * Math.pow(1.3, n)));
        }
    },
    /** Doubling, and up to 30 % more, at most 30 s without that. */
    EXPONENTIAL {
        @Override
        boolean fits(double[] gaps) {
            // What the first pause was without jitter is not known: it is tried in steps.
            for (double share = 1; share <= 1.4; share += 0.01) {
                double base = gaps[0] / share;
                if (within(gaps, n -> Math.min(30, base * Math.pow(2, n)) * 0.99,
                        n -> Math.min(30, base * Math.pow(2, n)) * 1.3)) {
                    return true;
                }
            }
            return false;
        }
    };

    /** Fewer gaps than these fit too many patterns. */
    static final int LEAST = 3;
    /** Until a client's attempt reaches the engine, seconds. */
    private static final double SLACK = 0.15;

    /** @param gaps seconds, in order, {@value #LEAST} or more */
    abstract boolean fits(double[] gaps);

    /**
     * The first pattern that fits; null when none does, or when there are fewer than {@value #LEAST} gaps.
     *
     * @param gaps seconds, as {@link ClientStories#gaps} tells them
     */
    public static @Nullable RetryPattern of(List<Double> gaps) {
        double[] seconds = gaps.stream().mapToDouble(Double::doubleValue).toArray();
        if (seconds.length < LEAST) {
            return null;
        }
        return Arrays.stream(values()).filter(pattern -> pattern.fits(seconds)).findFirst().orElse(null);
    }

    /** The name in reports, for example {@code reconnecting-websocket}. */
    public String wireName() {
        return Names.of(this);
    }

    private static boolean within(double[] gaps, IntToDoubleFunction least, IntToDoubleFunction most) {
        return within(gaps, least, most, SLACK);
    }

    private static boolean within(double[] gaps, IntToDoubleFunction least, IntToDoubleFunction most, double slack) {
        for (int n = 0; n < gaps.length; n++) {
            if (gaps[n] < least.applyAsDouble(n) - 0.005 || gaps[n] > most.applyAsDouble(n) + slack) {
                return false;
            }
        }
        return true;
    }
}
