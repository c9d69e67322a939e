package dev.socketscope.engine.relay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The test's thread stands for an event loop. */
class ReadBuffersTest {
    private static final int SIZE = BoundedReads.ONE_SEGMENT;
    private final ByteBufAllocator allocator = UnpooledByteBufAllocator.DEFAULT;

    @AfterEach
    void endOfTheLoop() {
        FastThreadLocal.removeAll();
    }

    private ByteBuf take() {
        return requireNonNull(ReadBuffers.take(allocator), "a free buffer");
    }

    @Test
    void theOneThatWasReleasedIsUsedAgainAndIsEmpty() {
        ByteBuf first = take();
        first.writeLong(1).readByte();
        first.release();
        ByteBuf again = take();
        assertThat(again).isSameAs(first);
        assertThat(again.readableBytes()).isZero();
        assertThat(again.writableBytes()).isEqualTo(SIZE);
        again.release();
    }

    @Test
    void whatSomebodyStillHoldsAPartOfIsNotUsedAgain() {
        ByteBuf read = take();
        read.writeInt(1).writeInt(2);
        ByteBuf part = read.retainedSlice(4, 4);
        read.release();
        ByteBuf next = take();
        next.writeLong(0);
        assertThat(next).isNotSameAs(read);
        assertThat(part.readInt()).isEqualTo(2);
        part.release();
        assertThat(take()).isSameAs(read);
        next.release();
        read.release();
    }

    @Test
    void itNeverGrows() {
        ByteBuf buffer = take();
        assertThat(buffer.maxCapacity()).isEqualTo(SIZE);
        buffer.release();
    }

    @Test
    void thereAreSoManyAndNoMore() {
        List<ByteBuf> all = new ArrayList<>();
        for (int i = 0; i < ReadBuffers.MOST; i++) {
            all.add(take());
        }
        assertThat(all.stream().map(System::identityHashCode)).doesNotHaveDuplicates();
        assertThat(ReadBuffers.take(allocator)).isNull();
        ByteBuf third = all.get(2);
        third.release();
        assertThat(take()).isSameAs(third);
        all.forEach(ByteBuf::release);
    }

    @Test
    void theirMemoryGoesWithTheLoop() {
        ByteBuf buffer = take();
        buffer.release();
        FastThreadLocal.removeAll();
        assertThat(buffer.refCnt()).isZero();
    }

    @Test
    void whatIsStillOnItsWayThenGoesLater() {
        ByteBuf buffer = take();
        FastThreadLocal.removeAll();
        assertThat(buffer.refCnt()).isEqualTo(1);
        buffer.release();
        assertThat(buffer.refCnt()).isZero();
    }
}
