package dev.socketscope.app.live;

import dev.socketscope.app.controls.Sight;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.Playable;
import dev.socketscope.engine.api.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine as the window sees it. Properties are read and changed on the JavaFX thread only.
 *
 * <pre>
 *   sampler thread, 5 times a second          JavaFX thread, once per frame
 *   Sampler.sample() ─► newest (one place) ─► latest ─► shown (unless paused) ─► drains of the slices
 * </pre>
 */
public final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final long PERIOD_MILLIS = 200;
    /** At 50 times the speed a step is five seconds long. */
    private static final Duration LEAP = Duration.ofSeconds(15);
    /** Rates are those of as many samples. */
    private static final int WARM_UP = RateWindow.SLOTS - 1;

    private final Engine engine;
    private volatile Sampler sampler;
    private volatile int keptEvents = RecentEvents.BOUND;
    private final AtomicReference<@Nullable Instant> goal = new AtomicReference<>();
    private final ReadOnlyIntegerWrapper runs = new ReadOnlyIntegerWrapper();
    /** The sampler's thread writes. */
    private volatile int runsNow;
    private final FrameGate gate = new FrameGate();
    private final Seconds seconds = new Seconds();
    private final Attention attention;
    private final AtomicReference<@Nullable LiveState> newest = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<LiveState> latest = new ReadOnlyObjectWrapper<>(LiveState.NOTHING);
    private final ReadOnlyObjectWrapper<LiveState> shown = new ReadOnlyObjectWrapper<>(LiveState.NOTHING);
    private final ReadOnlyObjectWrapper<Instant> clock = new ReadOnlyObjectWrapper<>(LiveState.NOTHING.at());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-sampler").factory());
    private final Supplier<String> why;
    private final ReadOnlyStringWrapper away = new ReadOnlyStringWrapper("");
    private volatile String awayNow = "";
    private LiveState handedOver = LiveState.NOTHING;

    public Live(Engine engine) {
        this(engine, () -> "");
    }

    /** @param why says why the engine cannot be reached, empty while it can; asked on the sampler's thread */
    public Live(Engine engine, Supplier<String> why) {
        this(engine, why, System::nanoTime);
    }

    /** @param nanos a clock that never goes back, by which the window is found to be left alone; read on the JavaFX thread and the sampler's */
    Live(Engine engine, Supplier<String> why, LongSupplier nanos) {
        this.engine = engine;
        this.why = why;
        this.attention = new Attention(nanos, this::tick);
        this.sampler = sampler();
        paused.subscribe(now -> follow());
        gate.add(this::takeNewest);
        thread.scheduleAtFixedRate(this::sample, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    public Engine engine() {
        return engine;
    }

    /** The newest state, also while the window is paused. */
    public ReadOnlyObjectProperty<LiveState> latest() {
        return latest.getReadOnlyProperty();
    }

    /** What panels show: the newest state, or the one at which the window was paused. */
    public ReadOnlyObjectProperty<LiveState> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What ages are told against: the moment of {@link #shown()}, and while nothing happens each second after it that somebody reads. */
    public ReadOnlyObjectProperty<Instant> clock() {
        return clock.getReadOnlyProperty();
    }

    /** Why the engine cannot be reached, so that everything stands still; empty while it can. */
    public ReadOnlyStringProperty away() {
        return away.getReadOnlyProperty();
    }

    /** The engine as something whose moments can be chosen; empty for one that is still running. */
    public Optional<Playable> playable() {
        return engine instanceof Playable playable ? Optional.of(playable) : Optional.empty();
    }

    /** Shows how a {@link #playable} engine stood at a moment, as soon as that has been read; of several wishes the last one counts. */
    public void go(Instant moment) {
        goal.set(moment);
        thread.execute(this::sample);
    }

    /** Changes when what was read before is not the past of what is shown now, because another moment was chosen. */
    public ReadOnlyIntegerProperty runs() {
        return runs.getReadOnlyProperty();
    }

    /** The present; for an engine that was, the moment that is chosen. */
    public Instant now() {
        return playable().map(Playable::moment).orElseGet(Instant::now);
    }

    /** Freezes {@link #shown()}; the engine goes on. */
    public BooleanProperty paused() {
        return paused;
    }

    /**
     * Calls a drain once per frame while something moves.
     *
     * @param drain on the JavaFX thread; answers whether it is to be called again in the next frame
     */
    public Subscription everyFrame(BooleanSupplier drain) {
        return gate.add(drain);
    }

    /**
     * Something is told in seconds. What only time and pings changed is shown every five, and {@link #clock()} goes on each second while
     * anything of that kind is in sight, until nobody has been at the window for a minute.
     *
     * @param place where it stands
     * @param more whether there is more to tell by now than the time, so that everything is shown at once; asked on the JavaFX thread, once a
     *        second and only while it is in sight
     */
    public void tellsSeconds(Node place, BooleanSupplier more) {
        seconds.add(place, more);
        attention.watch(place);
        Sight.whenShown(place, this::hurry);
    }

    /** Whether nothing but pings has happened for some time. From any thread. */
    public boolean rests() {
        return sampler.rests();
    }

    private void hurry() {
        if (!thread.isShutdown()) {
            thread.execute(() -> {
                sampler.hurry();
                sample();
            });
        }
    }

    /** Makes the drains run again, for a reader who knows that there is something new. From any thread. */
    public void wake() {
        gate.wake();
    }

    /** Runs something on the JavaFX thread after a while, for who waits for what no state tells of. From any thread. */
    public void later(Duration wait, Runnable task) {
        if (!thread.isShutdown()) {
            thread.schedule(() -> Platform.runLater(task), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Hands the outcome of a stage to the JavaFX thread; exactly one of the two arguments is null. */
    public <T> void deliver(CompletionStage<T> stage, BiConsumer<? super T, ? super @Nullable Throwable> receiver) {
        stage.whenComplete((value, failure) -> Platform.runLater(() -> receiver.accept(value, failure)));
    }

    /**
     * Asks the engine for something.
     *
     * @param answered gets the answer on the JavaFX thread; an engine that fails has refused
     */
    public void submit(Command command, Consumer<Reply> answered) {
        deliver(engine.submit(command), (reply, failure) -> answered
                .accept(reply != null ? reply : new Reply.Refused(String.valueOf(failure))));
    }

    /** @param number so many of the engine's newest events are kept in the window, 1 or more */
    public void keepEvents(int number) {
        keptEvents = number;
        sampler.keepAtMost(number);
    }

    /** Arms once more what was armed, each fault as it was when it was new. */
    public void armAgain(List<FaultStatus> faults) {
        faults.forEach(status -> submit(new Command.ArmFault(status.armed().fault()), reply -> {}));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void sample() {
        try {
            Optional<Playable> recorded = playable();
            Instant moment = goal.getAndSet(null);
            if (moment != null) {
                recorded.ifPresent(playable -> go(playable, moment));
            }
            LiveState state = recorded.map(this::sample)
                    .orElseGet(() -> sampler.sample(System.nanoTime(), Instant.now()));
            long now = System.nanoTime();
            if (state != handedOver) {
                handedOver = state;
                seconds.told(now);
                newest.set(state);
                gate.wake();
            } else if (attention.lasts() && seconds.pass(now)) {
                Platform.runLater(this::tick);
            }
            String reason = why.get();
            if (!reason.equals(awayNow)) {
                awayNow = reason;
                gate.wake();
            }
        } catch (RuntimeException e) {
            LOG.error("A picture of the engine could not be taken", e);
        }
    }

    private Sampler sampler() {
        return new Sampler(engine, playable().isPresent());
    }

    /** A recording has its own time, in which its rates are told. */
    private LiveState sample(Playable playable) {
        Instant moment = playable.moment();
        return sampler.sample(ChronoUnit.NANOS.between(Instant.EPOCH, moment), moment);
    }

    /** After a leap, what led to the moment is read first, so that rates are those of then. */
    private void go(Playable playable, Instant moment) {
        Instant before = playable.moment();
        if (moment.isBefore(before) || moment.isAfter(before.plus(LEAP))) {
            Sampler fresh = sampler();
            fresh.keepAtMost(keptEvents);
            sampler = fresh;
            for (int ahead = WARM_UP; ahead > 0; ahead--) {
                playable.go(moment.minusMillis(ahead * PERIOD_MILLIS));
                sample(playable);
            }
            runsNow++;
        }
        playable.go(moment);
    }

    /** Of what the sampler brings there is never more than one. */
    private boolean takeNewest() {
        away.set(awayNow);
        if (runs.get() != runsNow) {
            runs.set(runsNow);
        }
        seconds.look();
        LiveState state = newest.getAndSet(null);
        if (state != null) {
            latest.set(state);
            follow();
        }
        return false;
    }

    private void follow() {
        if (!paused.get()) {
            clock.set(latest.get().at());
            shown.set(latest.get());
        }
    }

    /** Another second in which nothing happened. */
    private void tick() {
        seconds.look();
        if (!paused.get()) {
            clock.set(now());
            if (seconds.more()) {
                hurry();
            }
        }
    }
}
