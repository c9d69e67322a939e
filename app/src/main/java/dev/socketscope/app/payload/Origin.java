package dev.socketscope.app.payload;

import dev.socketscope.app.live.FormatChoice;
import dev.socketscope.app.live.Formats;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.decode.Decoders;
import dev.socketscope.engine.decode.Format;
import dev.socketscope.engine.decode.Meaning;
import dev.socketscope.engine.decode.Message;
import dev.socketscope.engine.decode.Talk;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a payload comes from.
 *
 * @param frame a frame of the message; null for a value out of one
 * @param choice in which format a person wants it to be read
 */
record Origin(@Nullable Frame frame, Talk talk, FormatChoice choice) {
    static final Origin VALUE = new Origin(null, Talk.UNKNOWN, FormatChoice.AUTOMATIC);

    /** The format of a data message; empty when there is none. Takes a while. */
    Optional<Format> format(Payload payload) {
        return isData(payload.opcode()) ? Formats.format(choice, talk, message(payload)) : Optional.empty();
    }

    /** What it says; empty when its format is not known. Takes a while. */
    Optional<Meaning> meaning(Payload payload) {
        return format(payload).map(format -> Decoders.decode(format, talk, message(payload)));
    }

    /** The same, but only when it makes sense or a person has asked for that format. Takes a while. */
    Optional<Meaning> readable(Payload payload) {
        return meaning(payload).filter(
                read -> read.whole() || !payload.complete() || !choice.equals(FormatChoice.AUTOMATIC));
    }

    private Message message(Payload payload) {
        Frame its = frame;
        return new Message(its == null ? Direction.TO_CLIENT : its.direction(), payload.opcode() == Opcode.TEXT,
                payload.bytes(), payload.complete());
    }

    private static boolean isData(Opcode opcode) {
        return opcode == Opcode.TEXT || opcode == Opcode.BINARY;
    }
}
