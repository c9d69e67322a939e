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

    @Override
    void close();
}
