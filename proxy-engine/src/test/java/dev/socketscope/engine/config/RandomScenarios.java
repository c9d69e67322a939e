package dev.socketscope.engine.config;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Scenarios of every kind of step, fault and expectation, with texts that YAML would like to take for something else. */
final class RandomScenarios {
    private static final List<String> TEXTS = List.of("a", "null", "~", "true", "no", "12", "012", "1e3", "0x1f",
            "1_000",
            "1.50", "-1", "10s", "# no", "a # b", "a: b", "- a", "*a", "&a", "!a", "{a}", "[a", "'", "\"", "\\", "a\\n",
            " a ", "%", "@", "`", "|", ">", "?", "=", "<<", "grüße", "日本", "🙂", "/x/i", "data.type==update", ",", "-");
    private final Random random;

    RandomScenarios(long seed) {
        random = new Random(seed);
    }

    Scenario next(String name) {
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            step(steps);
        }
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            expectations.add(expectation());
        }
        return new Scenario(name, random.nextBoolean() ? "" : text(), random.nextLong(), scope(),
                random.nextBoolean() ? null : millis(1), steps, expectations);
    }

    private void step(List<Step> steps) {
        Duration at = Duration.ofMillis(steps.size() * 1_000L + random.nextInt(1_000));
        switch (random.nextInt(5)) {
            case 0 ->
                steps.add(new Step.Cut(at, scope(), pick(Legs.values()), pick(Mode.values()), 3000 + random.nextInt(9),
                        text(), random.nextBoolean() ? null : millis(1)));
            case 1 -> steps.add(new Step.Preset(at, pick(FaultPreset.values()), scope(),
                    random.nextBoolean() ? null : millis(1)));
            case 2 ->
                steps.add(new Step.Inject(at, scope(), pick(Direction.values()), text() + "\n\t\u0001\u2028" + text()));
            case 3 -> labelled(steps, at);
            default -> arm(at, "", steps);
        }
    }

    private void labelled(List<Step> steps, Duration at) {
        String label = text();
        int before = steps.size();
        arm(at, label, steps);
        if (steps.size() > before) {
            steps.add(new Step.Disarm(at.plus(millis(0)), label));
        }
    }

    /** Values that do not fit each other make no fault. */
    private void arm(Duration at, String label, List<Step> steps) {
        boolean own = random.nextBoolean();
        try {
            FaultSpec spec = spec(pick(FaultType.values()));
            boolean life = random.nextBoolean() || spec.type() == FaultType.MAX_LIFETIME;
            steps.add(new Step.Arm(at,
                    new Fault(spec, match(), random.nextBoolean() ? 1 : (1 + random.nextInt(999)) / 1_000.0,
                            random.nextBoolean() ? null : (Integer) (1 + random.nextInt(9)),
                            own ? random.nextLong() : 1,
                            random.nextBoolean() ? Duration.ZERO : millis(0), life ? null : millis(1), label),
                    own));
        } catch (InvalidFaultException _) {
            arm(at, label, steps);
        }
    }

    private FaultSpec spec(FaultType type) {
        int number = 1 + random.nextInt(100);
        return switch (type) {
            case REFUSE -> new HandshakeFault.Refuse(400 + random.nextInt(100),
                    random.nextBoolean() ? List.of() : List.of(new Header("X-A", "b: c"), new Header("Y", "")), text());
            case DELAY_HANDSHAKE -> new HandshakeFault.Delay(millis(1));
            case HANG_HANDSHAKE -> new HandshakeFault.Hang();
            case DROP_HANDSHAKE -> new HandshakeFault.Drop(pick(Mode.FIN, Mode.RST));
            case LATENCY -> new TransportFault.Latency(Duration.ofMillis(200), Duration.ofNanos(number * 1_000L),
                    pick(TransportFault.Distribution.values()));
            case BANDWIDTH -> new TransportFault.Bandwidth(number);
            case SLICE -> new TransportFault.Slice(number, millis(0));
            case BLACK_HOLE -> new TransportFault.BlackHole();
            case DISCONNECT -> new EndingFault.Disconnect(pick(Legs.values()), pick(Mode.values()), 1012, text());
            case MAX_LIFETIME -> new EndingFault.MaxLifetime(millis(1));
            case MAX_BYTES -> new TransportFault.MaxBytes(number);
            case IDLE_CUT -> new EndingFault.IdleCut(millis(1));
            case SLOW_CLOSE -> new EndingFault.SlowClose(millis(1));
            case DROP -> new MessageFault.Drop();
            case DUPLICATE -> new MessageFault.Duplicate(1 + number % 9, millis(0));
            case REORDER -> new MessageFault.Reorder(2 + number % 9, millis(1));
            case DELAY_MESSAGE -> new MessageFault.Delay(Duration.ofMillis(100), Duration.ofMillis(number % 90));
            case CORRUPT -> new MessageFault.Corrupt(number, pick(MessageFault.Utf8.values()));
            case TRUNCATE -> new MessageFault.Truncate(number);
            case FRAGMENT -> new MessageFault.Fragment(number);
            case REPLACE -> new MessageFault.Replace(text(), random.nextBoolean() ? "" : text());
            case MAP -> new MessageFault.MapTo(text(), null);
            case SWALLOW_PING -> new ControlFault.SwallowPing();
            case SWALLOW_PONG -> new ControlFault.SwallowPong();
            case DELAY_PONG -> new ControlFault.DelayPong(millis(1));
            case VIOLATE -> new MessageFault.Violate(pick(MessageFault.Rule.values()));
            case CUT -> new EndingFault.Cut(pick(Legs.values()), pick(Mode.values()), 1001, text());
            case FLAP -> new EndingFault.Flap(Duration.ofMillis(number), Duration.ofSeconds(1),
                    random.nextBoolean() ? null : (Integer) number, pick(Legs.values()), pick(Mode.values()));
        };
    }

    private Expectation expectation() {
        return switch (random.nextInt(6)) {
            case 0 -> new Expectation.ReconnectsWithin(millis(1));
            case 1 -> new Expectation.NoMessageLost();
            case 2 -> new Expectation.NoReload();
            case 3 -> new Expectation.ClosesWith(random.nextBoolean() ? List.of(1001) : List.of(1006, 4999));
            case 4 -> new Expectation.DeadPeerNoticedWithin(millis(1));
            default -> new Expectation.Metric("a_total{b=\"c\"}", pick(Expectation.Comparison.values()),
                    random.nextInt(100_000) / 100.0);
        };
    }

    private FaultMatch match() {
        FaultMatch match = scope();
        match = random.nextBoolean() ? match : match.going(pick(Direction.values()));
        match = random.nextInt(4) > 0 ? match : match.saying("a" + text());
        return random.nextInt(4) > 0 ? match : match.every(1 + random.nextInt(4), random.nextInt(4));
    }

    private FaultMatch scope() {
        return new FaultMatch(maybe("ws_7f3a"), maybe("*" + text()), maybe("/" + text()), maybe(text()), null, null,
                null,
                1, 0);
    }

    private @Nullable String maybe(String text) {
        return random.nextInt(4) > 0 ? null : text;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private Duration millis(int least) {
        return Duration.ofMillis(least + random.nextInt(100_000));
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
