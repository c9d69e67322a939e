package dev.socketscope.bench.compare;

import java.net.InetSocketAddress;
import java.util.List;

/** A relay in a process of its own, which ends with it. */
abstract class Spawned implements Candidate {
    private final String name;
    private final ChildProcess process;
    private final InetSocketAddress address;

    /** @param process accepts connections at the address */
    Spawned(String name, ChildProcess process, InetSocketAddress address) {
        this.name = name;
        this.process = process;
        this.address = address;
    }

    final ChildProcess process() {
        return process;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final InetSocketAddress address() {
        return address;
    }

    @Override
    public final List<Long> pids() {
        return process.pids();
    }

    @Override
    public final void close() {
        process.close();
    }
}
