package dev.socketscope.bench.compare;

import dev.socketscope.bench.load.Workload;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What this engine is to reach beside others in the same run, and whether it has. */
final class Goals {
    private static final String OWN = EngineVariant.FULL_CAPTURE.name();
    private static final int SMALL = 128;
    private static final int PAGE = 4 << 10;

    /** A ratio of medians with a bound on one side. */
    private record Goal(String what, String other, ToDoubleFunction<Sample> figure, boolean atMost, double bound,
            Predicate<Workload> where) {
        boolean isMet(double ratio) {
            return atMost ? ratio <= bound : ratio >= bound;
        }

        String words() {
            return String.format(Locale.ROOT, "%s %s %s × %s", what, atMost ? "≤" : "≥", bound, other);
        }
    }

    private static final List<Goal> ALL = List.of(
            new Goal("CPU each", "nginx", Sample::cpuMicrosEach, true, 1.0, Goals::isSmallMessages),
            new Goal("CPU each", "nginx", Sample::cpuMicrosEach, true, 0.3, Goals::isLargeMessages),
            new Goal("p99 at equal load", "nginx", Samples::p99, true, 1.0, Workload.Paced.class::isInstance),
            new Goal("rate", NodeHttpProxy.NAME, Samples::rate, false, 2, Goals::isSaturating),
            new Goal("rate", Mitmproxy.NAME, Samples::rate, false, 100, Goals::isSaturating));

    private final Samples samples;

    Goals(Samples samples) {
        this.samples = samples;
    }

    void print(PrintStream out) {
        out.println();
        out.println("| goal | workload | measured | |");
        out.println("|---|---|---|---|");
        for (Goal goal : ALL) {
            samples.workloads().stream().filter(goal.where).forEach(workload -> out.println(row(goal, workload)));
        }
    }

    private String row(Goal goal, Workload workload) {
        double ratio = samples.median(workload, OWN, goal.figure)
                / samples.median(workload, goal.other, goal.figure);
        String verdict = Double.isNaN(ratio) ? "not measured" : goal.isMet(ratio) ? "met" : "**not met**";
        return String.join(" | ", "| " + goal.words(), workload.name(), Figures.number(ratio), verdict + " |");
    }

    private static boolean isSmallMessages(Workload workload) {
        return workload instanceof Workload.Echo echo && echo.size() == SMALL && echo.inFlight() > 1;
    }

    private static boolean isLargeMessages(Workload workload) {
        return workload instanceof Workload.Echo echo && echo.size() >= PAGE;
    }

    private static boolean isSaturating(Workload workload) {
        return !(workload instanceof Workload.Paced);
    }
}
