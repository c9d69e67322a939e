package dev.socketscope.engine.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Tells the binary formats apart by reading: one that has names for its values and reads to the end is one. A few bytes alone, or
 * numbers and nothing else, leave too much doubt.
 */
final class BinaryGuess {
    private static final int LEAST = 3;
    /** Enough to tell. */
    private static final int LOOK = 4_096;
    private static final byte[] MQTT = "MQTT".getBytes(StandardCharsets.US_ASCII);
    private static final int HIGHEST_FIELD = 100;

    private BinaryGuess() {}

    static Optional<Format> of(Message message) {
        byte[] bytes = message.bytes();
        if (bytes.length < LEAST) {
            return Optional.empty();
        }
        if (bytes[0] == 0x10 && bytes.length > 8 && Arrays.equals(MQTT, Arrays.copyOfRange(bytes, 4, 8))) {
            return Optional.of(Format.MQTT);
        }
        Message part = message.beginning(LOOK);
        if (beginsMessagePack(bytes[0] & 0xFF) && fits(new MessagePackDecoder().decode(Talk.UNKNOWN, part), part)) {
            return Optional.of(Format.MESSAGE_PACK);
        }
        if (beginsCbor(bytes[0] & 0xFF) && fits(new CborDecoder().decode(Talk.UNKNOWN, part), part)) {
            return Optional.of(Format.CBOR);
        }
        return isProtobuf(message) ? Optional.of(Format.PROTOBUF) : Optional.empty();
    }

    private static boolean beginsMessagePack(int first) {
        return first >= 0x80 && first <= 0x9F || first >= 0xDC && first <= 0xDF;
    }

    /** Arrays, maps and tags (RFC 8949 §3.1). */
    private static boolean beginsCbor(int first) {
        return first >= 0x80 && first <= 0xDB || first == 0x9F || first == 0xBF;
    }

    /** Read to its end, or to the end of what is known, with a name or a text in it. */
    private static boolean fits(Meaning meaning, Message message) {
        boolean read = meaning.whole() || !message.complete() && meaning.notes()
                .stream()
                .anyMatch(
                        note -> note.startsWith("Only the beginning"));
        boolean several = meaning.notes().stream().anyMatch(note -> note.startsWith("Several"));
        return read && !several && Json.parse(new String(meaning.json(), StandardCharsets.UTF_8))
                .filter(BinaryGuess::hasNames)
                .isPresent();
    }

    private static boolean hasNames(JsonNode node) {
        if (node.isObject()) {
            return node.propertyNames().stream().allMatch(BinaryGuess::isName);
        }
        boolean any = false;
        for (JsonNode element : node) {
            any |= element.isString() && isName(element.stringValue()) || element.isContainer() && !element.isEmpty()
                    && hasNames(element);
        }
        return any;
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && Text.of(text.getBytes(StandardCharsets.UTF_8)) == Text.LINE
                && text.indexOf('\uFFFD') < 0 && !text.chars().allMatch(Character::isDigit);
    }

    /** Whole messages only, of more than numbers: text or another message among the fields. */
    private static boolean isProtobuf(Message message) {
        if (!message.complete() || !Shape.isMessage(message.bytes())) {
            return false;
        }
        Meaning meaning = new ProtobufDecoder().decode(Talk.UNKNOWN, message);
        return Json.parse(new String(meaning.json(), StandardCharsets.UTF_8))
                .filter(root -> root.propertyNames().stream().allMatch(BinaryGuess::isLowField))
                .filter(root -> root.propertyNames()
                        .stream()
                        .anyMatch(name -> name.endsWith("string?")
                                || name.endsWith("message?")))
                .isPresent();
    }

    private static boolean isLowField(String name) {
        return Integer.parseInt(name.substring(0, name.indexOf(' '))) <= HIGHEST_FIELD;
    }
}
