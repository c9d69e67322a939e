package dev.socketscope.bench.compare;

import java.net.InetSocketAddress;
import java.util.List;

/** No relay at all: what load and echo server cost each other. */
record Direct(InetSocketAddress address) implements Candidate {
    @Override
    public String name() {
        return "no proxy";
    }

    @Override
    public List<Long> pids() {
        return List.of();
    }

    @Override
    public void close() {}
}
