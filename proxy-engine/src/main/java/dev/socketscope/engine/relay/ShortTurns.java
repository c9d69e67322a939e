package dev.socketscope.engine.relay;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the scheduler of Linux for short turns of event loops (sched_setattr(2)). Since Linux 6.12 a thread with shorter turns comes onto a
 * processor before those with the usual ones, of some milliseconds, and leaves it to them sooner; how much of the processor all of them get
 * stays the same. The JVM's own compilers and collector, and the peers where they run on the same machine, then hold up fewer messages.
 *
 * <p>It takes no privilege. On older kernels and other systems, and where the JVM may not call native code, nothing changes.
 */
final class ShortTurns {
    /** The shortest turn that Linux grants. */
    static final Duration TURN = Duration.ofNanos(100_000);

    private static final Logger LOG = LoggerFactory.getLogger(ShortTurns.class);
    private static final int SCHED_OTHER = 0;

    /** The length of struct sched_attr, as it has been since Linux 3.14, and where two of its fields begin. */
    private static final int ATTR_BYTES = 48;
    private static final long POLICY = 4;
    private static final long RUNTIME = 24;

    private static final int THIS_THREAD = 0;
    private static final int NO_FLAGS = 0;

    private final MethodHandle syscall;
    private final long setAttr;

    private ShortTurns(MethodHandle syscall, long setAttr) {
        this.syscall = syscall;
        this.setAttr = setAttr;
    }

    /** For all {@code loops}, on a thread of its own: to make a call of native code ready takes some 30 ms. */
    static void giveTo(EventExecutorGroup loops) {
        long setAttr = setAttr();
        if (setAttr == 0) {
            return;
        }
        Thread.ofPlatform().daemon().name("short-turns").start(() -> {
            ShortTurns turns = new ShortTurns(syscall(), setAttr);
            // Here first, so that no loop waits for what the JVM does at a first call.
            turns.ask();
            turns.askOn(loops);
        });
    }

    private void askOn(EventExecutorGroup loops) {
        try {
            for (EventExecutor loop : loops) {
                loop.execute(this::ask);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("The engine has ended before its loops could be given short turns", e);
        }
    }

    /** For the thread that calls. Its priority stays. */
    private void ask() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attr = arena.allocate(ATTR_BYTES, Long.BYTES);
            long getAttr = setAttr + 1;
            if (call(getAttr, attr, ATTR_BYTES) == 0 && attr.get(ValueLayout.JAVA_INT, POLICY) == SCHED_OTHER) {
                attr.set(ValueLayout.JAVA_LONG, RUNTIME, TURN.toNanos());
                if (call(setAttr, attr, NO_FLAGS) != 0) {
                    LOG.debug("{} keeps turns of the usual length", Thread.currentThread().getName());
                }
            }
        }
    }

    private long call(long number, MemorySegment attr, int third) {
        try {
            return (long) syscall.invokeExact(number, THIS_THREAD, attr, third, NO_FLAGS);
        } catch (Throwable e) {
            throw new IllegalStateException("syscall " + number, e);
        }
    }

    /** The number of sched_setattr, which sched_getattr follows; 0 where there is nothing to try. */
    private static long setAttr() {
        if (!ShortTurns.class.getModule().isNativeAccessEnabled() || !System.getProperty("os.name").equals("Linux")) {
            return 0;
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> 314;
            case "aarch64" -> 274;
            default -> 0;
        };
    }

    private static MethodHandle syscall() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor shape = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return linker.downcallHandle(linker.defaultLookup().findOrThrow("syscall"), shape,
                Linker.Option.firstVariadicArg(1));
    }
}
