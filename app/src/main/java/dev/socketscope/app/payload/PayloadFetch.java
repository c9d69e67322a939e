package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the engine for payloads, one at a time: while one is on its way only the newest wish is kept, so that a held-down arrow
 * key asks no faster than the engine answers. JavaFX thread only.
 */
final class PayloadFetch {
    /**
     * A wish.
     *
     * @param wholeMessage the whole message instead of the one frame
     */
    record Wish(long seq, boolean wholeMessage) {}

    private final Live live;
    private final BiConsumer<Wish, Optional<Payload>> receiver;
    private @Nullable Wish onItsWay;
    private @Nullable Wish next;

    /** @param receiver told the answer to the newest wish; empty when the capture has dropped it */
    PayloadFetch(Live live, BiConsumer<Wish, Optional<Payload>> receiver) {
        this.live = live;
        this.receiver = receiver;
    }

    void wish(Wish wish) {
        if (onItsWay == null) {
            ask(wish);
        } else {
            next = wish;
        }
    }

    private void ask(Wish wish) {
        onItsWay = wish;
        var stage = wish.wholeMessage() ? live.engine().message(wish.seq()) : live.engine().framePayload(wish.seq());
        live.deliver(stage, (payload, failure) -> answered(wish, payload == null ? Optional.empty() : payload));
    }

    private void answered(Wish wish, Optional<Payload> payload) {
        Wish waiting = next;
        onItsWay = null;
        next = null;
        if (waiting != null) {
            ask(waiting);
        } else {
            receiver.accept(wish, payload);
        }
    }

    /** What the table still knows of a frame that the capture has dropped. */
    static Payload remains(FrameRow chosen) {
        byte[] bytes = chosen.preview().getBytes(StandardCharsets.UTF_8);
        return new Payload(chosen.frame().seq(), chosen.frame().seq(), Opcode.TEXT, bytes, chosen.frame().length(),
                false,
                false, Strings.of("payload.dropped"));
    }
}
