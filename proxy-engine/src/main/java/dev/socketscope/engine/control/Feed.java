package dev.socketscope.engine.control;

import java.util.List;

/** One kind of news of a stream. Belongs to the stream's thread. */
interface Feed {
    /** Adds what is new since the last call, as records or trees that become one message each. Bounded for each call. */
    void collect(List<Object> out);
}
