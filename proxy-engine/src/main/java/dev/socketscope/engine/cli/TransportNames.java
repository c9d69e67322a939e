package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.EngineConfig.Transport;
import java.util.Arrays;
import java.util.Iterator;

/** What {@code --transport} takes, for its help and for shells that complete it. */
final class TransportNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Transport.values()).map(Transport::toString).iterator();
    }
}
