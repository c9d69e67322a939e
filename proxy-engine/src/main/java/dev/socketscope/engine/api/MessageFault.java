package dev.socketscope.engine.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Faults of whole data messages: between two messages or in place of one, never inside. Sizes are of the payload as the
 * application sees it, inflated. A message that a fault could not change, such as one shorter than what it is to be truncated
 * to, is not counted.
 */
public sealed interface MessageFault extends FaultSpec {
    /** The message vanishes. */
    record Drop() implements MessageFault {}

    /**
     * The message arrives again.
     *
     * @param copies 1 to 100, beside the message itself
     * @param gap from one to the next; other messages may come between them
     */
    record Duplicate(int copies, Duration gap) implements MessageFault {
        public Duplicate {
            FaultChecks.number("copies", copies, 1, 100);
            FaultChecks.span("gap", gap, FaultChecks.NONE, FaultChecks.LONGEST_DELAY);
        }
    }

    /**
     * The message and those after it are kept until there are {@code window} of them, and go on in another order.
     *
     * @param window 2 to 100
     * @param maxHold when fewer have come after so long, they go on
     */
    record Reorder(int window, Duration maxHold) implements MessageFault {
        public Reorder {
            FaultChecks.number("window", window, 2, 100);
            FaultChecks.delay("maxHold", maxHold);
        }
    }

    /**
     * The message is kept back, and those behind it wait: order is kept.
     *
     * @param jitter the delay is spread evenly from {@code delay − jitter} to {@code delay + jitter}
     */
    record Delay(Duration delay, Duration jitter) implements MessageFault {
        public Delay {
            FaultChecks.delay("delay", delay);
            FaultChecks.jitter(jitter, delay);
        }
    }

    /**
     * Some bytes become others; the length stays.
     *
     * @param bytes how many, 1 to 1,048,576; at most all
     */
    record Corrupt(int bytes, Utf8 utf8) implements MessageFault {
        public Corrupt {
            FaultChecks.number("bytes", bytes, 1, 1 << 20);
        }
    }

    /** What {@link Corrupt} does to text. */
    enum Utf8 {
        /** It stays valid UTF-8: characters become others of the same length. The application gets to see it. */
        KEEP,
        /** It surely becomes invalid: the peer has to fail the connection with 1007 (RFC 6455 §8.1). */
        BREAK
    }

    /**
     * Only the beginning arrives.
     *
     * @param bytes how many remain, 0 or more; in text a character is not split, so it may be up to three fewer
     */
    record Truncate(int bytes) implements MessageFault {
        public Truncate {
            FaultChecks.number("bytes", bytes, 0, Integer.MAX_VALUE);
        }
    }

    /**
     * The message arrives in fragments (RFC 6455 §5.4).
     *
     * @param bytes payload of each, 1 to 1 GiB; more when there would be over 65,536 fragments
     */
    record Fragment(int bytes) implements MessageFault {
        public Fragment {
            FaultChecks.number("bytes", bytes, 1, 1 << 30);
        }
    }

    /**
     * One piece becomes another, wherever it occurs. A message that would come to more than {@link #LONGEST_RESULT} bytes stays as it is.
     *
     * @param find text, or bytes as {@code hex:0a0b}; letter case counts
     * @param with likewise; may be empty
     */
    record Replace(String find, String with) implements MessageFault {
        /** Bytes of a message after it was changed; 16 MiB. */
        public static final int LONGEST_RESULT = 16 << 20;
        private static final int LONGEST = 1 << 16;

        public Replace {
            FaultChecks.length("find", find, 1, LONGEST);
            FaultChecks.length("with", with, 0, LONGEST);
            HexText.check("find", find);
            HexText.check("with", with);
        }

        /** The bytes that {@code find} stands for; at least one. */
        public byte[] findBytes() {
            return HexText.bytes(find);
        }

        /** The bytes that {@code with} stands for. */
        public byte[] withBytes() {
            return HexText.bytes(with);
        }
    }

    /**
     * The whole content becomes another, as long as it is not that already. Exactly one of the two is given. The opcode stays: bytes
     * that are not UTF-8 in place of a text make the peer fail the connection with 1007 (RFC 6455 §8.1).
     *
     * @param text up to 65,536 characters; may be empty
     * @param base64 up to 131,072 characters (RFC 4648 §4)
     */
    record MapTo(@Nullable String text, @Nullable String base64) implements MessageFault {
        private static final int LONGEST_TEXT = 1 << 16;
        private static final int LONGEST_BASE64 = 1 << 17;

        public MapTo {
            if ((text == null) == (base64 == null)) {
                throw FaultChecks.unfit("text", text == null ? "nothing" : "base64 beside it", "text or base64");
            }
            if (text != null) {
                FaultChecks.length("text", text, 0, LONGEST_TEXT);
            }
            if (base64 != null) {
                FaultChecks.length("base64", base64, 0, LONGEST_BASE64);
                decode(base64);
            }
        }

        /** The content. */
        public byte[] bytes() {
            return text != null ? text.getBytes(StandardCharsets.UTF_8) : decode(String.valueOf(base64));
        }

        private static byte[] decode(String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException _) {
                throw FaultChecks.unfit("base64", "something else", "base64 (RFC 4648 §4)");
            }
        }
    }

    /** A frame that breaks a rule is inserted before the message. A peer fails the connection with 1002 (RFC 6455 §7.4.1). */
    record Violate(Rule kind) implements MessageFault {}

    /** Which rule of RFC 6455 is broken. */
    enum Rule {
        /** RSV3 is set, which no extension defines (§5.2). */
        RSV,
        /** The reserved opcode 3 (§5.2). */
        OPCODE,
        /** A mask where none may be, or none where one must be (§5.1). */
        MASK,
        /** A continuation without a message to continue (§5.4). */
        CONTINUATION,
        /** A Ping with 126 bytes of payload (§5.5). */
        OVERSIZE_CONTROL
    }
}
