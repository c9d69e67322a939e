package dev.socketscope.bench.compare;

import java.net.InetSocketAddress;
import java.util.List;

/** A way from the load to the echo server. */
interface Candidate extends AutoCloseable {
    String name();

    /** Where the load connects. */
    InetSocketAddress address();

    /** The relay's processes; none when there is no relay. */
    List<Long> pids();

    /** Whether the relay is a JVM, which runs slowly until it has compiled what it runs. */
    default boolean compilesWhileItRuns() {
        return false;
    }

    /** Whether it is so much slower than the others that one round tells enough, and that a rate for all would be too much for it. */
    default boolean isSlow() {
        return false;
    }

    @Override
    void close();
}
