package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;

/** A frame as a filter sees it. The content is asked for only when a condition needs it, because it costs most. */
public interface FilterSubject {
    long seq();

    Direction direction();

    Opcode opcode();

    /** Payload bytes on the wire. */
    long length();

    /** -1 while unknown. */
    long inProxyMicros();

    FilterContent content();
}
