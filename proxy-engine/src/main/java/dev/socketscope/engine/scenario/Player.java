package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.scenario.Verdict.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays a scenario on an engine: waits for a connection, does the steps when their time has come, and looks at the engine every
 * {@value #LOOK_MILLIS} ms. It ends when every expectation is decided, or when nothing can decide them any more, or at the scenario's own
 * length. Whatever it has armed it disarms, also when it is interrupted. Belongs to one thread, and plays once.
 */
public final class Player {
    static final int LOOK_MILLIS = 50;
    private static final Duration LOOK = Duration.ofMillis(LOOK_MILLIS);
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);
    private static final int PAGE = 1_000;

    private final Engine engine;
    private final Supplier<String> metrics;
    private final Pace pace;
    private final Consumer<String> lines;
    private volatile @Nullable Duration clock;
    private long cursor;

    /**
     * @param metrics makes the engine's metrics in Prometheus' text format; empty text when there are none
     * @param lines is told what happens, while it happens, for a person
     */
    public Player(Engine engine, Supplier<String> metrics, Pace pace, Consumer<String> lines) {
        this.engine = engine;
        this.metrics = metrics;
        this.pace = pace;
        this.lines = lines;
    }

    /**
     * Plays it.
     *
     * @param patience how long to wait for the first connection; without one nothing is played and every expectation fails
     * @throws InterruptedException when its thread is interrupted; everything is disarmed by then
     */
    public Report play(Scenario scenario, Duration patience) throws InterruptedException {
        boolean stopped = !awaitConnection(scenario, pace.nanos(), patience);
        skipEvents();
        Watch watch = new Watch(scenario.match(), pace.now(), engine.connections());
        for (FaultStatus each : engine.faults()) {
            watch.known(each.armed().id(), each.armed().fault());
        }
        Run run = new Run(scenario, watch);
        if (!stopped && !watch.open().isEmpty()) {
            stopped = run.play();
        }
        return run.report(stopped);
    }

    /** Where the clock of the steps stands; null before it has been started. From any thread. */
    public @Nullable Duration clock() {
        return clock;
    }

    /** False when somebody wants it to end. */
    private boolean awaitConnection(Scenario scenario, long since, Duration patience) throws InterruptedException {
        while (engine.connections()
                .stream()
                .noneMatch(c -> scenario.match().selects(c) && c.state() == Connection.State.OPEN)) {
            if (pace.nanos() - since >= patience.toNanos()) {
                lines.accept("no connection within " + Texts.span(patience));
                return true;
            }
            if (!pace.pass(LOOK)) {
                return false;
            }
        }
        return true;
    }

    private void skipEvents() {
        EventPage page;
        do {
            page = engine.events(cursor, PAGE);
            cursor = page.next();
        } while (!page.events().isEmpty());
    }

    /** One run on the clock. */
    private final class Run {
        private final Scenario scenario;
        private final Watch watch;
        private final Plan plan;
        private final Deque<Action.Planned> left;
        private final Stagehand hand;
        private final List<Report.Done> done = new ArrayList<>();
        private final List<String> names;
        private final MetricText before;
        private final long start = pace.nanos();
        private @Nullable Observation last;

        Run(Scenario scenario, Watch watch) {
            this.scenario = scenario;
            this.watch = watch;
            this.plan = Plan.of(scenario);
            this.left = new ArrayDeque<>(plan.actions());
            this.hand = new Stagehand(engine, watch);
            this.names = scenario.expectations()
                    .stream()
                    .filter(Expectation.Metric.class::isInstance)
                    .map(e -> ((Expectation.Metric) e).metric())
                    .toList();
            // A scrape is not free, so it is made only where somebody asks for a metric.
            this.before = MetricText.of(names.isEmpty() ? "" : metrics.get());
        }

        /** True when somebody ended it before its time. */
        boolean play() throws InterruptedException {
            try {
                while (true) {
                    clock = elapsed();
                    doWhatIsDue();
                    look();
                    if (left.isEmpty() && over(elapsed())) {
                        return false;
                    }
                    if (!pace.pass(LOOK)) {
                        return true;
                    }
                }
            } finally {
                last = observe(measured());
                hand.clearUp();
            }
        }

        private Duration elapsed() {
            return Duration.ofNanos(pace.nanos() - start);
        }

        private void doWhatIsDue() {
            while (!left.isEmpty() && left.element().at().compareTo(elapsed()) <= 0) {
                Report.Done step = hand.act(left.remove());
                done.add(step);
                say(step.what() + (step.problem().isEmpty() ? "" : ": NOT DONE, " + step.problem()));
            }
        }

        private void look() {
            EventPage page;
            do {
                page = engine.events(cursor, PAGE);
                cursor = page.next();
                watch.take(page);
                page.events().forEach(this::tell);
            } while (!page.events().isEmpty());
            watch.see(engine.connections(), engine.hmr());
        }

        private void tell(Event event) {
            String line = Narration.of(event);
            if (line != null) {
                say(line);
            }
        }

        private void say(String line) {
            lines.accept(String.format(Locale.ROOT, "%7.1fs  %s", elapsed().toMillis() / 1000.0, line));
        }

        private boolean over(Duration elapsed) {
            Duration length = scenario.length();
            if (length != null) {
                return elapsed.compareTo(length) >= 0;
            }
            if (elapsed.compareTo(plan.end().plus(AFTERWARDS)) < 0) {
                return false;
            }
            Optional<Duration> patience = scenario.expectations()
                    .stream()
                    .map(Expectation::patience)
                    .max(Comparator.naturalOrder());
            boolean late = elapsed.compareTo(plan.end().plus(AFTERWARDS).plus(patience.orElse(Duration.ZERO))) >= 0;
            return late || Judge.verdicts(scenario.expectations(), observe(Collections.emptySortedMap()))
                    .stream()
                    .noneMatch(v -> v.outcome() == Outcome.NOT_OBSERVED
                            && v.expectation().patience().isPositive());
        }

        private Observation observe(SortedMap<String, Double> values) {
            return watch.observe(pace.now(), elapsed(), values);
        }

        private SortedMap<String, Double> measured() {
            SortedMap<String, Double> values = new TreeMap<>();
            if (!names.isEmpty()) {
                MetricText now = MetricText.of(metrics.get());
                for (String name : names) {
                    Double value = now.since(before, name);
                    if (value != null) {
                        values.put(name, value);
                    }
                }
            }
            return values;
        }

        Report report(boolean stopped) {
            Observation seen = last == null ? observe(measured()) : last;
            return new Report(scenario, List.copyOf(done), seen, Judge.verdicts(scenario.expectations(), seen),
                    stopped);
        }
    }
}
