package dev.socketscope.bench.load;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Messages that come back in the order in which they were sent, each compared byte for byte. */
final class EchoedFrames extends DataFrames {
    private final Payloads payloads;
    private final LongConsumer whole;
    private long back;
    private boolean wrong;

    /** @param whole told the number of every message, from 0, when its last byte is back */
    EchoedFrames(Payloads payloads, LongConsumer whole) {
        this.payloads = payloads;
        this.whole = whole;
    }

    /** @throws IOException when a byte is not the one that was sent */
    void feedAndCheck(ByteBuf in) throws IOException {
        feed(in);
        if (wrong) {
            throw new IOException("message " + back + " came back changed");
        }
    }

    @Override
    void header(long length, int maskKey) {
        wrong |= length != payloads.size(back) || maskKey != 0;
    }

    @Override
    void payload(ByteBuf in, int at, int count, long from) {
        wrong = wrong || !payloads.matches(back, in, at, count, from);
    }

    @Override
    void end() {
        whole.accept(back++);
    }
}
