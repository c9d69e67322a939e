package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Sends a message that no peer has sent. On the tunnel's event loop. */
final class Injection {
    private Injection() {}

    static Reply into(Tunnel tunnel, Command.InjectMessage message) {
        Leg to = message.direction().source().other();
        String problem = problem(tunnel, message, to);
        if (!problem.isEmpty()) {
            return new Reply.Refused(problem);
        }
        tunnel.to(to).inject(new EngineFrame(to, message.opcode(), message.payload()));
        return new Reply.Done("Sent " + message.payload().length + " bytes " + message.direction().wireName() + ".");
    }

    private static String problem(Tunnel tunnel, Command.InjectMessage message, Leg to) {
        if (message.opcode() != Opcode.TEXT && message.opcode() != Opcode.BINARY) {
            return "opcode: got " + message.opcode().wireName() + ", expected text or binary.";
        }
        if (message.payload().length > Command.InjectMessage.LONGEST) {
            return "The message has " + message.payload().length + " bytes; " + Command.InjectMessage.LONGEST
                    + " are allowed.";
        }
        if (message.opcode() == Opcode.TEXT && !isUtf8(message.payload())) {
            return "The text is not UTF-8.";
        }
        return tunnel.leg(to).away() ? "The " + to.name().toLowerCase(java.util.Locale.ROOT) + " of "
                + tunnel.connection().id() + " is away." : "";
    }

    private static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
