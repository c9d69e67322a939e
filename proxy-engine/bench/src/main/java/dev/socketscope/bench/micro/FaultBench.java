package dev.socketscope.bench.micro;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.fault.ConnectionFacts;
import dev.socketscope.engine.fault.ConnectionFaults;
import dev.socketscope.engine.fault.Fate;
import dev.socketscope.engine.fault.FaultRule;
import dev.socketscope.engine.fault.FaultRules;
import dev.socketscope.engine.fault.FrameFaults;
import dev.socketscope.engine.fault.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to decide about one message, by how many faults are armed that leave it alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FaultBench {
    private static final ConnectionFacts CONNECTION = new ConnectionFacts("ws_1", 0, "* /", "/", null, false, "off",
            KeepAlive.OFF);
    private static final int NEVER = 1_000_000_000;

    @Param({"0", "1", "5", "10", "20"})
    private int armed;

    private final Message message = new Text(new byte[128]);
    private FaultRules elsewhere = FaultRules.NONE;
    private ConnectionFaults spared = faults(elsewhere);
    private FrameFaults asked = spared.frames(Direction.TO_UPSTREAM);

    private record Text(byte[] payload) implements Message {
        @Override
        public Opcode opcode() {
            return Opcode.TEXT;
        }
    }

    @Setup
    public void prepare() {
        elsewhere = rules(FaultMatch.ANY.onPath("/elsewhere"));
        spared = faults(elsewhere);
        asked = faults(rules(FaultMatch.ANY.every(1, NEVER))).frames(Direction.TO_UPSTREAM);
    }

    private FaultRules rules(FaultMatch match) {
        FaultRules rules = FaultRules.NONE;
        for (int i = 0; i < armed; i++) {
            Fault fault = Fault.of(new MessageFault.Delay(Duration.ofMillis(250), Duration.ZERO)).on(match);
            rules = rules.with(FaultRule.arm(new ArmedFault("flt_" + i, fault, Instant.EPOCH), null, 0));
        }
        return rules;
    }

    private static ConnectionFaults faults(FaultRules rules) {
        ConnectionFaults faults = new ConnectionFaults(CONNECTION, firing -> {});
        faults.use(rules);
        return faults;
    }

    /** None is in scope: whether the rules are still the same ones, and whether bytes and frames may simply pass. */
    @Benchmark
    public boolean outOfScope() {
        return spared.use(elsewhere) || !spared.frames(Direction.TO_UPSTREAM).idle()
                || !spared.pacing(Direction.TO_UPSTREAM).idle();
    }

    /** All are in scope and look at the message. */
    @Benchmark
    public Fate inScope() {
        return asked.message(message, 1);
    }
}
