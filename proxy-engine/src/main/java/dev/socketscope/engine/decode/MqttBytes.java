package dev.socketscope.engine.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The data types of MQTT (§1.5). A buffer that is too short throws {@link java.nio.BufferUnderflowException}. */
final class MqttBytes {
    private MqttBytes() {}

    /** A number of one to four bytes (§1.5.5). */
    static int variable(ByteBuffer in) throws MqttException {
        int value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int next = in.get();
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MqttException("a length has more than four bytes");
    }

    static String text(ByteBuffer in) throws MqttException {
        ByteBuffer part = part(in, in.getShort() & 0xFFFF);
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(part);
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new MqttException("a text is not UTF-8");
        }
    }

    static byte[] binary(ByteBuffer in) throws MqttException {
        return rest(part(in, in.getShort() & 0xFFFF));
    }

    /** All that follows. */
    static byte[] rest(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return bytes;
    }

    /** The next so many bytes alone. */
    static ByteBuffer part(ByteBuffer in, int length) throws MqttException {
        if (length > in.remaining()) {
            throw new MqttException(length + " bytes are announced and " + in.remaining() + " follow");
        }
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }
}
