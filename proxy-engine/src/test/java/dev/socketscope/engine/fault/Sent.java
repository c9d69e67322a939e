package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages on their way to the client at moment 0, and what becomes of them. */
final class Sent {
    private record Bytes(Opcode opcode, byte[] payload) implements Message {}

    private Sent() {}

    static FrameFaults down(Armed armed) {
        return armed.onConnection().frames(Direction.TO_CLIENT);
    }

    static List<Delivery> send(FrameFaults faults, String text) {
        return faults.message(Text.of(text), 0).deliveries();
    }

    /** What arrives of some messages. */
    static List<String> through(FrameFaults faults, String... texts) {
        return through(faults, Stream.of(texts));
    }

    /** What arrives of as many messages, which are called 1, 2, 3 and so on. */
    static List<String> through(FrameFaults faults, int messages) {
        return through(faults, IntStream.rangeClosed(1, messages).mapToObj(Integer::toString));
    }

    private static List<String> through(FrameFaults faults, Stream<String> texts) {
        return texts.flatMap(text -> send(faults, text).stream()).map(Text::of).toList();
    }

    /** The new content of a message; null when it keeps its own. */
    static byte @Nullable [] changed(FrameFaults faults, Opcode opcode, byte[] content) {
        return faults.message(new Bytes(opcode, content), 0).deliveries().getFirst().changed();
    }

    /** As {@link #changed(FrameFaults, Opcode, byte[])}, of a text. */
    static @Nullable String changed(FrameFaults faults, String text) {
        byte[] changed = changed(faults, Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
        return changed == null ? null : new String(changed, StandardCharsets.UTF_8);
    }
}
