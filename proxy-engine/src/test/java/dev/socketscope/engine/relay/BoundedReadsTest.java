package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BoundedReadsTest {
    /** What a segment of loopback carries: its MTU of 65,536 without the headers of IP and TCP and the time stamps. */
    private static final int SEGMENT = 65_483;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLongReadFitsOneSegmentOfLoopback() {
        Epoll.ensureAvailability();
        EpollSocketChannel channel = new EpollSocketChannel();
        try {
            RecvByteBufAllocator.Handle reads = new BoundedReads(channel).newHandle();
            for (int full = 0; full < 20; full++) {
                reads.reset(channel.config());
                reads.attemptedBytesRead(reads.guess());
                reads.lastBytesRead(reads.guess());
                reads.readComplete();
            }
            assertThat(reads.guess()).isBetween(SEGMENT * 9 / 10, SEGMENT);
        } finally {
            channel.unsafe().closeForcibly();
        }
    }
}
