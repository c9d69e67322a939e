package dev.socketscope.engine.fault;

import java.util.SplittableRandom;

/**
 * Random numbers of faults. A stream depends on the fault's seed and type, and on one number: of the connection and direction, or of the
 * handshake. It does not depend on what happens elsewhere, so connections that take turns do not change each other's luck.
 */
final class Seeds {
    private Seeds() {}

    static SplittableRandom stream(FaultRule rule, long number) {
        // The type takes part so that two faults with the usual seed do not choose the same messages.
        long kind = rule.armed().type().wireName().hashCode();
        return new SplittableRandom(mixed(mixed(rule.armed().fault().seed() ^ mixed(kind)) ^ mixed(number + 1)));
    }

    /** Makes neighbours strangers: neighbouring seeds of a {@link SplittableRandom} may run along the same sequence. */
    private static long mixed(long value) {
        return new SplittableRandom(value).nextLong();
    }
}
